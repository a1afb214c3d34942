/**
 * Everything the meeting looks up again and again, worked out once: who is where, who can make what, what counts how much.
 * Rows are put into an order that depends on their content alone, so that the order of a workbook's rows never shows.
 */
import { distanceBetween, type DistanceTable } from "./distances";
import { eligibleWays, gradeRequired, waysByProduct, type LineRules, type Way } from "./eligibility";
import { windowOf, type Window } from "./booking";
import { codesOf, type Codes } from "./codes";
import type { Capacity, Demand, EarlierAgreement, Equipment, Factory, LaterGoal, Product, Situation } from "./model";
import { placeTree, type PlaceTree } from "./places";
import { pointsPerStep, rowRates, weightPerStep, type RowRate } from "./rates";

/** One demand line with what never changes about it. */
export interface Line extends LineRules {
  /** Position in the canonical order. */
  readonly index: number;
  /** Position among the different contents: equal for lines that differ only in quantities and number. */
  readonly rank: number;
  readonly place: string;
  readonly windows: readonly Window[];
  readonly points: bigint;
  readonly weight: bigint;
  readonly grade: number;
  /** Everybody in the office who may make it. */
  readonly eligible: readonly Way[];
  /** The buyer's own way of making it, for in-house lines. */
  readonly home: Way | undefined;
  readonly presentSuppliers: ReadonlySet<string>;
  /** The last plan: proposed quantities by quarter, by supplier. */
  readonly lastPlan: ReadonlyMap<string, readonly number[]>;
}

export interface Row {
  readonly index: number;
  readonly capacity: Capacity;
  readonly place: string;
  readonly rate: RowRate;
}

export interface Register {
  readonly situation: Situation;
  readonly quarters: number;
  readonly laterGoals: readonly LaterGoal[];
  readonly places: PlaceTree;
  readonly factories: ReadonlyMap<string, Factory>;
  readonly products: ReadonlyMap<string, Product>;
  readonly equipment: ReadonlyMap<string, Equipment>;
  readonly lines: readonly Line[];
  readonly lineByNo: ReadonlyMap<string, Line>;
  readonly linesAt: ReadonlyMap<string, readonly Line[]>;
  readonly rows: readonly Row[];
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  readonly distances: DistanceTable;
  readonly agreed: readonly EarlierAgreement[];
}

/** A situation is checked and then balanced: what was worked out for the one serves the other. */
const known = new WeakMap<Situation, Register>();

/** The register. Factories, demands and capacity whose place is not under the office take no part. */
export function register(situation: Situation): Register {
  const before = known.get(situation) ?? worked(situation);
  known.set(situation, before);
  return before;
}

function worked(situation: Situation): Register {
  const places = placeTree(situation);
  const factories = new Map(situation.factories.filter((factory) => places.has(factory.place)).map((factory) => [factory.name, factory]));
  const products = new Map(situation.products.map((product) => [product.key, product]));
  const equipment = new Map(situation.equipment.map((entry) => [entry.name, entry]));
  const codes = codesOf(situation);
  const ordered: Situation = {
    ...situation,
    factories: [...factories.values()],
    capacities: situation.capacities
      .filter((row) => factories.has(row.factory))
      .sort(
        byContent(
          (row) => capacityContent(row, codes),
          (row) => row.no,
        ),
      ),
    demands: situation.demands
      .filter((demand) => factories.has(demand.factory))
      .sort(
        byContent(
          (demand) => demandContent(demand, codes),
          (demand) => demand.no,
        ),
      ),
  };
  const rates = rowRates(ordered, products);
  const ways = waysByProduct(ordered, rates, codes);
  const context = { ways, factories, products, equipment, history: historyOf(situation) };
  const ranks = ranksOf(ordered.demands, codes);
  const lines = ordered.demands.map((demand, index) => lineOf(demand, { index, rank: ranks[index] }, ordered, context));
  return {
    situation: ordered,
    quarters: situation.horizon.quarters,
    laterGoals: situation.laterGoals,
    places,
    factories,
    products,
    equipment,
    lines,
    linesAt: groupByPlace(lines),
    lineByNo: new Map(lines.map((line) => [line.demand.no, line])),
    rows: ordered.capacities.map((capacity, index) => ({
      index,
      capacity,
      place: placeOf(factories, capacity.factory),
      rate: rates[index],
    })),
    ways,
    distances: distanceBetween(situation),
    agreed: situation.earlierAgreements.filter((row) => row.status === "Agreed").sort((a, b) => (a.no < b.no ? -1 : 1)),
  };
}

interface LineContext {
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  readonly factories: ReadonlyMap<string, Factory>;
  readonly products: ReadonlyMap<string, Product>;
  readonly equipment: ReadonlyMap<string, Equipment>;
  readonly history: History;
}

function lineOf(demand: Demand, position: { index: number; rank: number }, situation: Situation, context: LineContext): Line {
  const { ways, factories, products, equipment, history } = context;
  const product = products.get(demand.product);
  if (!product) throw new RangeError(`demand ${demand.no} asks for a product that is not listed: ${demand.product}`);
  const makers = ways.get(product.key) ?? [];
  const rules: LineRules = { demand, product, rejected: history.rejected.get(demand.no) ?? NOBODY };
  return {
    ...rules,
    ...position,
    place: placeOf(factories, demand.factory),
    windows: demand.cells.map((cell) => windowOf(cell.period, demand, situation.horizon)),
    points: pointsPerStep(product, equipment),
    weight: weightPerStep(product),
    grade: gradeRequired(demand, product),
    eligible: eligibleWays(makers, rules),
    home: demand.inHouse ? makers.find((way) => way.factory === demand.factory) : undefined,
    presentSuppliers:
      demand.presentSupplier === undefined
        ? (history.lastYear.get(`${demand.factory}\n${demand.product}`) ?? NOBODY)
        : new Set([demand.presentSupplier]),
    lastPlan: history.proposed.get(demand.no) ?? new Map(),
  };
}

const NOBODY: ReadonlySet<string> = new Set();

interface History {
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lastYear: ReadonlyMap<string, ReadonlySet<string>>;
  readonly proposed: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
}

/** What earlier sheets say about each line: who was rejected, who made it last year, what was proposed. */
function historyOf(situation: Situation): History {
  const rejected = new Map<string, Set<string>>();
  const proposed = new Map<string, Map<string, number[]>>();
  for (const row of situation.earlierAgreements) {
    if (row.status === "Rejected") addTo(rejected, row.demandNo, row.supplier);
    if (row.status !== "Proposed" || row.basis === "standing") continue;
    const plan = proposed.get(row.demandNo) ?? new Map<string, number[]>();
    proposed.set(row.demandNo, plan);
    const known = plan.get(row.supplier) ?? [];
    plan.set(
      row.supplier,
      row.quantities.map((quantity, quarter) => quantity + (known[quarter] ?? 0)),
    );
  }
  const lastYear = new Map<string, Set<string>>();
  for (const task of situation.lastYear) if (task.buyer !== undefined) addTo(lastYear, `${task.buyer}\n${task.product}`, task.supplier);
  return { rejected, lastYear, proposed };
}

function groupByPlace(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.place);
    if (group) group.push(line);
    else groups.set(line.place, [line]);
  }
  return groups;
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function placeOf(factories: ReadonlyMap<string, Factory>, name: string): string {
  const factory = factories.get(name);
  if (!factory) throw new RangeError(`factory is not listed: ${name}`);
  return factory.place;
}

/** Orders by content, and by number only between rows that are otherwise identical. Code-unit order, never a locale's. */
function byContent<Item>(content: (item: Item) => string, no: (item: Item) => string): (a: Item, b: Item) => number {
  const keys = new Map<Item, string>();
  const key = (item: Item): string => {
    const known = keys.get(item) ?? `${content(item)}\n${no(item)}`;
    keys.set(item, known);
    return known;
  };
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

function ranksOf(demands: readonly Demand[], codes: Codes): number[] {
  let rank = 0;
  let last = "";
  return demands.map((demand) => {
    const content = demandContent(demand, codes);
    if (content !== last) rank++;
    last = content;
    return rank;
  });
}

/** What a line is, without its quantities: they shrink from tier to tier, and the order must not change with them. */
function demandContent(demand: Demand, { factory, product }: Codes): string {
  const { priority, inHouse, recurrent, grade, early, late, maySplit, presentSupplier, material } = demand;
  const lists = [demand.wishedSuppliers, demand.onlySuppliers, demand.notSuppliers].map((list) => list.map(factory).sort());
  const present = presentSupplier === undefined ? "" : factory(presentSupplier);
  const conditions = [priority, inHouse, recurrent, grade ?? 0, early, late, maySplit, present, material, lists];
  return JSON.stringify([factory(demand.factory), product(demand.product), ...conditions]);
}

function capacityContent(row: Capacity, { factory, product, equipment }: Codes): string {
  const item = row.item.kind === "equipment" ? [equipment(row.item.equipment)] : ["", ...row.item.products.map(product).sort()];
  return JSON.stringify([factory(row.factory), item, row.grade ?? 0, row.largestPiece ?? 0]);
}
