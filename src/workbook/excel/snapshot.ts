import { WorkbookError } from "../workbook";
import { bytesOfRow } from "./bytesOf";
import { INCOMPLETE, STAGING } from "./definedNames";
import { markIncomplete } from "./publish";
import type { CellArea, CellGrid } from "./readCells";
import { readCells } from "./readCells";
import type { Session } from "./session";
import type { Survey, SurveyedSheet } from "./survey";
import { sameName, survey } from "./survey";
import type { Quoting } from "./typedCell";
import { typedCell } from "./typedCell";

interface KeptSheet {
  readonly definedName: string;
  readonly id: string;
  readonly visibility: string;
  readonly area: CellArea | null;
  readonly grids: readonly CellGrid[];
  readonly filter: CellArea | null;
}

/** The sheets of ours as they were. */
export interface Snapshot {
  readonly sheets: readonly KeptSheet[];
  /** They were marked as half old and half new, and will be again. */
  readonly incomplete: boolean;
}

export interface Restoring {
  readonly snapshot: Snapshot;
  readonly bytesPerSync: number;
  readonly quoting: Quoting;
  readonly mark: number;
}

export async function takeSnapshot(session: Session, bytesPerSync: number): Promise<Snapshot> {
  const now = await survey(session);
  const sheets: KeptSheet[] = [];
  for (const { definedName, sheet: known } of ourSheets(now)) {
    const sheet = session.workbook.worksheets.getItem(known.id);
    const { area, filter } = await extent(session, sheet);
    const grids = area === null ? [] : await readCells(session, sheet, { name: known.name, area, bytesPerSync, withNumberFormats: true });
    sheets.push({ definedName, id: known.id, visibility: known.visibility, area, grids, filter });
  }
  return { sheets, incomplete: now.names.includes(INCOMPLETE) };
}

/** While it runs, the workbook is marked as incomplete. */
export async function restoreSnapshot(session: Session, restoring: Restoring): Promise<void> {
  const now = await survey(session);
  const ours = ourSheets(now);
  for (const { sheet } of ours)
    if (sheet.isProtected) throw new WorkbookError("protected", sheet.name, { places: [{ sheet: sheet.name }] });
  if (now.readOnly) throw new WorkbookError("read-only", "the workbook is open for reading only");
  markIncomplete(session, now.names, restoring.mark);
  await session.sync();
  for (const { definedName, sheet: known } of ours) {
    const kept = restoring.snapshot.sheets.find((sheet) => sheet.definedName === definedName && sheet.id === known.id);
    const sheet = session.workbook.worksheets.getItem(known.id);
    const { area, filter } = await extent(session, sheet);
    if (filter !== null) sheet.autoFilter.remove();
    await putBack(session, sheet, { ...restoring, covered: bothAreas(area, kept?.area ?? null), kept });
    if (kept === undefined && known.visibility === "Visible" && !now.structureProtected) sheet.visibility = "Hidden";
    if (kept?.filter) sheet.autoFilter.apply(rangeOf(sheet, kept.filter));
  }
  if (!restoring.snapshot.incomplete) session.workbook.names.getItem(INCOMPLETE).delete();
  await session.sync();
}

function ourSheets(now: Survey): { definedName: string; sheet: SurveyedSheet }[] {
  return now.cells
    .filter((cell) => cell.name !== INCOMPLETE && !cell.name.startsWith(STAGING))
    .flatMap((cell) => {
      const sheet = now.sheets.find((other) => sameName(other.name, cell.sheet));
      return sheet === undefined ? [] : [{ definedName: cell.name, sheet }];
    });
}

async function extent(session: Session, sheet: Excel.Worksheet): Promise<{ area: CellArea | null; filter: CellArea | null }> {
  const used = sheet.getUsedRangeOrNullObject(true);
  const filtered = sheet.autoFilter.getRangeOrNullObject();
  for (const range of [used, filtered]) range.load("rowIndex,columnIndex,rowCount,columnCount");
  await session.sync();
  return { area: areaOf(used), filter: areaOf(filtered) };
}

function areaOf(range: Excel.Range): CellArea | null {
  if (range.isNullObject) return null;
  return { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function rangeOf(sheet: Excel.Worksheet, area: CellArea): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.rows, area.columns);
}

function bothAreas(one: CellArea | null, other: CellArea | null): CellArea | null {
  if (one === null || other === null) return one ?? other;
  const [top, left] = [Math.min(one.top, other.top), Math.min(one.left, other.left)];
  const rows = Math.max(one.top + one.rows, other.top + other.rows) - top;
  return { top, left, rows, columns: Math.max(one.left + one.columns, other.left + other.columns) - left };
}

/** Number formats first: a text put into a cell of another format could turn into something else. */
async function putBack(
  session: Session,
  sheet: Excel.Worksheet,
  { kept, covered, bytesPerSync, quoting }: Restoring & { kept: KeptSheet | undefined; covered: CellArea | null },
): Promise<void> {
  if (covered === null) return;
  let formats: string[][] = [];
  let cells: (string | number | boolean)[][] = [];
  let bytes = 0;
  for (let row = covered.top; row <= covered.top + covered.rows; row++) {
    const last = row === covered.top + covered.rows;
    if (cells.length > 0 && (last || bytes > bytesPerSync)) {
      const range = rangeOf(sheet, { ...covered, top: row - cells.length, rows: cells.length });
      range.numberFormat = formats;
      range.formulas = cells;
      await session.sync(bytes);
      [formats, cells, bytes] = [[], [], 0];
    }
    if (last) break;
    const found = rowOf(kept, row);
    const columns = Array.from({ length: covered.columns }, (_, index) => covered.left + index - (kept?.area?.left ?? 0));
    formats.push(columns.map((column) => String(found?.grid.numberFormats?.[found.index]?.[column] ?? "General")));
    cells.push(columns.map((column) => content(found, column, quoting)));
    bytes += bytesOfRow(formats[formats.length - 1]) + bytesOfRow(cells[cells.length - 1]);
  }
}

interface KeptRow {
  readonly grid: CellGrid;
  readonly index: number;
}

function rowOf(kept: KeptSheet | undefined, row: number): KeptRow | undefined {
  const grid = kept?.grids.find((piece) => row >= piece.top && row < piece.top + piece.values.length);
  return grid === undefined ? undefined : { grid, index: row - grid.top };
}

/** The formula where there is one, else the value in a form that Excel takes for nothing else. */
function content(found: KeptRow | undefined, column: number, quoting: Quoting): string | number | boolean {
  const value = found?.grid.values[found.index][column];
  if (found === undefined || value === undefined || value === null) return "";
  const formula = found.grid.formulas[found.index][column];
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value);
  if (found.grid.types?.[found.index][column] === "Error") return text;
  return typedCell(text, String(found.grid.numberFormats?.[found.index][column] ?? "General"), quoting);
}
