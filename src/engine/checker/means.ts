/** What a factory uses to make a product, read from the rows alone. Exact: bigint in a fine scale of each capacity row. */
import type { Capacity, Factory, Product, Situation } from "../model";

export interface RowUse {
  readonly row: Capacity;
  /** Taken by one step of the product, in the row's fine scale. */
  readonly perStep: bigint;
}
export interface Means {
  readonly rows: readonly RowUse[];
  readonly grade: number;
}

/** The fine scale of one step of a row: equipment in 10^-12 of the class's unit, products in the family's base. */
export function fineSteps(row: Capacity): bigint {
  return row.item.kind === "equipment" ? 1_000_000_000n : BigInt(row.item.unit.size);
}

/** Undefined: the factory has no way of making it. By item goes before by equipment; every class of the norms is needed. */
export function meansOf(situation: Situation, factory: Factory, product: Product): Means | undefined {
  const rows = situation.capacities.filter((row) => row.factory === factory.name);
  const found = byItem(rows, product) ?? byEquipment(rows, product);
  return found && { rows: found, grade: found.reduce((lowest, { row }) => Math.min(lowest, row.grade ?? factory.grade ?? 1), Infinity) };
}

function byItem(rows: readonly Capacity[], product: Product): readonly RowUse[] | undefined {
  const row = rows.find(({ item }) => item.kind === "products" && item.products.includes(product.key));
  return row && [{ row, perStep: BigInt(product.unit.size) }];
}

function byEquipment(rows: readonly Capacity[], product: Product): readonly RowUse[] | undefined {
  const steps = product.unit.family === "mass" ? 1_000n : 1n;
  const found: RowUse[] = [];
  for (const { equipment, amount } of product.norms) {
    if (amount === 0) continue;
    const row = rows.find(({ item }) => item.kind === "equipment" && item.equipment === equipment);
    if (!row) return undefined;
    found.push({ row, perStep: (BigInt(amount) * 1_000_000n) / (BigInt(product.normBase) * steps) });
  }
  return found.length > 0 ? found : undefined;
}
