/** The SHA-256 of each sheet's content: inputs as the clerk filled them, outputs as they were computed. */
import type { Sheet } from "../workbook/workbook";
import { SheetDigest } from "./digest";
import { outputTables } from "./outputs";
import type { SheetReceipt } from "./reading";
import type { SheetDraft } from "./sheetDraft";

/** By kind of sheet. Columns that are the clerk's own do not count; a sheet without headings (the Cover) counts whole. */
export function inputDigests(sheets: readonly Sheet[], receipts: readonly SheetReceipt[]): ReadonlyMap<string, string> {
  const outputs = new Set<string>(outputTables.map((table) => table.kind));
  const digests = new Map<string, string>();
  for (const receipt of receipts) {
    const sheet = sheets.find(({ name }) => name === receipt.sheet);
    if (sheet && receipt.kind !== undefined && !outputs.has(receipt.kind)) digests.set(receipt.kind, inputDigest(sheet, receipt));
  }
  return digests;
}

function inputDigest(sheet: Sheet, { headerRow, columns }: SheetReceipt): string {
  const ours = columns.filter((column): column is typeof column & { field: string } => column.field !== undefined);
  if (headerRow === undefined || ours.length === 0) return wholeSheet(sheet);
  const digest = new SheetDigest(
    ours.map((column) => column.field),
    ours.map(({ column }) => column),
  );
  for (let row = headerRow + 1; row < sheet.values.length; row++) digest.add(sheet.values[row]);
  return digest.hex();
}

function wholeSheet(sheet: Sheet): string {
  const width = sheet.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const digest = new SheetDigest(Array.from({ length: width }, (_, column) => String(column).padStart(5, "0")));
  for (const row of sheet.values) digest.add(row);
  return digest.hex();
}

/** Of the computed columns only: replies, remarks and decisions may change without a new balance. */
export function draftDigest({ columns, rows }: SheetDraft): string {
  const computed = columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.clerk);
  const digest = new SheetDigest(
    computed.map(({ column }) => column.field),
    computed.map(({ index }) => index),
  );
  for (const row of rows) digest.add(row);
  return digest.hex();
}
