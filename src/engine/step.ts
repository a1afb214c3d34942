/**
 * One place's step as plain columns: line × supplier × quarter of delivery, fallen apart into parts that share neither
 * a line nor a capacity cell. Each part can be balanced alone, because every goal is a sum over lines.
 *
 * Columns are many more than lines, so they are laid part by part, when a part is balanced, and then let go.
 */
import type { Way } from "./eligibility";
import type { Table } from "./ledger";
import type { Line } from "./lines";
import type { Register } from "./register";
import { openLines, regrouped, singleLines, type StepLine } from "./stepLines";

/** One thing a plan may decide: how many steps of a line a supplier delivers in a quarter. */
export interface Column {
  /** Position in `Part.lines`. */
  readonly line: number;
  readonly way: Way;
  readonly quarter: number;
  /** What the line could take in this quarter. */
  readonly upper: number;
}

/** A capacity cell that columns of a part use. */
export interface CapacityCell {
  readonly row: number;
  readonly quarter: number;
  /** Finest units free at the start of the step (what in-house work of the part still occupies is not in it). */
  readonly free: number;
}

export interface Part {
  readonly lines: readonly StepLine[];
  /** Ordered by line, supplier, quarter. */
  readonly columns: readonly Column[];
  readonly cells: readonly CapacityCell[];
  /** Position in `cells` by row × quarters + quarter. */
  readonly cellAt: { get(key: number): number | undefined };
}

/** What may be balanced at a place, and the columns of each part when they are asked for. */
export class OpenStep {
  /** The lines of each part, in the canonical order of their first lines. */
  readonly parts: readonly (readonly StepLine[])[];
  /** Columns of the whole step, joined lines each counted for itself. */
  readonly columns: number;
  private readonly quarters: number;
  private readonly homes: ReadonlySet<number>;
  private readonly waysOf = new Map<readonly Way[], readonly Way[]>();

  /** `lines` in canonical order; the table must not change while the step is in use. */
  constructor(
    private readonly register: Register,
    private readonly place: string,
    private readonly given: { readonly lines: readonly Line[]; readonly table: Table },
  ) {
    this.quarters = register.quarters;
    const lines = regrouped(openLines(given.lines, given.table), this.quarters);
    this.homes = homeCells(lines, this.quarters);
    const { parts, columns } = this.fallApart(lines);
    this.parts = parts;
    this.columns = columns;
  }

  /** The lines of a part as they are joined, or each for itself, with their columns and cells. */
  lay(lines: readonly StepLine[]): Part {
    const { quarters } = this;
    const { free } = this.given.table;
    const columns: Column[] = [];
    const cells: CapacityCell[] = [];
    const cellAt = new Map<number, number>();
    const addCell = (key: number): void => {
      if (cellAt.has(key)) return;
      cellAt.set(key, cells.length);
      cells.push({ row: Math.floor(key / quarters), quarter: key % quarters, free: free[key] });
    };
    lines.forEach((stepLine, line) => {
      this.eachColumn(stepLine, (way, quarter, upper) => {
        columns.push({ line, way, quarter, upper });
        for (const row of way.rows) addCell(row * quarters + quarter);
      });
      eachHomeCell(stepLine, quarters, addCell);
    });
    return { lines, columns, cells, cellAt };
  }

  /** A part whose joined lines stand each for itself. */
  laySingle(part: Part): Part {
    return part.lines.some(({ members }) => members) ? this.lay(singleLines(part.lines)) : part;
  }

  private eachColumn(stepLine: StepLine, visit: (way: Way, quarter: number, upper: number) => void): void {
    const { quarters, homes } = this;
    const { free } = this.given.table;
    const { windows, open } = stepLine;
    const uppers = new Array<number>(quarters).fill(0);
    windows.forEach(({ first, last }, cell) => {
      for (let quarter = first; quarter <= last; quarter++) uppers[quarter] += open[cell];
    });
    for (const way of this.waysUnder(stepLine.line.eligible)) {
      const { rows, perStep } = way;
      for (let quarter = 0; quarter < quarters; quarter++) {
        if (uppers[quarter] === 0) continue;
        let room = true;
        for (let position = 0; room && position < rows.length; position++) {
          const key = rows[position] * quarters + quarter;
          room = free[key] >= perStep[position] || homes.has(key);
        }
        if (room) visit(way, quarter, uppers[quarter]);
      }
    }
  }

  /** Those of a list of makers who sit under the place. */
  private waysUnder(ways: readonly Way[]): readonly Way[] {
    const { register, place } = this;
    if (place === register.places.root) return ways;
    const known = this.waysOf.get(ways);
    if (known) return known;
    const under = ways.filter((way) => register.places.isUnder(way.place, place));
    this.waysOf.set(ways, under);
    return under;
  }

  /** Joins lines that share a capacity cell (union-find) and deals them out to their parts. */
  private fallApart(lines: readonly StepLine[]): { readonly parts: StepLine[][]; readonly columns: number } {
    const { quarters } = this;
    const parent = Int32Array.from(lines, (_, index) => index);
    const find = (index: number): number => {
      while (parent[index] !== index) index = parent[index] = parent[parent[index]];
      return index;
    };
    const owner = new Map<number, number>();
    const join = (key: number, index: number): void => {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, index);
      else {
        const [a, b] = [find(other), find(index)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    };
    let columns = 0;
    const parts = new Map<number, StepLine[]>();
    const served = lines.map((stepLine, index) => {
      let own = 0;
      this.eachColumn(stepLine, (way, quarter) => {
        own++;
        for (const row of way.rows) join(row * quarters + quarter, index);
      });
      if (own > 0) eachHomeCell(stepLine, quarters, (key) => join(key, index));
      columns += own * (stepLine.members?.length ?? 1);
      return own > 0;
    });
    lines.forEach((stepLine, index) => {
      if (!served[index]) return;
      const root = find(index);
      const part = parts.get(root);
      if (part) part.push(stepLine);
      else parts.set(root, [stepLine]);
    });
    return { parts: [...parts.values()], columns };
  }
}

/** Capacity cells that handing in-house work over could free. */
function homeCells(lines: readonly StepLine[], quarters: number): ReadonlySet<number> {
  const homes = new Set<number>();
  for (const stepLine of lines) eachHomeCell(stepLine, quarters, (key) => homes.add(key));
  return homes;
}

function eachHomeCell({ line, windows }: StepLine, quarters: number, visit: (key: number) => void): void {
  if (!line.home) return;
  for (const { due } of windows) if (due !== undefined) for (const row of line.home.rows) visit(row * quarters + due);
}
