/** Rows ranked by a text that each of them has, and put in order by counting. */

export interface Ranks {
  /** By row. */
  readonly of: Int32Array;
  /** By rank, in code-unit order. */
  readonly texts: readonly string[];
}

/** What a row is ranked by: its key, and the text that stands for all rows of that key. */
export interface Ranking<Row> {
  readonly key: (row: Row) => string;
  readonly text: (row: Row) => string;
}

/** Rows ranked between two yields. */
const SLICE = 8_192;

export function* ranksOf<Row>(rows: readonly Row[], { key, text }: Ranking<Row>): Generator<void, Ranks> {
  const idOf = new Map<string, number>();
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
  const texts = [...new Set(textOfId)].sort();
  const ranked = new Map(texts.map((each, rank) => [each, rank]));
  const rankOfId = Int32Array.from(textOfId, (each) => ranked.get(each) ?? 0);
  return { of: of.map((id) => rankOfId[id]), texts };
}

/** Positions of rows by their first rank, then by their second; rows of equal ranks keep their order. */
export function inRankOrder(first: Ranks, second: Ranks): Int32Array {
  const given = Int32Array.from(first.of, (_, index) => index);
  return stableBy(stableBy(given, second), first);
}

/** Counting sort. */
function stableBy(order: Int32Array, { of, texts }: Ranks): Int32Array {
  const next = new Int32Array(texts.length + 1);
  for (const index of order) next[of[index] + 1]++;
  for (let rank = 0; rank < texts.length; rank++) next[rank + 1] += next[rank];
  const sorted = new Int32Array(order.length);
  for (const index of order) sorted[next[of[index]]++] = index;
  return sorted;
}
