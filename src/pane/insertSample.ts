import { insertSheets } from "../actions/insertSheets";
import type { CellValue, Sheet, Workbook, WrittenSheet } from "../workbook/workbook";
import { widthOf } from "../workbook/widthOf";
import { openXlsx } from "../workbook/xlsxWorkbook";

/** Puts the sample's sheets into the workbook, value by value. See insertSheets for sheets of the same names. */
export async function insertSample(workbook: Workbook, sample: Uint8Array): Promise<void> {
  const file = openXlsx(sample);
  const sheets: Sheet[] = [];
  for (const { name } of await file.sheets()) sheets.push(await file.read(name));
  const ours = new Map((await file.definedCells()).map((cell) => [cell.sheet, cell.name]));
  await insertSheets(
    workbook,
    sheets.map((sheet) => asWritten(sheet, ours.get(sheet.name))),
  );
}

function asWritten(sheet: Sheet, definedName: string | undefined): WrittenSheet {
  const rows = sheet.values.map((row, index) =>
    row.map((value, column) => {
      const formula = sheet.formulas.get(index)?.get(column);
      return formula === undefined ? value : { formula, value };
    }),
  );
  const width = Math.max(1, widthOf(sheet.values));
  return {
    ...{ name: sheet.name, definedName, rows, rowStyles: new Map() },
    visibility: sheet.visibility === "visible" ? "visible" : "hidden",
    columns: Array.from({ length: width }, (_, column) => ({ width: columnWidth(sheet, column), style: "input" })),
  };
}

/** Chinese characters take two columns of a digit. */
function columnWidth(sheet: Sheet, column: number): number {
  const length = (value: CellValue | undefined): number =>
    typeof value === "string" ? [...value].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0) : 8;
  return Math.min(28, Math.max(8, ...sheet.values.map((row) => length(row[column])))) + 1;
}
