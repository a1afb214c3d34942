import type { CellRange, CellValue } from "../workbook";

type Rows = readonly (readonly CellValue[])[];

/** Nothing stands under a merged area: of its cells only the top-left one counts, whatever another program left in the file below it. */
export function uncovered(rows: Rows, merges: readonly CellRange[]): Rows {
  const own = new Map<number, CellValue[]>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      for (let column = row === top ? left + 1 : left; column <= Math.min(right, rows[row].length - 1); column++) {
        if (rows[row][column] === null) continue;
        const cells = own.get(row) ?? [...rows[row]];
        own.set(row, cells);
        cells[column] = null;
      }
    }
  }
  return own.size === 0 ? rows : rows.map((cells, row) => own.get(row) ?? cells);
}
