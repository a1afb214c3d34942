import type { CellRange } from "../workbook";

/** The cells of a sheet that a range of ours means. */
export function cellsAt(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
