/**
 * What is fixed first, looked up once and laid out by place. An agreed row or a standing agreement is settled at its meeting,
 * the lowest place that holds both factories; below it, it matters at every place that holds one of its sides.
 */
import { wayOf, type Way, type WaysKnown } from "./eligibility";
import type { Line } from "./lines";
import type { EarlierAgreement, Factory, Horizon, StandingAgreement } from "../model";
import type { PlaceTree } from "./places";
import { coveredBy, portionsOf } from "./portions";
import { ROWS_AT_ONCE } from "../slices";

export interface AgreedRow {
  readonly row: EarlierAgreement;
  readonly line: Line | undefined;
  readonly way: Way | undefined;
  /** The office itself where one of the partners lies outside. */
  readonly meeting: string;
}

export interface StandingRow {
  readonly agreement: StandingAgreement;
  readonly supplier: Factory | undefined;
  readonly buyer: Factory | undefined;
  readonly way: Way | undefined;
  /** By quarter, less what agreed rows already settle of it. */
  readonly portions: readonly number[];
  /** The buyer's own demand for the product, in canonical order. */
  readonly lines: readonly Line[];
  /** Absent where one of the partners lies outside this office: settled by others, kept out here. */
  readonly meeting: string | undefined;
}

export interface Fixing {
  readonly places: PlaceTree;
  readonly factories: ReadonlyMap<string, Factory>;
  readonly waysOf: WaysKnown["waysOf"];
  readonly lines: readonly Line[];
  readonly namedLines: ReadonlyMap<string, Line>;
  /** In order of their numbers. */
  readonly agreed: readonly EarlierAgreement[];
  readonly horizon: Horizon;
}

/** Agreed rows by the places at which they matter, in order of their numbers. Yields now and then. */
export function* agreedByPlace(known: Fixing): Generator<void, ReadonlyMap<string, readonly AgreedRow[]>> {
  const { places, factories, namedLines, agreed } = known;
  const byPlace = new Map<string, AgreedRow[]>();
  for (let index = 0; index < agreed.length; index++) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const row = agreed[index];
    const named = namedLines.get(row.demandNo);
    // Another office may have given its line the number of one of ours.
    const line = named?.demand.factory === row.buyer ? named : undefined;
    const meeting = meetingOf(known, row) ?? places.root;
    const sides = [factories.get(row.supplier)?.place, line?.place, meeting];
    const entry = { row, line, way: wayOf(known, row), meeting };
    for (const place of placesUpTo(places, sides, meeting)) addTo(byPlace, place, entry);
  }
  return byPlace;
}

/** Standing agreements by the places at which they matter, in order of their numbers. */
export function standingByPlace(standing: readonly StandingAgreement[], known: Fixing): ReadonlyMap<string, readonly StandingRow[]> {
  const { places, factories } = known;
  const byPlace = new Map<string, StandingRow[]>();
  const demand = demandOf(standing, known.lines);
  const covered = coveredBy(known.agreed);
  for (const agreement of [...standing].sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : 0))) {
    const [supplier, buyer] = [factories.get(agreement.supplier), factories.get(agreement.buyer)];
    const meeting = meetingOf(known, agreement);
    const lines = demand.get(agreement.buyer)?.get(agreement.product) ?? [];
    const portions = portionsOf(agreement, covered, known.horizon);
    const entry = { agreement, supplier, buyer, way: wayOf(known, agreement), portions, lines, meeting };
    for (const place of placesUpTo(places, [supplier?.place, buyer?.place, meeting], meeting)) addTo(byPlace, place, entry);
  }
  return byPlace;
}

/** The places that hold one of these, but none above the meeting. */
function placesUpTo(places: PlaceTree, sides: readonly (string | undefined)[], meeting: string | undefined): ReadonlySet<string> {
  const held = sides.flatMap((side) => (side === undefined ? [] : places.pathUp(side)));
  return new Set(held.filter((place) => meeting === undefined || place === meeting || !places.isUnder(meeting, place)));
}

interface Partners {
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
}

/** The lowest place that holds both; undefined where one of them lies outside this office. */
function meetingOf({ factories, places }: Fixing, { supplier, buyer }: Partners): string | undefined {
  const [one, other] = [factories.get(supplier), factories.get(buyer)];
  return one && other ? places.meet(one.place, other.place) : undefined;
}

type ByBuyerAndProduct = ReadonlyMap<string, ReadonlyMap<string, readonly Line[]>>;

/** What the buyers of these agreements ask for themselves, by buyer and product. */
function demandOf(standing: readonly StandingAgreement[], lines: readonly Line[]): ByBuyerAndProduct {
  const demand = new Map(standing.map(({ buyer }) => [buyer, new Map<string, Line[]>()]));
  if (demand.size === 0) return demand;
  for (const line of lines) {
    const { factory, product, inHouse } = line.demand;
    const own = inHouse ? undefined : demand.get(factory);
    if (own) addTo(own, product, line);
  }
  return demand;
}

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
