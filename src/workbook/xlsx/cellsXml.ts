import type { CellStyle, CellValue, WrittenCell, WrittenSheet } from "../workbook";
import { WorkbookError } from "../workbook";
import { cellReference, columnLetters } from "./cellReference";
import { encodeCellText } from "./cellText";
import type { StyleTable } from "./styleTable";
import { escapeXml } from "./xmlText";

/** Excel cuts longer texts. */
const LONGEST_TEXT = 32_767;
/** Characters gathered before they are encoded: strings stay short, arrays stay few. */
const PIECE = 1 << 16;
/** Cells that begin so would turn into formulas when a clerk edits them; ＝＋－＠ are their full-width forms. */
const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** `<sheetData>` of a sheet of ours, as UTF-8. Elements bear `prefix` ("" or "x:"). */
export function cellsXml(sheet: WrittenSheet, styles: StyleTable, prefix: string): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let text = `<${prefix}sheetData>`;
  const writer = new RowWriter(sheet, styles, prefix);
  for (let row = 0; row < sheet.rows.length; row++) {
    text += writer.rowXml(row);
    if (text.length < PIECE) continue;
    pieces.push(encoder.encode(text));
    text = "";
  }
  pieces.push(encoder.encode(`${text}</${prefix}sheetData>`));
  return pieces;
}

class RowWriter {
  private readonly letters: string[] = [];

  constructor(
    private readonly sheet: WrittenSheet,
    private readonly styles: StyleTable,
    private readonly prefix: string,
  ) {}

  /** A row with a style of its own is written over the sheet's whole width, so that its fill has no gaps. */
  rowXml(row: number): string {
    const { sheet, prefix } = this;
    const cells = sheet.rows[row];
    const rowStyle = sheet.rowStyles.get(row);
    const cellStyles = sheet.cellStyles?.get(row);
    let width = rowStyle === undefined ? cells.length : Math.max(cells.length, sheet.columns.length);
    for (const column of cellStyles?.keys() ?? []) width = Math.max(width, column + 1);
    let xml = "";
    for (let column = 0; column < width; column++) {
      const own = cellStyles?.get(column) ?? rowStyle;
      xml += this.cellXml(cells[column] ?? null, {
        row,
        column,
        style: own ?? sheet.columns[column]?.style ?? "text",
        plain: own === undefined,
      });
    }
    return xml === "" ? "" : `<${prefix}row r="${row + 1}">${xml}</${prefix}row>`;
  }

  private cellXml(cell: WrittenCell, place: { row: number; column: number; style: CellStyle; plain: boolean }): string {
    // A blank takes its column's style by itself.
    if (cell === null && place.plain) return "";
    const { prefix } = this;
    const value: CellValue = isFormula(cell) ? cell.value : cell;
    const quoted = typeof cell === "string" && LIKE_A_FORMULA.test(cell);
    const reference = `${this.column(place.column)}${place.row + 1}`;
    const open = `<${prefix}c r="${reference}" s="${this.styles.index(place.style, quoted)}"`;
    if (isFormula(cell))
      return `${open}${typeAttribute(value)}>${this.formulaXml(cell.formula)}${this.valueXml(value, reference)}</${prefix}c>`;
    if (value === null || value === "") return `${open}/>`;
    if (typeof value !== "string") return `${open}${typeAttribute(value)}>${this.valueXml(value, reference)}</${prefix}c>`;
    return `${open} t="inlineStr"><${prefix}is><${prefix}t${spaceAttribute(value)}>${textXml(value, reference)}</${prefix}t></${prefix}is></${prefix}c>`;
  }

  private formulaXml(formula: string): string {
    return `<${this.prefix}f>${escapeXml(encodeCellText(formula.replace(/^=/, "")))}</${this.prefix}f>`;
  }

  private valueXml(value: CellValue, reference: string): string {
    const { prefix } = this;
    if (value === null) return "";
    if (typeof value === "string") return `<${prefix}v>${textXml(value, reference)}</${prefix}v>`;
    if (typeof value === "boolean") return `<${prefix}v>${value ? 1 : 0}</${prefix}v>`;
    if (typeof value === "object") return `<${prefix}v>${escapeXml(value.error)}</${prefix}v>`;
    if (!Number.isFinite(value)) throw new RangeError(`${this.sheet.name}!${reference}: ${value} is no number for a cell`);
    return `<${prefix}v>${Object.is(value, -0) ? 0 : value}</${prefix}v>`;
  }

  private column(column: number): string {
    return (this.letters[column] ??= columnLetters(column));
  }
}

type FormulaCell = Exclude<WrittenCell, CellValue>;

function isFormula(cell: WrittenCell): cell is FormulaCell {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

function typeAttribute(value: CellValue): string {
  if (typeof value === "string") return ' t="str"';
  if (typeof value === "boolean") return ' t="b"';
  return typeof value === "object" && value !== null ? ' t="e"' : "";
}

function textXml(text: string, reference: string): string {
  if (text.length > LONGEST_TEXT)
    throw new WorkbookError("too much data", `${reference}: a text of ${text.length} characters; Excel takes ${LONGEST_TEXT}`);
  return escapeXml(encodeCellText(text));
}

function spaceAttribute(text: string): string {
  return text.trim() === text && !/\s\s|\n/.test(text) ? "" : ' xml:space="preserve"';
}

/** The area that holds cells, for `<dimension>`. */
export function writtenArea(sheet: WrittenSheet): string {
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return sheet.rows.length === 0 ? "A1" : `A1:${cellReference(sheet.rows.length - 1, width - 1)}`;
}
