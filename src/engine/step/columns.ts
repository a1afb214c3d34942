/** What a plan of a part may decide: how many steps of a line one of its makers delivers in a quarter. */
import type { Way } from "../register/eligibility";
import type { StepLine } from "./stepLines";

/** Ordered by line, maker, quarter. They are many, so they are held as one row of numbers. */
export class Columns {
  readonly length: number;

  /** Line, position among its makers, quarter and cell of each column, one after another. */
  constructor(
    private readonly lines: readonly StepLine[],
    private readonly numbers: readonly number[],
  ) {
    this.length = numbers.length / WIDTH;
  }

  /** Position in `Part.lines`. */
  line(column: number): number {
    return this.numbers[column * WIDTH];
  }

  way(column: number): Way {
    return this.lines[this.line(column)].makers[this.numbers[column * WIDTH + 1]];
  }

  quarter(column: number): number {
    return this.numbers[column * WIDTH + 2];
  }

  /** Position in `Part.cells` of the cell of the way's first row. */
  cell(column: number): number {
    return this.numbers[column * WIDTH + 3];
  }

  /** What the line could take in the column's quarter. */
  upper(column: number): number {
    const { windows, open } = this.lines[this.line(column)];
    const quarter = this.quarter(column);
    return windows.reduce((sum, { first, last }, cell) => (first <= quarter && quarter <= last ? sum + open[cell] : sum), 0);
  }

  /** These columns alone, in rising order. */
  only(columns: readonly number[]): Columns {
    return new Columns(
      this.lines,
      columns.flatMap((column) => this.numbers.slice(column * WIDTH, (column + 1) * WIDTH)),
    );
  }
}

/** Numbers of one column. */
const WIDTH = 4;

/** Columns that are being laid. */
export class ColumnDesk {
  length = 0;
  private readonly numbers: number[] = [];

  clear(): void {
    this.length = 0;
  }

  add(line: number, maker: number, quarter: number, cell: number): void {
    const at = this.length++ * WIDTH;
    this.numbers[at] = line;
    this.numbers[at + 1] = maker;
    this.numbers[at + 2] = quarter;
    this.numbers[at + 3] = cell;
  }

  columnsOf(lines: readonly StepLine[]): Columns {
    return new Columns(lines, this.numbers.slice(0, this.length * WIDTH));
  }
}
