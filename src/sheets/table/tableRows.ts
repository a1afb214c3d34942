/**
 * The data rows of a sheet, one pass from the header down, and its cells by field. Every cell that can't be understood becomes a
 * problem with its place, and its row counts as invalid.
 */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { CellValue, Sheet } from "../../workbook/workbook";
import { NOT_CALCULATED } from "../../workbook/workbook";
import type { SheetTable } from "./column";
import type { Header } from "./findHeader";
import { HeaderPrintedAgain } from "./headerPrintedAgain";
import { isFilled } from "./isFilled";
import { splitList } from "./names";
import { headingText, normalText } from "./normalText";
import type { ProblemList } from "./problemList";
import { asDecimal, inSteps, readNumber } from "./readNumber";
import type { ProblemCase, ProblemFacts } from "./rules";
import { simplified } from "./simplified";
import { verticalMerges } from "./verticalMerges";

/** Rows this many blanks below the table are no longer part of it. */
const BLANK_BLOCK = 20;
const TOTAL_WORDS: ReadonlySet<string> = new Set(["合计", "小计", "总计", "共计", "total", "subtotal", "grand total", "sub-total"]);
/** Every total word has one of these in it; so has whatever becomes one when it is read (full-width letters, say). */
const MAY_BE_TOTAL = /[计計]|total|[^ -~\u4e00-\u9fff]/iu;
const NOTE = /^(?:注|说明|备注|附注|制表|审核|负责人|填表|note|notes|remark)[:：]/iu;

export type RowKind = "data" | "blank" | "header" | "total" | "note";

export interface Bounds {
  readonly minimum: number;
  readonly maximum?: number;
  readonly decimals?: number;
}

/** Technical grades. */
export const GRADES: Bounds = { minimum: 1, maximum: 8 };

export class TableRows<Field extends string> {
  readonly columnOf: ReadonlyMap<Field, number>;
  readonly totals: number[] = [];
  readonly bad = new Set<number>();
  rowsRead = 0;
  hiddenRead = 0;
  repeatedHeaders = 0;
  notFilledIn = 0;
  numbersFromText = 0;
  /** Units of the rows' quantities, one of each kind; kinds are never added. */
  readonly units = new Map<string, string>();
  /** Names that matched only in their plain (half-width) form. */
  readonly fullWidth = new Set<string>();
  /** Error values already reported: a name may be asked for more than once. */
  private readonly errorsTold = new Set<string>();
  private readonly ours: readonly number[];
  private readonly printedAgain: HeaderPrintedAgain;
  private readonly merged: ReadonlyMap<number, ReadonlyMap<number, number>>;

  constructor(
    readonly sheet: Sheet,
    readonly table: SheetTable<Field>,
    readonly header: Header<Field>,
    readonly problems: ProblemList,
  ) {
    this.columnOf = new Map(header.fields.map(({ field, column }) => [field, column]));
    this.ours = [...header.fields, ...header.periods, ...header.named].map(({ column }) => column).sort((a, b) => a - b);
    this.printedAgain = new HeaderPrintedAgain(sheet, header, this.ours);
    this.merged = verticalMerges(sheet, header.row, new Set(header.fields.map(({ column }) => column)));
  }

  /** Reads one data row after the other, from top to bottom, with a yield now and then. Hints about what was passed over are left to `reportRows`. */
  *eachRow(read: (row: number) => void): Generator<void> {
    let blanks = 0;
    for (let row = this.header.row + 1; row < this.sheet.values.length; row++) {
      const kind = this.kindOf(row);
      blanks = kind === "blank" ? blanks + 1 : 0;
      if (blanks >= BLANK_BLOCK) return this.reportOutside(row + 1);
      if (kind === "header") this.repeatedHeaders++;
      else if (kind === "total") this.totals.push(row);
      else if (kind === "note") this.problems.inRow("I07", { sheet: this.sheet.name, row, column: 0 }, { count: 1 });
      else if (kind === "data") {
        this.rowsRead++;
        if (this.sheet.hiddenRows.has(row)) this.hiddenRead++;
        if (this.rowsRead % ROWS_AT_ONCE === 0) yield;
        read(row);
      }
    }
  }

  kindOf(row: number): RowKind {
    const cells = this.sheet.values[row];
    let filled = 0;
    for (const column of this.ours) if (isFilled(cells[column])) filled++;
    if (filled === 0) return "blank";
    const first = cells.find(isFilled);
    if (typeof first !== "string") return "data";
    if (MAY_BE_TOTAL.test(first) && TOTAL_WORDS.has(simplified(headingText(first)))) return "total";
    if (filled === 1 && NOTE.test(first)) return "note";
    return this.printedAgain.is(cells) ? "header" : "data";
  }

  /** Does a period's cell hold a quantity, or something that must be read as one? */
  hasQuantity(row: number): boolean {
    for (const { column } of this.header.periods) if (holdsQuantity(this.cellAt(row, column))) return true;
    return false;
  }

  private reportOutside(from: number): void {
    let count = 0;
    let first: number | undefined;
    for (let row = from; row < this.sheet.values.length; row++) {
      if (!this.sheet.values[row].some(isFilled)) continue;
      first ??= row;
      count++;
    }
    if (first !== undefined) this.problems.inRow("I07", { sheet: this.sheet.name, row: first, column: 0 }, { count });
  }

  isValid(row: number): boolean {
    return !this.bad.has(row);
  }

  /** Reports a problem of a cell; a must-fix one makes its row invalid. */
  report(kind: ProblemCase, row: number, where: { field?: Field; column?: number }, facts: ProblemFacts = {}): void {
    const column = where.column ?? (where.field === undefined ? undefined : this.columnOf.get(where.field));
    const heading: ProblemFacts = column === undefined ? {} : { column: this.header.headings[column] ?? "" };
    const told = facts.value === NOT_CALCULATED ? "E03 not calculated" : kind;
    this.problems.inRow(told, { sheet: this.sheet.name, row, column }, { ...heading, ...facts });
    if (kind.startsWith("E")) this.bad.add(row);
  }

  cellAt(row: number, column: number): CellValue | undefined {
    const top = this.merged.size > 0 ? this.merged.get(column)?.get(row) : undefined;
    return this.sheet.values[top ?? row][column];
  }

  /** The cell's text in its compared form; "" where it is blank. */
  text(row: number, field: Field): string {
    const column = this.columnOf.get(field);
    if (column === undefined) return "";
    const cell = this.cellAt(row, column);
    if (cell === undefined || cell === null) return "";
    if (typeof cell === "object") {
      const place = `${row}/${column}`;
      if (!this.errorsTold.has(place)) this.report("E03 error", row, { column }, { value: cell.error });
      this.errorsTold.add(place);
      return "";
    }
    if (typeof cell !== "string") return String(cell);
    const text = normalText(cell);
    // Chinese separators of a list are nothing odd.
    if (text !== cell && text !== cell.trim().replaceAll("；", ";").replaceAll("，", ",")) this.fullWidth.add(text);
    return text;
  }

  /** The names of a cell that may hold several; a line break in it parts them too. */
  list(row: number, field: Field): readonly string[] {
    const column = this.columnOf.get(field);
    if (column === undefined) return NO_NAMES;
    const cell = this.cellAt(row, column);
    const text = this.text(row, field);
    return splitList(typeof cell === "string" && cell.includes("\n") ? cell : text);
  }

  optional(row: number, field: Field): string | undefined {
    const text = this.text(row, field);
    return text === "" ? undefined : text;
  }

  /** A text that must be there: E02 where it isn't. */
  required(row: number, field: Field): string {
    const before = this.bad.has(row);
    const text = this.text(row, field);
    if (text === "" && this.columnOf.has(field) && (before || !this.bad.has(row))) this.report("E02", row, { field });
    return text;
  }

  /** A number between bounds, in steps of its decimals; undefined where it is blank or wrong. */
  number(row: number, field: Field, { minimum, maximum, decimals = 0 }: Bounds): number | undefined {
    const column = this.columnOf.get(field);
    if (column === undefined) return undefined;
    const reading = readNumber(this.cellAt(row, column));
    if (reading.kind === "empty") return undefined;
    if (reading.kind === "not a number") {
      this.report("E03", row, { column }, { value: reading.found, decimals });
      return undefined;
    }
    if (
      reading.suffix !== "" &&
      !headingText(this.header.headings[column]).includes(headingText(reading.suffix)) &&
      !PLAIN_SUFFIX.has(reading.suffix.toLowerCase())
    ) {
      this.report("E03 unit", row, { column }, { value: reading.suffix });
      return undefined;
    }
    if (reading.fromText) this.numbersFromText++;
    const steps = inSteps(reading.value, decimals);
    const scale = 10 ** decimals;
    if (typeof steps === "number" && steps >= minimum * scale && steps <= (maximum ?? Infinity) * scale) return steps;
    const { digits, decimals: places } = asDecimal(reading.value);
    const facts = { value: Number(digits) / 10 ** places, minimum, maximum: maximum ?? "", decimals };
    this.report(typeof steps === "number" ? "E03 range" : steps === "fraction" ? "E04" : "E03 too large", row, { column }, facts);
    return undefined;
  }

  /** One of the words a column allows; undefined where it is blank. */
  word<Value>(row: number, field: Field, words: ReadonlyMap<string, Value>): Value | undefined {
    const text = this.text(row, field);
    if (text === "") return undefined;
    const value = words.get(text) ?? words.get(headingText(text));
    if (value === undefined) this.report("E05 word", row, { field }, { value: text, near: [...words.keys()].slice(0, 8) });
    return value;
  }
}

const NO_NAMES: readonly string[] = [];

/** Units that numbers of the smaller columns may carry: grade, weight, price, percent, years, quarters, distances. */
const PLAIN_SUFFIX: ReadonlySet<string> = new Set(["级", "kg", "公斤", "千克", "元", "yuan", "%", "年", "季", "km", "公里", "项"]);

/** Holds a quantity, or something that must be read as one: `—`, `无` and `/` stand for an empty cell. */
export function holdsQuantity(value: CellValue | undefined): boolean {
  return isFilled(value) && (typeof value !== "string" || readNumber(value).kind !== "empty");
}
