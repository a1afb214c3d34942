/**
 * Numbers for rows whose clerk gave none: a prefix and a running number, the first time in the order of the rows' content. From
 * then on the Run record knows them: a row keeps its number when others come, go or change, and when it is edited itself, as
 * long as it is the same factory's work on the same thing. Of several such rows that were edited at once, which is which is told
 * by their order alone.
 */
import { eachRun, type Ranks } from "../../engine/register/ranks";
import { eachInSlices, ROWS_AT_ONCE } from "../../engine/slices";
import { codeUnitOrder } from "./naturalOrder";
import { Shortening } from "./shortening";

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
  /** Tells all a row says beside that, piece by piece. */
  readonly content: (row: Row, tell: (piece: string) => void) => void;
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
  const { whose, what, content, known, taken } = derivation;
  const remembered = byGroup(known, taken);
  const shortening = new Shortening();
  const said = yield* eachInSlices(rows, (row) => {
    shortening.begin();
    content(row, shortening.add);
    return shortening.end();
  });
  const unused = unusedNumbers(derivation);
  const numbers = new Array<string>(rows.length).fill("");
  const marks: DerivedNumber[] = [];
  const numberGroup = (order: Int32Array, start: number, end: number): void => {
    const group = groupOf(order[start], derivation, shortening);
    if (end > start + 1) sortBy(order.subarray(start, end), (row) => wholeText((tell) => content(rows[row], tell)));
    const before = known.length === 0 ? undefined : remembered.get(group);
    const kept = before && numbersKept(order.subarray(start, end), said, before);
    for (let at = start; at < end; at++) {
      const row = order[at];
      const no = kept?.[at - start] ?? unused();
      numbers[row] = no;
      marks.push({ no, group, content: said[row] });
    }
  };
  yield* eachRun([whose, what], numberGroup, ROWS_AT_ONCE);
  return { numbers, marks };
}

/** Whose work on what a row is, shortened. */
function groupOf<Row>(row: number, { whose, what }: Derivation<Row>, shortening: Shortening): string {
  shortening.begin();
  shortening.add("[");
  shortening.add(whose.texts[whose.of[row]]);
  shortening.add(",");
  shortening.add(what.texts[what.of[row]]);
  shortening.add("]");
  return shortening.end();
}

/** Gives one number after the other that no row has or had. */
function unusedNumbers<Row>({ prefix, known, taken, named }: Derivation<Row>): () => string {
  const stem = `${prefix}-`;
  let running = highest(known, stem);
  return () => {
    for (;;) {
      const no = stem + String(++running).padStart(4, "0");
      if (!taken.has(no) && (known.length === 0 || !named.has(no))) return no;
    }
  };
}

/** Puts rows of one group in the order of their content; those that say the same stay as they are. */
function sortBy(rows: Int32Array, content: (row: number) => string): void {
  const said = Array.from(rows, (row) => ({ row, text: content(row) }));
  said.sort((one, other) => codeUnitOrder(one.text, other.text));
  said.forEach(({ row }, position) => (rows[position] = row));
}

function wholeText(told: (tell: (piece: string) => void) => void): string {
  const pieces: string[] = [];
  told((piece) => pieces.push(piece));
  return pieces.join("");
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
  // Nearly every factory has one row for one thing.
  if (members.length === 1 && remembered.length === 1) return [remembered[0].no];
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

function highest(known: DerivedNumbers, stem: string): number {
  let most = 0;
  for (const { no } of known) if (no.startsWith(stem)) most = Math.max(most, Number(no.slice(stem.length)) || 0);
  return most;
}
