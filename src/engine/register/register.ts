/**
 * Everything the meeting looks up again and again, worked out once: who is where, who can make what, what counts how much.
 * Rows are put into an order that depends on their content alone, so that the order of a workbook's rows never shows.
 */
import { capacitiesInOrder, demandsInOrder } from "./canonicalOrder";
import { codesOf } from "../codes";
import { distanceBetween, type DistanceTable } from "./distances";
import { waysInSteps, type WaysKnown } from "./eligibility";
import { agreedByPlace, standingByPlace, type AgreedRow, type StandingRow } from "./fixedFirst";
import { historyOf, isFixed } from "./history";
import { linesOf, placeOf, type Line } from "./lines";
import type { Capacity, EarlierAgreement, Equipment, Factory, LaterGoal, Product, Situation } from "../model";
import { placeTree, type PlaceTree } from "./places";
import { ratesInSteps, type RowRate } from "./rates";
import { atOnce, eachInSlices } from "../slices";

export interface Row {
  readonly index: number;
  readonly capacity: Capacity;
  readonly place: string;
  readonly rate: RowRate;
}

export interface Register extends WaysKnown {
  readonly situation: Situation;
  readonly quarters: number;
  readonly laterGoals: readonly LaterGoal[];
  readonly places: PlaceTree;
  readonly factories: ReadonlyMap<string, Factory>;
  readonly products: ReadonlyMap<string, Product>;
  readonly equipment: ReadonlyMap<string, Equipment>;
  readonly lines: readonly Line[];
  /** By line: the position of its demand in the situation as it was given. */
  readonly givenAt: Int32Array;
  /** Lines that earlier agreements name, by number. */
  readonly namedLines: ReadonlyMap<string, Line>;
  readonly linesAt: ReadonlyMap<string, readonly Line[]>;
  readonly rows: readonly Row[];
  readonly rowsAt: ReadonlyMap<string, readonly Row[]>;
  readonly distances: DistanceTable;
  /** In order of their numbers. */
  readonly agreed: readonly EarlierAgreement[];
  readonly agreedAt: ReadonlyMap<string, readonly AgreedRow[]>;
  readonly standingAt: ReadonlyMap<string, readonly StandingRow[]>;
}

/** A situation is checked and then balanced: what was worked out for the one serves the other. */
const known = new WeakMap<Situation, Register>();

/** The register, at once. */
export function register(situation: Situation): Register {
  return atOnce(registerInSteps(situation));
}

/** The register, with a yield now and then. Factories, demands and capacity whose place is not under the office take no part. */
export function* registerInSteps(situation: Situation): Generator<void, Register> {
  const before = known.get(situation) ?? (yield* worked(situation));
  known.set(situation, before);
  return before;
}

function* worked(situation: Situation): Generator<void, Register> {
  const places = placeTree(situation);
  const factories = new Map(situation.factories.filter((factory) => places.has(factory.place)).map((factory) => [factory.name, factory]));
  const products = new Map(situation.products.map((product) => [product.key, product]));
  const equipment = new Map(situation.equipment.map((entry) => [entry.name, entry]));
  const codes = codesOf(situation);
  yield;
  const capacities = yield* capacitiesInOrder(situation.capacities, factories, codes);
  const demands = yield* demandsInOrder(situation.demands, factories, codes);
  const ordered = { ...situation, factories: [...factories.values()], capacities: capacities.rows, demands: demands.rows };
  yield;
  const rates = yield* ratesInSteps(ordered, products);
  yield;
  const { ways, waysAt, waysOf } = yield* waysInSteps(ordered, rates, codes);
  yield;
  const history = yield* historyOf(situation);
  const sources = { ways, waysOf, factories, products, equipment, history, horizon: situation.horizon };
  const { lines, namedLines } = yield* linesOf(demands.rows, demands.ranks, sources);
  yield;
  const rows = yield* eachInSlices(capacities.rows, (capacity, index) => ({
    index,
    capacity,
    place: placeOf(factories, capacity.factory),
    rate: rates[index],
  }));
  yield;
  const agreed = situation.earlierAgreements.filter(isFixed).sort((a, b) => (a.no < b.no ? -1 : 1));
  yield;
  const fixing = { places, factories, waysOf, lines, namedLines, agreed, horizon: situation.horizon };
  const [linesAt, rowsAt] = [byPlace(lines), byPlace(rows)];
  yield;
  return {
    situation: ordered,
    quarters: situation.horizon.quarters,
    laterGoals: situation.laterGoals,
    ...{ places, factories, products, equipment, lines, rows, ways, waysAt, waysOf },
    ...{ linesAt, rowsAt, namedLines, agreed, givenAt: demands.positions },
    distances: distanceBetween(situation),
    agreedAt: yield* agreedByPlace(fixing),
    standingAt: standingByPlace(situation.standingAgreements, fixing),
  };
}

function byPlace<Item extends { readonly place: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.place);
    if (group) group.push(item);
    else groups.set(item.place, [item]);
  }
  return groups;
}
