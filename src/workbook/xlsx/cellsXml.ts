import type { CellStyle, CellValue, WrittenCell, WrittenSheet } from "../workbook";
import { WorkbookError } from "../workbook";
import { widthOf } from "../widthOf";
import { cellReference, columnLetters } from "./cellReference";
import type { StyleTable } from "./styleTable";
import { XmlBytes } from "./xmlBytes";

/** Excel cuts longer texts. */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
/** Bytes gathered before they are handed on. */
const PIECE = 1 << 16;
/** Cells that begin so would turn into formulas when a clerk edits them; ＝＋－＠ are their full-width forms. */
const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** Blanks that only survive where they are said to matter: at an end, two in a row, or other than plain ones. */
const ODD_BLANKS = /^\s|\s$|\s\s|\n/;

/** Some of a sheet's XML, good until the next is asked for, and how many of its rows are written by then. */
export interface SheetPiece {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** `<sheetData>` of a sheet of ours, as UTF-8. Elements bear `prefix` ("" or "x:"). */
export function* cellsXml(sheet: WrittenSheet, styles: StyleTable, prefix: string): Generator<SheetPiece> {
  const rows = sheet.rows.length;
  if (rows > MOST_ROWS) throw new WorkbookError("too much data", `${sheet.name}: ${rows} rows; a sheet of Excel takes ${MOST_ROWS}`);
  const xml = new XmlBytes();
  const writer = new RowWriter(sheet, xml, { styles, prefix });
  xml.markup(`<${prefix}sheetData>`);
  for (let row = 0; row < sheet.rows.length; row++) {
    writer.row(row);
    if (xml.length >= PIECE) yield { bytes: xml.take(), rows: row + 1 };
  }
  xml.markup(`</${prefix}sheetData>`);
  yield { bytes: xml.take(), rows: sheet.rows.length };
}

type FormulaCell = Exclude<WrittenCell, CellValue>;
type Markup = Readonly<Record<keyof ReturnType<typeof markupOf>, Uint8Array>>;

/** Writes rows, every mark of a cell prepared as bytes. */
class RowWriter {
  private readonly mark: Markup;
  /** By column: what stands before a cell's row number. */
  private readonly opens: Uint8Array[] = [];
  /** By style: what stands behind the row number. */
  private readonly looks = { plain: new Map<CellStyle, Uint8Array>(), quoted: new Map<CellStyle, Uint8Array>() };
  private readonly styles: StyleTable;
  private readonly prefix: string;
  /** The cell being written: one place for all, not an object for each. */
  private readonly at = { row: 0, column: 0 };

  constructor(
    private readonly sheet: WrittenSheet,
    private readonly xml: XmlBytes,
    { styles, prefix }: { readonly styles: StyleTable; readonly prefix: string },
  ) {
    this.styles = styles;
    this.prefix = prefix;
    const encoder = new TextEncoder();
    this.mark = Object.fromEntries(Object.entries(markupOf(prefix)).map(([name, text]) => [name, encoder.encode(text)])) as Markup;
  }

  /** A row with a style of its own is written over the sheet's whole width, so that its fill has no gaps. */
  row(row: number): void {
    const { sheet, xml, mark } = this;
    const cells = sheet.rows[row];
    const rowStyle = sheet.rowStyles.get(row);
    const cellStyles = sheet.cellStyles?.get(row);
    let width = rowStyle === undefined ? cells.length : Math.max(cells.length, sheet.columns.length);
    for (const column of cellStyles?.keys() ?? []) width = Math.max(width, column + 1);
    let begun = false;
    this.at.row = row;
    for (let column = 0; column < width; column++) {
      const own = cellStyles?.get(column) ?? rowStyle;
      const cell = cells[column] ?? null;
      // A blank takes its column's style by itself.
      if (cell === null && own === undefined) continue;
      if (!begun) {
        xml.span(mark.row);
        xml.number(row + 1);
        xml.span(mark.endOfTag);
        begun = true;
      }
      this.at.column = column;
      this.cell(cell, own ?? sheet.columns[column]?.style ?? "text");
    }
    if (begun) xml.span(mark.endOfRow);
  }

  private cell(cell: WrittenCell, style: CellStyle): void {
    const { xml, mark, at } = this;
    xml.span((this.opens[at.column] ??= new TextEncoder().encode(`<${this.prefix}c r="${columnLetters(at.column)}`)));
    xml.number(at.row + 1);
    xml.span(this.look(style, typeof cell === "string" && LIKE_A_FORMULA.test(cell)));
    if (isFormula(cell)) this.formula(cell);
    else if (cell === null || cell === "") return xml.span(mark.empty);
    else if (typeof cell === "string") {
      xml.span(ODD_BLANKS.test(cell) ? mark.keptText : mark.text);
      this.text(cell);
      return xml.span(mark.endOfText);
    } else this.value(cell);
    xml.span(mark.endOfCell);
  }

  /** `" s="12"`, with the type and the tag's end still to come. */
  private look(style: CellStyle, quoted: boolean): Uint8Array {
    const looks = quoted ? this.looks.quoted : this.looks.plain;
    const known = looks.get(style);
    if (known !== undefined) return known;
    const look = new TextEncoder().encode(`" s="${this.styles.index(style, quoted)}"`);
    looks.set(style, look);
    return look;
  }

  private formula({ formula, value }: FormulaCell): void {
    const { xml, mark } = this;
    xml.span(
      typeof value === "string"
        ? mark.stringFormula
        : typeof value === "boolean"
          ? mark.boolean
          : isError(value)
            ? mark.error
            : mark.number,
    );
    xml.span(mark.formula);
    xml.text(formula.replace(/^=/, ""));
    xml.span(mark.endOfFormula);
    if (value !== null) this.bare(value);
  }

  private value(value: Exclude<CellValue, string | null>): void {
    this.xml.span(typeof value === "boolean" ? this.mark.boolean : isError(value) ? this.mark.error : this.mark.number);
    this.bare(value);
  }

  /** `<v>` with a value in it. */
  private bare(value: Exclude<CellValue, null>): void {
    const { xml, mark } = this;
    xml.span(mark.value);
    if (typeof value === "string") this.text(value);
    else if (typeof value === "boolean") xml.number(value ? 1 : 0);
    else if (typeof value === "object") xml.text(value.error);
    else if (Number.isFinite(value)) xml.number(value);
    else throw new RangeError(`${this.sheet.name}!${this.reference()}: ${value} is no number for a cell`);
    xml.span(mark.endOfValue);
  }

  private text(text: string): void {
    if (text.length > LONGEST_TEXT)
      throw new WorkbookError("too much data", `${this.reference()}: a text of ${text.length} characters; Excel takes ${LONGEST_TEXT}`);
    this.xml.text(text);
  }

  private reference(): string {
    return cellReference(this.at.row, this.at.column);
  }
}

function markupOf(prefix: string) {
  const open = `<${prefix}`;
  const close = `</${prefix}`;
  return {
    row: `${open}row r="`,
    endOfTag: '">',
    endOfRow: `${close}row>`,
    empty: "/>",
    endOfCell: `${close}c>`,
    number: ">",
    boolean: ' t="b">',
    error: ' t="e">',
    stringFormula: ' t="str">',
    text: ` t="inlineStr">${open}is>${open}t>`,
    keptText: ` t="inlineStr">${open}is>${open}t xml:space="preserve">`,
    endOfText: `${close}t>${close}is>${close}c>`,
    formula: `${open}f>`,
    endOfFormula: `${close}f>`,
    value: `${open}v>`,
    endOfValue: `${close}v>`,
  };
}

function isFormula(cell: WrittenCell): cell is FormulaCell {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

function isError(value: CellValue): boolean {
  return typeof value === "object" && value !== null;
}

/** The area that holds cells, for `<dimension>`. */
export function writtenArea(sheet: WrittenSheet): string {
  const width = Math.max(1, widthOf(sheet.rows));
  return sheet.rows.length === 0 ? "A1" : `A1:${cellReference(sheet.rows.length - 1, width - 1)}`;
}
