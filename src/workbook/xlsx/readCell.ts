import type { CellValue } from "../workbook";
import { NOT_CALCULATED, WorkbookError } from "../workbook";
import { cellReference } from "./cellReference";
import { decodeCellText } from "./cellText";
import { isoDateSerial } from "./isoDate";
import type { CellContext } from "./readSheet";
import { readRichText } from "./sharedStrings";
import type { SheetFormulas } from "./sheetFormulas";
import type { XmlScanner } from "./xmlScanner";
import { xmlText } from "./xmlText";

/** 1 January 1904 in the 1900 system. */
const DAYS_TO_1904 = 1462;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

/** Reads one `<c>` at a time. Call `readAddress` right after "open", then `readValue`, which goes up to `</c>`. */
export class CellReader {
  /** From the cell's own reference; -1 where it has none. */
  row = -1;
  column = -1;
  private type = "";
  private style = 0;
  /** The current cell's number, kept off the heap. */
  private number = 0;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly formulas: SheetFormulas,
    private readonly context: CellContext,
  ) {}

  readAddress(): void {
    const { scanner } = this;
    this.row = this.column = -1;
    this.type = "";
    this.style = 0;
    for (let index = 0; index < scanner.attributeCount; index++) {
      const letter = scanner.attributeLetter(index);
      if (letter === LETTER_R) this.readReference(scanner.valueStart(index), scanner.valueEnd(index));
      else if (letter === LETTER_T) this.type = xmlText(scanner.bytes, scanner.valueStart(index), scanner.valueEnd(index));
      else if (letter === LETTER_S && this.context.datesFrom1904 !== undefined) {
        this.style = Number(xmlText(scanner.bytes, scanner.valueStart(index), scanner.valueEnd(index)));
      }
    }
  }

  /** The value; null for a blank and for an empty text, which count as the same. A formula that left neither was not calculated. */
  readValue(row: number, column: number): CellValue {
    const { scanner } = this;
    if (scanner.selfClosing) {
      scanner.next();
      return null;
    }
    const outside = scanner.depth - 1;
    let value: CellValue = null;
    let formula = false;
    while (scanner.depth > outside) {
      if (scanner.next() !== "open") continue;
      if (scanner.name === "v") value = this.readContent(row, column);
      else if (scanner.name === "f") {
        this.readFormula(row, column);
        formula = true;
      } else if (scanner.name === "is" && this.type === "inlineStr") value = readRichText(scanner, this.context.limits);
      else scanner.skip();
    }
    if (value === null && formula && this.type !== "str") return { error: NOT_CALCULATED };
    return value === "" ? null : value;
  }

  private readReference(start: number, end: number): void {
    const { bytes } = this.scanner;
    let column = 0;
    let row = 0;
    let at = start;
    for (; at < end && bytes[at] >= 65; at++) column = column * 26 + (bytes[at] & 0x5f) - 64;
    for (; at < end && bytes[at] >= 48 && bytes[at] <= 57 && row < 1e8; at++) row = row * 10 + bytes[at] - 48;
    if (at < end || column < 1 || row < 1 || column > 1e6) throw this.scanner.damaged("a cell has a bad reference");
    this.column = column - 1;
    this.row = row - 1;
  }

  private readContent(row: number, column: number): CellValue {
    const { scanner, context } = this;
    if (this.type === "" || this.type === "n" || this.type === "s") {
      if (!this.readNumber(row, column)) return null;
      if (this.type === "s") return this.sharedText(this.number);
      const moved = context.datesFrom1904?.has(this.style) === true;
      return moved ? this.number + DAYS_TO_1904 : this.number;
    }
    const text = scanner.textInside();
    if (this.type === "str") return this.checkedText(decodeCellText(text));
    if (text.trim() === "") return null;
    if (this.type === "b") return text.trim() === "1" || text.trim() === "true";
    if (this.type === "e") return { error: text.trim() };
    if (this.type === "inlineStr") return this.checkedText(decodeCellText(text));
    const serial = this.type === "d" ? isoDateSerial(text.trim()) : undefined;
    if (serial === undefined) throw scanner.damaged(`${cellReference(row, column)} holds "${text.slice(0, 40)}" as type ${this.type}`);
    return serial;
  }

  /** Up to `</v>`; false for an empty one. Nearly all are short whole numbers: those are read from the bytes. */
  private readNumber(row: number, column: number): boolean {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    let text = "";
    let whole = false;
    while (scanner.depth > outside) {
      if (scanner.next() !== "text") continue;
      if (text === "" && !whole) whole = this.shortWhole(scanner.start, scanner.end);
      else if (whole) {
        // A comment splits the number.
        text = String(this.number);
        whole = false;
      }
      if (!whole) text += scanner.text();
    }
    return whole || this.parseNumber(text.trim(), row, column);
  }

  private shortWhole(start: number, end: number): boolean {
    const { bytes } = this.scanner;
    if (end - start > 15) return false;
    let number = 0;
    for (let at = start; at < end; at++) {
      const digit = bytes[at] - 48;
      if (digit < 0 || digit > 9) return false;
      number = number * 10 + digit;
    }
    this.number = number;
    return true;
  }

  private parseNumber(text: string, row: number, column: number): boolean {
    if (text === "") return false;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) || !Number.isFinite(Number(text))) {
      throw this.scanner.damaged(`${cellReference(row, column)} holds "${text.slice(0, 40)}" as a number`);
    }
    this.number = Number(text);
    return true;
  }

  private sharedText(index: number): string {
    if (this.context.strings === undefined) throw this.scanner.damaged("the workbook's table of texts is missing");
    return this.context.strings.text(index);
  }

  private checkedText(text: string): string {
    const { length } = text;
    if (length > this.context.limits.stringLength)
      throw new WorkbookError("too large", `${this.scanner.part}: a text of ${length} characters`);
    return text;
  }

  private readFormula(row: number, column: number): void {
    const { scanner } = this;
    const type = scanner.attributeCount === 0 ? undefined : scanner.attribute("t");
    const group = type === "shared" ? scanner.attribute("si") : undefined;
    this.formulas.add(row, column, this.checkedText(decodeCellText(scanner.textInside()).trim()), group);
  }
}
