import type { WorkbookFault } from "../workbook";
import { WorkbookError } from "../workbook";

/** Codes by their sense, since hosts spell them differently; the first that fits. */
const FAULTS: readonly (readonly [RegExp, WorkbookFault])[] = [
  [/celledit/i, "cell edit mode"],
  [/payload|toolarge|exceed|memorylimit/i, "too much data"],
  [/inactiveworkbook|invalidselection/i, "other workbook"],
  [/readonly/i, "read-only"],
  [/accessdenied|protected/i, "protected"],
  [/session/i, "closed"],
];

/** Faults of the moment: the same batch may succeed a little later. */
const PASSING = /^(GeneralException|RequestAborted|Conflict|ServiceNotAvailable|InactiveWorkbook|InvalidSelection|HostIsBusy)$/i;

/** What Excel's error means for the clerk. A programmer's mistake comes back as it is. */
export function workbookErrorOf(error: unknown): unknown {
  if (error instanceof WorkbookError || error instanceof RangeError || error instanceof TypeError) return error;
  const code = codeOf(error);
  const fault = FAULTS.find(([sense]) => sense.test(code))?.[1] ?? "unknown";
  return new WorkbookError(fault, code === "" ? String(error) : code, { cause: error });
}

/** Whether trying again without the clerk doing anything makes sense. */
export function isPassing(error: unknown): boolean {
  return error instanceof WorkbookError && PASSING.test(codeOf(error.cause));
}

/** An API that this Excel does not have. */
export function isUnknownApi(error: unknown): boolean {
  return error instanceof WorkbookError && /^(ApiNotFound|NotImplemented|UnsupportedOperation)$/i.test(codeOf(error.cause));
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : String(error.code);
}
