/**
 * The second reading of "what balanced means": who can make what, at what cost in capacity, and what a unit weighs.
 * Written from the design text alone; it shares nothing with the engine but the nouns. Everything is exact: bigint, with the scales named below.
 */
import type { Capacity, Demand, DemandCell, Factory, Horizon, Product, Situation } from "../../src/engine/model";

/** Finer than every step we meet: quantities have at most 3 decimals and norm bases go to 1000. */
const FINE = 1_000_000n;

/** What one step of a product takes of one capacity row; both in the row's own fine scale. */
export interface Use {
  readonly capacity: Capacity;
  readonly each: bigint;
}

/** How a factory makes a product: every row used, and the lowest grade among them. */
export interface Way {
  readonly uses: readonly Use[];
  readonly grade: number;
}

export interface Reading {
  readonly situation: Situation;
  readonly places: Places;
  readonly product: (key: string) => Product;
  readonly factory: (name: string) => Factory | undefined;
  readonly way: (factory: string, product: string) => Way | undefined;
  /** Points of one step, in 10^-12 points. */
  readonly points: (product: string) => bigint;
  /** Kilograms of one step, in 10^-9 kg; a blank weight is 1 kg for a unit. */
  readonly weight: (product: string) => bigint;
}

export interface Places {
  /** Lower before higher; the office last. */
  readonly order: readonly string[];
  /** The place and all below it. */
  readonly under: (place: string) => ReadonlySet<string>;
  /** From the place up to the office; undefined outside the office. */
  readonly chain: (place: string) => readonly string[] | undefined;
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function read(situation: Situation): Reading {
  const products = new Map(situation.products.map((each) => [each.key, each]));
  const factories = new Map(situation.factories.map((each) => [each.name, each]));
  const places = readPlaces(situation);
  const inside = (name: string): Factory | undefined => {
    const factory = factories.get(name);
    return factory && places.chain(factory.place) ? factory : undefined;
  };
  const product = (key: string): Product => {
    const found = products.get(key);
    if (!found) throw new RangeError(`no product ${key}`);
    return found;
  };
  const rowsOf = new Map<string, Capacity[]>();
  for (const row of situation.capacities) rowsOf.set(row.factory, [...(rowsOf.get(row.factory) ?? []), row]);
  const tonnes = new Set(situation.equipment.filter((each) => each.unit === "tonnes").map((each) => each.name));
  return {
    situation,
    places,
    product,
    factory: inside,
    way: (name, key) => {
      const factory = inside(name);
      const uses = factory && usesOf(rowsOf.get(name) ?? [], product(key));
      if (!uses) return undefined;
      return { uses, grade: Math.min(...uses.map((use) => use.capacity.grade ?? factory.grade ?? 1)) };
    },
    points: (key) => pointsOf(product(key), tonnes),
    weight: (key) => (BigInt(product(key).unitWeight ?? 1_000_000) * 1000n) / stepsPerUnit(product(key)),
  };
}

/** Smallest steps in one unit: mass has 3 decimals, all else is whole. */
export function stepsPerUnit(product: Product): bigint {
  return product.unit.family === "mass" ? 1000n : 1n;
}

/** A capacity amount in the row's fine scale. */
export function fine(row: Capacity, amount: number): bigint {
  return row.item.kind === "products" ? BigInt(amount) * BigInt(row.item.unit.size) : BigInt(amount) * 1000n * FINE;
}

function usesOf(rows: readonly Capacity[], product: Product): readonly Use[] | undefined {
  const own = rows.find((row) => row.item.kind === "products" && row.item.products.includes(product.key));
  // one unit of the product is one unit of the row; both are counted in the family's base
  if (own) return [{ capacity: own, each: BigInt(product.unit.size) }];
  const norms = product.norms.filter((norm) => norm.amount > 0);
  if (norms.length === 0) return undefined;
  const uses: Use[] = [];
  for (const norm of norms) {
    const row = rows.find((each) => each.item.kind === "equipment" && each.item.equipment === norm.equipment);
    if (!row) return undefined;
    uses.push({ capacity: row, each: (BigInt(norm.amount) * FINE) / (BigInt(product.normBase) * stepsPerUnit(product)) });
  }
  return uses;
}

function pointsOf(product: Product, tonnes: ReadonlySet<string>): bigint {
  const steps = stepsPerUnit(product);
  if (product.points !== undefined) return (BigInt(product.points) * FINE) / steps;
  const norms = product.norms.filter((norm) => norm.amount > 0);
  if (norms.length === 0) return (1_000_000n * FINE) / steps;
  let sum = 0n;
  for (const norm of norms) sum += BigInt(norm.amount) * (tonnes.has(norm.equipment) ? 10n : 1n);
  return (sum * FINE) / (BigInt(product.normBase) * steps);
}

function readPlaces(situation: Situation): Places {
  const above = new Map<string, string>();
  for (const place of situation.places) if (place.name !== situation.office) above.set(place.name, place.under ?? situation.office);
  const chain = (place: string): readonly string[] | undefined => {
    const seen = [place];
    for (let at = place; at !== situation.office;) {
      const next = above.get(at);
      if (next === undefined || seen.includes(next)) return undefined;
      seen.push(next);
      at = next;
    }
    return seen;
  };
  const inside = [...new Set([situation.office, ...above.keys()])].filter((place) => chain(place));
  const depth = (place: string): number => chain(place)?.length ?? 0;
  return {
    order: inside.sort((a, b) => depth(b) - depth(a) || byText(a, b)),
    under: (place) => new Set(inside.filter((each) => chain(each)?.includes(place))),
    chain,
  };
}

/** The quarters a cell may be delivered in: first and last, cut to the horizon; empty where first > last. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

export function windowOf(demand: Demand, cell: DemandCell, horizon: Horizon): Window {
  const end = horizon.quarters - 1;
  if (cell.period.kind === "undated") return { first: 0, last: end };
  if (cell.period.kind === "quarter") {
    return { first: Math.max(0, cell.period.quarter - demand.early), last: Math.min(end, cell.period.quarter + demand.late) };
  }
  const first = firstOfYear(cell.period.year, horizon);
  return { first: Math.max(0, first), last: Math.min(end, first + 3) };
}

/** The first quarter of a calendar year, counted from the start of the plan; may lie before it. */
export function firstOfYear(year: number, horizon: Horizon): number {
  return (year - horizon.firstYear) * 4 - (horizon.firstQuarter - 1);
}

/** The quarter a cell asks for; undefined where it asks for nothing. */
export function askedQuarter(cell: DemandCell, horizon: Horizon): number | undefined {
  if (cell.period.kind === "undated") return undefined;
  return cell.period.kind === "quarter" ? cell.period.quarter : Math.max(0, firstOfYear(cell.period.year, horizon));
}

export function gradeRequired(demand: Demand, product: Product): number {
  return Math.max(demand.grade ?? 1, product.grade ?? 1);
}

/** The order in which a quarter's deliveries are booked to the open cells of a line: positions of `demand.cells`. */
export function bookingOrder(demand: Demand, horizon: Horizon): readonly number[] {
  const rank = { quarter: 0, year: 1, undated: 2 };
  return demand.cells
    .map((cell, position) => ({ cell, position, window: windowOf(demand, cell, horizon) }))
    .sort(
      (a, b) =>
        a.window.last - b.window.last ||
        b.window.first - a.window.first ||
        rank[a.cell.period.kind] - rank[b.cell.period.kind] ||
        (askedQuarter(a.cell, horizon) ?? 0) - (askedQuarter(b.cell, horizon) ?? 0),
    )
    .map((each) => each.position);
}

/** May this supplier be asked for this line at all (quantities aside)? */
export function mayMake(reading: Reading, demand: Demand, supplier: string): Way | undefined {
  const { situation } = reading;
  if (supplier === demand.factory || demand.material === "not secured") return undefined;
  const way = reading.way(supplier, demand.product);
  const product = reading.product(demand.product);
  if (!way || way.grade < gradeRequired(demand, product)) return undefined;
  if (!pieceFits(way, product)) return undefined;
  if (demand.onlySuppliers.length > 0 && !demand.onlySuppliers.includes(supplier)) return undefined;
  if (demand.notSuppliers.includes(supplier) || isRejected(situation, demand.no, supplier)) return undefined;
  return way;
}

export function pieceFits(way: Way, product: Product): boolean {
  const weight = product.unitWeight;
  return weight === undefined || way.uses.every((use) => use.capacity.largestPiece === undefined || use.capacity.largestPiece >= weight);
}

export function isRejected(situation: Situation, demandNo: string, supplier: string): boolean {
  return situation.earlierAgreements.some((row) => row.status === "Rejected" && row.demandNo === demandNo && row.supplier === supplier);
}
