/**
 * Reduced cost fixing (Dantzig, Fulkerson and Johnson, 1954): a plan no worse than a known one cannot move a column, or the
 * activity of a row, further from where a bound has it than the distance between plan and bound pays for. Exact, in whole numbers.
 */
import { SCALE, type DualBound } from "./dualBound";

export interface Ends {
  readonly lower: number[];
  readonly upper: number[];
}

/** Narrows the ends of columns and rows in place to what plans of at most `value` can reach. */
export function fixByReducedCost(columns: Ends, rows: Ends, { bound, value }: { bound: DualBound; value: bigint }): void {
  const distance = value * SCALE - bound.scaled;
  if (distance < 0n) throw new RangeError(`a plan of ${value} is better than its bound`);
  narrow(columns, bound.reducedCosts, distance);
  narrow(rows, bound.prices, distance);
}

function narrow({ lower, upper }: Ends, costs: readonly bigint[], distance: bigint): void {
  costs.forEach((cost, index) => {
    if (cost === 0n) return;
    const steps = Number(distance / (cost > 0n ? cost : -cost));
    if (cost > 0n) upper[index] = Math.min(upper[index], lower[index] + steps);
    else lower[index] = Math.max(lower[index], upper[index] - steps);
  });
}
