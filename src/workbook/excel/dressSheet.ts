import type { PrintSetup, WrittenColumn, WrittenSheet } from "../workbook";
import type { Session } from "./session";
import type { Before, Target } from "./target";

/** Under this key a sheet remembers the columns that we grouped: Excel doesn't tell, and grouping twice would nest. */
export const GROUPED = "CB.Grouped";
const LAST_ROW = 1_048_576;
const A4 = "A4";

/** Widths, hidden and grouped columns, frozen panes and the printed page: nothing that a result depends on. */
export function dressSheet(session: Session, target: Target, before: Before | undefined): void {
  const sheet = session.workbook.worksheets.getItem(target.name);
  for (const run of runs(target.written.columns, (column) => `${column.width}`)) {
    columnsOf(sheet, run).format.columnWidth = pointsOf(target.written.columns[run.first].width);
  }
  for (const run of runs(target.written.columns, (column) => String(column.hidden === true))) {
    columnsOf(sheet, run).columnHidden = target.written.columns[run.first].hidden === true;
  }
  groupColumns(sheet, target.written, before?.grouped ?? "");
  const { freeze, print } = target.written;
  if (freeze === undefined || (freeze.rows === 0 && freeze.columns === 0)) sheet.freezePanes.unfreeze();
  else if (freeze.columns === 0) sheet.freezePanes.freezeRows(freeze.rows);
  else if (freeze.rows === 0) sheet.freezePanes.freezeColumns(freeze.columns);
  else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  if (print !== undefined) setPrint(sheet, print, target);
}

interface ColumnRun {
  readonly first: number;
  last: number;
}

function runs(columns: readonly WrittenColumn[], key: (column: WrittenColumn) => string): ColumnRun[] {
  const found: ColumnRun[] = [];
  for (const [index, column] of columns.entries()) {
    const open = found.at(-1);
    if (open !== undefined && key(columns[open.first]) === key(column)) open.last = index;
    else found.push({ first: index, last: index });
  }
  return found;
}

function columnsOf(sheet: Excel.Worksheet, run: ColumnRun): Excel.Range {
  return sheet.getRangeByIndexes(0, run.first, LAST_ROW, run.last - run.first + 1);
}

/** Excel measures columns in points here; a character of the default font is 7 pixels wide and 5 are margin. */
function pointsOf(characters: number): number {
  return Math.trunc(characters * 7 + 5) * 0.75;
}

function groupColumns(sheet: Excel.Worksheet, written: WrittenSheet, before: string): void {
  const wanted = runs(written.columns, (column) => String(column.grouped === true))
    .filter((run) => written.columns[run.first].grouped === true)
    .map((run) => `${run.first}-${run.last}`)
    .join(",");
  if (wanted === before) return;
  for (const run of parsed(before)) columnsOf(sheet, run).ungroup("ByColumns");
  for (const run of parsed(wanted)) columnsOf(sheet, run).group("ByColumns");
  sheet.customProperties.add(GROUPED, wanted);
}

function parsed(grouped: string): ColumnRun[] {
  return [...grouped.matchAll(/(\d+)-(\d+)/g)].map((parts) => ({ first: Number(parts[1]), last: Number(parts[2]) }));
}

function setPrint(sheet: Excel.Worksheet, print: PrintSetup, target: Target): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.landscape ? "Landscape" : "Portrait";
  pageLayout.paperSize = A4;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (print.columns !== undefined) {
    const [first, last] = print.columns;
    pageLayout.setPrintArea(sheet.getRangeByIndexes(0, first, target.rows, last - first + 1));
  }
  if (print.repeatRows !== undefined) {
    const [first, last] = print.repeatRows;
    pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(first, 0, last - first + 1, 1));
  }
  if (print.footer === undefined) return;
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.leftFooter = doubled(print.footer.left);
  footer.centerFooter = doubled(print.footer.center);
  footer.rightFooter = doubled(print.footer.right);
}

/** A literal & is doubled; &P and &N stay page and pages. */
function doubled(text: string): string {
  return text.replace(/&(?![PN])/g, "&&");
}
