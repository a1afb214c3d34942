/**
 * Numbers for rows whose clerk gave none: a prefix and a running number, the first time in the order of the rows' content. From
 * then on the Run record knows them: a row keeps its number when others come, go or change, and when it is edited itself, as
 * long as it is the same factory's work on the same thing. Of several such rows that were edited at once, which is which is told
 * by their order alone.
 */
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
  /** Whose work on what. */
  readonly group: (row: Row) => string;
  readonly content: (row: Row) => string;
  /** As the last run left them. */
  readonly known: DerivedNumbers;
  /** Numbers that other rows have. */
  readonly taken: (no: string) => boolean;
  /** Numbers that agreements name: a row that is known may have one, a new row never gets one. */
  readonly named: ReadonlySet<string>;
}

export interface Derived<Row> {
  readonly numbers: ReadonlyMap<Row, string>;
  readonly marks: DerivedNumbers;
}

export function* deriveNumbers<Row>(
  rows: Iterable<Row>,
  { prefix, group, content, known, taken, named }: Derivation<Row>,
): Generator<void, Derived<Row>> {
  const remembered = byGroup(known, taken);
  const numbers = new Map<Row, string>();
  const marks = new Map<string, RowMark>();
  const groups = groupsOf(rows, group);
  let running = highest(known, prefix);
  let done = 0;
  for (const key of [...groups.keys()].sort()) {
    const mark = shortened(key);
    const members = inOrder(groups.get(key) ?? [], content);
    const kept = numbersKept(members, remembered.get(mark) ?? []);
    for (const [index, { row, said }] of members.entries()) {
      if (++done % ROWS_AT_ONCE === 0) yield;
      let no = kept[index];
      while (no === undefined) {
        const next = numberOf(prefix, ++running);
        if (!taken(next) && (known.size === 0 || !named.has(next))) no = next;
      }
      numbers.set(row, no);
      marks.set(no, { group: mark, content: said });
    }
  }
  return { numbers, marks };
}

interface Member<Row> {
  readonly row: Row;
  readonly said: string;
}

function groupsOf<Row>(rows: Iterable<Row>, group: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = group(row);
    const members = groups.get(key);
    if (members) members.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function inOrder<Row>(rows: readonly Row[], content: (row: Row) => string): readonly Member<Row>[] {
  const keyed = rows.map((row) => ({ row, key: content(row) }));
  if (rows.length > 1) keyed.sort((one, other) => codeUnitOrder(one.key, other.key));
  return keyed.map(({ row, key }) => ({ row, said: shortened(key) }));
}

interface Remembered {
  readonly no: string;
  readonly content: string;
}

function byGroup(known: DerivedNumbers, taken: (no: string) => boolean): ReadonlyMap<string, readonly Remembered[]> {
  const groups = new Map<string, Remembered[]>();
  for (const [no, { group, content }] of known) {
    if (taken(no)) continue;
    const members = groups.get(group);
    if (members) members.push({ no, content });
    else groups.set(group, [{ no, content }]);
  }
  return groups;
}

/** Rows that say what they said keep their numbers; those that were edited take what is left of the group's, in order. */
function numbersKept<Row>(members: readonly Member<Row>[], remembered: readonly Remembered[]): readonly (string | undefined)[] {
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
