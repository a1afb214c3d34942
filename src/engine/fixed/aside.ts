/**
 * What is kept out of a place's balancing because it is settled higher up: taken off the ledger when the place sits down, and
 * given back when it rises.
 */
import type { Way } from "../register/eligibility";
import { close, take } from "../ledger";
import type { Line } from "../register/lines";

export class Aside {
  private readonly givingBack: (() => void)[] = [];

  /** Keeps out so much of an open cell. */
  keepOpen(open: Float64Array, line: Line, cell: number, quantity: number): void {
    close(open, line, cell, quantity);
    this.givingBack.push(() => close(open, line, cell, -quantity));
  }

  /** Keeps out what a quantity uses of a way's rows in a quarter. */
  keepFree(free: Float64Array, way: Way, { quarter, quantity, quarters }: { quarter: number; quantity: number; quarters: number }): void {
    take(free, way, quarter, quantity, quarters);
    this.givingBack.push(() => take(free, way, quarter, -quantity, quarters));
  }

  giveBack(): void {
    for (const back of this.givingBack) back();
    this.givingBack.length = 0;
  }
}
