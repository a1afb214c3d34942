/**
 * Moves a clerk's formula along with its row. A formula that looks only at its own row of its own sheet can move;
 * one that looks anywhere else (another row, a whole column, another sheet, a name, a table) cannot, because the rows of
 * an output are sorted anew.
 *
 * Example: `=M5*2` on row 5 moved to row 9, where column M has become N, is `=N9*2`; `=SUM(M$5:M9)` is `undefined`.
 */
export interface FormulaMove {
  /** Rows from 0. */
  readonly fromRow: number;
  readonly toRow: number;
  /** Where a column stands now, from 0; undefined where it no longer exists. */
  readonly column: (earlier: number) => number | undefined;
}

/** The moved formula; undefined where it looks beyond its own row, or at a column that is gone. */
export function moveOwnRowFormula(formula: string, move: FormulaMove): string | undefined {
  let moved = "";
  let rest = formula;
  while (rest !== "") {
    const token = nextToken(rest);
    const after = rest.slice(token.length);
    const text = moveToken(token, after, move);
    if (text === undefined) return undefined;
    moved += text;
    rest = after;
  }
  return moved;
}

/** A text in quotes, a word (name, reference or function), a number, or a single sign. */
function nextToken(rest: string): string {
  return /^(?:"(?:[^"]|"")*"|[$\p{L}_\\][$\p{L}\p{N}_.\\?]*|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|.)/su.exec(rest)?.[0] ?? rest[0];
}

function moveToken(token: string, after: string, move: FormulaMove): string | undefined {
  if (token.startsWith('"')) return token;
  if (looksElsewhere.has(token) || after.startsWith("!")) return undefined;
  if (/^\d/.test(token)) return after.startsWith(":") ? undefined : token;
  if (!/^[$\p{L}_\\]/u.test(token)) return token;
  if (after.trimStart().startsWith("(")) return readsAnywhere.has(token.toUpperCase()) ? undefined : token;
  if (/^(true|false)$/i.test(token)) return token;
  return moveReference(token, move);
}

/** Signs of another sheet, a table, a spilled range or an error in place of a reference. */
const looksElsewhere = new Set(["'", "[", "!", "#", "@"]);
/** Functions that turn texts or numbers into references. */
const readsAnywhere = new Set(["INDIRECT", "OFFSET"]);

function moveReference(word: string, move: FormulaMove): string | undefined {
  const reference = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/.exec(word);
  if (!reference || Number(reference[4]) !== move.fromRow + 1) return undefined;
  const column = move.column(columnIndex(reference[2]));
  return column === undefined ? undefined : `${reference[1]}${columnLetters(column)}${reference[3]}${move.toRow + 1}`;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The address of a cell counted from (0, 0): `B7`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
