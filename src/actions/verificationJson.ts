/** What Verify found, as JSON with English names in any language. */
import type { Verdict } from "../i18n/verification";
import { cellAddress } from "../sheets/table/ownRowFormula";
import { isVerified, type ChangedRow, type Verification } from "../sheets/record/verification";

/** The same facts as the words are made of. */
export type VerificationJson = Verdict;

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
