import { SolverRefused } from "../../actions/solverDoors";
import type { PaneFault } from "../../i18n/paneFaults";
import { WorkbookError } from "../../workbook/workbook";
import type { JobOutcome } from "./job";

export type Failure = Extract<JobOutcome, { kind: "failed" }>;

/** What the pane says of an error; `otherwise` where it is nobody's that the clerk knows. The error itself goes to the console. */
export function failureOf(error: unknown, otherwise: PaneFault = "program"): Failure {
  if (error instanceof WorkbookError) return { kind: "failed", fault: error.fault, places: error.places };
  console.warn(error);
  return { kind: "failed", fault: error instanceof SolverRefused ? "no solver" : otherwise, places: [] };
}
