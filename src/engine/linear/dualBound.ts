/**
 * What the shadow prices of a relaxation prove, in whole numbers. A solver's prices are floating point; rounded to multiples of
 * 2⁻⁴⁰, whatever they are then, the Lagrangian bound they give holds exactly (Neumaier and Shcherbina, "Safe bounds in linear
 * and mixed-integer linear programming", 2004).
 */
import type { LinearModel, Terms } from "./model";

/** Prices, costs and the bound are counted in so many parts of one. */
export const SCALE = 2n ** 40n;

export interface DualBound {
  /** No plan of the model is lower than this many 2⁻⁴⁰. */
  readonly scaled: bigint;
  /** By row. */
  readonly prices: readonly bigint[];
  /** By column: what one more of it adds, once everything it takes of the rows is paid for. */
  readonly reducedCosts: readonly bigint[];
}

/** The bound that these row prices prove. Coefficients and bounds of the model must be whole. */
export function dualBound(model: LinearModel, goal: Terms, rowPrices: readonly number[]): DualBound {
  const reducedCosts = new Array<bigint>(model.columns).fill(0n);
  goal.column.forEach((column, index) => (reducedCosts[column] += BigInt(goal.coefficient[index]) * SCALE));
  let scaled = 0n;
  const prices = model.rows.map(({ column, coefficient }, row) => {
    const [lower, upper] = [model.rowLower[row], model.rowUpper[row]];
    const price = wholePrice(rowPrices[row], lower, upper);
    if (price === 0n) return price;
    column.forEach((each, index) => (reducedCosts[each] -= price * BigInt(coefficient[index])));
    scaled += price * BigInt(price > 0n ? lower : upper);
    return price;
  });
  for (let column = 0; column < model.columns; column++) {
    const cost = reducedCosts[column];
    if (cost !== 0n) scaled += cost * BigInt(cost > 0n ? model.lower[column] : model.upper[column]);
  }
  return { scaled, prices, reducedCosts };
}

/** The least whole value that a bound leaves possible. */
export function leastWhole({ scaled }: DualBound): bigint {
  const down = scaled / SCALE;
  return down * SCALE < scaled ? down + 1n : down;
}

/** A row without an end has no price towards it. */
function wholePrice(price: number, lower: number, upper: number): bigint {
  if (!Number.isFinite(price) || !Number.isFinite(price > 0 ? lower : upper)) return 0n;
  return BigInt(Math.round(price * Number(SCALE)));
}
