/** Agreement rows that are no longer as the last run wrote them. */
import { ROWS_AT_ONCE } from "../../engine/slices";
import { cellText, type EarlierOutput } from "../table/earlierOutput";
import { agreementRowDigest } from "./agreementDigests";
import type { RunRecord } from "./runRecord";

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
