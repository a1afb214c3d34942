import type { CellRange, CellValue, Sheet } from "../workbook";
import { WorkbookError } from "../workbook";
import type { CellArea, CellGrid } from "./readCells";
import { readCells } from "./readCells";
import type { Session } from "./session";

/** A row's answer to "hidden?" takes about this many bytes. */
const BYTES_PER_ROW = 24;

export const VISIBILITIES = new Map<string, Sheet["visibility"]>([
  ["Visible", "visible"],
  ["Hidden", "hidden"],
  ["VeryHidden", "very hidden"],
]);

/** Reads one sheet whole: what is hidden or filtered is read like anything else. */
export async function readSheet(session: Session, name: string, bytesPerSync: number): Promise<Sheet> {
  const sheet = session.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name,visibility");
  sheet.autoFilter.load("isDataFiltered");
  sheet.tables.load("items/autoFilter/isDataFiltered");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
  const merged = used.getMergedAreasOrNullObject();
  merged.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  await session.sync();
  if (sheet.isNullObject) throw new WorkbookError("cannot read", `there is no sheet "${name}"`);
  const about = {
    name: sheet.name,
    visibility: VISIBILITIES.get(sheet.visibility) ?? "visible",
    filtered: sheet.autoFilter.isDataFiltered || sheet.tables.items.some((table) => table.autoFilter.isDataFiltered),
  };
  if (used.isNullObject) return { ...about, values: [], formulas: new Map(), merges: [], hiddenRows: new Set() };
  const area = { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const merges = merged.isNullObject ? [] : merged.areas.items.map(rangeOf);
  const hiddenRows = used.rowHidden === false ? new Set<number>() : await hiddenRowsOf(session, sheet, { area, bytesPerSync });
  const cells = cellsOf(await readCells(session, sheet, { name: sheet.name, area, bytesPerSync }), area);
  return { ...about, ...cells, merges, hiddenRows };
}

function rangeOf(range: Excel.Range): CellRange {
  const { rowIndex: top, columnIndex: left } = range;
  return { top, left, bottom: top + range.rowCount - 1, right: left + range.columnCount - 1 };
}

async function hiddenRowsOf(
  session: Session,
  sheet: Excel.Worksheet,
  reading: { area: CellArea; bytesPerSync: number },
): Promise<Set<number>> {
  const { area, bytesPerSync } = reading;
  const hidden = new Set<number>();
  const atOnce = Math.floor(bytesPerSync / BYTES_PER_ROW);
  for (let top = area.top; top < area.top + area.rows; top += atOnce) {
    const rows = Math.min(atOnce, area.top + area.rows - top);
    const answer = sheet.getRangeByIndexes(top, area.left, rows, 1).getRowProperties({ rowHidden: true });
    await session.sync(rows * BYTES_PER_ROW);
    answer.value.forEach((row, index) => {
      if (row.rowHidden === true) hidden.add(top + index);
    });
  }
  return hidden;
}

function cellsOf(grids: readonly CellGrid[], area: CellArea): Pick<Sheet, "values" | "formulas"> {
  const values: CellValue[][] = [];
  const formulas = new Map<number, Map<number, string>>();
  for (const grid of grids) {
    grid.values.forEach((given, index) => {
      const row = grid.top + index;
      const cells: CellValue[] = [];
      given.forEach((value, column) => {
        const read = cellValue(value, grid.types?.[index][column]);
        if (read !== null) padTo(cells, area.left + column).push(read);
        const formula = grid.formulas[index][column];
        // A text that begins with "=" comes back the same as value and as formula; a formula's value never equals its text.
        if (typeof formula !== "string" || !formula.startsWith("=") || formula === value) return;
        const inRow = formulas.get(row) ?? new Map<number, string>();
        formulas.set(row, inRow.set(area.left + column, formula));
      });
      if (cells.length > 0) {
        while (values.length < row) values.push([]);
        values.push(cells);
      }
    });
  }
  return { values, formulas };
}

function padTo(cells: CellValue[], column: number): CellValue[] {
  while (cells.length < column) cells.push(null);
  return cells;
}

function cellValue(value: unknown, type: unknown): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  if (type === "Error") return { error: String(value) };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new TypeError(`a cell of type ${typeof value}`);
}
