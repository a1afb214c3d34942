/**
 * The rows of the Balance by product: each product that is needed, settled or open, with what stands on the sheets about it. What
 * the balance reads otherwise than SUMIFS does (numbers written as text, other units and spellings, rows left out, what was sent
 * up) is told apart, so that nothing is missing and nothing hidden.
 */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Basis } from "../../engine/model";
import type { CellValue } from "../../workbook/workbook";
import { inUnits } from "../results/agreementRows";
import type { Lookup } from "../results/lookup";
import { isWithAbove } from "../sharing/sentUp";
import type { UnresolvedField } from "../outputs";
import type { DraftColumns } from "./draftColumns";
import type { FormsInput } from "./formsInput";
import type { Needed, NeedsWritten } from "./needsWritten";
import { ProductsNamed, type ProductName, type ProductRow } from "./productsNamed";
import type { SettledRows } from "./settledRows";

export interface ProductSources {
  readonly input: FormsInput;
  readonly needs: NeedsWritten;
  readonly settled: SettledRows;
  readonly unresolved: DraftColumns<UnresolvedField>;
}

/** By name; with a yield now and then. */
export function* productRows(sources: ProductSources): Generator<void, readonly ProductRow[]> {
  const { settled, unresolved, needs } = sources;
  const products = new ProductsNamed();
  yield* gatherNeeds(products, sources);
  for (const [index, cells] of settled.columns.draft.rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    if (!settled.counts(cells) || !settled.isHere(cells)) continue;
    const row = products.named(nameIn(settled.columns, cells));
    const total = settled.columns.number(cells, "total");
    row.settled[settled.sourceOf(cells)] += total;
    if (settled.isTransfer(cells)) row.settled.transferred += total;
  }
  for (const [index, cells] of unresolved.draft.rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    products.named(nameIn(unresolved, cells)).unresolved += unresolved.number(cells, "total");
  }
  return products.rows(needs);
}

function nameIn(columns: DraftColumns<keyof ProductName>, cells: readonly CellValue[]): ProductName {
  const text = (field: keyof ProductName): string => columns.text(cells, field);
  return { product: text("product"), specification: text("specification"), unit: text("unit") };
}

/** What the balance takes for needed, line by line, with the text by which each line is written. */
function* gatherNeeds(products: ProductsNamed, { input, needs }: ProductSources): Generator<void, void> {
  const { reading, situation, lookup } = input;
  let seen = 0;
  for (const { no, product, cells, inHouse } of situation.demands) {
    if (++seen % ROWS_AT_ONCE === 0) yield;
    const row = products.named(nameOf(product, lookup));
    for (const { quantity } of cells) row.needed[inHouse ? "inHouse" : "outside"] += unitsOf(quantity, product, lookup);
    row.write(needs.spelling(no));
  }
  for (const { product, quantities, sheet, row: at } of reading.leftOut) {
    const row = products.named(nameOf(product, lookup));
    for (const quantity of Object.values(quantities)) row.needed.outside += quantity;
    row.write(needs.spellingAt(sheet, at));
  }
  // Of what was sent up and is left out here, as much is needed as the office above has settled: its rows stand on the sheet.
  const balanced = new Set(situation.earlierAgreements);
  for (const above of reading.shared.whole.earlierAgreements) {
    if (!isWithAbove(above) || balanced.has(above) || !lookup.factories.has(above.buyer)) continue;
    const row = products.named(nameOf(above.product, lookup));
    for (const quantity of above.quantities) row.needed[sideOf(above)] += unitsOf(quantity, above.product, lookup);
  }
}

function sideOf({ basis }: { readonly basis: Basis }): keyof Needed {
  return basis === "transfer" ? "inHouse" : "outside";
}

/** As the sheets that Balance writes have it; a product that is not known as its line does. */
function nameOf(key: string, { products }: Lookup): ProductName {
  const product = products.get(key);
  if (!product) return { product: key, specification: "", unit: "" };
  return { product: product.name, specification: product.specification, unit: product.unit.name };
}

function unitsOf(steps: number, key: string, { products }: Lookup): number {
  const product = products.get(key);
  return product ? inUnits(steps, product) : steps;
}
