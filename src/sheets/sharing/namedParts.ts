/** What the rows of a submission name: only that of the lists travels with them. */
import type { Demand } from "../../engine/model";
import type { Reading } from "../reading";
import { textIn, type FieldCells } from "./fieldCells";

export interface NamedParts {
  readonly factories: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly equipment: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** `decided` are rows that name a supplier and a buyer. */
export function namedParts({ shared }: Reading, sent: readonly Demand[], decided: readonly FieldCells[]): NamedParts {
  const { whole, lists } = shared;
  const standing = lists.standing.filter(({ inForce }) => inForce);
  const factories = new Set([
    ...sent.map(({ factory }) => factory),
    ...whole.capacities.map(({ factory }) => factory),
    ...standing.flatMap(({ supplier, buyer }) => [supplier, buyer]),
    ...decided.flatMap((cells) => [textIn(cells, "supplier"), textIn(cells, "buyer")]),
  ]);
  const products = new Set([
    ...sent.map(({ product }) => product),
    ...whole.capacities.flatMap(({ item }) => (item.kind === "products" ? item.products : [])),
    ...standing.map(({ product }) => product),
    ...decided.map((cells) => `${textIn(cells, "product")} ${textIn(cells, "specification")}`.trim()),
  ]);
  const equipment = new Set([
    ...whole.capacities.flatMap(({ item }) => (item.kind === "equipment" ? [item.equipment] : [])),
    ...whole.products.filter(({ key }) => products.has(key)).flatMap(({ norms }) => norms.map((norm) => norm.equipment)),
  ]);
  return { factories, products, equipment, places: new Set([whole.office, ...whole.places.map(({ name }) => name)]) };
}
