import type { WorkbookFault } from "../workbook";
import { WorkbookError } from "../workbook";

const FAULTS: ReadonlyMap<string, WorkbookFault> = new Map([
  ["InvalidOperationInCellEditMode", "cell edit mode"],
  ["AccessDenied", "protected"],
  ["RequestPayloadSizeLimitExceeded", "too much data"],
  ["ResponsePayloadSizeLimitExceeded", "too much data"],
  ["RangeExceedsLimit", "too much data"],
  ["MemoryLimitReached", "too much data"],
  ["ReadOnly", "read-only"],
  ["InvalidOrTimedOutSession", "closed"],
  ["InvalidSession", "closed"],
]);

/** Faults of the moment: the same batch may succeed a little later. */
const PASSING: ReadonlySet<string> = new Set([
  "GeneralException",
  "RequestAborted",
  "Conflict",
  "ServiceNotAvailable",
  "InactiveWorkbook",
  "InvalidSelection",
]);

/** What Excel's error means for the clerk. A programmer's mistake comes back as it is. */
export function workbookErrorOf(error: unknown): unknown {
  if (error instanceof WorkbookError || error instanceof RangeError || error instanceof TypeError) return error;
  const code = codeOf(error);
  return new WorkbookError(FAULTS.get(code) ?? "unknown", code === "" ? String(error) : code, { cause: error });
}

/** Whether trying again without the clerk doing anything makes sense. */
export function isPassing(error: unknown): boolean {
  return error instanceof WorkbookError && error.fault === "unknown" && PASSING.has(codeOf(error.cause));
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : String(error.code);
}
