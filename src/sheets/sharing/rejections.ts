/** Pairs that did not come to terms below: they bar the supplier for that line here too. */
import type { EarlierAgreement } from "../../engine/model";
import type { Directory } from "../inputs/directory";
import { textIn, type FieldCells } from "./fieldCells";

/** A row that a lower office keeps on its own sheet. */
export function isFromBelow({ no, quantities }: EarlierAgreement): boolean {
  return quantities.length === 0 && no.includes("#");
}

export function rejectionsOf(records: readonly FieldCells[], { factories, products }: Directory): readonly EarlierAgreement[] {
  return records.map((cells, index): EarlierAgreement => {
    const name = textIn(cells, "product");
    const factory = (field: string): string => factories.index.entry(textIn(cells, field))?.name ?? textIn(cells, field);
    return {
      no: `${textIn(cells, "no")}#${index + 1}`,
      status: "Rejected",
      supplier: factory("supplier"),
      buyer: factory("buyer"),
      demandNo: textIn(cells, "demandNo"),
      product: products.index.entry(`${name} ${textIn(cells, "specification")}`.trim())?.product.key ?? name,
      quantities: [],
      basis: "new",
      settledAt: "",
    };
  });
}
