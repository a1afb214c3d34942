/** What a balance needs from outside: its solvers, and somebody to tell how far it is. */
import type { SolveNetwork } from "./flow/network";
import type { SolveLinear } from "./linear/model";

/** How far a balance is. */
export interface BalanceProgress {
  readonly stage: "ordering" | "settling" | "explaining";
  /** The place whose step it is, how many are done, and how many there are. */
  readonly place?: string;
  readonly done: number;
  readonly total: number;
}

export interface Doors {
  readonly solveNetwork: SolveNetwork;
  /** Loads the solver for linear models; asked for only when a part of a step is no network. */
  readonly solveLinear: () => Promise<SolveLinear>;
  /** Called between pieces of work: show progress, let others run; reject to cancel. */
  readonly pause: (progress: BalanceProgress) => Promise<void>;
}
