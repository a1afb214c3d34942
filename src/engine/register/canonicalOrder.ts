/**
 * An order of rows that depends on their content alone, so that the order of a workbook's rows never shows: by factory, then by
 * product (or item), then by everything else that is said of the row; by number only between rows that are otherwise
 * identical. Code-unit order of each value's JSON text, never a locale's. Quantities do not count: they shrink from tier to
 * tier, and the order must not change with them.
 */
import { compareText, type Codes } from "../codes";
import type { Capacity, Demand, Factory } from "../model";
import { eachRun, ranksOf, type Ranks } from "./ranks";

export interface Ordered<Row> {
  /** Copies, so that rows lie in memory in the order in which they are read from now on. */
  readonly rows: readonly Row[];
  /** By row: its position as it was given. */
  readonly positions: Int32Array;
  /** By row: equal for rows that differ only in quantities and number, rising from 1. */
  readonly ranks: Int32Array;
}

/** Rows put in order between two yields. */
const SLICE = 8_192;

/** Factories under the office, by name: rows of others take no part. */
type Factories = ReadonlyMap<string, Factory>;

export function* demandsInOrder(demands: readonly Demand[], factories: Factories, codes: Codes): Generator<void, Ordered<Demand>> {
  return yield* inOrder(demands, {
    factories,
    given: [
      yield* ranksOf(demands, { key: ({ factory }) => factory, text: ({ factory }) => JSON.stringify(codes.factory(factory)) }),
      yield* ranksOf(demands, { key: ({ product }) => product, text: ({ product }) => JSON.stringify(codes.product(product)) }),
    ],
    rest: (demand) => conditionsOf(demand, codes),
    copy: demandInFull,
  });
}

export function* capacitiesInOrder(
  capacities: readonly Capacity[],
  factories: Factories,
  codes: Codes,
): Generator<void, Ordered<Capacity>> {
  return yield* inOrder(capacities, {
    factories,
    given: [
      yield* ranksOf(capacities, { key: ({ factory }) => factory, text: ({ factory }) => JSON.stringify(codes.factory(factory)) }),
      yield* ranksOf(capacities, { key: ({ item }) => item, text: ({ item }) => JSON.stringify(itemContent(item, codes)) }),
    ],
    rest: ({ grade, largestPiece }) => JSON.stringify([grade ?? 0, largestPiece ?? 0]),
    copy: capacityInFull,
  });
}

function itemContent(item: Capacity["item"], { product, equipment }: Codes): readonly string[] {
  return item.kind === "equipment" ? [equipment(item.equipment)] : ["", ...item.products.map(product).sort()];
}

function conditionsOf(demand: Demand, { factory }: Codes): string {
  const { priority, inHouse, recurrent, grade, early, late, maySplit, presentSupplier, material } = demand;
  const lists = [demand.wishedSuppliers, demand.onlySuppliers, demand.notSuppliers].map((list) => list.map(factory).sort());
  const present = presentSupplier === undefined ? "" : factory(presentSupplier);
  return JSON.stringify([priority, inHouse, recurrent, grade ?? 0, early, late, maySplit, present, material, lists]);
}

interface Keys<Row> {
  readonly factories: Factories;
  readonly given: readonly [Ranks, Ranks];
  /** Asked for only between rows that agree in both. */
  readonly rest: (row: Row) => string;
  readonly copy: (row: Row) => InFull<Row>;
}

/** Every field is written, so that all rows have one shape whatever is said of them: what reads them is much faster then. */
type InFull<Row> = { readonly [Field in keyof Required<Row>]: Row[Field] };

function demandInFull(demand: Demand): InFull<Demand> {
  const { no, factory, product, cells, inHouse, recurrent, priority, grade, early, late, maySplit, material } = demand;
  const { presentSupplier, wishedSuppliers, onlySuppliers, notSuppliers } = demand;
  return {
    no,
    factory,
    product,
    cells,
    inHouse,
    recurrent,
    priority,
    grade,
    early,
    late,
    maySplit,
    presentSupplier,
    wishedSuppliers,
    onlySuppliers,
    notSuppliers,
    material,
  };
}

function capacityInFull({ no, factory, item, grade, largestPiece, available, own }: Capacity): InFull<Capacity> {
  return { no, factory, item, grade, largestPiece, available, own };
}

function* inOrder<Row extends Demand | Capacity>(
  rows: readonly Row[],
  { factories, given, rest, copy }: Keys<Row>,
): Generator<void, Ordered<Row>> {
  const ordered: Row[] = [];
  const [ranks, positions] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  let rank = 0;
  const isOwn = (position: number): boolean => factories.has(rows[position].factory);
  const take = (position: number): void => {
    ranks[ordered.length] = rank;
    positions[ordered.length] = position;
    ordered.push(copy(rows[position]));
  };
  const orderRun = (order: Int32Array, start: number, end: number): void => {
    if (end === start + 1) {
      if (!isOwn(order[start])) return;
      rank++;
      take(order[start]);
      return;
    }
    const own = Array.from(order.subarray(start, end)).filter(isOwn);
    const run = own.map((position) => ({ position, text: rest(rows[position]) }));
    run.sort((a, b) => compareText(a.text, b.text) || compareText(rows[a.position].no, rows[b.position].no));
    run.forEach(({ position, text }, index) => {
      if (index === 0 || run[index - 1].text !== text) rank++;
      take(position);
    });
  };
  yield* eachRun(given, orderRun, SLICE);
  return { rows: ordered, positions, ranks };
}
