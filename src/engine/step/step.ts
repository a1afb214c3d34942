/**
 * One place's step as plain columns: line × supplier × quarter of delivery, fallen apart into parts that share neither
 * a line nor a capacity cell. Each part can be balanced alone, because every goal is a sum over lines.
 *
 * Columns are many more than lines, so they are laid part by part, when a part is balanced, and then let go.
 */
import { ColumnFinder } from "./columnFinder";
import type { Columns } from "./columns";
import { FallingApart, type Parts } from "./fallApart";
import { foreseen } from "./foreseen";
import type { Table } from "../ledger";
import type { Line } from "../register/lines";
import { MakersUnder } from "../register/makersUnder";
import { OpenLines } from "./openLines";
import { PartLaying } from "./partLaying";
import type { Register } from "../register/register";
import { eachInOrder, singleLines, type StepLine } from "./stepLines";

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

/** Lines laid between two yields. */
const SLICE = 16_384;

/** What may be balanced at a place, and the lines and columns of each part when they are asked for. */
export class OpenStep {
  private constructor(
    private readonly table: Table,
    private readonly quarters: number,
    private readonly open: OpenLines,
    private readonly apart: Parts,
  ) {}

  /** `lines` in canonical order; the table must not change while the step is in use. */
  static *open(
    register: Register,
    place: string,
    { lines, table }: { readonly lines: readonly Line[]; readonly table: Table },
  ): Generator<void, OpenStep> {
    const { quarters } = register;
    const { open, free } = table;
    const { homes, cells } = yield* foreseen(lines, open, quarters);
    const finder = new ColumnFinder(free, quarters, homes);
    const apart = new FallingApart(free.length, cells, quarters);
    const openLines = new OpenLines({ lines, open, quarters, makersUnder: new MakersUnder(register, place), finder }, apart, cells);
    yield* eachInOrder(lines, open, (position) => openLines.add(position));
    return new OpenStep(table, quarters, openLines, yield* apart.parts());
  }

  /** Parts are numbered from 0 on in the canonical order of their first lines. */
  get parts(): number {
    return this.apart.count;
  }

  /** Columns of the whole step, joined lines each counted for itself. */
  get columns(): number {
    return this.open.columns;
  }

  /** Visits the lines of a part, of those that are joined the first. */
  eachLine(part: number, visit: (line: Line) => void): void {
    this.apart.lines.each(part, (index) => visit(this.open.lineOf(index)));
  }

  /** A part with its lines as they are joined. */
  *lay(part: number): Generator<void, Part> {
    const { lines } = this.apart;
    const first = lines.first(part);
    const count = lines.end(part) - first;
    // Totals before all else that is made of a line: lines lie far apart, and in so short a loop the processor waits for several at once.
    const totals = new Array<number>(count);
    for (let index = 0; index < count; index++) {
      if (index % SLICE === SLICE - 1) yield;
      totals[index] = this.open.totalOf(lines.at(first + index));
    }
    const laid = new Array<StepLine>(count);
    for (let index = 0; index < count; index++) {
      if (index % SLICE === SLICE - 1) yield;
      laid[index] = this.open.stepLine(lines.at(first + index), totals[index]);
    }
    const laying = new PartLaying(laid, this.table.free, this.quarters);
    while (laying.goOn()) yield;
    return laying.laid();
  }

  /** A part whose joined lines stand each for itself. */
  *laySingle(part: Part): Generator<void, Part> {
    if (!part.lines.some(({ members }) => members)) return part;
    const laying = new PartLaying(singleLines(part.lines), this.table.free, this.quarters);
    while (laying.goOn()) yield;
    return laying.laid();
  }
}
