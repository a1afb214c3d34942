/** What came of the last step with other offices; it stays until the next step, or until another workbook lies on the desk. */
import type { Desk } from "./desk";
import type { ShareOutcome, ShareVerb } from "./jobs/job";

export interface LastStep {
  readonly desk: Desk;
  readonly verb: ShareVerb;
  readonly outcome: ShareOutcome;
  /** It is not in the workbook yet: writes it without working it out again. */
  readonly write?: () => void;
  /** It is in the workbook, and nothing was written since. */
  readonly canUndo: boolean;
}
