/** What lies before the clerk: the states of the Balance tab, as pane.md draws them. */
import type { PaneFault, Remedy } from "../i18n/paneFaults";
import type { Progress } from "../i18n/progress";
import type { SheetPlace } from "../workbook/workbook";
import type { Desk } from "./desk";
import type { Verb } from "./jobs/job";
import type { CheckView, ResultView } from "./jobs/views";

/** What can be under way. */
export type Running = Verb | "undo";

export type Board =
  | { readonly kind: "empty" }
  /** `wanted`: Balance was clicked before reading ended. */
  | { readonly kind: "reading"; readonly desk: Desk; readonly wanted: boolean }
  | { readonly kind: "ready"; readonly desk: Desk; readonly check: CheckView }
  | { readonly kind: "running"; readonly verb: Running; readonly desk: Desk; readonly check?: CheckView; readonly progress?: Progress }
  /** `write`: the result is not in the workbook yet; writes it without computing it again. */
  | { readonly kind: "result"; readonly desk: Desk; readonly check: CheckView; readonly result: ResultView; readonly write?: () => void };

/** A bar at the top; it stays until the clerk lets it go or acts. */
export type Notice =
  | {
      readonly kind: "fault";
      readonly fault: PaneFault;
      /** The sheets or cells it is about. */
      readonly places: readonly SheetPlace[];
      readonly remedy?: { readonly kind: Remedy; readonly act: () => void };
    }
  | { readonly kind: "inserting" }
  | { readonly kind: "several files" }
  | { readonly kind: "called off" }
  | { readonly kind: "undone" };

/** The check of the workbook on the desk, as far as it is known. */
export function checkOn(board: Board): CheckView | undefined {
  return board.kind === "ready" || board.kind === "running" || board.kind === "result" ? board.check : undefined;
}

/** Names of the sheets that are in the workbook anew since that check. */
export function writtenOn(board: Board): readonly string[] {
  return board.kind === "result" && !board.write ? board.result.sheets : [];
}

export function deskOn(board: Board): Desk | undefined {
  return board.kind === "empty" ? undefined : board.desk;
}
