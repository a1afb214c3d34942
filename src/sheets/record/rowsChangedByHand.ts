/** Agreement rows that are no longer as the last run wrote them. */
import { ROWS_AT_ONCE } from "../../engine/slices";
import { agreementsTable } from "../outputs";
import { fieldColumns } from "../table/column";
import { cellText, type EarlierOutput } from "../table/earlierOutput";
import { RowDigest } from "./digest";
import type { RunRecord } from "./runRecord";

/** Cells of an agreement row that Balance computes; the rest (version, status, replies, remark) may be changed freely. */
const FREE_FIELDS: ReadonlySet<string> = new Set([
  "version",
  "status",
  ...fieldColumns(agreementsTable)
    .filter((entry) => entry.clerk)
    .map((entry) => entry.field),
]);

/** Digests of agreement rows' computed cells; `columnOf` by field (periods by their key). */
export function agreementRowDigest(columnOf: Iterable<readonly [string, number]>): RowDigest {
  return new RowDigest(new Map([...columnOf].filter(([field]) => !FREE_FIELDS.has(field))));
}

/**
 * Agreement rows that the clerk typed, or whose computed cells he changed since the last run: row indices. Without a Run record
 * nothing is known and no row counts as changed.
 */
export function* rowsChangedByHand(agreements: EarlierOutput, record: RunRecord | undefined): Generator<void, ReadonlySet<number>> {
  const changed = new Set<number>();
  if (!record || record.halfWritten === true || record.runs.length === 0) return changed;
  const { sheet, headerRow, columnOf } = agreements;
  const numberColumn = columnOf.get("no") ?? -1;
  const ours = [...columnOf.values()];
  const digest = agreementRowDigest(columnOf);
  for (let row = headerRow + 1; row < sheet.values.length; row++) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const cells = sheet.values[row];
    if (ours.every((column) => (cells[column] ?? "") === "")) continue;
    if (record.agreements.get(cellText(cells[numberColumn]))?.digest !== digest.of(cells)) changed.add(row);
  }
  return changed;
}
