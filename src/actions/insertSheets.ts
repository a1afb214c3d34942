import { INCOMPLETE } from "../workbook/excel/definedNames";
import { WorkbookError, type CellValue, type Sheet, type Workbook, type WrittenSheet } from "../workbook/workbook";

/**
 * Writes sheets beside those that are there, all or none. A sheet of one of their names is a fault "sheets there", with the names:
 * a second Demand beside the clerk's would leave nobody knowing which is meant. Only where an insertion has broken off, a sheet
 * that holds just these cells is taken for one it had inserted already, and the rest follows.
 *
 * @example
 * await insertSheets(blankXlsx(), templateSheets("simple", "zh-CN"));
 */
export async function insertSheets(workbook: Workbook, sheets: readonly WrittenSheet[]): Promise<void> {
  const names = new Map((await workbook.sheets()).map(({ name }) => [name.toLowerCase(), name]));
  const brokenOff = (await workbook.definedCells()).some(({ name }) => name === INCOMPLETE);
  const missing: WrittenSheet[] = [];
  const taken: string[] = [];
  for (const sheet of sheets) {
    const there = names.get(sheet.name.toLowerCase());
    if (there === undefined) missing.push(sheet);
    else if (!brokenOff || !holds(await workbook.read(there), sheet)) taken.push(there);
  }
  const places = taken.map((sheet) => ({ sheet }));
  if (taken.length > 0) throw new WorkbookError("sheets there", taken.join(", "), { places });
  await workbook.write(missing);
}

/** Cell by cell, formulas by their text; what lies beyond is blank. */
function holds({ values, formulas }: Sheet, { rows }: WrittenSheet): boolean {
  for (let row = 0; row < Math.max(values.length, rows.length); row++) {
    const [found, wanted] = [values[row] ?? [], rows[row] ?? []];
    for (let column = 0; column < Math.max(found.length, wanted.length); column++) {
      const cell = wanted[column] ?? null;
      const same =
        typeof cell === "object" && cell !== null && "formula" in cell
          ? formulas.get(row)?.get(column) === cell.formula
          : plain(found[column]) === plain(cell);
      if (!same) return false;
    }
  }
  return true;
}

function plain(value: CellValue = null): string | number | boolean {
  return value === null ? "" : typeof value === "object" ? value.error : value;
}
