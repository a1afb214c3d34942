/**
 * What was asked for and what was settled, counted: in points by priority, in quantities by unit family, by the place that
 * settled it. Fixed rows count, in-house rows do not. Unit families are never added to one another.
 */
import type { Agreement, Demand, Equipment, Priority, Product, Unit, UnitFamily } from "../../engine/model";
import { placeTree } from "../../engine/register/places";
import type { AgreementRow } from "./agreementRows";
import { totalOf } from "./agreementsSheet";
import { forEachInSlices } from "../../engine/slices";
import type { Lookup } from "./lookup";
import { POINT, pointsPerStep } from "../../engine/register/rates";

export const PRIORITIES: readonly Priority[] = [1, 2, 3];
export const FAMILIES: readonly UnitFamily[] = ["pieces", "sets", "machines", "mass"];

export interface Fulfilment {
  readonly demanded: number;
  readonly fulfilled: number;
}

/** Quantities by unit family: pieces, sets and machines counted, mass in tonnes. Families without any are absent. */
export type FamilyAmounts = ReadonlyMap<UnitFamily, number>;

export interface PlaceTotals {
  readonly place: string;
  readonly agreements: number;
  readonly quantities: FamilyAmounts;
}

export interface Totals {
  /** In points. */
  readonly priorities: ReadonlyMap<Priority, Fulfilment>;
  readonly families: ReadonlyMap<UnitFamily, Fulfilment>;
  /** In the order in which the places held their meetings. */
  readonly places: readonly PlaceTotals[];
  /** In-house work handed over to another factory, by family: in none of the above. */
  readonly handedOver: FamilyAmounts;
}

/** Is this row an agreement that counts as settled? */
export function isSettled(agreement: { readonly status: Agreement["status"] }): boolean {
  return agreement.status === "Proposed" || agreement.status === "Agreed";
}

/** A quantity in the base of its family: 2 打 are 24 pieces, 500 steps of 公斤 are 0.0005 tonnes. */
export function familyAmount(steps: number, unit: Unit): number {
  return unit.family === "mass" ? (steps * unit.size) / 1_000_000_000 : steps * unit.size;
}

/** What counting asks of an agreement row. */
export type CountedRow = Pick<AgreementRow, "status" | "settledAt" | "supplier" | "buyer" | "product" | "demand" | "made" | "quantities">;

/** Counts what was settled, by the places in the order of their meetings, with a yield now and then. Lines of factories that do not lie under the office take no part. */
export function* countTotals(
  meetings: readonly string[],
  made: readonly CountedRow[],
  { situation, factories, products, equipment }: Lookup,
): Generator<void, Totals> {
  const places = placeTree(situation);
  const under = [...factories.values()].filter(({ place }) => places.has(place));
  const here = new Set(under.map(({ name }) => name));
  const isHere = (demand: Demand): boolean => here.has(demand.factory);
  const count = new Count(products, equipment);
  yield* forEachInSlices(situation.demands, (demand) => {
    if (!demand.inHouse && isHere(demand)) count.demand(demand);
  });
  yield* forEachInSlices(made, (row) => {
    if (row.demand && isSettled(row) && isHere(row.demand)) count.agreement(row, row.demand);
  });
  return count.totals(meetings);
}

class Count {
  /** Steps by product, one sum for each priority: they become points and quantities once, at the end. */
  private readonly demandedSteps = new Map<string, number[]>();
  private readonly fulfilledSteps = new Map<string, number[]>();
  /** Base units; mass in steps × grams, so that sums stay whole. */
  private readonly handedOver = new Map<UnitFamily, number>();
  private readonly places = new Map<string, { agreements: number; quantities: Map<UnitFamily, number> }>();
  private readonly points = new Map<string, bigint>();

  constructor(
    private readonly products: ReadonlyMap<string, Product>,
    equipment: ReadonlyMap<string, Equipment>,
  ) {
    for (const product of products.values()) this.points.set(product.key, pointsPerStep(product, equipment));
  }

  demand(demand: Demand): void {
    let steps = 0;
    for (const { quantity } of demand.cells) steps += quantity;
    addSteps(this.demandedSteps, demand, steps);
  }

  agreement(row: CountedRow, demand: Demand): void {
    const steps = totalOf(row);
    if (demand.inHouse) return addQuantity(this.handedOver, row.made, steps);
    addSteps(this.fulfilledSteps, { product: row.product, priority: demand.priority }, steps);
    let place = this.places.get(row.settledAt);
    if (!place) this.places.set(row.settledAt, (place = { agreements: 0, quantities: new Map() }));
    place.agreements++;
    addQuantity(place.quantities, row.made, steps);
  }

  totals(meetings: readonly string[]): Totals {
    const elsewhere = [...this.places.keys()].filter((place) => !meetings.includes(place)).sort();
    const priorities = new Map<Priority, Fulfilment>();
    for (const priority of PRIORITIES) {
      priorities.set(priority, {
        demanded: this.inPoints(this.demandedSteps, priority),
        fulfilled: this.inPoints(this.fulfilledSteps, priority),
      });
    }
    const families = new Map<UnitFamily, Fulfilment>();
    const fulfilled = this.inFamilies(this.fulfilledSteps);
    for (const [family, demanded] of this.inFamilies(this.demandedSteps))
      families.set(family, { demanded, fulfilled: fulfilled.get(family) ?? 0 });
    const places = [...meetings, ...elsewhere].map((place) => {
      const settled = this.places.get(place);
      return { place, agreements: settled?.agreements ?? 0, quantities: inBase(settled?.quantities ?? new Map()) };
    });
    return { priorities, families, places, handedOver: inBase(this.handedOver) };
  }

  private inPoints(steps: ReadonlyMap<string, readonly number[]>, priority: Priority): number {
    let sum = 0n;
    for (const [product, sums] of steps) sum += (this.points.get(product) ?? 0n) * BigInt(sums[priority - 1]);
    return Number(sum) / Number(POINT);
  }

  private inFamilies(steps: ReadonlyMap<string, readonly number[]>): FamilyAmounts {
    const sums = new Map<UnitFamily, number>();
    for (const [product, each] of steps) for (const sum of each) addQuantity(sums, this.products.get(product), sum);
    return inBase(sums);
  }
}

function addQuantity(sums: Map<UnitFamily, number>, product: Product | undefined, steps: number): void {
  if (product) sums.set(product.unit.family, (sums.get(product.unit.family) ?? 0) + steps * product.unit.size);
}

function addSteps(sums: Map<string, number[]>, { product, priority }: Pick<Demand, "product" | "priority">, steps: number): void {
  let known = sums.get(product);
  if (!known) sums.set(product, (known = PRIORITIES.map(() => 0)));
  known[priority - 1] += steps;
}

/** In the order of FAMILIES, mass turned into tonnes. */
function inBase(sums: ReadonlyMap<UnitFamily, number>): FamilyAmounts {
  const amounts = new Map<UnitFamily, number>();
  for (const family of FAMILIES) {
    const sum = sums.get(family);
    if (sum !== undefined) amounts.set(family, family === "mass" ? sum / 1_000_000_000 : sum);
  }
  return amounts;
}
