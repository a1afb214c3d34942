/** Cells merged downwards hold for all their rows: which row's value each merged cell takes. */
import type { Sheet } from "../../workbook/workbook";

/** By column, then row: the row that holds the value. Only merges one column wide, in columns of ours, below the header. */
export function verticalMerges(
  sheet: Sheet,
  headerRow: number,
  columns: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const { top, bottom, left, right } of sheet.merges) {
    if (left !== right || top === bottom || top <= headerRow || !columns.has(left)) continue;
    const rows = found.get(left) ?? new Map<number, number>();
    found.set(left, rows);
    // Excel lets no two merges overlap; where a file does, the first holds, and no row is gone over twice.
    const last = Math.min(bottom, sheet.values.length - 1);
    for (let row = top + 1; row <= last && !rows.has(row); row++) rows.set(row, top);
  }
  return found;
}
