/**
 * One place's step as plain columns: line × supplier × quarter of delivery, fallen apart into parts that share neither
 * a line nor a capacity cell. Each part can be balanced alone, because every goal is a sum over lines.
 */
import { bookingOrder, overlapping, type Window } from "./booking";
import type { Way } from "./eligibility";
import type { Table } from "./ledger";
import type { Line, Register } from "./register";

/** A demand line with what is open of it at this step. */
export interface StepLine {
  readonly line: Line;
  /** Its open cells: position in the line's cells, quantity and window. */
  readonly cells: readonly number[];
  readonly open: readonly number[];
  readonly windows: readonly Window[];
  /** Do windows share a quarter, so that the booking rule decides which cell a delivery fills? */
  readonly shared: boolean;
  readonly total: number;
}

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
  readonly cellAt: ReadonlyMap<number, number>;
}

/** The parts of a place's step, in the canonical order of their first lines. */
export function partsOf(register: Register, place: string, table: Table): readonly Part[] {
  const lines = openLines(register, place, table);
  const homes = homeCells(lines, register.quarters);
  const columns = lines.map((line, index) => columnsOf(line, { index, register, place, table, homes }));
  return fallApart(lines, columns, { table, quarters: register.quarters });
}

/** What is open under the place, in the canonical order of content; between lines that differ only in quantities, by these. */
function openLines(register: Register, place: string, table: Table): StepLine[] {
  const lines: StepLine[] = [];
  const under = [...register.linesAt].flatMap(([at, here]) => (register.places.isUnder(at, place) ? here : []));
  for (const line of under) {
    if (line.eligible.length === 0) continue;
    const cells: number[] = [];
    table.open[line.index].forEach((quantity, cell) => {
      if (quantity > 0 && line.windows[cell].first <= line.windows[cell].last) cells.push(cell);
    });
    if (cells.length === 0) continue;
    const windows = cells.map((cell) => line.windows[cell]);
    const open = cells.map((cell) => table.open[line.index][cell]);
    lines.push({ line, cells, open, windows, shared: overlapping(windows), total: open.reduce((sum, quantity) => sum + quantity, 0) });
  }
  return lines.sort(
    (a, b) => a.line.rank - b.line.rank || compare(openContent(a), openContent(b)) || compare(a.line.demand.no, b.line.demand.no),
  );
}

function openContent(line: StepLine): string {
  return bookingOrder(line.windows)
    .map((cell) => `${line.windows[cell].first}-${line.windows[cell].last}:${String(line.open[cell]).padStart(16, "0")}`)
    .join(" ");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Capacity cells that handing in-house work over could free. */
function homeCells(lines: readonly StepLine[], quarters: number): ReadonlySet<number> {
  const homes = new Set<number>();
  for (const { line, windows } of lines) {
    for (const { due } of windows) if (line.home && due !== undefined) line.home.rows.forEach((row) => homes.add(row * quarters + due));
  }
  return homes;
}

interface ColumnContext {
  readonly index: number;
  readonly register: Register;
  readonly place: string;
  readonly table: Table;
  readonly homes: ReadonlySet<number>;
}

function columnsOf(stepLine: StepLine, { index, register, place, table, homes }: ColumnContext): Column[] {
  const { quarters } = register;
  const columns: Column[] = [];
  for (const way of stepLine.line.eligible) {
    const factory = register.factories.get(way.factory);
    if (!factory || !register.places.isUnder(factory.place, place)) continue;
    for (let quarter = 0; quarter < quarters; quarter++) {
      let upper = 0;
      stepLine.windows.forEach((window, cell) => {
        if (window.first <= quarter && quarter <= window.last) upper += stepLine.open[cell];
      });
      if (
        upper > 0 &&
        way.rows.every(
          (row, position) => homes.has(row * quarters + quarter) || table.free[row * quarters + quarter] >= way.perStep[position],
        )
      )
        columns.push({ line: index, way, quarter, upper });
    }
  }
  return columns;
}

/** Joins lines that share a capacity cell (union-find) and deals lines, columns and cells out to their parts. */
function fallApart(
  lines: readonly StepLine[],
  columns: readonly (readonly Column[])[],
  { table, quarters }: { table: Table; quarters: number },
): Part[] {
  const parent = lines.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root];
    for (let at = index; parent[at] !== root;) [at, parent[at]] = [parent[at], root];
    return root;
  };
  const owner = new Map<number, number>();
  lines.forEach(({ line, windows }, index) => {
    if (columns[index].length === 0) return;
    for (const key of cellKeys(columns[index], line.home, windows, quarters)) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, index);
      else {
        const [a, b] = [find(other), find(index)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const members = new Map<number, number[]>();
  lines.forEach((_, index) => {
    if (columns[index].length === 0) return;
    const root = find(index);
    const known = members.get(root);
    if (known) known.push(index);
    else members.set(root, [index]);
  });
  return [...members.values()].map((indices) => partOf(indices, lines, columns, { table, quarters }));
}

function* cellKeys(columns: readonly Column[], home: Way | undefined, windows: readonly Window[], quarters: number): Generator<number> {
  for (const { way, quarter } of columns) for (const row of way.rows) yield row * quarters + quarter;
  if (home) for (const { due } of windows) if (due !== undefined) for (const row of home.rows) yield row * quarters + due;
}

function partOf(
  indices: readonly number[],
  lines: readonly StepLine[],
  columns: readonly (readonly Column[])[],
  { table, quarters }: { table: Table; quarters: number },
): Part {
  const cells: CapacityCell[] = [];
  const cellAt = new Map<number, number>();
  const own: Column[] = [];
  indices.forEach((index, position) => {
    for (const column of columns[index]) own.push({ ...column, line: position });
    for (const key of cellKeys(columns[index], lines[index].line.home, lines[index].windows, quarters)) {
      if (cellAt.has(key)) continue;
      cellAt.set(key, cells.length);
      cells.push({ row: Math.floor(key / quarters), quarter: key % quarters, free: table.free[key] });
    }
  });
  return { lines: indices.map((index) => lines[index]), columns: own, cells, cellAt };
}
