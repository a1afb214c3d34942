/**
 * Answers by their questions, of one run and the one before. Both are rows of numbers; a question and its answer are kept in one
 * piece of memory, for many small pieces would keep the collector of garbage busier than the solver.
 */

export type Rows = readonly ArrayLike<number>[];

/** The hash only sorts it, the content decides. */
export interface Question {
  readonly content: Rows;
  readonly hash: number;
}

/** An answer: rows of numbers, and what is no row. */
export interface Answer<Value> {
  readonly rows: Rows;
  readonly value: Value;
}

/** An answer that was kept. Its rows may be read, not written. */
export interface Known<Value> extends Answer<Value> {
  readonly rows: readonly Float64Array[];
}

/** FNV-1a over the low words. */
export function questionOf(content: Rows): Question {
  let hash = 0x811c9dc5;
  for (const numbers of content) for (let index = 0; index < numbers.length; index++) hash = Math.imul(hash ^ numbers[index], 16_777_619);
  return { content, hash };
}

export class Generations<Value> {
  private now: Generation<Value>;
  private before: Generation<Value>;

  /** `most`: so many numbers are kept of one run at most. */
  constructor(private readonly most: number) {
    this.before = new Generation(most);
    this.now = new Generation(most);
  }

  /** A run ends, the next begins; what only the one before it asked for is forgotten. */
  turn(): void {
    this.before = this.now;
    this.now = new Generation(this.most);
  }

  find(question: Question): Known<Value> | undefined {
    const here = this.now.entry(question);
    if (here) return knownOf(here);
    const earlier = this.before.entry(question);
    if (!earlier) return undefined;
    this.now.add(question.hash, earlier);
    return knownOf(earlier);
  }

  /** Keeps an answer that is not known yet, where there is room. Yields after long rows. */
  *keep({ content, hash }: Question, { rows, value }: Answer<Value>): Generator<void> {
    const size = sizeOf(content) + sizeOf(rows);
    if (!this.now.hasRoom(size)) return;
    const numbers = new Float64Array(size);
    const end = yield* write(content, numbers, 0);
    yield* write(rows, numbers, end);
    this.now.add(hash, { numbers, end, value });
  }
}

interface Entry<Value> {
  /** The question and, from `end` on, the answer. */
  readonly numbers: Float64Array;
  readonly end: number;
  readonly value: Value;
}

class Generation<Value> {
  private readonly entries = new Map<number, Entry<Value>[]>();
  private kept = 0;

  constructor(private readonly most: number) {}

  entry({ content, hash }: Question): Entry<Value> | undefined {
    return this.entries.get(hash)?.find(({ numbers }) => isSame(numbers, content));
  }

  hasRoom(size: number): boolean {
    return this.kept + size <= this.most;
  }

  add(hash: number, entry: Entry<Value>): void {
    if (!this.hasRoom(entry.numbers.length)) return;
    this.kept += entry.numbers.length;
    const others = this.entries.get(hash);
    if (others) others.push(entry);
    else this.entries.set(hash, [entry]);
  }
}

/** Rows of more numbers than this are followed by a yield. */
const LONG = 32_768;

/** How many rows there are, then each after its length. */
function sizeOf(rows: Rows): number {
  return rows.reduce((sum, { length }) => sum + 1 + length, 1);
}

/** Writes rows from a place on; returns where they end. */
function* write(rows: Rows, numbers: Float64Array, start: number): Generator<void, number> {
  let at = start;
  numbers[at++] = rows.length;
  for (const row of rows) {
    numbers[at++] = row.length;
    for (let index = 0; index < row.length; index++) numbers[at++] = row[index];
    if (row.length > LONG) yield;
  }
  return at;
}

/** Do the numbers begin with these rows? */
function isSame(numbers: Float64Array, rows: Rows): boolean {
  let at = 0;
  if (numbers[at++] !== rows.length) return false;
  for (const row of rows) {
    if (numbers[at++] !== row.length) return false;
    for (let index = 0; index < row.length; index++) if (numbers[at++] !== row[index]) return false;
  }
  return true;
}

function knownOf<Value>({ numbers, end, value }: Entry<Value>): Known<Value> {
  const rows: Float64Array[] = [];
  for (let at = end + 1; rows.length < numbers[end]; at += 1 + numbers[at]) rows.push(numbers.subarray(at + 1, at + 1 + numbers[at]));
  return { rows, value };
}
