/** Who can deliver to a line of a step, and when; and the capacity cells that its work at home takes. */
import type { Way } from "../register/eligibility";
import type { StepLine } from "./stepLines";

export class ColumnFinder {
  /** Capacity cells that handing in-house work over could free. */
  private readonly homes = new Set<number>();
  /** What the line at hand could take in each quarter. */
  private readonly uppers: Float64Array;

  /** `free` must not change while the finder is in use. */
  constructor(
    lines: readonly StepLine[],
    private readonly free: Float64Array,
    private readonly quarters: number,
  ) {
    this.uppers = new Float64Array(quarters);
    for (const stepLine of lines) this.eachHomeCell(stepLine, (key) => this.homes.add(key));
  }

  /** Every way and quarter with room for a step of the line, by way, then by quarter. */
  eachColumn({ windows, open, makers }: StepLine, visit: (way: Way, quarter: number, upper: number) => void): void {
    const { uppers } = this;
    let begin = this.quarters;
    let end = -1;
    for (const { first, last } of windows) {
      begin = Math.min(begin, first);
      end = Math.max(end, last);
    }
    uppers.fill(0, begin, end + 1);
    for (let cell = 0; cell < windows.length; cell++)
      for (let quarter = windows[cell].first; quarter <= windows[cell].last; quarter++) uppers[quarter] += open[cell];
    for (const way of makers)
      for (let quarter = begin; quarter <= end; quarter++)
        if (uppers[quarter] > 0 && this.hasRoom(way, quarter)) visit(way, quarter, uppers[quarter]);
  }

  eachHomeCell({ line: { home }, windows }: StepLine, visit: (key: number) => void): void {
    if (!home) return;
    for (const { due } of windows) if (due !== undefined) for (const row of home.rows) visit(row * this.quarters + due);
  }

  freeOf(key: number): number {
    return this.free[key];
  }

  private hasRoom({ rows, perStep }: Way, quarter: number): boolean {
    for (let position = 0; position < rows.length; position++) {
      const key = rows[position] * this.quarters + quarter;
      if (this.free[key] < perStep[position] && !this.homes.has(key)) return false;
    }
    return true;
  }
}
