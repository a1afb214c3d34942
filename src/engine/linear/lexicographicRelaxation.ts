/**
 * The relaxation of a model solved goal after goal: after each, columns with a reduced cost and rows with a price stay where
 * they are, which leaves exactly the plans that are best so far (up to the solver's tolerance: this is only a place to round from).
 */
import type { LinearBasis, LinearModel, SolveLinear, Terms } from "./model";

/** Prices below this are noise of the solver. */
const NOISE = 1e-7;

/** One value per column, not whole; undefined where the solver finds none. Yields before each goal. */
export function* lexicographicRelaxation(
  model: LinearModel,
  goals: readonly Terms[],
  solve: SolveLinear,
): Generator<void, readonly number[] | undefined> {
  const face = {
    ...model,
    columns: model.columns,
    lower: [...model.lower],
    upper: [...model.upper],
    rowLower: [...model.rowLower],
    rowUpper: [...model.rowUpper],
  };
  let plan: readonly number[] | undefined;
  let basis: LinearBasis | undefined;
  for (const goal of goals) {
    yield;
    const solution = solve(face, goal, { relaxed: true, basis });
    if (!solution.relaxation) return plan;
    plan = solution.plan;
    basis = solution.relaxation.basis;
    hold(face.lower, face.upper, solution.relaxation.reducedCosts);
    hold(face.rowLower, face.rowUpper, solution.relaxation.prices);
  }
  return plan;
}

function hold(lower: number[], upper: number[], prices: readonly number[]): void {
  prices.forEach((price, index) => {
    if (price > NOISE && Number.isFinite(lower[index])) upper[index] = lower[index];
    else if (price < -NOISE && Number.isFinite(upper[index])) lower[index] = upper[index];
  });
}
