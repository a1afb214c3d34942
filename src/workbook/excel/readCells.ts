import { WorkbookError } from "../workbook";
import { bytesOfRow } from "./bytesOf";
import type { Session } from "./session";

export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface CellGrid {
  /** Row of the sheet at which the grid begins. */
  readonly top: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** Only where something looks like an error value. */
  readonly types: readonly (readonly unknown[])[] | null;
  readonly numberFormats: readonly (readonly unknown[])[] | null;
}

export interface CellReading {
  /** The tab's name, for messages. */
  readonly name: string;
  readonly area: CellArea;
  /** What a response should measure; the first one is a guess, the next ones follow what came. */
  readonly bytesPerSync: number;
  readonly withNumberFormats?: boolean;
  readonly withFormulas?: boolean;
}

const FIRST_GUESS_PER_CELL = 24;
/** Beyond this no clerk's table reaches; a far cell written by mistake would make us read for hours. */
const MOST_CELLS = 40_000_000;

/**
 * Reads an area from top to bottom in pieces measured in bytes. Where a piece is too large for the host (an error, or null
 * instead of values), it is halved, down to one row.
 */
export async function readCells(session: Session, sheet: Excel.Worksheet, reading: CellReading): Promise<CellGrid[]> {
  const { name, area, bytesPerSync } = reading;
  if (area.rows * area.columns > MOST_CELLS) {
    const last = { sheet: name, row: area.top + area.rows - 1, column: area.left + area.columns - 1 };
    throw new WorkbookError("too much data", `${area.rows} × ${area.columns} cells`, { places: [last] });
  }
  const grids: CellGrid[] = [];
  let rowsAtOnce = Math.max(1, Math.floor(bytesPerSync / (area.columns * FIRST_GUESS_PER_CELL * 2)));
  for (let row = 0; row < area.rows;) {
    const rows = Math.min(rowsAtOnce, area.rows - row);
    const grid = await piece(session, sheet, { ...reading, area: { ...area, top: area.top + row, rows } });
    if (grid === null) {
      if (rows === 1) throw rowTooLarge(name, area, row);
      rowsAtOnce = Math.max(1, Math.floor(rows / 2));
      continue;
    }
    grids.push(grid);
    row += rows;
    rowsAtOnce = Math.max(1, Math.min(rowsAtOnce * 4, Math.floor((rows * bytesPerSync) / bytesOfGrid(grid))));
  }
  return grids;
}

function rowTooLarge(sheet: string, { top, left }: CellArea, row: number): WorkbookError {
  return new WorkbookError("too much data", `row ${top + row + 1} alone is too large`, {
    places: [{ sheet, row: top + row, column: left }],
  });
}

/** Null: too large. */
async function piece(session: Session, sheet: Excel.Worksheet, reading: CellReading): Promise<CellGrid | null> {
  const { top, left, rows, columns } = reading.area;
  const range = sheet.getRangeByIndexes(top, left, rows, columns);
  const wanted = [
    "values",
    ...(reading.withFormulas === false ? [] : ["formulas"]),
    ...(reading.withNumberFormats ? ["numberFormat"] : []),
  ];
  range.load(wanted.join(","));
  try {
    await session.sync(Math.min(reading.bytesPerSync, rows * columns * 2 * FIRST_GUESS_PER_CELL));
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw error;
  }
  const values: unknown[][] | null = range.values;
  if (values === null) return null;
  const formulas: unknown[][] | null = reading.withFormulas === false ? values : range.formulas;
  if (formulas === null) return null;
  const types = values.some((row) => row.some(looksLikeError)) ? await typesOf(session, range) : null;
  return { top, values, formulas, types, numberFormats: reading.withNumberFormats ? range.numberFormat : null };
}

async function typesOf(session: Session, range: Excel.Range): Promise<unknown[][]> {
  range.load("valueTypes");
  await session.sync();
  return range.valueTypes;
}

export function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

function isTooLarge(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ResponsePayloadSizeLimitExceeded";
}

function bytesOfGrid(grid: CellGrid): number {
  const bytes = (rows: readonly (readonly unknown[])[]): number => rows.reduce((sum, row) => sum + bytesOfRow(row), 2);
  return bytes(grid.values) + bytes(grid.formulas) + (grid.numberFormats === null ? 0 : bytes(grid.numberFormats));
}
