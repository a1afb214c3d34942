import type { CellRange, Sheet } from "../workbook";
import { AroundRows } from "./aroundRows";
import type { Budgets } from "./budgets";
import { parseRange } from "./cellReference";
import { CellReader } from "./readCell";
import type { SharedStrings } from "./sharedStrings";
import { SheetFormulas } from "./sheetFormulas";
import { SheetRows } from "./sheetRows";
import type { SheetSpending } from "./spending";
import { uncovered } from "./uncovered";
import { XmlScanner } from "./xmlScanner";

/** What cells need of the rest of the workbook. */
export interface CellContext {
  readonly strings: SharedStrings | undefined;
  /** Cell formats that show a date, where the workbook counts from 1904; else undefined. */
  readonly datesFrom1904: ReadonlySet<number> | undefined;
  readonly limits: Budgets;
}
/** What is to be read, and what it has cost. */
export interface SheetPart {
  readonly path: string;
  readonly pieces: Iterator<Uint8Array>;
  readonly spending: SheetSpending;
}

/** The content, and the part's bytes without the rows where they are not very many. */
export interface SheetRead {
  readonly content: SheetContent;
  readonly around: Uint8Array | undefined;
}

export type SheetContent = Pick<Sheet, "values" | "formulas" | "merges" | "hiddenRows" | "filtered">;

const LETTER_R = 114;

/** Bytes around the rows that are kept for a later writing; beyond, the sheet is looked through again then. */
const MOST_AROUND = 1 << 22;

/** Rows read between two stops. */
const ROWS_AT_ONCE = 1_000;

/**
 * A worksheet part's cells and what else a reader of rows must know. Stops now and then, telling how many bytes are read.
 * Faults: "damaged", "too large".
 */
export function* readSheet({ path, pieces, spending }: SheetPart, context: CellContext): Generator<number, SheetRead> {
  const around = new AroundRows(pieces, MOST_AROUND);
  const scanner = new XmlScanner(new Uint8Array(0), path, around);
  const rows = new SheetRows(context.limits, path, spending);
  const formulas = new SheetFormulas(spending);
  const merges: CellRange[] = [];
  let filtered = false;
  scanner.expectRoot("worksheet");
  for (let token = scanner.next(); token !== "end"; token = scanner.next()) {
    if (token !== "open") continue;
    if (scanner.name === "sheetData") {
      around.begin(scanner);
      yield* readRows(scanner, rows, new CellReader(scanner, formulas, context));
      around.end(scanner);
    } else if (scanner.name === "mergeCells") readMerges(scanner, merges, spending);
    else if (scanner.name === "autoFilter") filtered = readFilter(scanner);
    else scanner.skip();
  }
  formulas.finish();
  const values = uncovered(rows.values, merges);
  const content = { values, formulas: formulas.byRow, merges, hiddenRows: rows.hiddenRows(), filtered };
  return { content, around: around.bytes() };
}

function* readRows(scanner: XmlScanner, rows: SheetRows, cells: CellReader): Generator<number> {
  const outside = scanner.depth - 1;
  let row = -1;
  let read = 0;
  while (scanner.depth > outside) {
    if (scanner.next() !== "open") continue;
    if (scanner.name !== "row") {
      scanner.skip();
      continue;
    }
    const stated = statedRow(scanner);
    row = stated ?? row + 1;
    rows.checkRow(row);
    if (isTrue(scanner.attribute("hidden"))) rows.hide(row);
    if (!scanner.selfClosing) row = readRow(scanner, rows, cells, { row, stated: stated !== undefined });
    if (++read % ROWS_AT_ONCE === 0) yield scanner.gone + scanner.end;
  }
}

/** Cells up to `</row>`; a row without number takes it from its first cell that has one. Returns the row's number. */
function readRow(scanner: XmlScanner, rows: SheetRows, cells: CellReader, place: { row: number; stated: boolean }): number {
  const outside = scanner.depth - 1;
  let row = place.row;
  let column = -1;
  let filled = false;
  while (scanner.depth > outside) {
    if (scanner.next() !== "open") continue;
    if (scanner.name !== "c") {
      scanner.skip();
      continue;
    }
    cells.readAddress();
    column = cells.column < 0 ? column + 1 : cells.column;
    if (cells.row >= 0 && cells.row !== row) {
      if (place.stated || filled) throw scanner.damaged(`a cell of row ${cells.row + 1} stands in row ${row + 1}`);
      row = cells.row;
      rows.checkRow(row);
    }
    rows.checkColumn(column);
    const value = cells.readValue(row, column);
    if (value === null) continue;
    if (!filled) rows.begin(row);
    filled = true;
    rows.put(column, value);
  }
  if (filled) rows.end(row);
  return row;
}

function statedRow(scanner: XmlScanner): number | undefined {
  for (let index = 0; index < scanner.attributeCount; index++) {
    if (scanner.attributeLetter(index) !== LETTER_R) continue;
    let number = 0;
    for (let at = scanner.valueStart(index); at < scanner.valueEnd(index); at++) {
      const digit = scanner.bytes[at] - 48;
      if (digit < 0 || digit > 9 || number > 1e8) throw scanner.damaged("a row has a bad number");
      number = number * 10 + digit;
    }
    return number - 1;
  }
  return undefined;
}

function readMerges(scanner: XmlScanner, merges: CellRange[], spending: SheetSpending): void {
  const outside = scanner.depth - 1;
  while (scanner.depth > outside) {
    if (scanner.next() !== "open" || scanner.name !== "mergeCell") continue;
    spending.addCells(1);
    const range = parseRange(scanner.attribute("ref") ?? "");
    if (range === undefined) throw scanner.damaged("a merged area has a bad reference");
    merges.push(range);
  }
}

/** A filter filters when some column of it has criteria; arrows alone hide nothing. */
function readFilter(scanner: XmlScanner): boolean {
  const outside = scanner.depth - 1;
  let filtered = false;
  while (scanner.depth > outside)
    if (scanner.next() === "open" && scanner.name === "filterColumn") filtered ||= scanner.selfClosing === false;
  return filtered;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
