/** What the pane draws, as plain data that can cross from a worker; every sentence in every language. */
import type { LaterGoal } from "../../engine/model";
import type { Text } from "../../i18n/language";
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
  readonly understood: readonly string[];
  readonly leftAlone: readonly string[];
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
  /** The goals that the clerk may reorder, in his order. */
  readonly laterGoals: readonly LaterGoal[];
  /** A sheet of needs or of capacity is there. */
  readonly anything: boolean;
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
  /** Where the line stands, from 0. */
  readonly line?: { readonly sheet: string; readonly row: number };
}

export interface ResultView {
  /** The largest family of units; absent where nothing was needed. */
  readonly headline?: Share;
  readonly agreements: number;
  readonly unresolved: number;
  readonly transfers: number;
  readonly proof: { readonly proved: boolean; readonly gap: number };
  readonly issues: readonly IssueView[];
  readonly priorities: readonly Share[];
  readonly families: readonly Share[];
  readonly places: readonly {
    readonly place: string;
    readonly agreements: number;
    readonly amounts: readonly { readonly name: Text; readonly quantity: number }[];
  }[];
  readonly bottlenecks: readonly Text[];
  readonly checkCode: string;
}
