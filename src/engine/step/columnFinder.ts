/** Who can deliver to a line of a step, and when. */
import { isOpenIn, type Window } from "../booking";
import type { Way } from "../register/eligibility";

/** Makers with room for a step of a line, each with a quarter: by maker, then by quarter. */
export interface Offers {
  readonly ways: readonly Way[];
  readonly quarters: readonly number[];
  /** Does nobody use several rows at once? */
  readonly oneRow: boolean;
}

export class ColumnFinder {
  /** Makers looked at so far. */
  looked = 0;
  /** What makers that several lines share can offer, by number. */
  private readonly known: Offers[] = [];
  private readonly widths: number[] = [];
  /** The numbers of these by makers and by window (width × quarters + first). */
  private readonly numbers = new Map<readonly Way[], number[]>();
  /** Those of the makers asked about last: the cells of a line come one after another. */
  private latest: { readonly makers: readonly Way[]; readonly byWindow: number[] } = { makers: [], byWindow: [] };

  /** By quarter, then by length, lists of this quarter alone. */
  private readonly repeated: (readonly number[])[][] = [];
  /** Where offers are gathered: what is kept of them is as long as they are. */
  private readonly found: { readonly ways: Way[]; readonly quarters: number[] } = { ways: [], quarters: [] };

  /** `homes`: capacity cells that handing in-house work over could free. `free` must not change while the finder is in use. */
  constructor(
    private readonly free: Float64Array,
    private readonly quarters: number,
    private readonly homes: ReadonlySet<number>,
  ) {}

  /** The number of what makers that several lines share can offer in a window. */
  numberOf(makers: readonly Way[], windows: readonly Window[]): number {
    if (this.latest.makers !== makers) this.latest = { makers, byWindow: this.byWindow(makers) };
    const { first, last } = windows[0];
    return (this.latest.byWindow[(last - first) * this.quarters + first] ??= this.keep(this.offers(makers, windows)));
  }

  /** How many columns these are. */
  widthOf(number: number): number {
    return this.widths[number];
  }

  numbered(number: number): Offers {
    return this.known[number];
  }

  /** Every maker and quarter of these windows with room for a step. */
  offers(makers: readonly Way[], windows: readonly Window[]): Offers {
    const { ways, quarters } = this.found;
    let count = 0;
    let oneRow = true;
    this.looked += makers.length;
    const [begin, end] = [Math.min(...windows.map(({ first }) => first)), Math.max(...windows.map(({ last }) => last))];
    for (const way of makers) {
      for (let quarter = begin; quarter <= end; quarter++) {
        if (!isOpenIn(windows, quarter) || !this.hasRoom(way, quarter)) continue;
        ways[count] = way;
        quarters[count++] = quarter;
        oneRow &&= way.rows.length === 1;
      }
    }
    return { ways: ways.slice(0, count), quarters: begin === end ? this.times(begin, count) : quarters.slice(0, count), oneRow };
  }

  /** A quarter so many times, the same list each time: most windows are of one quarter. */
  private times(quarter: number, count: number): readonly number[] {
    const lists = (this.repeated[quarter] ??= []);
    return (lists[count] ??= new Array<number>(count).fill(quarter));
  }

  private keep(offers: Offers): number {
    this.widths.push(offers.ways.length);
    return this.known.push(offers) - 1;
  }

  private byWindow(makers: readonly Way[]): number[] {
    const known = this.numbers.get(makers);
    if (known) return known;
    const byWindow: number[] = [];
    this.numbers.set(makers, byWindow);
    return byWindow;
  }

  private hasRoom({ rows, perStep }: Way, quarter: number): boolean {
    for (let position = 0; position < rows.length; position++) {
      const key = rows[position] * this.quarters + quarter;
      if (this.free[key] < perStep[position] && !this.homes.has(key)) return false;
    }
    return true;
  }
}
