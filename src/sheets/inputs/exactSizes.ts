/**
 * What would stop being exact: sums and amounts beyond 2^53 of the smallest step that counts. Their rows must be fixed (E03)
 * before anything is balanced. Which rows are named does not depend on their order.
 */
import { commonDivisor } from "../../engine/exact";
import type { Capacity, Product } from "../../engine/model";
import { FINEST_PER_THOUSANDTH, finestUse, pointsPerStep, rowRates, weightPerStep } from "../../engine/register/rates";
import type { CapacityRow } from "./capacity";
import type { DemandRow } from "./demand";
import type { EquipmentList } from "./equipment";
import type { ProductEntry, Products } from "./productNames";
import type { ProblemList } from "../table/problemList";
import { decimalsOf } from "../table/units";

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
/** More than goals multiply points by (grades, quarters), and weights (kilometres). */
const POINTS_TIMES = 40n;
const WEIGHT_TIMES = 40_000n;

/** Products whose norms, points or weights are too far apart from the others' to be counted in one unit are no longer valid. */
export function checkProductSizes(products: Products, equipment: EquipmentList, problems: ProblemList): void {
  const classes = new Map(equipment.entries.map((entry) => [entry.equipment.name, entry.equipment]));
  const measures = [
    ...[...classes.keys()].map((name) => ({
      of: ({ product }: ProductEntry): bigint => finestUse(product, name) ?? 0n,
      times: 1n,
      among: [FINEST_PER_THOUSANDTH],
    })),
    { of: ({ product }: ProductEntry): bigint => pointsPerStep(product, classes), times: POINTS_TIMES, among: [] },
    { of: ({ product }: ProductEntry): bigint => weightPerStep(product), times: WEIGHT_TIMES, among: [] },
  ];
  for (const { of, times, among } of measures) {
    const measured = products.entries.filter(({ valid }) => valid).map((entry) => ({ entry, measure: of(entry) }));
    const unit = commonDivisor([...among, ...measured.map(({ measure }) => measure)]);
    for (const { entry, measure } of measured) {
      if ((measure / unit) * times <= LARGEST || entry.sheet === undefined) continue;
      problems.inRow("E03 too fine", { sheet: entry.sheet, row: entry.row, column: entry.column }, { value: entry.product.key });
      entry.valid = false;
    }
  }
}

/** Demand rows that are too large, alone or all together, are no longer valid. */
export function exactDemands(rows: readonly DemandRow[], problems: ProblemList): void {
  let all = 0;
  for (const row of rows) if (row.valid) all += quantityOf(row);
  if (all <= Number.MAX_SAFE_INTEGER) return;
  const valid = rows.filter((row) => row.valid);
  const fair = Number.MAX_SAFE_INTEGER / valid.length;
  for (const row of valid) {
    const quantity = quantityOf(row);
    if (quantity <= fair) continue;
    problems.inRow("E03 too large", row, { value: quantity / 10 ** row.decimals });
    row.valid = false;
  }
}

function quantityOf({ demand }: DemandRow): number {
  return demand.cells.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Capacity rows whose amount, in the finest unit in which everything made on them is whole, is too large are no longer valid. */
export function exactCapacities(rows: readonly CapacityRow[], products: readonly Product[], problems: ProblemList): void {
  const large = rows.filter(({ valid, capacity }) => valid && mostOf(capacity) * finestPerStep(capacity) > Number.MAX_SAFE_INTEGER);
  const rates = rowRates(
    { products, capacities: large.map(({ capacity }) => capacity) },
    new Map(products.map((each) => [each.key, each])),
  );
  large.forEach((row, index) => {
    const { item } = row.capacity;
    const most = mostOf(row.capacity);
    // Beyond 2^53 the product is rounded, but never down to less than 2^53.
    if (most * rates[index].perRowStep <= Number.MAX_SAFE_INTEGER) return;
    const decimals = item.kind === "equipment" ? 3 : decimalsOf(item.unit);
    problems.inRow("E03 too large", row, { value: most / 10 ** decimals });
    row.valid = false;
  });
}

function mostOf({ available }: Capacity): number {
  let most = 0;
  for (const amount of available) most = Math.max(most, amount);
  return most;
}

/** The most finest units that one step of a row can have, whatever is made on it. */
function finestPerStep({ item }: Capacity): number {
  return item.kind === "equipment" ? Number(FINEST_PER_THOUSANDTH) : item.unit.size;
}
