/**
 * Numbers for rows whose clerk gave none: a prefix and a running number, the first time in the order of the rows' content. From
 * then on the Run record knows them: a row keeps its number when others come, go or change, and when it is edited itself, as
 * long as it is the same factory's work on the same thing. Of several such rows that were edited at once, which is which is told
 * by their order alone.
 */
import { inRankOrder, type Ranks } from "../../engine/register/ranks";
import { eachInSlices, ROWS_AT_ONCE } from "../../engine/slices";
import { codeUnitOrder } from "./naturalOrder";

/** A number that was derived, and what tells its row again: whose work on what it is, and all it says beside that, both shortened. */
export interface DerivedNumber {
  readonly no: string;
  readonly group: string;
  readonly content: string;
}

/** Each number once. */
export type DerivedNumbers = readonly DerivedNumber[];

export interface Derivation<Row> {
  readonly prefix: string;
  /** Whose work the rows are, as JSON text. */
  readonly whose: Ranks;
  /** On what. */
  readonly what: Ranks;
  readonly content: (row: Row) => string;
  /** As the last run left them. */
  readonly known: DerivedNumbers;
  /** Numbers that other rows have. */
  readonly taken: ReadonlySet<string>;
  /** Numbers that agreements name: a row that is known may have one, a new row never gets one. */
  readonly named: ReadonlySet<string>;
}

export interface Derived {
  /** By row. */
  readonly numbers: readonly string[];
  readonly marks: DerivedNumbers;
}

export function* deriveNumbers<Row>(rows: readonly Row[], derivation: Derivation<Row>): Generator<void, Derived> {
  const { prefix, whose, what, content, known, taken, named } = derivation;
  const remembered = byGroup(known, taken);
  const said = yield* eachInSlices(rows, (row) => shortened(content(row)));
  const order = inRankOrder(whose, what);
  const numbers = new Array<string>(rows.length).fill("");
  const marks: DerivedNumber[] = [];
  let running = highest(known, prefix);
  const unused = (): string => {
    for (;;) {
      const no = numberOf(prefix, ++running);
      if (!taken.has(no) && (known.length === 0 || !named.has(no))) return no;
    }
  };
  for (let start = 0, end = 0, looked = 0; start < order.length; start = end) {
    if (start - looked >= ROWS_AT_ONCE) {
      looked = start;
      yield;
    }
    const [first, second] = [whose.of[order[start]], what.of[order[start]]];
    for (end = start + 1; end < order.length && whose.of[order[end]] === first && what.of[order[end]] === second; end++);
    const group = shortened(`[${whose.texts[first]},${what.texts[second]}]`);
    if (end > start + 1) sortBy(order.subarray(start, end), (row) => content(rows[row]));
    const before = remembered.get(group);
    const kept = before && numbersKept(order.subarray(start, end), said, before);
    for (let at = start; at < end; at++) {
      const row = order[at];
      const no = kept?.[at - start] ?? unused();
      numbers[row] = no;
      marks.push({ no, group, content: said[row] });
    }
  }
  return { numbers, marks };
}

/** Puts rows of one group in the order of their content; those that say the same stay as they are. */
function sortBy(rows: Int32Array, content: (row: number) => string): void {
  const said = Array.from(rows, (row) => ({ row, text: content(row) }));
  said.sort((one, other) => codeUnitOrder(one.text, other.text));
  said.forEach(({ row }, position) => (rows[position] = row));
}

/** The numbers of earlier runs by group, but for those that other rows have now. */
function byGroup(known: DerivedNumbers, taken: ReadonlySet<string>): ReadonlyMap<string, DerivedNumbers> {
  const groups = new Map<string, DerivedNumber[]>();
  for (const number of known) {
    if (taken.has(number.no)) continue;
    const members = groups.get(number.group);
    if (members) members.push(number);
    else groups.set(number.group, [number]);
  }
  return groups;
}

/** Rows that say what they said keep their numbers; those that were edited take what is left of the group's, in order. */
function numbersKept(members: Int32Array, said: readonly string[], remembered: DerivedNumbers): readonly (string | undefined)[] {
  const left = new Set(remembered);
  const saying = new Map<string, DerivedNumber[]>();
  for (const number of [...remembered].reverse()) {
    const same = saying.get(number.content);
    if (same) same.push(number);
    else saying.set(number.content, [number]);
  }
  const kept = Array.from(members, (row) => {
    const found = saying.get(said[row])?.pop();
    if (found) left.delete(found);
    return found;
  });
  const rest = left.values();
  return kept.map((found) => (found ?? rest.next().value)?.no);
}

function highest(known: DerivedNumbers, prefix: string): number {
  let most = 0;
  for (const { no } of known) if (no.startsWith(`${prefix}-`)) most = Math.max(most, Number(no.slice(prefix.length + 1)) || 0);
  return most;
}

function numberOf(prefix: string, running: number): string {
  return `${prefix}-${String(running).padStart(4, "0")}`;
}

/** Two sums of 32 bits over the text (FNV-1a, with two offsets): enough to tell the rows of one office. */
function shortened(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15);
  }
  let begin = putDigits(other >>> 0, DIGITS.length);
  DIGITS[--begin] = POINT;
  begin = putDigits(one >>> 0, begin);
  return String.fromCharCode(...DIGITS.slice(begin));
}

/** The signs of two numbers of 32 bits to the base of 36 and of the point between them. */
const DIGITS = new Array<number>(15).fill(0);
const POINT = ".".charCodeAt(0);

/** Writes a number before `end`; returns where it begins. Much faster than `toString(36)`, which reckons with fractions. */
function putDigits(number: number, end: number): number {
  let begin = end;
  for (let rest = number; begin === end || rest > 0;) {
    const next = Math.floor(rest / 36);
    const digit = rest - next * 36;
    DIGITS[--begin] = digit < 10 ? 48 + digit : 87 + digit;
    rest = next;
  }
  return begin;
}
