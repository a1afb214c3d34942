/**
 * Numbers for rows whose clerk gave none: a prefix and a running number, the first time in the order of the rows' content. From
 * then on the Run record knows them: a row keeps its number when others come, go or change, and when it is edited itself, as
 * long as it is the same factory's work on the same thing. Of several such rows that were edited at once, which is which is told
 * by their order alone.
 */
import { inRankOrder, type Ranks } from "../../engine/register/ranks";
import { ROWS_AT_ONCE } from "../../engine/slices";
import { codeUnitOrder } from "./naturalOrder";

/** What tells a row again: whose work on what it is, and all it says beside that, both shortened. */
export interface RowMark {
  readonly group: string;
  readonly content: string;
}

/** By number. */
export type DerivedNumbers = ReadonlyMap<string, RowMark>;

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
  /** Gets what tells each row again. */
  readonly marks: Map<string, RowMark>;
}

/** The number of each row. */
export function* deriveNumbers<Row>(rows: readonly Row[], derivation: Derivation<Row>): Generator<void, readonly string[]> {
  const { prefix, whose, what, content, known, taken, named, marks } = derivation;
  const remembered = byGroup(known, taken);
  const order = inRankOrder(whose, what);
  const numbers = new Array<string>(rows.length).fill("");
  let running = highest(known, prefix);
  for (let start = 0, end = 0, looked = 0; start < order.length; start = end) {
    if (start - looked >= ROWS_AT_ONCE) {
      looked = start;
      yield;
    }
    const [first, second] = [whose.of[order[start]], what.of[order[start]]];
    for (end = start + 1; end < order.length && whose.of[order[end]] === first && what.of[order[end]] === second; end++);
    const group = shortened(`[${whose.texts[first]},${what.texts[second]}]`);
    const members = inOrder(order.subarray(start, end), (row) => content(rows[row]));
    const kept = numbersKept(members, remembered.get(group) ?? []);
    for (const [index, { row, said }] of members.entries()) {
      let no = kept[index];
      while (no === undefined) {
        const next = numberOf(prefix, ++running);
        if (!taken.has(next) && (known.size === 0 || !named.has(next))) no = next;
      }
      numbers[row] = no;
      marks.set(no, { group, content: said });
    }
  }
  return numbers;
}

interface Member {
  readonly row: number;
  readonly said: string;
}

function inOrder(rows: Int32Array, content: (row: number) => string): readonly Member[] {
  const keyed = Array.from(rows, (row) => ({ row, key: content(row) }));
  if (rows.length > 1) keyed.sort((one, other) => codeUnitOrder(one.key, other.key));
  return keyed.map(({ row, key }) => ({ row, said: shortened(key) }));
}

interface Remembered {
  readonly no: string;
  readonly content: string;
}

function byGroup(known: DerivedNumbers, taken: ReadonlySet<string>): ReadonlyMap<string, readonly Remembered[]> {
  const groups = new Map<string, Remembered[]>();
  for (const [no, { group, content }] of known) {
    if (taken.has(no)) continue;
    const members = groups.get(group);
    if (members) members.push({ no, content });
    else groups.set(group, [{ no, content }]);
  }
  return groups;
}

/** Rows that say what they said keep their numbers; those that were edited take what is left of the group's, in order. */
function numbersKept(members: readonly Member[], remembered: readonly Remembered[]): readonly (string | undefined)[] {
  if (remembered.length === 0) return [];
  const free = [...remembered];
  const kept = members.map(({ said }) => {
    const at = free.findIndex(({ content }) => content === said);
    return at < 0 ? undefined : free.splice(at, 1)[0].no;
  });
  return kept.map((no) => no ?? free.shift()?.no);
}

function highest(known: DerivedNumbers, prefix: string): number {
  let most = 0;
  for (const no of known.keys()) if (no.startsWith(`${prefix}-`)) most = Math.max(most, Number(no.slice(prefix.length + 1)) || 0);
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
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
}
