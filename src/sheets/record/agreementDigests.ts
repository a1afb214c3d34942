/** What the Run record keeps of every agreement row as it was written, and the digest of their sheet, which is made of that. */
import type { AgreementStatus } from "../../engine/model";
import { eachInSlices, ROWS_AT_ONCE } from "../../engine/slices";
import type { CellValue } from "../../workbook/workbook";
import { agreementsTable } from "../outputs";
import { fieldColumns } from "../table/column";
import type { EarlierOutput } from "../table/earlierOutput";
import type { SheetDraft } from "../table/sheetDraft";
import { RowDigest, SheetDigest } from "./digest";
import type { RecordedAgreement } from "./runRecord";

/** Cells of an agreement row that Balance computes; the rest (version, status, replies, remark) may be changed freely. */
const FREE_FIELDS: ReadonlySet<string> = new Set([
  "version",
  "status",
  ...fieldColumns(agreementsTable)
    .filter((entry) => entry.clerk)
    .map((entry) => entry.field),
]);

const A = 65;

/** A letter for each field: names would be half of what is digested. A letter stays what it is when fields are added at the end. */
const LETTERS = new Map<string, string>(fieldColumns(agreementsTable).map(({ field }, place) => [field, String.fromCharCode(A + place)]));

/** Digests of agreement rows' computed cells; `columnOf` by field (periods by their key). */
export function agreementRowDigest(columnOf: Iterable<readonly [string, number]>): RowDigest {
  const computed = [...columnOf].filter(([field]) => !FREE_FIELDS.has(field));
  return new RowDigest(new Map(computed.map(([field, column]) => [LETTERS.get(field) ?? field, column])));
}

/** The agreement rows of a draft as the Run record keeps them; a row's status by its place. */
export function* recordedAgreements(
  draft: SheetDraft | undefined,
  statusOf: (row: number) => AgreementStatus | undefined,
): Generator<void, readonly RecordedAgreement[]> {
  if (!draft) return [];
  const columnOf = columnsOf(draft);
  const digest = agreementRowDigest(columnOf);
  const number = columnOf.get("no") ?? -1;
  return yield* eachInSlices(draft.rows, (row, index) => ({ no: String(row[number]), digest: digest.of(row), status: statusOf(index) }));
}

/** The digest of the sheet that will have these rows. */
export function agreementsDrafted(draft: SheetDraft, recorded: readonly RecordedAgreement[]): Generator<void, string> {
  return agreementsDigest({ rows: draft.rows, columnOf: columnsOf(draft), from: 0 }, (row) => recorded[row].digest);
}

/** The digest of the sheet as it stands: the same until somebody changes a cell that Balance wrote, or the rows' order. */
export function agreementsWritten({ sheet, headerRow, columnOf }: EarlierOutput): Generator<void, string> {
  const digest = agreementRowDigest(columnOf);
  return agreementsDigest({ rows: sheet.values, columnOf, from: headerRow + 1 }, (row) => digest.of(sheet.values[row]));
}

interface Rows {
  readonly rows: readonly (readonly CellValue[])[];
  /** By field. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly from: number;
}

/** Of each row's own digest, and of what Balance writes but everybody may change. */
function* agreementsDigest({ rows, columnOf, from }: Rows, digestOf: (row: number) => string): Generator<void, string> {
  const sheet = new SheetDigest(["row", "status", "version"]);
  const status = columnOf.get("status") ?? -1;
  const version = columnOf.get("version") ?? -1;
  for (let row = from; row < rows.length; row++) {
    if (row % ROWS_AT_ONCE === 0) yield;
    sheet.add([digestOf(row), rows[row][status], rows[row][version]]);
  }
  return sheet.hex();
}

function columnsOf({ columns }: SheetDraft): ReadonlyMap<string, number> {
  return new Map(columns.map(({ field }, index) => [field, index]));
}
