import { textIn, type FieldCells } from "./fieldCells";

/**
 * Agreements of lower offices, each once. What two factories of different offices agreed may stand in both offices' records, each with
 * the partner's place blank: there the buyer's statement holds, as with standing agreements.
 */
export function statedOnce(records: readonly FieldCells[]): readonly FieldCells[] {
  const byBuyer = new Set(records.filter((cells) => statesOnly(cells, "buyerPlace")).map(partnersOf));
  return byBuyer.size === 0 ? records : records.filter((cells) => !statesOnly(cells, "supplierPlace") || !byBuyer.has(partnersOf(cells)));
}

function statesOnly(cells: FieldCells, place: "buyerPlace" | "supplierPlace"): boolean {
  const other = place === "buyerPlace" ? "supplierPlace" : "buyerPlace";
  return textIn(cells, place) !== "" && textIn(cells, other) === "";
}

function partnersOf(cells: FieldCells): string {
  return ["supplier", "buyer", "product", "specification"].map((field) => textIn(cells, field)).join("\n");
}
