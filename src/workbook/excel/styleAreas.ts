import type { CellStyle, WrittenSheet } from "../workbook";
import { looks } from "../xlsx/looks";
import type { CellArea } from "./readCells";
import { formatFor } from "./typedCell";

/** A rectangle of cells that look alike. */
export interface StyleArea extends CellArea {
  readonly style: CellStyle;
  readonly numberFormat: string;
}

interface Run {
  readonly top: number;
  rows: number;
  readonly style: CellStyle;
  readonly numberFormat: string;
}

/** Few large rectangles instead of many cells: runs down each column, joined with equal runs of the column before. */
export function styleAreas(sheet: WrittenSheet, columns: number): StyleArea[] {
  const done: StyleArea[] = [];
  let open = new Map<string, StyleArea>();
  for (let column = 0; column < columns; column++) {
    const next = new Map<string, StyleArea>();
    for (const run of runsDown(sheet, column)) {
      const key = `${run.top}|${run.rows}|${run.style}|${run.numberFormat}`;
      const before = open.get(key);
      open.delete(key);
      next.set(key, before === undefined ? { ...run, left: column, columns: 1 } : { ...before, columns: before.columns + 1 });
    }
    for (const area of open.values()) done.push(area);
    open = next;
  }
  return [...done, ...open.values()].filter((area) => area.numberFormat !== "General" || hasLook(area.style));
}

/** The style of a cell: its own, its row's, its column's. */
export function styleAt(sheet: WrittenSheet, row: number, column: number): CellStyle {
  return sheet.cellStyles?.get(row)?.get(column) ?? sheet.rowStyles.get(row) ?? sheet.columns[column]?.style ?? "text";
}

export function numberFormatAt(sheet: WrittenSheet, row: number, column: number): string {
  return formatFor(sheet.rows[row]?.[column] ?? null, looks[styleAt(sheet, row, column)].format ?? "General");
}

function runsDown(sheet: WrittenSheet, column: number): Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < sheet.rows.length; row++) {
    const style = styleAt(sheet, row, column);
    const numberFormat = numberFormatAt(sheet, row, column);
    const last = runs.at(-1);
    const blank = (sheet.rows[row][column] ?? null) === null;
    // A blank may take the number format of the cells above it: fewer pieces.
    if (last !== undefined && last.style === style && (blank || last.numberFormat === numberFormat)) last.rows++;
    else runs.push({ top: row, rows: 1, style, numberFormat });
  }
  return runs;
}

export function hasLook(style: CellStyle): boolean {
  const { bold, points, ink, fill, border, wrap, vertical } = looks[style];
  return [bold, points, ink, fill, border, wrap, vertical].some((part) => part !== undefined);
}
