/** What a plan of a part may decide: how many steps of a line one of its makers delivers in a quarter. */
import type { Way } from "../register/eligibility";
import type { Offers } from "./columnFinder";
import type { StepLine } from "./stepLines";

/** Ordered by line, maker, quarter. They are many: lines that share makers share what is said of their columns. */
export class Columns {
  readonly length: number;
  /** The columns of line i are those from first[i] up to first[i + 1]. */
  readonly first: readonly number[];

  /** `cells`: by line, of each of its columns the position in `Part.cells` of the cell of the way's first row. */
  constructor(
    private readonly lines: readonly StepLine[],
    readonly cells: readonly (readonly number[])[],
    readonly offers: readonly Offers[] = lines.map((line) => line.offers),
  ) {
    const first = new Array<number>(offers.length + 1);
    first[0] = 0;
    for (let line = 0; line < offers.length; line++) first[line + 1] = first[line] + offers[line].ways.length;
    this.first = first;
    this.length = first[offers.length];
  }

  /** Position in `Part.lines`. */
  line(column: number): number {
    let low = 0;
    for (let high = this.offers.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (this.first[middle] <= column) low = middle;
      else high = middle;
    }
    return low;
  }

  way(column: number): Way {
    const line = this.line(column);
    return this.offers[line].ways[column - this.first[line]];
  }

  quarter(column: number): number {
    const line = this.line(column);
    return this.offers[line].quarters[column - this.first[line]];
  }

  /** What the line could take in the column's quarter. */
  upper(column: number): number {
    const { windows, open } = this.lines[this.line(column)];
    const quarter = this.quarter(column);
    return windows.reduce((sum, { first, last }, cell) => (first <= quarter && quarter <= last ? sum + open[cell] : sum), 0);
  }

  /** These columns alone, in rising order. */
  only(columns: readonly number[]): Columns {
    const kept = new Set(columns);
    const some = <Item>(items: readonly Item[], line: number): Item[] => items.filter((_, offer) => kept.has(this.first[line] + offer));
    const offers = this.offers.map(({ ways, quarters, oneRow }, line): Offers => ({
      ways: some(ways, line),
      quarters: some(quarters, line),
      oneRow,
    }));
    return new Columns(this.lines, this.cells.map(some), offers);
  }
}
