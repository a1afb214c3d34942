/** One piece of work for the worker, and what it says back. Plain data only. */
import type { VerificationJson } from "../../actions/verificationJson";
import type { Language, Text } from "../../i18n/language";
import type { PaneFault } from "../../i18n/paneFaults";
import type { Progress } from "../../i18n/progress";
import type { DefinedCell, Sheet, SheetPlace, WrittenSheet } from "../../workbook/workbook";
import type { CheckView, ResultView } from "./views";

/** A workbook as bytes of an .xlsx file, or as sheets already read. */
export type Source =
  | { readonly kind: "file"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[]; readonly definedCells: readonly DefinedCell[] };

/** What is to be kept: the whole file anew, or the sheets to write. */
export type Written =
  | { readonly kind: "file"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "sheets"; readonly sheets: readonly WrittenSheet[] };

export type ShareVerb = "verify" | "start round" | "return" | "start year";

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type ShareOutcome =
  | { readonly kind: "verified"; readonly found: VerificationJson }
  | { readonly kind: "files"; readonly files: readonly MadeFile[] }
  | { readonly kind: "not started"; readonly why: Text }
  | { readonly kind: "called off" };

export interface Job {
  readonly verb: "check" | "balance" | ShareVerb;
  readonly source: Source;
  readonly withoutInvalid: boolean;
  readonly language: Language;
}

export type JobOutcome =
  | ShareOutcome
  | { readonly kind: "checked"; readonly check: CheckView }
  | { readonly kind: "must fix"; readonly check: CheckView; readonly written: Written }
  | { readonly kind: "balanced"; readonly check: CheckView; readonly result: ResultView; readonly written: Written }
  | { readonly kind: "failed"; readonly fault: PaneFault; readonly places: readonly SheetPlace[] };

export type JobMessage =
  { readonly kind: "progress"; readonly progress: Progress } | { readonly kind: "outcome"; readonly outcome: JobOutcome };
