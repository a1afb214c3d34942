/** The solvers a balance uses, and its pauses: progress is told, and a run that was called off stops. */
import type { Doors } from "../engine/doors";
import { solveNetwork } from "../engine/flow/solveNetwork";
import type { SolveLinear } from "../engine/linear/model";
import { Memory } from "../engine/memory";
import type { Progress } from "../i18n/progress";
import { letOthersGoFirst } from "./letOthersGoFirst";

export interface RunControl {
  /** Told at each stage, and now and then within it. */
  readonly onProgress?: (progress: Progress) => void;
  /** Calls the run off; nothing is written then. */
  readonly signal?: AbortSignal;
  /** What earlier runs solved; absent: everything is solved. The result is the same. */
  readonly memory?: Memory;
}

/** Thrown inside a run that was called off; actions turn it into a value. */
export class CalledOff extends Error {
  override readonly name = "CalledOff";
}

/** The solver of problems with shared machine hours can't be had here: WebAssembly is refused, or its file is missing. */
export class SolverRefused extends Error {
  override readonly name = "SolverRefused";
}

/** Tells how far a run is, and throws CalledOff where it was called off. */
export function report({ onProgress, signal }: RunControl, progress: Progress): void {
  if (signal?.aborted) throw new CalledOff("the run was called off");
  onProgress?.(progress);
}

async function loadLinear(): Promise<SolveLinear> {
  try {
    const { loadSolveLinear } = await import("../engine/linear/solveWithHighs");
    return await loadSolveLinear();
  } catch (cause) {
    throw new SolverRefused("the solver for linear models did not load", { cause });
  }
}

/** Milliseconds of work between two rests, so that a page stays alive and a run can be called off. */
const SLICE = 30;

/** Tells how far a run is, and rests where it has worked for a while; rejects where the run was called off. */
export function rests(control: RunControl): (progress: Progress) => Promise<void> {
  let rested = performance.now();
  return async (progress) => {
    report(control, progress);
    if (performance.now() - rested < SLICE) return;
    await letOthersGoFirst();
    rested = performance.now();
  };
}

/** For a caller whose runs follow one another on much the same workbook. */
export function rememberedRuns(): Memory {
  return new Memory();
}

export function solverDoors(control: RunControl): Doors {
  // Three megabytes of WebAssembly: fetched and compiled once a run, not once a part.
  let linear: Promise<SolveLinear> | undefined;
  const doors: Doors = {
    solveNetwork,
    solveLinear: () => (linear ??= loadLinear()),
    pause: rests(control),
  };
  return control.memory?.doorsOfRun(doors) ?? doors;
}
