/** A workbook from a lower office, as far as Collect has to know it. */
import type { Problem, SheetLanguage } from "../reading";
import type { WorkbookFault } from "../../workbook/workbook";
import type { Answers } from "./answers";
import type { SubmissionRows } from "./submission";

export interface Incoming {
  readonly file: string;
  /** As its Cover says. */
  readonly office: string;
  readonly officeCode: string;
  readonly sendTo: string;
  readonly round: string;
  readonly planStarts: string;
  /** Keys of its quarters; `any` alone where nothing is dated. */
  readonly quarters: readonly string[];
  readonly version: number;
  readonly checkCode: string;
  readonly rows: SubmissionRows;
  readonly language: SheetLanguage;
  /** Balanced by its office, or here because it never was. */
  readonly balanced: "at home" | "on arrival";
  /** Problems that were found again and that its office has not explained: Submit asks for that, Collect only tells. */
  readonly unexplained?: readonly SlipProblem[];
}

/** Why a file was not taken. */
export type Refusal =
  | { readonly kind: "unreadable"; readonly fault: WorkbookFault; readonly detail: string }
  | { readonly kind: "no submission"; readonly paper: string }
  | { readonly kind: "no office" }
  | { readonly kind: "addressed elsewhere"; readonly sendTo: string; readonly here: string }
  | { readonly kind: "unknown office"; readonly office: string; readonly near: readonly string[] }
  | { readonly kind: "own workbook"; readonly office: string }
  | { readonly kind: "other round"; readonly round: string; readonly here: string }
  | { readonly kind: "other plan"; readonly periods: readonly string[]; readonly here: readonly string[] }
  | { readonly kind: "changed on the way"; readonly stated: string; readonly found: string }
  | { readonly kind: "old version"; readonly version: number; readonly known: number }
  /** Never balanced by its office, and too large to be balanced on arrival. */
  | { readonly kind: "not balanced"; readonly rows: number; readonly most: number }
  | { readonly kind: "must fix"; readonly problems: readonly SlipProblem[]; readonly more: number };

/** A problem with its cell in the county's own workbook. */
export interface SlipProblem {
  readonly sheet: string;
  readonly cell: string;
  readonly problem: Problem;
}

/** More than a clerk would go through: those beyond are only counted. */
const MOST_ON_A_SLIP = 500;

export function mustFix(problems: readonly SlipProblem[]): Refusal {
  const listed = problems.slice(0, MOST_ON_A_SLIP);
  return { kind: "must fix", problems: listed, more: problems.length - listed.length };
}

/** What became of a file. */
export type FileState = "accepted" | "late" | "superseded" | "duplicate" | "refused";

export interface FileJudged {
  readonly file: string;
  readonly state: FileState;
  /** As this office calls it; absent where it is not known here. */
  readonly office?: string;
  readonly incoming?: Incoming;
  readonly refusal?: Refusal;
  /** Replies to agreements of this office, where the file is a return that was filled in; those of a submission are its rows. */
  readonly answers?: Answers;
}
