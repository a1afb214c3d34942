/**
 * One place's step as plain columns: line × supplier × quarter of delivery, fallen apart into parts that share neither
 * a line nor a capacity cell. Each part can be balanced alone, because every goal is a sum over lines.
 *
 * Columns are many more than lines, so they are laid part by part, when a part is balanced, and then let go.
 */
import { ColumnFinder } from "./columnFinder";
import { ColumnDesk, type Columns } from "./columns";
import { fallApart, type FallenApart } from "./fallApart";
import type { Table } from "../ledger";
import type { Line } from "../register/lines";
import { MakersUnder } from "../register/makersUnder";
import { giveBack, takeNumbering } from "./numbering";
import type { Register } from "../register/register";
import { openLines, regrouped, singleLines, type StepLine } from "./stepLines";

/** A capacity cell that columns of a part use. */
export interface CapacityCell {
  readonly row: number;
  readonly quarter: number;
  /** Finest units free at the start of the step (what in-house work of the part still occupies is not in it). */
  readonly free: number;
  /** Finest units that one step takes here; where that differs, by the first column that came. */
  readonly takes: number;
}

export interface Part {
  readonly lines: readonly StepLine[];
  readonly columns: Columns;
  readonly cells: readonly CapacityCell[];
  /** Does everybody use one row, and everything on a cell take the same of it? Then the part is a flow. */
  readonly uniform: boolean;
  /** Position in `cells` by row × quarters + quarter. */
  readonly cellAt: { get(key: number): number | undefined };
}

/** Columns laid between two yields. */
const SLICE = 32_768;

/** What may be balanced at a place, and the columns of each part when they are asked for. */
export class OpenStep {
  private readonly desk = new ColumnDesk();

  private constructor(
    private readonly register: Register,
    private readonly finder: ColumnFinder,
    private readonly apart: FallenApart,
  ) {}

  /** `lines` in canonical order; the table must not change while the step is in use. */
  static *open(
    register: Register,
    place: string,
    { lines, table }: { readonly lines: readonly Line[]; readonly table: Table },
  ): Generator<void, OpenStep> {
    const { quarters } = register;
    const open = yield* openLines(lines, table, new MakersUnder(register, place));
    const grouped = yield* regrouped(open, quarters);
    const finder = yield* ColumnFinder.of(grouped, table.free, quarters);
    return new OpenStep(register, finder, yield* fallApart(grouped, finder, { quarters, cells: table.free.length }));
  }

  /** The lines of each part, in the canonical order of their first lines. */
  get parts(): readonly (readonly StepLine[])[] {
    return this.apart.parts;
  }

  /** Columns of the whole step, joined lines each counted for itself. */
  get columns(): number {
    return this.apart.columns;
  }

  /** The lines of a part as they are joined, or each for itself, with their columns and cells. */
  *lay(lines: readonly StepLine[]): Generator<void, Part> {
    const { finder, register, desk } = this;
    const { quarters } = register;
    desk.clear();
    const cells: CapacityCell[] = [];
    let uniform = true;
    const numbers = takeNumbering(register.rows.length * quarters);
    const cellOf = (key: number, takes: number): number => {
      const known = numbers.of(key);
      if (known >= 0) {
        uniform &&= cells[known].takes === takes;
        return known;
      }
      cells.push({ row: Math.floor(key / quarters), quarter: key % quarters, free: finder.freeOf(key), takes });
      return numbers.add(key);
    };
    for (let line = 0, laid = 0; line < lines.length; line++) {
      const { makers } = lines[line];
      const offers = finder.offersTo(lines[line]);
      for (let offer = 0; offer < offers.length; offer += 2) {
        const [maker, quarter] = [offers[offer], offers[offer + 1]];
        const { rows, perStep } = makers[maker];
        const cell = cellOf(rows[0] * quarters + quarter, perStep[0]);
        for (let position = 1; position < rows.length; position++) cellOf(rows[position] * quarters + quarter, perStep[position]);
        uniform &&= rows.length === 1;
        desk.add(line, maker, quarter, cell);
      }
      finder.eachHomeCell(lines[line], cellOf);
      const { home } = lines[line].line;
      uniform &&= home === undefined || home.rows.length === 1;
      if (desk.length - laid < SLICE) continue;
      laid = desk.length;
      yield;
    }
    giveBack(numbers);
    return { lines, columns: desk.columnsOf(lines), cells, uniform, cellAt: new CellsByKey(cells, quarters) };
  }

  /** A part whose joined lines stand each for itself. */
  *laySingle(part: Part): Generator<void, Part> {
    return part.lines.some(({ members }) => members) ? yield* this.lay(singleLines(part.lines)) : part;
  }
}

/** Where a part's cells are; most parts are never asked. */
class CellsByKey {
  private positions: ReadonlyMap<number, number> | undefined;

  constructor(
    private readonly cells: readonly CapacityCell[],
    private readonly quarters: number,
  ) {}

  get(key: number): number | undefined {
    this.positions ??= new Map(this.cells.map(({ row, quarter }, position) => [row * this.quarters + quarter, position]));
    return this.positions.get(key);
  }
}
