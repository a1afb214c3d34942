/** What Verify found, as JSON with English names in any language. */
import { cellAddress } from "../sheets/ownRowFormula";
import { isVerified, type ChangedRow, type Verification } from "../sheets/verification";

export interface VerificationJson {
  readonly verified: boolean;
  /** False where the last run broke off, or there was none. */
  readonly complete: boolean;
  readonly checkCode: { readonly recorded: string; readonly now: string };
  readonly sheets: readonly { readonly sheet: string; readonly state: string }[];
  readonly rows: readonly { readonly sheet: string; readonly cells: string; readonly no: string; readonly change: string }[];
}

export function verificationJson(found: Verification): VerificationJson {
  const { run, brokenOff, sheets, rows, checkCode } = found;
  return {
    verified: isVerified(found),
    complete: run !== undefined && !brokenOff,
    checkCode: { recorded: run?.checkCode ?? "", now: checkCode },
    sheets,
    rows: rows.map((row) => ({ sheet: row.sheet, cells: cellsOf(row), no: row.no, change: row.change })),
  };
}

/** `A7:U7`; empty for a row that was taken away. */
export function cellsOf({ row, columns }: ChangedRow): string {
  return row === undefined || !columns ? "" : `${cellAddress(row, columns[0])}:${cellAddress(row, columns[1])}`;
}
