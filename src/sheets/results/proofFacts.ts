/**
 * Gathers, for each unresolved cell, the facts that prove its reason: who could have made it but for the one thing the
 * reason names. "Nobody" and "the best" mean among the factories under the office, whose step was the last.
 */
import { gradeRequired, passes, type Filter, type LineRules, type Way } from "../../engine/register/eligibility";
import type { Balance, Bottleneck, Capacity, Demand, Product, UnresolvedCell } from "../../engine/model";
import { MILLIONTHS, THOUSANDTHS } from "../../engine/model";
import { registerInSteps } from "../../engine/register/register";
import { stepsPerUnit } from "../../engine/register/rates";
import { windowOf } from "../../engine/booking";
import { quarterKey } from "../table/periodKeys";
import type { Lookup } from "./lookup";
import type { BottleneckFacts, KeptFor, OwnRule, ReasonGiven } from "./reasonFacts";

/** With a yield now and then. */
export function* proofFacts(balance: Balance, known: Lookup): Generator<void, ProofFacts> {
  const { situation, ways } = yield* registerInSteps(known.situation);
  return new ProofFacts(balance, known, { capacities: situation.capacities, ways });
}

/** What the factories under the office can make. */
interface Makers {
  readonly capacities: readonly Capacity[];
  /** By product; rows by their place among these capacities. */
  readonly ways: ReadonlyMap<string, readonly Way[]>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Answers, for a line that stayed open, why: to be asked once per row of Unresolved. */
export class ProofFacts {
  private readonly rejected = new Map<string, Set<string>>();
  private readonly bottlenecks = new Map<string, Bottleneck>();
  /** Of each row of capacity, by quarter. */
  private readonly remaining: Balance["remaining"];

  constructor(
    balance: Balance,
    private readonly known: Lookup,
    private readonly makers: Makers,
  ) {
    const { situation } = known;
    this.remaining = balance.remaining;
    for (const row of situation.earlierAgreements) {
      if (row.status !== "Rejected") continue;
      const suppliers = this.rejected.get(row.demandNo) ?? new Set<string>();
      this.rejected.set(row.demandNo, suppliers.add(row.supplier));
    }
    for (const bottleneck of balance.bottlenecks) {
      for (const no of bottleneck.demandNos) if (!this.bottlenecks.has(no)) this.bottlenecks.set(no, bottleneck);
    }
  }

  /** The facts of one reason of one line; `cells` are the line's cells with that reason. */
  of({ demand, product }: Pick<LineRules, "demand" | "product">, cells: readonly UnresolvedCell[]): ReasonGiven {
    const makers = (this.makers.ways.get(product.key) ?? []).filter((way) => way.factory !== demand.factory);
    const rules: LineRules = { demand, product, rejected: this.rejected.get(demand.no) ?? NOBODY };
    const left = (...filters: readonly Filter[]): readonly Way[] =>
      makers.filter((way) => filters.every((filter) => passes(filter, way, rules)));
    const where = { place: this.known.situation.office, product: product.key };
    const code = cells[0].reason;
    switch (code) {
      case "U0":
        return { code, facts: { problems: 1 } };
      case "U1":
        return { code, facts: { product: product.key } };
      case "U2":
        return { code, facts: { ...where, equipment: product.norms.map((norm) => norm.equipment) } };
      case "U3": {
        const best = makers.reduce((most, { grade }) => Math.max(most, grade), 0);
        return {
          code,
          facts: { ...where, required: gradeRequired(demand, product), best, factories: names(makers.filter((way) => way.grade === best)) },
        };
      }
      case "U4": {
        const graded = left("U3");
        const largest = graded.reduce((most, { largestPiece }) => Math.max(most, largestPiece), 0);
        const weight = (product.unitWeight ?? 0) / MILLIONTHS;
        return {
          code,
          facts: {
            ...where,
            weight,
            largest: largest / MILLIONTHS,
            factories: names(graded.filter((way) => way.largestPiece === largest)),
          },
        };
      }
      case "U5": {
        const fit = left("U3", "U4");
        const allowed = fit.some((way) => passes("U5", way, rules));
        const stopped = cells.some(({ keptFor }) => keptFor === undefined) || !allowed;
        return {
          code,
          facts: { factories: names(fit), rules: stopped ? ownRules(demand, product, allowed) : [], keptFor: this.keptFor(cells) },
        };
      }
      case "U6":
        return { code, facts: { factories: names(left("U3", "U4", "U5")) } };
      case "U7":
        return { code, facts: this.otherTimes(demand, product, left("U3", "U4", "U5", "U6"), cells) };
      case "U8": {
        const bottleneck = this.bottlenecks.get(demand.no);
        const short = cells.reduce((sum, cell) => sum + cell.quantity, 0) / stepsPerUnit(product.unit);
        const factories = names(left("U3", "U4", "U5", "U6"));
        return {
          code,
          facts: {
            bottleneck: bottleneck && this.bottleneckFacts(bottleneck),
            product: product.key,
            factories,
            short,
            unit: product.unit.name,
          },
        };
      }
      case "U9":
        return { code, facts: { factories: names(left("U3", "U4", "U5", "U6")) } };
    }
  }

  /** A bottleneck set with its amounts in a unit a clerk reads. */
  bottleneckFacts(bottleneck: Bottleneck): BottleneckFacts {
    const { products, factories, needed, capacity, exact } = bottleneck;
    const first = this.known.products.get(products[0]);
    const equipment = exact ? undefined : this.sharedEquipment(bottleneck);
    const steps = equipment ? THOUSANDTHS : first ? stepsPerUnit(first.unit) : 1;
    const unit = equipment ? { kind: equipment } : { kind: "count" as const, name: first?.unit.name ?? "" };
    return { products, factories, needed: needed / steps, capacity: capacity / steps, short: (needed - capacity) / steps, unit, exact };
  }

  /** Hours or tonnes, where the factories make the products by equipment. */
  private sharedEquipment(bottleneck: Bottleneck): "hours" | "tonnes" | undefined {
    const product = this.known.products.get(bottleneck.products[0]);
    const way = this.makers.ways.get(bottleneck.products[0])?.find((entry) => bottleneck.factories.includes(entry.factory));
    const item = way && this.makers.capacities[way.rows[0]].item;
    if (!product || item?.kind !== "equipment") return undefined;
    return this.known.situation.equipment.find((entry) => entry.name === item.equipment)?.unit ?? "hours";
  }

  private keptFor(cells: readonly UnresolvedCell[]): readonly KeptFor[] {
    const numbers = new Set(cells.flatMap(({ keptFor = [] }) => keptFor));
    return this.known.situation.standingAgreements.filter(({ no }) => numbers.has(no));
  }

  /** Which eligible factories have room at a time that the cells' windows leave out, and when. */
  private otherTimes(
    demand: Demand,
    product: Product,
    ways: readonly Way[],
    cells: readonly UnresolvedCell[],
  ): { factories: readonly string[]; periods: readonly string[] } {
    const { horizon } = this.known.situation;
    const windows = cells.map((cell) => windowOf(cell.period, demand, horizon));
    const outside = (quarter: number): boolean => windows.some(({ first, last }) => quarter < first || quarter > last);
    const quarters = Array.from({ length: horizon.quarters }, (_, quarter) => quarter).filter(outside);
    const factories: string[] = [];
    const roomy = new Set<number>();
    for (const way of ways) {
      let hasSome = false;
      for (const quarter of quarters) {
        if (!this.hasRoom(way, product, quarter)) continue;
        roomy.add(quarter);
        hasSome = true;
      }
      if (hasSome) factories.push(way.factory);
    }
    return { factories, periods: quarters.filter((quarter) => roomy.has(quarter)).map((quarter) => quarterKey(horizon, quarter)) };
  }

  /** Could this way take the smallest step of the product's unit, or its lot, from what is left of a quarter? */
  private hasRoom(way: Way, product: Product, quarter: number): boolean {
    const steps = product.minimumLot ?? 1;
    for (const index of way.rows) {
      const left = this.remaining[index].quantities[quarter] ?? 0;
      if (left * productStepsPerRowStep(this.makers.capacities[index], product) < steps) return false;
    }
    return true;
  }
}

/** How many steps of the product one step of the row makes. */
function productStepsPerRowStep(row: Capacity, product: Product): number {
  const { item } = row;
  if (item.kind === "products") return (item.unit.size * stepsPerUnit(product.unit)) / (stepsPerUnit(item.unit) * product.unit.size);
  const norm = product.norms.find((entry) => entry.equipment === item.equipment);
  return norm && norm.amount > 0 ? (MILLIONTHS * product.normBase * stepsPerUnit(product.unit)) / (THOUSANDTHS * norm.amount) : Infinity;
}

/** The clerk's rules that stand in the way: his lists where they leave nobody, else the lot and the split rule. */
function ownRules(demand: Demand, product: Product, someoneIsAllowed: boolean): readonly OwnRule[] {
  if (someoneIsAllowed) {
    const lot: readonly OwnRule[] = product.minimumLot !== undefined && product.minimumLot > 1 ? ["minimum lot"] : [];
    return demand.maySplit ? lot : [...lot, "not split"];
  }
  const only: readonly OwnRule[] = demand.onlySuppliers.length > 0 ? ["only these"] : [];
  return demand.notSuppliers.length > 0 ? [...only, "not these"] : only;
}

function names(ways: readonly Way[]): readonly string[] {
  return ways.map((way) => way.factory);
}
