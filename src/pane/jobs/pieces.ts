/**
 * Sheets cross between page and worker piece by piece, rows first and the rest of the message last: a message is copied within
 * one task of the page, and a hundred thousand rows at once would hold it for half a second.
 */
import type { CellStyle, CellValue, Sheet, WrittenCell, WrittenSheet } from "../../workbook/workbook";

/** Some rows of one sheet, and some of what it has to say of rows by their number. */
export interface Piece<Cell, Said> {
  /** Position among the sheets of the message. */
  readonly sheet: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly said: readonly (readonly [number, Said])[];
}

/** Of a sheet that was read: values, and formulas by column. */
export type ReadPiece = Piece<CellValue, ReadonlyMap<number, string>>;
/** Of a sheet to write: cells, and styles by column. */
export type WrittenPiece = Piece<WrittenCell, ReadonlyMap<number, CellStyle>>;

/** Cells of a piece, a text counting by its length: copied in some milliseconds. */
const CELLS = 20_000;
/** Characters that take as long as a cell. */
const CHARACTERS = 16;

export function* readPieces(sheets: readonly Sheet[]): Generator<ReadPiece> {
  for (const [sheet, { values, formulas }] of sheets.entries()) yield* pieces(sheet, values, formulas);
}

export function* writtenPieces(sheets: readonly WrittenSheet[]): Generator<WrittenPiece> {
  for (const [sheet, { rows, cellStyles }] of sheets.entries()) yield* pieces(sheet, rows, cellStyles ?? new Map());
}

function* pieces<Cell, Said>(
  sheet: number,
  rows: readonly (readonly Cell[])[],
  said: ReadonlyMap<number, Said>,
): Generator<Piece<Cell, Said>> {
  let first = 0;
  let weight = 0;
  for (let row = 0; row < rows.length; row++) {
    for (const cell of rows[row]) weight += typeof cell === "string" ? 1 + cell.length / CHARACTERS : 1;
    if (weight < CELLS && row < rows.length - 1) continue;
    yield { sheet, rows: rows.slice(first, row + 1), said: [] };
    [first, weight] = [row + 1, 0];
  }
  let entries: (readonly [number, Said])[] = [];
  for (const entry of said) {
    entries.push(entry);
    if (entries.length < CELLS / 10) continue;
    yield { sheet, rows: [], said: entries };
    entries = [];
  }
  if (entries.length > 0) yield { sheet, rows: [], said: entries };
}

/** What stays of a sheet when its rows went ahead. */
export function withoutValues(sheet: Sheet): Sheet {
  return { ...sheet, values: [], formulas: new Map() };
}

export function withoutRows(sheet: WrittenSheet): WrittenSheet {
  return { ...sheet, rows: [], cellStyles: sheet.cellStyles && new Map() };
}

/** The pieces that came, put together again. */
export class Gathered<Cell, Said> {
  readonly #rows = new Map<number, (readonly Cell[])[]>();
  readonly #said = new Map<number, Map<number, Said>>();

  add({ sheet, rows, said }: Piece<Cell, Said>): void {
    const all = this.rows(sheet);
    for (const row of rows) all.push(row);
    const known = this.said(sheet);
    for (const [row, what] of said) known.set(row, what);
  }

  rows(sheet: number): (readonly Cell[])[] {
    const rows = this.#rows.get(sheet) ?? [];
    this.#rows.set(sheet, rows);
    return rows;
  }

  said(sheet: number): Map<number, Said> {
    const said = this.#said.get(sheet) ?? new Map<number, Said>();
    this.#said.set(sheet, said);
    return said;
  }
}
