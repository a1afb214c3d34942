/** One piece of work for the worker, and what it says back. Plain data only. */
import type { AskedJson } from "../../actions/askedJson";
import type { VerificationJson } from "../../actions/verificationJson";
import type { Language, Text } from "../../i18n/language";
import type { PaneFault } from "../../i18n/paneFaults";
import type { Progress } from "../../i18n/progress";
import type { DefinedCell, Sheet, SheetPlace, WrittenSheet } from "../../workbook/workbook";
import type { CollectedView } from "./collectedView";
import type { ReadPiece, WrittenPiece } from "./pieces";
import type { CheckView, ResultView } from "./views";

/** A workbook as bytes of an .xlsx file, or as sheets already read. */
export type Source =
  | { readonly kind: "file"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[]; readonly definedCells: readonly DefinedCell[] };

/** What is to be kept: the whole file anew, or the sheets to write. */
export type Written =
  | { readonly kind: "file"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "sheets"; readonly sheets: readonly WrittenSheet[] };

/** What the clerk says with a submission. */
export interface Said {
  /** Blank: as the workbook says. */
  readonly office: string;
  readonly sendTo: string;
  /** Send the factories' contacts too. */
  readonly contacts: boolean;
  /** By the key of the problem they explain. */
  readonly explanations: ReadonlyMap<string, string>;
}

/** A file from another office; it is read only when its turn comes. */
export interface GivenFile {
  readonly name: string;
  readonly content: Blob;
}

/** What an office does with others. */
export type ShareStep =
  | { readonly verb: "verify" | "start round" | "return" | "start year" }
  | { readonly verb: "submit"; readonly said: Said }
  | { readonly verb: "collect"; readonly given: readonly GivenFile[] }
  | { readonly verb: "receive"; readonly given: GivenFile };
export type ShareVerb = ShareStep["verb"];

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is to be written, and the sheets it was worked out from. */
interface ToKeep {
  readonly written: Written;
  readonly used: readonly string[];
}

export interface Submitted extends ToKeep {
  readonly kind: "submitted";
  readonly office: string;
  readonly sendTo: string;
  readonly version: number;
  readonly checkCode: string;
  /** The same content as the last time. */
  readonly again: boolean;
  readonly file: MadeFile;
}

export interface Collected extends ToKeep {
  readonly kind: "collected";
  readonly files: readonly CollectedView[];
  /** Offices that have sent nothing yet. */
  readonly missing: readonly string[];
  /** Offices that sent something, of which nothing was ever taken. */
  readonly refused: readonly string[];
}

export interface Received extends ToKeep {
  readonly kind: "received";
  readonly from: string;
  /** The version that the return answers. */
  readonly version: string;
  readonly agreements: number;
  readonly unresolved: number;
}

export type ShareOutcome =
  | { readonly kind: "verified"; readonly found: VerificationJson }
  | { readonly kind: "files"; readonly files: readonly MadeFile[] }
  | { readonly kind: "not done"; readonly why: Text }
  /** What the clerk has to say first. */
  | { readonly kind: "asked"; readonly asked: Readonly<Record<Language, AskedJson>> }
  | Submitted
  | Collected
  | Received;

export type Job = { readonly source: Source; readonly language: Language } & (
  { readonly verb: "check" } | { readonly verb: "balance"; readonly withoutInvalid: boolean; readonly forms?: boolean } | ShareStep
);

/** All that is done on a workbook but reading it. */
export type Verb = Exclude<Job["verb"], "check">;

export type JobOutcome =
  | ShareOutcome
  | { readonly kind: "called off" }
  | { readonly kind: "checked"; readonly check: CheckView }
  | ({ readonly kind: "must fix"; readonly check: CheckView } & ToKeep)
  | ({ readonly kind: "balanced"; readonly check: CheckView; readonly result: ResultView } & ToKeep)
  | { readonly kind: "failed"; readonly fault: PaneFault; readonly places: readonly SheetPlace[] };

/** To the worker: the rows of the sheets, then the job without them. */
export type JobOrder = { readonly kind: "piece"; readonly piece: ReadPiece } | { readonly kind: "job"; readonly job: Job };

/** From the worker: at the end the rows that were written, then the outcome without them. */
export type JobMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "piece"; readonly piece: WrittenPiece }
  | { readonly kind: "outcome"; readonly outcome: JobOutcome };
