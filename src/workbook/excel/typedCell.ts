import type { CellValue, WrittenCell } from "../workbook";

/** How texts are kept from being taken for something else. */
export interface Quoting {
  /** False on a host that shows the apostrophe of a cell formatted as text instead of swallowing it. */
  readonly inTextCells: boolean;
}

/** May begin a formula: in Excel's own words +, − and = do, @ in older files, and their full-width forms are not to be trusted. */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠']|^[\t\r\n]/;
const CHINESE = /^\p{Script=Han}/u;

/**
 * What to hand to Excel so that the cell then holds `value` and nothing else. Excel reads texts as if they were typed:
 * "00123" would become 123 and "=1+1" a formula, unless an apostrophe stands before them, which does not become part of the text.
 */
export function typedCell(value: CellValue, numberFormat: string, quoting: Quoting): string | number | boolean {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value !== "string" || value === "") return value;
  if (numberFormat === "@") return quoting.inTextCells && LIKE_A_FORMULA.test(value) ? `'${value}` : value;
  return CHINESE.test(value) ? value : `'${value}`;
}

/** A cell formatted as text turns a number into a text, so numbers and yes/no get the general format there. */
export function formatFor(cell: WrittenCell, styleFormat: string): string {
  const value = isFormula(cell) ? 0 : cell;
  const isText = typeof value === "string" || value === null;
  return styleFormat === "@" && !isText ? "General" : styleFormat;
}

export function isFormula(cell: WrittenCell | undefined): cell is { readonly formula: string; readonly value: CellValue } {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}
