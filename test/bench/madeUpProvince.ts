/**
 * A seeded made-up province as a situation, for measuring `balance()` whole: popularity of products after Zipf's law, 80 places,
 * grades, points, three priorities, five quarters, windows, in-house work, lots and unsplit lines on a few products, rows of
 * earlier sheets, about a fifth of the quantity more than anybody can make. Half as many capacity rows as demand lines.
 *
 * In the "listed" market every line names the 3 to 8 factories that may make it; in the "any capable" market every factory that
 * makes the product finely enough may.
 */
import type { Capacity, Demand, DemandCell, EarlierAgreement, Factory, Product, Situation } from "../../src/engine/model";
import { randomNumbers } from "./market";

export interface ProvincePlan {
  readonly demandLines: number;
  readonly market: "listed" | "any capable";
  /** One product in so many has a minimum lot, and lines of it may not be split: work for the whole-number solver. */
  readonly lots?: number;
  /** Absent: as many as 0.2 · lines^0.7; 1: a giant. */
  readonly products?: number;
}

const PLACES = 80;
const QUARTERS = 5;
const GRADES = 5;
const POPULARITY = 0.7;
const PIECE = { name: "件", family: "pieces", size: 1 } as const;

interface Draw {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  /** A product by its popularity. */
  readonly product: () => number;
}

export function madeUpProvince(plan: ProvincePlan, seed = 1956): Situation {
  const products = plan.products ?? Math.max(1, Math.round(0.2 * plan.demandLines ** 0.7));
  const draw = drawing(seed, products);
  const factories = Array.from({ length: Math.max(40, Math.ceil(plan.demandLines / 50)) }, (_, index) => factory(index, draw));
  const goods = Array.from({ length: products }, (_, index) => product(index, draw, plan.lots));
  const capacities = capacityRows(Math.ceil(plan.demandLines / 2), factories, draw);
  const makers = makersOf(goods, capacities);
  const demands = Array.from({ length: plan.demandLines }, (_, index) =>
    index % 100 === 0 ? inHouse(index, capacities, draw) : demandLine(index, { plan, factories, goods, makers, draw }),
  );
  return {
    office: "全省",
    horizon: { firstYear: 1956, firstQuarter: 4, quarters: QUARTERS },
    laterGoals: ["kept", "fit", "partner", "near", "on time"],
    places: Array.from({ length: PLACES }, (_, index) => ({
      name: `县${index}`,
      longitude: 122 + draw.below(1200) / 100,
      latitude: 44 + draw.below(800) / 100,
    })),
    distances: [],
    factories,
    equipment: [],
    products: goods,
    demands,
    capacities,
    earlierAgreements: earlierRows(demands, makers, draw),
    standingAgreements: [],
    lastYear: [],
  };
}

function drawing(seed: number, products: number): Draw {
  const random = randomNumbers(seed);
  const upTo = new Float64Array(products);
  let sum = 0;
  for (let index = 0; index < products; index++) upTo[index] = sum += 1 / (index + 1) ** POPULARITY;
  const position = (wanted: number): number => {
    let low = 0;
    for (let high = products - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    below: (limit) => Math.floor(random() * limit),
    chance: (share) => random() < share,
    product: () => position(random() * sum),
  };
}

function factory(index: number, draw: Draw): Factory {
  return { name: `厂${index}`, place: `县${draw.below(PLACES)}`, grade: 1 + Math.max(draw.below(GRADES), draw.below(GRADES)) };
}

function product(index: number, draw: Draw, lots: number | undefined): Product {
  return {
    key: `产品${index}`,
    name: `产品${index}`,
    specification: "",
    unit: PIECE,
    normBase: 1,
    norms: [],
    unitWeight: 1_000_000 * (1 + draw.below(50)),
    points: 250_000 * (1 + draw.below(20)),
    ...(isParticular(index, lots) ? { minimumLot: 2 + draw.below(4) } : {}),
  };
}

/** Not among the most wanted. */
function isParticular(product: number, oneIn: number | undefined): boolean {
  return oneIn !== undefined && product % oneIn === oneIn - 3;
}

function capacityRows(count: number, factories: readonly Factory[], draw: Draw): Capacity[] {
  const taken = new Set<string>();
  const rows: Capacity[] = [];
  for (let tries = 0; rows.length < count && tries < 4 * count; tries++) {
    const [{ name }, made] = [factories[draw.below(factories.length)], draw.product()];
    const no = `${name} ${made}`;
    if (taken.has(no)) continue;
    taken.add(no);
    const item = { kind: "products", products: [`产品${made}`], unit: PIECE } as const;
    const own = Array.from({ length: QUARTERS }, () => 0);
    rows.push({ no, factory: name, item, available: own.map(() => (draw.chance(0.2) ? 0 : 1 + draw.below(30))), own });
  }
  return rows;
}

type Makers = ReadonlyMap<string, readonly Capacity[]>;

function makersOf(goods: readonly Product[], capacities: readonly Capacity[]): Makers {
  const makers = new Map<string, Capacity[]>(goods.map(({ key }) => [key, []]));
  for (const row of capacities) if (row.item.kind === "products") makers.get(row.item.products[0])?.push(row);
  return makers;
}

interface World {
  readonly plan: ProvincePlan;
  readonly factories: readonly Factory[];
  readonly goods: readonly Product[];
  readonly makers: Makers;
  readonly draw: Draw;
}

function demandLine(index: number, { plan, factories, goods, makers, draw }: World): Demand {
  const wanted = draw.product();
  const { key } = goods[wanted];
  const named = plan.market === "listed" ? someOf(makers.get(key) ?? [], 3 + draw.below(6), draw) : [];
  return {
    ...plainLine(index, factories[draw.below(factories.length)].name, key),
    cells: cells(draw),
    priority: (1 + draw.below(3)) as Demand["priority"],
    grade: 1 + Math.min(draw.below(GRADES), draw.below(GRADES)),
    late: draw.chance(0.03) ? 1 : 0,
    maySplit: !(isParticular(wanted, plan.lots) && draw.chance(0.1)),
    recurrent: draw.chance(0.02),
    ...(named.length > 0 && draw.chance(0.05) ? { presentSupplier: named[0] } : {}),
    wishedSuppliers: named.length > 1 && draw.chance(0.05) ? [named[1]] : [],
    onlySuppliers: named,
  };
}

function plainLine(index: number, buyer: string, key: string): Demand {
  return {
    no: `D${index}`,
    factory: buyer,
    product: key,
    cells: [],
    inHouse: false,
    recurrent: false,
    priority: 2,
    early: 0,
    late: 0,
    maySplit: true,
    wishedSuppliers: [],
    onlySuppliers: [],
    notSuppliers: [],
    material: "maker's",
  };
}

function cells(draw: Draw): DemandCell[] {
  const asked: DemandCell[] = [];
  const first = draw.below(QUARTERS);
  const last = draw.chance(0.15) ? Math.min(QUARTERS - 1, first + 1 + draw.below(3)) : first;
  for (let quarter = first; quarter <= last; quarter++) asked.push({ period: { kind: "quarter", quarter }, quantity: 1 + draw.below(40) });
  return asked;
}

/** Work that stands in the own plan of a capacity row; the row is raised by it. */
function inHouse(index: number, capacities: Capacity[], draw: Draw): Demand {
  const row = capacities[draw.below(capacities.length)];
  const quarter = draw.below(QUARTERS);
  const quantity = 1 + draw.below(10);
  const raised = (amounts: readonly number[]): readonly number[] => amounts.with(quarter, amounts[quarter] + quantity);
  Object.assign(row, { available: raised(row.available), own: raised(row.own) });
  const [key] = row.item.kind === "products" ? row.item.products : [""];
  return { ...plainLine(index, row.factory, key), cells: [{ period: { kind: "quarter", quarter }, quantity }], inHouse: true };
}

function someOf(rows: readonly Capacity[], wanted: number, draw: Draw): string[] {
  const names = new Set<string>();
  for (let tries = 0; names.size < Math.min(wanted, rows.length) && tries < 4 * wanted; tries++)
    names.add(rows[draw.below(rows.length)].factory);
  return [...names];
}

/** The last plan for a twentieth of the lines, a few agreed and a few rejected rows. */
function earlierRows(demands: readonly Demand[], makers: Makers, draw: Draw): EarlierAgreement[] {
  return demands.flatMap((demand) => {
    if (demand.inHouse || !draw.chance(0.06)) return [];
    const rows = makers.get(demand.product) ?? [];
    const [{ period, quantity }] = demand.cells;
    const supplier = demand.onlySuppliers[0] ?? (rows.length > 0 ? rows[draw.below(rows.length)].factory : undefined);
    if (supplier === undefined || supplier === demand.factory || period.kind !== "quarter") return [];
    const status = draw.chance(0.15) ? (draw.chance(0.2) ? "Rejected" : "Agreed") : "Proposed";
    const quantities = Array.from({ length: QUARTERS }, (_, quarter) => (quarter === period.quarter ? Math.ceil(quantity / 2) : 0));
    const { no, factory: buyer, product: key } = demand;
    return [{ no: `${no}-1`, status, supplier, buyer, demandNo: no, product: key, quantities, basis: "new", settledAt: "全省" }];
  });
}
