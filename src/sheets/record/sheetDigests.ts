/** The SHA-256 of each sheet's content: inputs as the clerk filled them, outputs as they were computed. With a yield now and then. */
import { atOnce, ROWS_AT_ONCE } from "../../engine/slices";
import type { CellValue, Sheet } from "../../workbook/workbook";
import { fieldColumns, type SheetTable } from "../table/column";
import { agreementsDrafted, agreementsWritten } from "./agreementDigests";
import { normalCell, SheetDigest } from "./digest";
import type { RecordedAgreement } from "./runRecord";
import type { EarlierOutput } from "../table/earlierOutput";
import { outputTables } from "../outputs";
import type { OutputKind, SheetReceipt } from "../reading";
import { readRecords } from "../sharing/readRecords";
import { recordsDigest } from "../sharing/recordsDigest";
import { explanationsTable, rejectionsTable, repliesTable, sentUpTable, settledBelowTable } from "../sharing/sharedTables";
import type { SheetDraft } from "../table/sheetDraft";

/** Sheets that keep what travelled: read by field, and as good as absent where they are empty. */
const KEPT: readonly SheetTable[] = [settledBelowTable, rejectionsTable, repliesTable, explanationsTable, sentUpTable];

/** By kind of sheet. Columns that are the clerk's own do not count; a sheet without headings (the Cover) counts whole. */
export function* inputDigests(sheets: readonly Sheet[], receipts: readonly SheetReceipt[]): Generator<void, ReadonlyMap<string, string>> {
  const outputs = new Set<string>([...outputTables.map((table) => table.kind), "Submissions"]);
  const digests = new Map<string, string>();
  for (const receipt of receipts) {
    const sheet = sheets.find(({ name }) => name === receipt.sheet);
    if (!sheet || receipt.kind === undefined || outputs.has(receipt.kind)) continue;
    const table = KEPT.find(({ kind }) => kind === receipt.kind);
    const records = table && readRecords(sheet, { table });
    if (!records) digests.set(receipt.kind, yield* inputDigest(sheet, receipt));
    else if (records.length > 0) digests.set(receipt.kind, recordsDigest(records));
  }
  return digests;
}

function* inputDigest(sheet: Sheet, { headerRow, columns }: SheetReceipt): Generator<void, string> {
  const ours = columns.filter((column): column is typeof column & { field: string } => column.field !== undefined);
  if (headerRow === undefined || ours.length === 0) return yield* wholeDigest(sheet.values);
  return yield* columnsDigest(
    ours.map(({ field, column }) => [field, column]),
    sheet.values,
    headerRow + 1,
  );
}

function* wholeDigest(rows: readonly (readonly CellValue[])[]): Generator<void, string> {
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => normalCell(cell) !== "") + 1), 0);
  const columns = Array.from({ length: width }, (_, column): [string, number] => [String(column).padStart(5, "0"), column]);
  return yield* columnsDigest(columns, rows, 0);
}

/** By kind of sheet, as they will be written; of the Agreements what is recorded of each row counts. */
export function* draftDigests(
  drafts: Iterable<readonly [OutputKind, SheetDraft]>,
  recorded: readonly RecordedAgreement[] = [],
): Generator<void, ReadonlyMap<OutputKind, string>> {
  const digests = new Map<OutputKind, string>();
  for (const [kind, draft] of drafts)
    digests.set(kind, yield* kind === "Agreements" ? agreementsDrafted(draft, recorded) : draftDigest(draft));
  return digests;
}

/** Of the computed columns only: replies, remarks and decisions may change without a new balance. */
export function* draftDigest({ columns, rows }: SheetDraft): Generator<void, string> {
  const computed = columns.flatMap(({ field, clerk }, index): [string, number][] => (clerk ? [] : [[field, index]]));
  return yield* columnsDigest(computed, rows, 0);
}

/** The same digest of a sheet that was written: equal to its draft's until somebody changes a computed cell, or the rows' order. */
export function* outputDigest(output: EarlierOutput, table: SheetTable): Generator<void, string> {
  if (table.kind === "Agreements") return yield* agreementsWritten(output);
  const { sheet, headerRow, columnOf } = output;
  const clerk = new Set(fieldColumns(table).flatMap((column): string[] => (column.clerk ? [column.field] : [])));
  const computed = [...columnOf].filter(([field]) => !clerk.has(field));
  return yield* columnsDigest(computed, sheet.values, headerRow + 1);
}

/** Of these columns (a field, and where it stands), from this row on. */
function* columnsDigest(
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly CellValue[])[],
  from: number,
): Generator<void, string> {
  const digest = new SheetDigest(
    columns.map(([field]) => field),
    columns.map(([, column]) => column),
  );
  for (let row = from; row < rows.length; row++) {
    if (row % ROWS_AT_ONCE === 0) yield;
    digest.add(rows[row]);
  }
  return digest.hex();
}

/** Of a sheet without a grid of rows (the Summary): every cell, but for the check code, which is made of the other digests. */
export function pageDigest(rows: readonly (readonly CellValue[])[], checkCode: string): string {
  const blank = (cell: CellValue): CellValue => (typeof cell === "string" && checkCode !== "" ? cell.replaceAll(checkCode, "") : cell);
  return atOnce(wholeDigest(rows.map((row) => row.map(blank))));
}
