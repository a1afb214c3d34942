/**
 * Digests of what a sheet says, not of how it looks: two saves of the same content by different programs agree.
 * Texts are NFKC with single spaces, numbers have 15 significant digits, empty rows are left out, columns stand in order of
 * their field, so that neither the language of the headings nor the order of the columns matters.
 */
import type { CellValue } from "../workbook/workbook";
import { codeUnitOrder } from "./naturalOrder";
import { Sha256, sha256 } from "./sha256";

/** A cell for a digest: `１２０` and 120 are the same, so are `甲  厂` and `甲 厂`. */
export function normalCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (typeof value === "object") return `#${value.error}`;
  return String(value).normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** Feeds a sheet's rows one by one. */
export class SheetDigest {
  private readonly hash = new Sha256();
  private readonly order: readonly number[];

  /** Fields of the columns, in the order of the cells that will be given. */
  constructor(fields: readonly string[]) {
    this.order = fields.map((_, index) => index).sort((a, b) => codeUnitOrder(fields[a], fields[b]));
    this.hash.update(this.order.map((index) => fields[index]).join(CELL) + ROW);
  }

  add(cells: readonly (CellValue | undefined)[]): void {
    let line = "";
    let empty = true;
    for (const index of this.order) {
      const text = normalCell(cells[index]);
      if (text !== "") empty = false;
      line += text + CELL;
    }
    if (!empty) this.hash.update(line + ROW);
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

/** The digest by which a row is known to be as the run wrote it: its cells by field, whatever the columns' order; 0 is as good as blank. */
export function rowDigest(cells: ReadonlyMap<string, CellValue>): string {
  const fields = [...cells.keys()].filter((field) => !["", "0"].includes(normalCell(cells.get(field)))).sort(codeUnitOrder);
  return sha256(fields.map((field) => `${field}${CELL}${normalCell(cells.get(field))}${ROW}`).join("")).slice(0, 16);
}
