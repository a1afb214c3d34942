/**
 * The words of linear models with whole-number columns, and the door every solver of them stands behind.
 * Everything is minimised. Columns are whole numbers.
 */
export interface LinearModel {
  readonly columns: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Terms[];
  /** rowLower[i] ≤ rows[i] ≤ rowUpper[i] */
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
}
/** Σ coefficient[i] · x[column[i]] */
export interface Terms {
  readonly column: readonly number[];
  readonly coefficient: readonly number[];
}
export interface LinearSolution {
  /** "optimal": `bound` proves the plan within less than one smallest step; "limit": stopped at a limit; "infeasible": no plan at all. */
  readonly status: "optimal" | "limit" | "infeasible";
  readonly plan: readonly number[];
  /** No plan is lower than this. */
  readonly bound: number;
  /** Of the relaxation (no whole numbers asked): shadow prices by row, reduced costs by column, and where the solver stood. */
  readonly relaxation?: Relaxation;
}
export interface Relaxation {
  readonly prices: readonly number[];
  readonly reducedCosts: readonly number[];
  readonly basis: LinearBasis;
}
/** Where a relaxation was solved to; another goal on the same model (rows and columns may have been added) begins there. */
export interface LinearBasis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}
export interface LinearOptions {
  /** Branch-and-bound nodes at most; absent: to the end. */
  readonly nodes?: number;
  /** Simplex iterations of a whole-number search at most, counted where the solver looks up; absent: to the end. */
  readonly iterations?: number;
  /** A whole-number plan this close to its bound is good enough; absent: 0.5, any two values being at least 1 apart. */
  readonly gap?: number;
  /** A feasible plan to start from. */
  readonly start?: readonly number[];
  /** Without whole numbers: the relaxation alone. */
  readonly relaxed?: boolean;
  /** Where to begin a relaxation. */
  readonly basis?: LinearBasis;
}
export type SolveLinear = (model: LinearModel, goal: Terms, options: LinearOptions) => LinearSolution;
