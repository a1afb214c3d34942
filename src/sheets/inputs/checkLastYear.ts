/** Checks against the Last year sheet. */
import type { Line } from "../../engine/register/lines";
import type { Product } from "../../engine/model";
import type { Register } from "../../engine/register/register";
import type { Scene } from "./checkSituation";
import { inUnits, pairOf } from "./needs";
import type { DemandRow } from "./demand";
import type { LastYearEntry } from "./lastYear";
import { unitOf } from "../table/units";

/** W01: ten times last year's quantity, or a tenth of it; W02: a value that looks like old currency. */
export function checkLastYear({ lastYear, known, rows, problems }: Scene): void {
  const before = lastYearsQuantities(lastYear, known.products);
  const now = new Map<string, { first: DemandRow; line: Line; need: number }>();
  for (const line of before.size === 0 ? [] : known.lines) {
    const key = pairOf({ buyer: line.demand.factory, product: line.demand.product });
    if (!before.has(key)) continue;
    const row = rows[known.givenAt[line.index]];
    const other = now.get(key);
    const first = other && other.first.row < row.row ? other.first : row;
    now.set(key, { first, line, need: line.needed + (other?.need ?? 0) });
  }
  for (const [key, { first, line, need }] of now) {
    const last = before.get(key)?.quantity ?? 0;
    const amount = inUnits(need, line);
    if (last > 0 && (amount >= last * 10 || amount * 10 <= last))
      problems.inRow("W01", first, { value: amount, other: last, unit: line.product.unit.name });
  }
  for (const entry of lastYear) {
    const product = known.products.get(entry.product);
    const quantity = product && quantityIn(entry, product);
    if (entry.oldCurrency || product?.price === undefined || entry.value === undefined || quantity === undefined) continue;
    const expected = (product.price * quantity) / product.normBase;
    if (expected > 0 && entry.value >= expected * 1_000)
      problems.inRow("W02", entry, { value: entry.value / 100, expected: Math.round(expected) / 100 });
  }
}

/** What each buyer had of each product in the latest year stated for the two, in the product's unit. */
function lastYearsQuantities(
  lastYear: readonly LastYearEntry[],
  products: Register["products"],
): ReadonlyMap<string, { readonly year: number; readonly quantity: number }> {
  const found = new Map<string, { year: number; quantity: number }>();
  for (const entry of lastYear) {
    const product = products.get(entry.product);
    const quantity = product && quantityIn(entry, product);
    if (quantity === undefined) continue;
    const key = pairOf(entry);
    const other = found.get(key);
    if (!other || other.year < entry.year) found.set(key, { year: entry.year, quantity });
    else if (other.year === entry.year) found.set(key, { year: entry.year, quantity: other.quantity + quantity });
  }
  return found;
}

/** Last year's quantity in the product's unit; undefined where there is none, or it is of another family. */
function quantityIn({ quantity, unit }: LastYearEntry, product: Product): number | undefined {
  const written = unit === undefined ? product.unit : unitOf(unit);
  if (quantity === undefined || written?.family !== product.unit.family) return undefined;
  return (quantity * written.size) / product.unit.size;
}
