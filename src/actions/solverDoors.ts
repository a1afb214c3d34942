/** The solvers a balance uses, and its pauses: progress is told, and a run that was called off stops. */
import type { BalanceProgress, Doors } from "../engine/doors";
import { solveNetwork } from "../engine/flow/solveNetwork";
import type { SolveLinear } from "../engine/linear/model";
import type { Progress } from "../i18n/progress";

export interface RunControl {
  /** Told at each stage, and now and then within it. */
  readonly onProgress?: (progress: Progress) => void;
  /** Calls the run off; nothing is written then. */
  readonly signal?: AbortSignal;
}

/** Thrown inside a run that was called off; actions turn it into a value. */
export class CalledOff extends Error {
  override readonly name = "CalledOff";
}

/** Tells how far a run is, and throws CalledOff where it was called off. */
export function report({ onProgress, signal }: RunControl, progress: Progress): void {
  if (signal?.aborted) throw new CalledOff("the run was called off");
  onProgress?.(progress);
}

/** Milliseconds of work between two rests, so that a page stays alive and a run can be called off. */
const SLICE = 30;

export function solverDoors(control: RunControl): Doors {
  let rested = performance.now();
  // Three megabytes of WebAssembly: fetched and compiled once a run, not once a part.
  let linear: Promise<SolveLinear> | undefined;
  return {
    solveNetwork,
    solveLinear: () => (linear ??= import("../engine/linear/solveWithHighs").then(({ loadSolveLinear }) => loadSolveLinear())),
    pause: async (progress: BalanceProgress) => {
      report(control, progress);
      if (performance.now() - rested < SLICE) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
      rested = performance.now();
    },
  };
}
