/**
 * An order of rows that depends on their content alone, so that the order of a workbook's rows never shows: by factory, then by
 * product (or item), then by everything else that is said of the row; by number only between rows that are otherwise
 * identical. Code-unit order of each value's JSON text, never a locale's. Quantities do not count: they shrink from tier to
 * tier, and the order must not change with them.
 */
import { compareText, type Codes } from "../codes";
import type { Capacity, Demand } from "../model";

export interface Ordered<Row> {
  readonly rows: readonly Row[];
  /** By row: equal for rows that differ only in quantities and number, rising from 1. */
  readonly ranks: Int32Array;
}

/** Rows put in order between two yields. */
const SLICE = 8_192;

export function* demandsInOrder(demands: readonly Demand[], codes: Codes): Generator<void, Ordered<Demand>> {
  return yield* inOrder(demands, {
    first: yield* ranksOf(demands, ({ factory }) => factory, codes.factory),
    second: yield* ranksOf(demands, ({ product }) => product, codes.product),
    rest: (demand) => conditionsOf(demand, codes),
  });
}

export function* capacitiesInOrder(capacities: readonly Capacity[], codes: Codes): Generator<void, Ordered<Capacity>> {
  const itemText = ({ item }: Capacity): string => JSON.stringify(item.kind === "equipment" ? item.equipment : item.products);
  return yield* inOrder(capacities, {
    first: yield* ranksOf(capacities, ({ factory }) => factory, codes.factory),
    second: yield* ranksOf(capacities, itemText, (text) => itemContent(text, codes)),
    rest: ({ grade, largestPiece }) => JSON.stringify([grade ?? 0, largestPiece ?? 0]),
  });
}

/** `text` as made above. */
function itemContent(text: string, { product, equipment }: Codes): readonly string[] {
  const item: unknown = JSON.parse(text);
  return Array.isArray(item) ? ["", ...item.map((key) => product(String(key))).sort()] : [equipment(String(item))];
}

function conditionsOf(demand: Demand, { factory }: Codes): string {
  const { priority, inHouse, recurrent, grade, early, late, maySplit, presentSupplier, material } = demand;
  const lists = [demand.wishedSuppliers, demand.onlySuppliers, demand.notSuppliers].map((list) => list.map(factory).sort());
  const present = presentSupplier === undefined ? "" : factory(presentSupplier);
  return JSON.stringify([priority, inHouse, recurrent, grade ?? 0, early, late, maySplit, present, material, lists]);
}

interface Keys<Row> {
  readonly first: Ranks;
  readonly second: Ranks;
  /** Asked for only between rows that agree in both. */
  readonly rest: (row: Row) => string;
}

interface Ranks {
  readonly of: Int32Array;
  readonly count: number;
}

/** What each row has as its key, ranked by the JSON text of the key's content. */
function* ranksOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string, contentOf: (key: string) => unknown): Generator<void, Ranks> {
  const idOf = new Map<string, number>();
  const of = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    if (row % SLICE === SLICE - 1) yield;
    const key = keyOf(rows[row]);
    const known = idOf.get(key);
    of[row] = known ?? idOf.size;
    if (known === undefined) idOf.set(key, idOf.size);
  }
  const texts = [...idOf.keys()].map((key) => JSON.stringify(contentOf(key)));
  const ranked = new Map([...new Set(texts)].sort().map((text, rank) => [text, rank]));
  const rankOfId = Int32Array.from(texts, (text) => ranked.get(text) ?? 0);
  return { of: of.map((id) => rankOfId[id]), count: ranked.size };
}

function* inOrder<Row extends { readonly no: string }>(
  rows: readonly Row[],
  { first, second, rest }: Keys<Row>,
): Generator<void, Ordered<Row>> {
  const given = Int32Array.from({ length: rows.length }, (_, index) => index);
  const order = stableBy(stableBy(given, second), first);
  yield;
  const ordered: Row[] = [];
  const ranks = new Int32Array(rows.length);
  let rank = 0;
  for (let start = 0, end = 0, looked = 0; start < order.length; start = end) {
    if (start - looked >= SLICE) {
      looked = start;
      yield;
    }
    const alike = (index: number): boolean => first.of[index] === first.of[order[start]] && second.of[index] === second.of[order[start]];
    for (end = start + 1; end < order.length && alike(order[end]); end++);
    if (end === start + 1) {
      ranks[start] = ++rank;
      ordered.push(rows[order[start]]);
      continue;
    }
    const run = Array.from(order.subarray(start, end), (index) => ({ row: rows[index], text: rest(rows[index]) }));
    run.sort((a, b) => compareText(a.text, b.text) || compareText(a.row.no, b.row.no));
    run.forEach(({ row, text }, position) => {
      ranks[start + position] = position > 0 && run[position - 1].text === text ? rank : ++rank;
      ordered.push(row);
    });
  }
  return { rows: ordered, ranks };
}

/** Counting sort: rows of equal rank keep their order. */
function stableBy(order: Int32Array, { of, count }: Ranks): Int32Array {
  const next = new Int32Array(count + 1);
  for (const index of order) next[of[index] + 1]++;
  for (let rank = 0; rank < count; rank++) next[rank + 1] += next[rank];
  const sorted = new Int32Array(order.length);
  for (const index of order) sorted[next[of[index]]++] = index;
  return sorted;
}
