/** Rows ranked by a text that each of them has, and put in order by counting. */
import { compareText } from "../codes";

/** Rows by numbers that run from 0 to below their count. */
export interface Numbered {
  /** By row. */
  readonly of: Int32Array;
  readonly count: number;
}

export interface Ranks extends Numbered {
  /** By rank. */
  readonly texts: readonly string[];
}

/** What a row is ranked by: its key, and the text that stands for all rows of that key (other keys may have the same). */
export interface Ranking<Row> {
  readonly key: (row: Row) => unknown;
  readonly text: (row: Row) => string;
  /** Of the texts; by default that of their code units. */
  readonly order?: (one: string, other: string) => number;
}

/** Rows ranked between two yields. */
const SLICE = 8_192;

export function* ranksOf<Row>(rows: readonly Row[], { key, text, order = compareText }: Ranking<Row>): Generator<void, Ranks> {
  const idOf = new Map<unknown, number>();
  const of = new Int32Array(rows.length);
  const textOfId: string[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (row % SLICE === SLICE - 1) yield;
    const its = key(rows[row]);
    let id = idOf.get(its);
    if (id === undefined) {
      id = textOfId.length;
      idOf.set(its, id);
      textOfId.push(text(rows[row]));
    }
    of[row] = id;
  }
  const texts: string[] = [];
  const rankOfId = new Int32Array(textOfId.length);
  const ids = Array.from(textOfId.keys()).sort((one, other) => order(textOfId[one], textOfId[other]));
  for (const id of ids) {
    if (texts.at(-1) !== textOfId[id]) texts.push(textOfId[id]);
    rankOfId[id] = texts.length - 1;
  }
  for (let row = 0; row < of.length; row++) of[row] = rankOfId[of[row]];
  return { of, count: texts.length, texts };
}

/** Positions of rows by their first rank, then by the next; rows of equal ranks keep their order. */
export function inRankOrder(...ranks: readonly [Numbered, ...Numbered[]]): Int32Array {
  const given = new Int32Array(ranks[0].of.length);
  for (let index = 0; index < given.length; index++) given[index] = index;
  return ranks.reduceRight(stableBy, given);
}

/** Counting sort. */
function stableBy(order: Int32Array, { of, count }: Numbered): Int32Array {
  const next = new Int32Array(count + 1);
  for (let at = 0; at < order.length; at++) next[of[order[at]] + 1]++;
  for (let rank = 0; rank < count; rank++) next[rank + 1] += next[rank];
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) sorted[next[of[order[at]]]++] = order[at];
  return sorted;
}

/** Does the work for each run of rows that agree in all ranks, in the order of these: `order` from `start` to before `end`. */
export function* eachRun(
  ranks: readonly [Numbered, ...Numbered[]],
  work: (order: Int32Array, start: number, end: number) => void,
  slice: number,
): Generator<void> {
  const order = inRankOrder(...ranks);
  yield;
  let seen = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    if (start - seen >= slice) {
      seen = start;
      yield;
    }
    end = start + 1;
    while (end < order.length && areAlike(order[start], order[end], ranks)) end++;
    work(order, start, end);
  }
}

function areAlike(one: number, other: number, ranks: readonly Numbered[]): boolean {
  for (const { of } of ranks) if (of[one] !== of[other]) return false;
  return true;
}
