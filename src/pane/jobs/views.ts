/** What the pane draws, as plain data that can cross from a worker; every sentence in every language. */
import type { SharingStanding } from "../../actions/sharingStanding";
import type { LaterGoal } from "../../engine/model";
import type { Text } from "../../i18n/language";
import type { Continuity } from "../../sheets/results/comparison";
import type { Severity, SheetKind } from "../../sheets/reading";

export interface ProblemView {
  readonly severity: Severity;
  readonly sheet: string;
  /** "F17"; empty: the whole sheet. */
  readonly cell: string;
  readonly text: Text;
}

export interface ReceiptView {
  readonly sheet: string;
  readonly kind?: SheetKind;
  /** Written by Balance, or inserted as a template. */
  readonly ours: boolean;
  /** Every column with a heading; what it was understood as, or absent: left alone. */
  readonly columns: readonly { readonly column: number; readonly header: string; readonly understood?: Text }[];
  readonly rows: { readonly read: number; readonly hidden: number; readonly notFilledIn: number; readonly fromText: number };
}

export interface CheckView {
  readonly office: string;
  /** Keys of the first and last period of the plan. */
  readonly from: string;
  readonly to: string;
  readonly problems: readonly ProblemView[];
  readonly mustFix: number;
  readonly explain: number;
  readonly hints: number;
  /** Rows that a balance could leave out so as to do without the must-fix problems; 0: leaving rows out does not heal them. */
  readonly rowsToLeaveOut: number;
  readonly receipts: readonly ReceiptView[];
  /** How many factories need something. */
  readonly factories: number;
  /** The goals that the clerk may reorder, in his order. */
  readonly laterGoals: readonly LaterGoal[];
  /** A sheet of needs or of capacity is there, the office's own or one that lower offices sent. */
  readonly anything: boolean;
  /** How the office stands with others; a balance changes nothing of it. */
  readonly standing?: SharingStanding;
}

export interface Share {
  readonly name: Text;
  readonly demanded: number;
  readonly fulfilled: number;
}

export interface IssueView {
  readonly no: string;
  readonly factory: string;
  readonly product: string;
  readonly total: number;
  readonly unit: string;
  readonly reason: Text;
  readonly proof: Text;
  readonly cure?: Text;
  readonly line?: RowAddress;
}

export interface Amount {
  readonly name: Text;
  readonly quantity: number;
}

/** What goes from one place to another. */
export interface FlowView {
  readonly from: string;
  readonly to: string;
  readonly agreements: number;
  readonly points: number;
  readonly amounts: readonly Amount[];
}

export interface ScarcityView {
  /** Where and when. */
  readonly at: Text;
  /** What a little more would settle. */
  readonly gain: Text;
  readonly cell?: RowAddress;
}

/** Where a row stands, from 0. */
export interface RowAddress {
  readonly sheet: string;
  readonly row: number;
}

export interface LastYearView {
  readonly year: number;
  readonly rows: readonly { readonly name: Text; readonly now: number; readonly before: number }[];
  readonly continuity: Continuity;
}

/** An agreement that differs from the last plan; `before` absent where nobody can tell any more. */
export interface ChangeView {
  readonly no: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly unit: string;
  readonly before?: number;
  readonly after: number;
  readonly cause: Text;
}

export interface ResultView {
  /** The first family of units of which any is needed; absent where nothing is. */
  readonly headline?: Share;
  readonly agreements: number;
  readonly unresolved: number;
  readonly transfers: number;
  readonly proof: { readonly proved: boolean; readonly gap: number; readonly gapUnit: Text };
  /** Names of the sheets written. */
  readonly sheets: readonly string[];
  /** The balance forms are among them. */
  readonly forms: boolean;
  readonly issues: readonly IssueView[];
  readonly priorities: readonly Share[];
  readonly families: readonly Share[];
  readonly places: readonly { readonly place: string; readonly agreements: number; readonly amounts: readonly Amount[] }[];
  /** What local-first costs, a sentence for each priority; absent where it was not worked out. */
  readonly price?: readonly Text[];
  readonly bottlenecks: readonly Text[];
  readonly scarcest: readonly ScarcityView[];
  /** The widest ones. */
  readonly flows: readonly FlowView[];
  readonly lastYear?: LastYearView;
  /** Against the balance before, where there was one: how many agreements differ, and the first of them. */
  readonly changes?: { readonly count: number; readonly first: readonly ChangeView[] };
  readonly checkCode: string;
}
