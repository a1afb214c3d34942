import type { CellRange } from "../workbook";

const A = 65;

/** 0 -> "A", 27 -> "AB". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters;
  return letters;
}

/** (0, 0) -> "A1". */
export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A1:C5", or "A1" for one cell. */
export function rangeReference(range: CellRange): string {
  const first = cellReference(range.top, range.left);
  const last = cellReference(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

/** "$A$1:$C$5". */
export function absoluteRange(range: CellRange): string {
  return `$${columnLetters(range.left)}$${range.top + 1}:$${columnLetters(range.right)}$${range.bottom + 1}`;
}

/** "B7" or "$B$7:D9" as a range; undefined for anything else. Corners may come in any order. */
export function parseRange(text: string): CellRange | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?$/.exec(text);
  if (match === null) return undefined;
  const [, firstLetters, firstRow, lastLetters = firstLetters, lastRow = firstRow] = match;
  const columns = [columnNumber(firstLetters), columnNumber(lastLetters)];
  const rows = [Number(firstRow) - 1, Number(lastRow) - 1];
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

/** "AB" -> 27. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - A + 1;
  return column - 1;
}

/** A sheet's name as formulas want it: always quoted, its own quotes doubled. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
