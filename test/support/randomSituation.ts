/**
 * Small random situations that cover what balancing knows. Every seed switches some features on, so that a failing seed can be
 * narrowed by switching them off again. The same seed and features give the same situation.
 */
import type {
  Capacity,
  Demand,
  DemandCell,
  Distance,
  EarlierAgreement,
  Factory,
  Horizon,
  LaterGoal,
  Norm,
  Place,
  Product,
  Situation,
  StandingAgreement,
  Unit,
} from "../../src/engine/model";
import { randomFrom } from "./random";
import type { Random } from "./random";

export const FEATURES = [
  "hours",
  "tonnes",
  "mass",
  "dozens",
  "windows",
  "any",
  "undated",
  "undatedPlan",
  "grades",
  "sizes",
  "wishes",
  "present",
  "lastYear",
  "lists",
  "material",
  "points",
  "lots",
  "unsplit",
  "inHouse",
  "agreed",
  "rejected",
  "proposed",
  "standing",
  "reordered",
  "tiers",
  "inner",
  "shared",
  "distances",
  "coordinates",
  "outside",
  "tight",
] as const;
export type Feature = (typeof FEATURES)[number];

const PIECE: Unit = { name: "件", family: "pieces", size: 1 };
const DOZEN: Unit = { name: "打", family: "pieces", size: 12 };
const SET: Unit = { name: "套", family: "sets", size: 1 };
const TONNE: Unit = { name: "吨", family: "mass", size: 1_000_000 };
const KILOGRAM: Unit = { name: "公斤", family: "mass", size: 1_000 };
const GOALS: readonly LaterGoal[] = ["kept", "fit", "partner", "near", "on time"];
const OFFICE = "province";

/** The features a seed switches on. */
export function featuresOf(seed: number): ReadonlySet<Feature> {
  const random = randomFrom(seed * 2 + 1);
  const on = new Set(random.some(FEATURES, random.pick([15, 30, 45])));
  if (on.has("undatedPlan") && random.chance(70)) on.delete("undatedPlan");
  return on;
}

export function randomSituation(seed: number, features: ReadonlySet<Feature> = featuresOf(seed)): Situation {
  const random = randomFrom(seed * 2);
  const has = (feature: Feature): boolean => features.has(feature);
  const horizon: Horizon = { firstYear: 1957, firstQuarter: random.between(1, 4), quarters: has("undatedPlan") ? 1 : random.between(1, 4) };
  const making: Making = { random, has, horizon };
  const places = makePlaces(making);
  const factories = makeFactories(making, places);
  const equipment = has("hours") || has("tonnes") ? makeEquipment(making) : [];
  const products = makeProducts(
    making,
    equipment.map((each) => each.name),
  );
  const demands = makeDemands(making, factories, products);
  const capacities = makeCapacities(making, { factories, products, demands, equipment: equipment.map((each) => each.name) });
  const world: World = { factories, products, demands, places };
  return {
    office: OFFICE,
    horizon,
    laterGoals: has("reordered") ? random.shuffled(GOALS) : GOALS,
    places: has("coordinates")
      ? places.map((place) => (random.chance(70) ? { ...place, longitude: 125 + random.below(8), latitude: 43 + random.below(5) } : place))
      : places,
    distances: has("distances") ? makeDistances(making, places) : [],
    factories,
    equipment,
    products,
    demands,
    capacities,
    earlierAgreements: makeEarlier(making, world),
    standingAgreements: has("standing") ? makeStanding(making, world) : [],
    lastYear: has("lastYear")
      ? Array.from({ length: random.between(1, 4) }, () => ({
          supplier: random.pick(factories).name,
          buyer: random.chance(85) ? random.pick(factories).name : undefined,
          product: random.pick(products).key,
        }))
      : [],
  };
}

interface Making {
  readonly random: Random;
  readonly has: (feature: Feature) => boolean;
  readonly horizon: Horizon;
}
interface World {
  readonly factories: readonly Factory[];
  readonly products: readonly Product[];
  readonly demands: readonly Demand[];
  readonly places: readonly Place[];
}

function makePlaces({ random, has }: Making): Place[] {
  if (!has("tiers")) return random.chance(40) ? [] : ["east", "west"].map((name) => ({ name }));
  const places: Place[] = [];
  const prefectures = random.between(1, 2);
  for (let prefecture = 0; prefecture < prefectures; prefecture += 1) {
    places.push({ name: `P${prefecture}`, under: random.chance(50) ? OFFICE : undefined });
    for (let county = random.below(3); county > 0; county -= 1) {
      const name = `P${prefecture}C${county}`;
      places.push({ name, under: `P${prefecture}` });
      if (random.chance(20)) places.push({ name: `${name}T`, under: name });
    }
  }
  if (random.chance(30)) places.push({ name: OFFICE });
  return random.shuffled(places);
}

function makeFactories({ random, has }: Making, places: readonly Place[]): Factory[] {
  const leaves = places
    .filter((place) => place.name !== OFFICE && !places.some((each) => each.under === place.name))
    .map((place) => place.name);
  const seats = has("inner") || leaves.length === 0 ? [OFFICE, ...places.map((place) => place.name)] : leaves;
  return Array.from({ length: random.between(2, 6) }, (_, at) => ({
    name: `F${at}`,
    place: random.pick(seats),
    ...(has("grades") && random.chance(70) ? { grade: random.between(1, 4) } : {}),
  }));
}

function makeEquipment({ random, has }: Making): { name: string; unit: "hours" | "tonnes" }[] {
  const classes: { name: string; unit: "hours" | "tonnes" }[] = [];
  if (has("hours")) for (let at = random.between(1, 2); at > 0; at -= 1) classes.push({ name: `lathe${at}`, unit: "hours" });
  if (has("tonnes")) classes.push({ name: "foundry", unit: "tonnes" });
  return classes;
}

function makeProducts({ random, has }: Making, equipment: readonly string[]): Product[] {
  return Array.from({ length: random.between(1, 4) }, (_, at) => {
    const normed = equipment.length > 0 && random.chance(70);
    const normBase = normed ? random.pick([1, 1, 100, 1000]) : 1;
    const norms: Norm[] = normed ? makeNorms(random, equipment, normBase) : [];
    const unit =
      has("mass") && random.chance(40)
        ? random.pick([TONNE, KILOGRAM])
        : has("dozens") && random.chance(40)
          ? DOZEN
          : random.pick([PIECE, PIECE, SET]);
    return {
      key: `part${at}`,
      name: `part${at}`,
      specification: "",
      unit,
      normBase,
      norms,
      ...(has("grades") && random.chance(40) ? { grade: random.between(1, 4) } : {}),
      ...((has("sizes") && random.chance(70)) || (has("distances") && random.chance(40))
        ? { unitWeight: random.between(1, 5) * 500_000 }
        : {}),
      ...(has("points") && random.chance(60) ? { points: random.pick([500_000, 1_000_000, 1_500_000, 3_000_000]) } : {}),
      ...(has("lots") && random.chance(60) ? { minimumLot: random.between(2, 6) * (unit.family === "mass" ? 1000 : 1) } : {}),
    };
  });
}

function makeNorms(random: Random, equipment: readonly string[], normBase: number): Norm[] {
  const classes = random.some(equipment, 60);
  return (classes.length > 0 ? classes : [random.pick(equipment)]).map((name) => ({
    equipment: name,
    amount:
      random.pick([500_000, 1_000_000, 1_250_000, 2_000_000, 3_000_000, 333_000]) *
      (random.chance(80) ? normBase : normBase === 1 ? 1 : normBase / 10),
  }));
}

/** A quantity in steps of the product's unit. */
function quantity(random: Random, product: Product, most: number): number {
  const whole = random.between(1, most);
  return product.unit.family === "mass" ? whole * 1000 + (random.chance(20) ? random.pick([500, 250, 1]) : 0) : whole;
}

function makeDemands(making: Making, factories: readonly Factory[], products: readonly Product[]): Demand[] {
  return Array.from({ length: making.random.between(1, 6) }, (_, at) => makeDemand(making, { at, factories, products }));
}

function makeDemand(making: Making, given: { at: number; factories: readonly Factory[]; products: readonly Product[] }): Demand {
  const { random, has } = making;
  const names = given.factories.map((factory) => factory.name);
  const product = random.pick(given.products);
  const inHouse = has("inHouse") && !has("undatedPlan") && random.chance(35);
  const windows = has("windows") && random.chance(70);
  const late = windows ? random.below(3) : 0;
  return {
    no: `D${given.at}`,
    factory: random.pick(names),
    product: product.key,
    cells: makeCells(making, product, inHouse),
    inHouse,
    recurrent: random.chance(20),
    priority: random.pick([1, 2, 2, 3]),
    ...(has("grades") && random.chance(50) ? { grade: random.between(1, 4) } : {}),
    early: windows ? random.below(3) : 0,
    late,
    maySplit: !(has("unsplit") && random.chance(50)),
    ...(has("present") && random.chance(60)
      ? { presentSupplier: has("outside") && random.chance(20) ? "elsewhere" : random.pick(names) }
      : {}),
    wishedSuppliers: has("wishes") ? random.some(names, 30) : [],
    onlySuppliers: has("lists") && random.chance(30) ? random.some(names, 50) : [],
    notSuppliers: has("lists") && random.chance(30) ? random.some(names, 30) : [],
    material: has("material") ? random.pick(["maker's", "buyer's", "not secured"]) : "maker's",
  };
}

function makeCells({ random, has, horizon }: Making, product: Product, inHouse: boolean): DemandCell[] {
  if (has("undatedPlan") || (has("undated") && !inHouse && random.chance(40)))
    return [{ period: { kind: "undated" }, quantity: quantity(random, product, 12) }];
  const cells: DemandCell[] = [];
  for (let quarter = 0; quarter < horizon.quarters; quarter += 1) {
    if (random.chance(55)) cells.push({ period: { kind: "quarter", quarter }, quantity: quantity(random, product, 8) });
  }
  if (has("any") && !inHouse) {
    const years = Math.floor((horizon.firstQuarter - 1 + horizon.quarters - 1) / 4) + 1;
    for (let year = 0; year < years; year += 1) {
      if (random.chance(50))
        cells.push({ period: { kind: "year", year: horizon.firstYear + year }, quantity: quantity(random, product, 8) });
    }
  }
  if (cells.length === 0)
    cells.push({ period: { kind: "quarter", quarter: random.below(horizon.quarters) }, quantity: quantity(random, product, 8) });
  return random.shuffled(cells);
}

function makeCapacities(
  making: Making,
  world: { factories: readonly Factory[]; products: readonly Product[]; demands: readonly Demand[]; equipment: readonly string[] },
): Capacity[] {
  const { random, has, horizon } = making;
  const rows: Capacity[] = [];
  const add = (factory: Factory, item: Capacity["item"], amounts: () => number): void => {
    const available = Array.from({ length: horizon.quarters }, amounts);
    const own = available.map((amount) => (random.chance(20) ? Math.floor(amount / 2) : 0));
    rows.push({
      no: `K${rows.length}`,
      factory: factory.name,
      item,
      ...(has("grades") && random.chance(50) ? { grade: random.between(1, 5) } : {}),
      ...(has("sizes") && random.chance(50) ? { largestPiece: random.between(1, 5) * 500_000 } : {}),
      available,
      own,
    });
  };
  for (const factory of world.factories) {
    for (const equipment of world.equipment) {
      if (random.chance(65))
        add(factory, { kind: "equipment", equipment }, () => (random.chance(15) ? 0 : random.between(1, has("tight") ? 10 : 24) * 500));
    }
    let free = [...world.products];
    while (free.length > 0) {
      const product = random.pick(free);
      const together = has("shared")
        ? free.filter((each) => each === product || (each.unit.family === product.unit.family && random.chance(50)))
        : [product];
      free = free.filter((each) => !together.includes(each));
      if (!random.chance(product.norms.length > 0 ? 15 : 60)) continue;
      const unit = random.pick(together).unit;
      const scale = unit.family === "mass" ? 1000 : 1;
      add(factory, { kind: "products", products: together.map((each) => each.key), unit }, () =>
        random.chance(15) ? 0 : random.between(1, has("tight") ? 6 : 14) * scale,
      );
    }
  }
  return raiseForInHouse(making, rows, world);
}

/** In-house work is counted in the own plan of the rows its factory makes it on. */
function raiseForInHouse(
  { horizon }: Making,
  rows: readonly Capacity[],
  world: { products: readonly Product[]; demands: readonly Demand[] },
): Capacity[] {
  const raised = rows.map((row) => ({ ...row, available: [...row.available], own: [...row.own] }));
  for (const line of world.demands.filter((each) => each.inHouse)) {
    const product = world.products.find((each) => each.key === line.product);
    if (!product) continue;
    const mine = raised.filter((row) => row.factory === line.factory);
    const item = mine.find((row) => row.item.kind === "products" && row.item.products.includes(product.key));
    const classes = product.norms.map((norm) => ({
      norm,
      row: mine.find((row) => row.item.kind === "equipment" && row.item.equipment === norm.equipment),
    }));
    const steps = product.unit.family === "mass" ? 1000 : 1;
    for (const cell of line.cells) {
      if (cell.period.kind !== "quarter" || cell.period.quarter >= horizon.quarters) continue;
      const at = cell.period.quarter;
      const raise = (row: Capacity & { available: number[]; own: number[] }, amount: number): void => {
        row.available[at] += amount;
        row.own[at] += amount;
      };
      if (item && item.item.kind === "products") raise(item, Math.ceil((cell.quantity * product.unit.size) / item.item.unit.size));
      else if (classes.length > 0 && classes.every((each) => each.row)) {
        for (const { norm, row } of classes)
          if (row) raise(row, Math.ceil((cell.quantity * norm.amount) / (product.normBase * steps * 1000)));
      }
    }
  }
  return raised;
}

function makeDistances({ random }: Making, places: readonly Place[]): Distance[] {
  const names = [...new Set([OFFICE, ...places.map((place) => place.name)])];
  const distances: Distance[] = [];
  names.forEach((from, at) => {
    for (const to of names.slice(at + 1))
      if (random.chance(65))
        distances.push(random.chance(50) ? { from, to, km: random.between(1, 60) } : { from: to, to: from, km: random.between(1, 60) });
  });
  return distances;
}

function makeEarlier({ random, has, horizon }: Making, { factories, products, demands, places }: World): EarlierAgreement[] {
  const rows: EarlierAgreement[] = [];
  const add = (status: "Agreed" | "Rejected" | "Proposed", count: number): void => {
    for (let at = 0; at < count; at += 1) {
      const line = random.pick(demands);
      const product = products.find((each) => each.key === line.product);
      const others = factories.filter((each) => each.name !== line.factory);
      if (!product || others.length === 0 || (line.inHouse && status === "Agreed" && !random.chance(30))) continue;
      const supplier = random.pick(others).name;
      const clash = rows.some(
        (row) => row.demandNo === line.no && row.supplier === supplier && (row.status === "Rejected") !== (status === "Rejected"),
      );
      if (clash) continue;
      rows.push({
        no: `${line.no}-${rows.length + 1}`,
        status,
        supplier,
        buyer: line.factory,
        demandNo: line.no,
        product: line.product,
        quantities: Array.from({ length: horizon.quarters }, () => (random.chance(50) ? quantity(random, product, 5) : 0)),
        basis: "new",
        settledAt: random.pick(
          commonPlaces(
            places,
            [line.factory, supplier].map((name) => factories.find((each) => each.name === name)?.place ?? OFFICE),
          ),
        ),
      });
    }
  };
  if (has("rejected")) add("Rejected", random.between(1, 3));
  if (has("agreed")) add("Agreed", random.between(1, 3));
  if (has("proposed")) add("Proposed", random.between(1, 4));
  return random.shuffled(rows);
}

function makeStanding({ random, horizon }: Making, { factories, products, demands }: World): StandingAgreement[] {
  return Array.from({ length: random.between(1, 3) }, (_, at): StandingAgreement | undefined => {
    const line = random.pick(demands);
    const product = products.find((each) => each.key === line.product);
    const others = factories.filter((each) => each.name !== line.factory);
    if (!product || others.length === 0) return undefined;
    return {
      no: `S${at}`,
      supplier: random.pick(others).name,
      buyer: line.factory,
      product: line.product,
      fromYear: horizon.firstYear - random.below(2),
      toYear: horizon.firstYear + random.below(2),
      yearlyQuantity: quantity(random, product, 20),
    };
  }).flatMap((row) => row ?? []);
}

/** The places that hold all of these, the office among them. */
function commonPlaces(places: readonly Place[], seats: readonly string[]): readonly string[] {
  const chains = seats.map((seat) => {
    const chain = [seat];
    for (let at = seat; at !== OFFICE; chain.push(at)) at = places.find((place) => place.name === at)?.under ?? OFFICE;
    return chain;
  });
  return chains[0].filter((place) => chains.every((chain) => chain.includes(place)));
}
