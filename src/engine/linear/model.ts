/**
 * The words of linear models with whole-number columns, and the door every solver of them stands behind.
 * Everything is minimised. Columns are whole numbers.
 */
export interface LinearModel {
  readonly columns: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
}
/** lower ≤ Σ coefficient[i] · x[column[i]] ≤ upper */
export interface LinearRow {
  readonly column: readonly number[];
  readonly coefficient: readonly number[];
  readonly lower: number;
  readonly upper: number;
}
export interface LinearGoal {
  readonly column: readonly number[];
  readonly coefficient: readonly number[];
}
export interface LinearSolution {
  /** "optimal": `bound` proves the plan within less than one smallest step; "limit": stopped at the node limit; "infeasible": no plan at all. */
  readonly status: "optimal" | "limit" | "infeasible";
  readonly plan: readonly number[];
  /** No plan is lower than this. */
  readonly bound: number;
  /** Shadow prices of the rows in the relaxation (no whole numbers asked), where asked for. */
  readonly prices?: readonly number[];
}
export interface LinearOptions {
  /** Branch-and-bound nodes at most; absent: to the end. */
  readonly nodes?: number;
  /** A feasible plan to start from. */
  readonly start?: readonly number[];
  /** Without whole numbers: the relaxation alone. */
  readonly relaxed?: boolean;
}
export type SolveLinear = (model: LinearModel, goal: LinearGoal, options: LinearOptions) => LinearSolution;
