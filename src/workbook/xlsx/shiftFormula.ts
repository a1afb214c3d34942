import { columnLetters, columnNumber } from "./cellReference";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** What may not be touched: texts, quoted sheet names, bracketed references, then words, numbers and the references among them. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$?[A-Za-z_\\\u0080-\uffff][\w.\\$\u0080-\uffff]*|\$?[0-9][0-9.]*(?:[eE][+-]?[0-9]+)?(?::\$?[0-9]+)?/g;

/**
 * A formula as it reads `rows` further down and `columns` further right: relative references move, absolute ones stay,
 * what leaves the sheet becomes #REF!. Shared formulas are stored once and read this way (ECMA-376 part 1, 18.3.1.40).
 * "=A1*$B$1" one row down is "=A2*$B$1".
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return outsideBrackets(formula, (part) =>
    part.replace(PIECES, (piece, at: number) => {
      const after = part[at + piece.length];
      if (piece[0] === '"' || piece[0] === "'" || after === "(" || after === "!" || after === "[") return piece;
      return shiftCell(piece, rows, columns) ?? shiftRows(piece, rows) ?? shiftColumn(part, at, piece, columns) ?? piece;
    }),
  );
}

/** Table references and numbers of other workbooks stand in brackets, also nested ones; texts may hold brackets of their own. */
function outsideBrackets(formula: string, change: (part: string) => string): string {
  let result = "";
  let outside = "";
  let depth = 0;
  for (const token of formula.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[[\]]|[^"'[\]]+|./gs) ?? []) {
    if (token === "[") {
      if (depth++ === 0) {
        // The bracket goes along so that a table's name before it is known for one.
        const changed = change(`${outside}[`);
        result += changed.slice(0, -1);
        outside = "";
      }
      result += token;
    } else if (token === "]" && depth > 0) {
      depth--;
      result += token;
    } else if (depth > 0) result += token;
    else outside += token;
  }
  return result + change(outside);
}

function shiftCell(piece: string, rows: number, columns: number): string | undefined {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})$/.exec(piece);
  if (match === null) return undefined;
  const [, columnFixed, letters, rowFixed, number] = match;
  if (columnNumber(letters) >= LAST_COLUMN || Number(number) > LAST_ROW) return undefined;
  const column = columnNumber(letters) + (columnFixed === "" ? columns : 0);
  const row = Number(number) + (rowFixed === "" ? rows : 0);
  if (column < 0 || column >= LAST_COLUMN || row < 1 || row > LAST_ROW) return "#REF!";
  return `${columnFixed}${columnLetters(column)}${rowFixed}${row}`;
}

/** Whole rows: "3:5", "$3:5". */
function shiftRows(piece: string, rows: number): string | undefined {
  const match = /^(\$?)([0-9]+):(\$?)([0-9]+)$/.exec(piece);
  if (match === null) return undefined;
  const [, firstFixed, first, lastFixed, last] = match;
  const ends = [Number(first) + (firstFixed === "" ? rows : 0), Number(last) + (lastFixed === "" ? rows : 0)];
  if (ends.some((row) => row < 1 || row > LAST_ROW)) return "#REF!";
  return `${firstFixed}${ends[0]}:${lastFixed}${ends[1]}`;
}

/** One end of whole columns, "A" in "A:$C": letters only, and a colon with letters only on its other side. */
function shiftColumn(part: string, at: number, piece: string, columns: number): string | undefined {
  const match = /^(\$?)([A-Za-z]{1,3})$/.exec(piece);
  const before = /(^|[^\w.$])\$?[A-Za-z]{1,3}:$/.test(part.slice(Math.max(0, at - 6), at));
  const after = /^:\$?[A-Za-z]{1,3}(?![\w.(!])/.test(part.slice(at + piece.length, at + piece.length + 7));
  if (match === null || (!before && !after) || columnNumber(match[2]) >= LAST_COLUMN) return undefined;
  const column = columnNumber(match[2]) + (match[1] === "" ? columns : 0);
  return column < 0 || column >= LAST_COLUMN ? "#REF!" : `${match[1]}${columnLetters(column)}`;
}
