/** A scarce capacity with the names and amounts of its sentence. */
import type { Scarcity } from "../../engine/model";
import { inUnits } from "./agreementRows";
import type { Lookup } from "./lookup";
import type { Reading } from "../reading";

export interface ScarcityFacts {
  readonly capacityNo: string;
  readonly factory: string;
  /** The class, or the products that share the amount. */
  readonly item: readonly string[];
  /** In any of these; keys of the sheets. */
  readonly periods: readonly string[];
  /** So much more … */
  readonly units: number;
  /** … hours, tonnes, or units of a product by their name. */
  readonly unit: { readonly kind: "hours" | "tonnes" } | { readonly kind: "count"; readonly name: string };
  /** … settles so much of this product. */
  readonly resolves: number;
  readonly product: string;
  readonly productUnit: string;
}

export function scarcityFacts(
  { capacityNo, quarters, units, demandNo, steps }: Scarcity,
  { keys }: Reading,
  lookup: Lookup,
): ScarcityFacts {
  const row = lookup.capacities.get(capacityNo);
  const product = lookup.products.get(lookup.demands.get(demandNo)?.product ?? "");
  if (!row || !product) throw new RangeError(`capacity ${capacityNo} or demand ${demandNo} is not in the situation`);
  const { factory, item } = row;
  return {
    ...{ capacityNo, factory, units },
    periods: quarters.map((quarter) => keys.quarters[quarter] ?? "any"),
    item: item.kind === "equipment" ? [item.equipment] : item.products,
    unit:
      item.kind === "equipment" ? { kind: lookup.equipment.get(item.equipment)?.unit ?? "hours" } : { kind: "count", name: item.unit.name },
    ...{ resolves: inUnits(steps, product), product: product.key, productUnit: product.unit.name },
  };
}
