/**
 * What one step of a product (a piece, or 0.001 of a mass unit) counts for and uses up, as exact whole numbers.
 *
 * Points are in 10⁻¹² of a point, weight × distance in 10⁻⁹ kg·km. A capacity row has a finest unit of its own,
 * the greatest one in which both its amounts and everything it may be used for are whole.
 */
import { commonDivisor, exactNumber } from "../exact";
import type { CapacityItem, Equipment, Product, Situation, Unit } from "../model";
import { atOnce, eachInSlices } from "../slices";

/** Steps in one unit: mass keeps three decimals, everything counted is whole. */
export function stepsPerUnit(unit: Unit): number {
  return unit.family === "mass" ? 1_000 : 1;
}

export const POINT = 1_000_000_000_000n;

/** Points of one step: the product's own, else its norms summed (a tonne counts as 10 hours), else one point a unit. */
export function pointsPerStep(product: Product, equipment: ReadonlyMap<string, Equipment>): bigint {
  const steps = BigInt(stepsPerUnit(product.unit));
  if (product.points !== undefined) return (BigInt(product.points) * 1_000_000n) / steps;
  let sum = 0n;
  for (const norm of product.norms) sum += BigInt(norm.amount) * (equipment.get(norm.equipment)?.unit === "tonnes" ? 10n : 1n);
  if (sum === 0n) return POINT / steps;
  return (sum * 1_000_000n) / BigInt(product.normBase) / steps;
}

/** Weight of one step in 10⁻⁹ kg; 1 kg a unit where it is not known. */
export function weightPerStep(product: Product): bigint {
  return (BigInt(product.unitWeight ?? 1_000_000) * 1_000n) / BigInt(stepsPerUnit(product.unit));
}

/** How a capacity row counts: its finest units in one of its steps (0.001 hours, a piece …), and in one step of each product made on it. */
export interface RowRate {
  readonly perRowStep: number;
  readonly perProductStep: ReadonlyMap<string, number>;
}

/** 10⁻¹² of an hour or tonne: fine enough for a norm's millionths, per 1000 pieces, per 0.001 of a mass unit. */
export const FINEST_PER_THOUSANDTH = 1_000_000_000n;

type Rated = Pick<Situation, "capacities" | "products">;

/** The rate of every capacity row, in the order of `situation.capacities`; rows for the same share one. */
export function rowRates(situation: Rated, products: ReadonlyMap<string, Product>): RowRate[] {
  return atOnce(ratesInSteps(situation, products));
}

/** The same, with a yield now and then. */
export function* ratesInSteps(situation: Rated, products: ReadonlyMap<string, Product>): Generator<void, RowRate[]> {
  const rates = new Rates(situation, products);
  return yield* eachInSlices(situation.capacities, ({ item }) => rates.of(item));
}

class Rates {
  /** Rows for the same thing mostly share what tells so. */
  private readonly byItem = new Map<CapacityItem, RowRate>();
  /** By size of the unit (0: equipment), then by what the row is for. */
  private readonly byName = new Map<number, Map<string, RowRate>>();

  constructor(
    private readonly situation: Rated,
    private readonly products: ReadonlyMap<string, Product>,
  ) {}

  of(item: CapacityItem): RowRate {
    let rate = this.byItem.get(item);
    if (!rate) this.byItem.set(item, (rate = this.named(item)));
    return rate;
  }

  private named(item: CapacityItem): RowRate {
    const [size, name] = item.kind === "products" ? [item.unit.size, item.products.join("\n")] : [0, item.equipment];
    let rates = this.byName.get(size);
    if (!rates) this.byName.set(size, (rates = new Map()));
    let rate = rates.get(name);
    if (!rate) rates.set(name, (rate = rateOf(item, this.situation, this.products)));
    return rate;
  }
}

function rateOf(item: CapacityItem, situation: Rated, products: ReadonlyMap<string, Product>): RowRate {
  return item.kind === "products" ? productsRate(item, products) : equipmentRate(item.equipment, situation.products);
}

function equipmentRate(equipment: string, products: readonly Product[]): RowRate {
  const uses = new Map<string, bigint>();
  for (const product of products) {
    const use = finestUse(product, equipment);
    if (use !== undefined) uses.set(product.key, use);
  }
  return inFinestUnit(FINEST_PER_THOUSANDTH, uses);
}

/** What one step of a product uses of an equipment class, in 10⁻¹² of its unit; undefined where it needs none. */
export function finestUse({ norms, normBase, unit }: Product, equipment: string): bigint | undefined {
  const norm = norms.find((entry) => entry.equipment === equipment);
  return norm && (BigInt(norm.amount) * 1_000_000n) / BigInt(normBase) / BigInt(stepsPerUnit(unit));
}

function productsRate(item: Extract<CapacityItem, { kind: "products" }>, products: ReadonlyMap<string, Product>): RowRate {
  const { size } = item.unit;
  const sizes = item.products.map((key) => [key, products.get(key)?.unit.size ?? size] as const);
  if (sizes.every(([, other]) => other === size)) return { perRowStep: 1, perProductStep: new Map(sizes.map(([key]) => [key, 1])) };
  return inFinestUnit(BigInt(size), new Map(sizes.map(([key, other]) => [key, BigInt(other)])));
}

function inFinestUnit(rowStep: bigint, uses: ReadonlyMap<string, bigint>): RowRate {
  const divisor = commonDivisor([rowStep, ...uses.values()]);
  const perProductStep = new Map<string, number>();
  for (const [key, use] of uses) perProductStep.set(key, exactNumber(use / divisor, `what ${key} uses`));
  return { perRowStep: exactNumber(rowStep / divisor, "a row's step"), perProductStep };
}
