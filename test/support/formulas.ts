/**
 * Works formulas out as Excel's documentation describes it, for the few functions our forms use, so that the value a cell carries
 * can be compared with what its formula gives. Shares nothing with the code that writes them.
 */
import type { CellValue, Sheet } from "../../src/workbook/workbook";

type Value = string | number | boolean | null;
type Found = Value | Column | List;
type Node = (at: Place) => Found;
interface Place {
  readonly sheet: Sheet;
}
/** A whole column of a sheet. */
interface Column {
  readonly sheet: Sheet;
  readonly column: number;
}
/** Written out between braces, one below the other; or what a function gives for each of such. */
type List = readonly Value[];

export class Formulas {
  private readonly known = new Map<string, Value>();
  private readonly sums = new Map<string, number>();
  private readonly parsed = new Map<string, Node>();

  constructor(private readonly sheets: readonly Sheet[]) {}

  /** What the cell shows: its formula worked out, however deep, else its value. */
  cell(sheet: Sheet, row: number, column: number): Value {
    const formula = sheet.formulas.get(row)?.get(column);
    if (formula === undefined) return plain(sheet.values[row]?.[column] ?? null);
    const key = `${sheet.name}!${row},${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = this.value(this.parse(formula.replace(/^=/, ""))({ sheet }));
    this.known.set(key, value);
    return value;
  }

  private value(found: Found): Value {
    if (found !== null && typeof found === "object") throw new Error("a column or a list is no value");
    return found;
  }

  private parse(text: string): Node {
    let node = this.parsed.get(text);
    if (!node) this.parsed.set(text, (node = new Parser(text, this).whole()));
    return node;
  }

  column(name: string, column: number): Column {
    const sheet = this.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!sheet) throw new Error(`#REF! ${name}`);
    return { sheet, column };
  }

  call(name: string, given: readonly Node[], at: Place): Found {
    const value = (index: number): Value => this.value(given[index](at));
    const text = (index: number): string => String(value(index) ?? "");
    switch (name) {
      case "IF":
        return value(0) === true ? value(1) : value(2);
      case "ROUND": {
        const scale = 10 ** Number(value(1));
        const number = Number(value(0));
        return (Math.sign(number) * Math.round(Math.abs(number) * scale + 1e-7)) / scale + 0;
      }
      case "LEFT":
        return text(0).slice(0, Number(value(1)));
      case "LEN":
        return text(0).length;
      case "SUBSTITUTE":
        return text(0).split(text(1)).join(text(2));
      case "ABS":
        return Math.abs(Number(value(0)));
      case "SUMIFS":
        return this.eachOf(given.map((node) => node(at)));
      case "SUMPRODUCT":
        return productOf(given.map((node) => node(at)));
      default:
        throw new Error(`#NAME? ${name}`);
    }
  }

  /** Lists of criteria go together, first with first. */
  private eachOf(given: readonly Found[]): Found {
    const lengths = new Set(given.flatMap((each) => (isList(each) ? [each.length] : [])));
    if (lengths.size > 1) throw new Error("#VALUE!");
    const [length] = lengths;
    if (length === undefined) return this.sumifs(given);
    return Array.from({ length }, (_, index) => this.sumifs(given.map((each) => (isList(each) ? each[index] : each))));
  }

  private sumifs([sum, ...conditions]: readonly Found[]): number {
    const columns = [sum, ...conditions.filter((_, index) => index % 2 === 0)].map(columnOf);
    const criteria = conditions.filter((_, index) => index % 2 === 1).map((each) => this.value(each));
    const key = JSON.stringify([columns.map(({ sheet, column }) => [sheet.name, column]), criteria]);
    const known = this.sums.get(key);
    if (known !== undefined) return known;
    const tests = criteria.map(criterion);
    const [added, ...looked] = columns;
    let total = 0;
    for (let row = 0; row < added.sheet.values.length; row++) {
      if (!looked.every(({ sheet, column }, index) => tests[index](plain(sheet.values[row]?.[column] ?? null)))) continue;
      const amount = this.cell(added.sheet, row, added.column);
      if (typeof amount === "number") total += amount;
    }
    this.sums.set(key, total);
    return total;
  }
}

function isList(found: Found): found is List {
  return Array.isArray(found);
}

function productOf(given: readonly Found[]): number {
  const lists = given.filter(isList);
  if (lists.length < given.length || lists.some(({ length }) => length !== lists[0].length)) throw new Error("#VALUE!");
  return lists[0].reduce<number>((sum, _, index) => sum + lists.reduce((product, list) => product * Number(list[index]), 1), 0);
}

function columnOf(found: Found): Column {
  if (found === null || typeof found !== "object" || isList(found)) throw new Error("#VALUE!");
  return found;
}

function plain(value: CellValue): Value {
  if (typeof value === "object" && value !== null) return value.error;
  return value === "" ? null : value;
}

/** A criterion: a comparison, else equality; texts with wildcards, numbers also where a text looks like one. */
function criterion(given: Value): (cell: Value) => boolean {
  const text = String(given ?? 0);
  if (text.length > 255) throw new Error("#VALUE!");
  const [, sign, rest] = /^(<>|<=|>=|=|<|>)?([^]*)$/.exec(text) ?? [];
  if (sign !== undefined && sign !== "=" && sign !== "<>") throw new Error(`not needed: ${text}`);
  const is = equality(rest, sign !== undefined);
  return sign === "<>" ? (cell) => !is(cell) : is;
}

function equality(text: string, signed: boolean): (cell: Value) => boolean {
  if (text === "") return signed ? (cell) => cell === null : (cell) => cell === null || cell === "";
  const number = /[*?]/.test(text) ? NaN : Number(text);
  // Excel takes a text that looks like this number for it; so do the criteria that a form must not have.
  if (!Number.isNaN(number)) return (cell) => cell !== null && Number(cell) === number;
  const pattern = wildcards(text);
  return (cell) => typeof cell === "string" && pattern.test(cell);
}

function wildcards(text: string): RegExp {
  let source = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "~" && /[~*?]/.test(text[at + 1] ?? "")) source += literal(text[++at]);
    else if (sign === "*") source += "[^]*";
    else if (sign === "?") source += "[^]";
    else source += literal(sign);
  }
  return new RegExp(`^${source}$`, "iu");
}

function literal(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
}

/** Recursive descent over the signs that the formulas use. */
class Parser {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(
    text: string,
    private readonly formulas: Formulas,
  ) {
    this.tokens =
      text.match(/"(?:[^"]|"")*"|'(?:[^']|'')+'|<>|>=|<=|\$?[A-Z]{1,3}\$?\d+|[A-Z]+(?=\()|\$[A-Z]{1,3}|\d+(?:\.\d+)?|./gsu) ?? [];
  }

  whole(): Node {
    const node = this.binary(0);
    if (this.at < this.tokens.length) throw new Error(`not understood: ${this.tokens.slice(this.at).join("")}`);
    return node;
  }

  private take(wanted: string): void {
    if (this.tokens[this.at++] !== wanted) throw new Error(`${wanted} expected in ${this.tokens.join("")}`);
  }

  private binary(level: number): Node {
    if (level === LEVELS.length) return this.single();
    let left = this.binary(level + 1);
    for (let sign = this.tokens[this.at]; sign in LEVELS[level]; sign = this.tokens[this.at]) {
      const [one, work] = [left, LEVELS[level][sign]];
      this.at++;
      const other = this.binary(level + 1);
      left = (at) => work(one(at) as Value, other(at) as Value);
    }
    return left;
  }

  private single(): Node {
    const token = this.tokens[this.at++] ?? "";
    if (token.startsWith('"')) return () => token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return () => Number(token);
    if (token === "-") return negated(this.single());
    if (token.startsWith("'")) return this.columnOn(token.slice(1, -1).replaceAll("''", "'"));
    const cell = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(token);
    if (cell) return ({ sheet }) => this.formulas.cell(sheet, Number(cell[2]) - 1, columnNumber(cell[1]));
    if (token === "{") return this.list();
    if (token === "(") {
      const inside = this.binary(0);
      this.take(")");
      return inside;
    }
    this.take("(");
    const given = [this.binary(0)];
    while (this.tokens[this.at] === ",") {
      this.at++;
      given.push(this.binary(0));
    }
    this.take(")");
    return (at) => this.formulas.call(token, given, at);
  }

  private list(): Node {
    const items: Node[] = [];
    do items.push(this.single());
    while (this.tokens[this.at++] === ";");
    return (at) => items.map((item) => item(at) as Value);
  }

  private columnOn(sheet: string): Node {
    this.take("!");
    const letters = this.tokens[this.at++];
    this.take(":");
    this.take(letters);
    const column = columnNumber(letters.replace("$", ""));
    return () => this.formulas.column(sheet, column);
  }
}

function negated(node: Node): Node {
  return (at) => -Number(node(at));
}

const LEVELS: readonly Readonly<Record<string, (one: Value, other: Value) => Value>>[] = [
  {
    "=": same,
    "<": (one, other) => Number(one) < Number(other),
    ">=": (one, other) => Number(one) >= Number(other),
  },
  { "&": (one, other) => `${one ?? ""}${other ?? ""}` },
  { "+": (one, other) => Number(one) + Number(other), "-": (one, other) => Number(one) - Number(other) },
  { "*": (one, other) => Number(one) * Number(other), "/": (one, other) => Number(one) / Number(other) },
];

/** A blank is as good as an empty text, and as 0. */
function same(one: Value, other: Value): boolean {
  if (one === null) return other === null || other === "" || other === 0;
  return other === null ? same(other, one) : String(one).toLowerCase() === String(other).toLowerCase() && typeof one === typeof other;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
