/** Who can deliver to a line of a step, and when; and the capacity cells that its work at home takes. */
import type { Window } from "../booking";
import type { Way } from "../register/eligibility";
import type { StepLine } from "./stepLines";

/** Position among a line's makers, and quarter, one pair after another: by maker, then by quarter. */
export type Offers = readonly number[];

/** Lines looked at between two yields. */
const SLICE = 16_384;

export class ColumnFinder {
  /** Capacity cells that handing in-house work over could free. */
  private readonly homes = new Set<number>();
  /** What makers that several lines share can offer, by their list and by window (first × quarters + last). */
  private readonly shared = new Map<readonly Way[], Offers[]>();
  /** Those of the makers asked about last: lines that share makers come one after another. */
  private latest: { readonly makers: readonly Way[]; readonly byWindow: Offers[] } = { makers: [], byWindow: [] };

  private constructor(
    private readonly free: Float64Array,
    private readonly quarters: number,
  ) {}

  /** `free` must not change while the finder is in use. Yields now and then. */
  static *of(lines: readonly StepLine[], free: Float64Array, quarters: number): Generator<void, ColumnFinder> {
    const finder = new ColumnFinder(free, quarters);
    for (let index = 0; index < lines.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      finder.eachHomeCell(lines[index], (key) => finder.homes.add(key));
    }
    return finder;
  }

  /** Every maker and quarter with room for a step of the line. The same object for lines that share makers and window. */
  offersTo({ line, windows, makers }: StepLine): Offers {
    if (!line.sharesMakers || windows.length > 1) return this.offers(makers, windows);
    const [{ first, last }] = windows;
    return (this.sharedOffers(makers)[first * this.quarters + last] ??= this.offers(makers, windows));
  }

  private sharedOffers(makers: readonly Way[]): Offers[] {
    if (this.latest.makers === makers) return this.latest.byWindow;
    let byWindow = this.shared.get(makers);
    if (!byWindow) this.shared.set(makers, (byWindow = []));
    this.latest = { makers, byWindow };
    return byWindow;
  }

  /** `takes`: finest units that a step of the line takes there. */
  eachHomeCell({ line: { home }, windows }: StepLine, visit: (key: number, takes: number) => void): void {
    if (!home) return;
    for (const { due } of windows)
      if (due !== undefined) home.rows.forEach((row, position) => visit(row * this.quarters + due, home.perStep[position]));
  }

  freeOf(key: number): number {
    return this.free[key];
  }

  private offers(makers: readonly Way[], windows: readonly Window[]): Offers {
    const offers: number[] = [];
    const [begin, end] = [Math.min(...windows.map(({ first }) => first)), Math.max(...windows.map(({ last }) => last))];
    for (let maker = 0; maker < makers.length; maker++)
      for (let quarter = begin; quarter <= end; quarter++)
        if (isOpenIn(windows, quarter) && this.hasRoom(makers[maker], quarter)) offers.push(maker, quarter);
    return offers;
  }

  private hasRoom({ rows, perStep }: Way, quarter: number): boolean {
    for (let position = 0; position < rows.length; position++) {
      const key = rows[position] * this.quarters + quarter;
      if (this.free[key] < perStep[position] && !this.homes.has(key)) return false;
    }
    return true;
  }
}

function isOpenIn(windows: readonly Window[], quarter: number): boolean {
  for (const { first, last } of windows) if (first <= quarter && quarter <= last) return true;
  return false;
}
