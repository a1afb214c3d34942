/**
 * Digests of what a sheet says, not of how it looks: two saves of the same content by different programs agree.
 * Texts are NFKC with single spaces, numbers have 15 significant digits, empty rows are left out, columns stand in order of
 * their field, so that neither the language of the headings nor the order of the columns matters.
 */
import type { CellValue } from "../../workbook/workbook";
import { codeUnitOrder } from "../table/naturalOrder";
import { isPlain } from "../table/normalText";
import { Sha256, sha256 } from "./sha256";

/** A cell for a digest: `１２０` and 120 are the same, so are `甲  厂` and `甲 厂`. */
export function normalCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number")
    return Math.abs(value) < EXACT && Number.isInteger(value) ? (SMALL[value] ?? String(value)) : String(Number(value.toPrecision(15)));
  if (typeof value === "object") return `#${value.error}`;
  const text = String(value);
  return isPlain(text) ? text : text.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** Most numbers on a sheet are small, and to make a text of each takes longer than to digest it. */
const SMALL = Array.from({ length: 1_000 }, (_, number) => String(number));

/** The same, but a text as it stands: nearly all are plain. */
function asText(value: CellValue): string {
  return typeof value === "string" ? value : normalCell(value);
}

/** Is there nothing in a cell for a digest? A text that begins with a letter or sign of ASCII is seen at once. */
function isBlank(value: CellValue | undefined): boolean {
  if (typeof value !== "string") return value === null || value === undefined;
  const first = value.charCodeAt(0);
  return !(first > BLANK && first < DELETE) && normalCell(value) === "";
}
const BLANK = 0x20;
const DELETE = 0x7f;

/** Whole numbers below it have 15 digits at most. */
const EXACT = 1e15;

/** Feeds a sheet's rows one by one. */
export class SheetDigest {
  private readonly hash = new Sha256();
  /** Where the cell of each column stands among those given, in the order of the fields. */
  private readonly order: readonly number[];

  /** Fields of the columns, and where each stands in the rows that will be given (by default in this order). */
  constructor(fields: readonly string[], columns: readonly number[] = fields.map((_, index) => index)) {
    const order = fields.map((_, index) => index).sort((a, b) => codeUnitOrder(fields[a], fields[b]));
    this.order = order.map((index) => columns[index]);
    this.hash.update(order.map((index) => fields[index]).join(CELL) + ROW);
  }

  add(cells: readonly (CellValue | undefined)[]): void {
    if (this.saysNothing(cells)) return;
    for (let place = 0; place < this.order.length; place++) this.cell(cells[this.order[place]]);
    this.hash.update(ROW);
  }

  /** A row of two cells, the second of two plain words with a blank between them: they need not be put together. */
  addWords(first: string, one: string, other: string): void {
    this.cell(first);
    this.hash.update(one).update(" ").update(other).update(CELL).update(ROW);
  }

  private saysNothing(cells: readonly (CellValue | undefined)[]): boolean {
    for (let place = 0; place < this.order.length; place++) if (!isBlank(cells[this.order[place]])) return false;
    return true;
  }

  private cell(cell: CellValue | undefined): void {
    const { hash } = this;
    if (cell === null || cell === undefined) hash.update(CELL);
    else if (!hash.updatePlain("", asText(cell), CELL)) hash.update(normalCell(cell)).update(CELL);
  }

  hex(): string {
    return this.hash.hex();
  }
}

/** Separators that no cell can hold (XML 1.0 has no such characters). */
const CELL = "\u001f";
const ROW = "\u001e";

/** The check code over the sheets' digests: ten letters and digits that are not mistaken for one another over the telephone. */
export function checkCode(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].sort(([one], [other]) => codeUnitOrder(one, other)).map(([sheet, digest]) => `${sheet}${CELL}${digest}${ROW}`);
  let bits = BigInt(`0x${sha256(lines.join(""))}`) >> 206n;
  let code = "";
  for (let i = 0; i < 10; i++) {
    code = LETTERS[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
}

/** Base 32 without I, L, O and U (after Crockford). */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Characters beyond which a text counts by its digest. */
const LONG = 32;

/**
 * The digest by which a row is known to be as the run wrote it: its cells by field, whatever the columns' order; 0 is as good as
 * blank. Made once for a sheet's columns, asked row by row; empty where the row says nothing.
 */
export class RowDigest {
  private readonly fields: readonly string[];
  private readonly columns: readonly number[];
  private readonly hash = new Sha256();
  private readonly long = new Map<string, string>();

  /** By field, where its cell stands in the rows that will be given. */
  constructor(columnOf: ReadonlyMap<string, number>) {
    const ordered = [...columnOf].sort(([one], [other]) => codeUnitOrder(one, other));
    this.fields = ordered.map(([field]) => `${field}${CELL}`);
    this.columns = ordered.map(([, column]) => column);
  }

  of(cells: readonly (CellValue | undefined)[]): string {
    const { hash } = this;
    for (let place = 0; place < this.fields.length; place++) {
      const cell = cells[this.columns[place]];
      if (cell === null || cell === undefined) continue;
      const text = typeof cell === "string" && cell.length > LONG ? this.shortened(cell) : asText(cell);
      if (text === "" || text === "0" || hash.updatePlain(this.fields[place], text, ROW)) continue;
      // A text that is not plain may yet come to nothing, or to 0.
      const normal = normalCell(text);
      if (normal !== "" && normal !== "0") hash.update(this.fields[place]).update(normal).update(ROW);
    }
    return hash.isEmpty() ? "" : hash.hex(16);
  }

  /** What stands for a long text: its own digest, worked out once, for what says why stands in many rows. */
  private shortened(text: string): string {
    let known = this.long.get(text);
    if (known === undefined) {
      const normal = normalCell(text);
      this.long.set(text, (known = normal.length > LONG ? sha256(normal).slice(0, 16) : normal));
    }
    return known;
  }
}
