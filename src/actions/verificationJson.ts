/** What Verify found, as JSON with English names in any language. */
import { cellAddress } from "../sheets/ownRowFormula";
import { isVerified, type ChangedRow, type Verification, type VerifiedSheet } from "../sheets/verification";

export interface VerificationJson {
  /** All belongs together. */
  readonly verified: boolean;
  /** Whether there is a whole run to go by, and no later one that broke off. */
  readonly record: "whole" | "broken off" | "none";
  readonly office: string;
  readonly checkCode: { readonly recorded: string; readonly now: string };
  readonly sheets: readonly VerifiedSheet[];
  readonly rows: readonly { readonly sheet: string; readonly cells: string; readonly no: string; readonly change: ChangedRow["change"] }[];
}

export function verificationJson(found: Verification): VerificationJson {
  const { run, brokenOff, sheets, rows, checkCode } = found;
  return {
    verified: isVerified(found),
    record: brokenOff ? "broken off" : run ? "whole" : "none",
    office: run?.office ?? "",
    checkCode: { recorded: run?.checkCode ?? "", now: checkCode },
    sheets,
    rows: rows.map((row) => ({ sheet: row.sheet, cells: cellsOf(row), no: row.no, change: row.change })),
  };
}

/** `A7:U7`; empty for a row that was taken away. */
function cellsOf({ row, columns }: ChangedRow): string {
  return row === undefined || !columns ? "" : `${cellAddress(row, columns[0])}:${cellAddress(row, columns[1])}`;
}
