/** What remains in other places for what an office could not settle, summed by place and item. */
import type { Product } from "../../engine/model";
import type { Reading } from "../reading";
import { fieldCells, numberIn, textIn, type FieldCells } from "./fieldCells";
import { isPeriodKey } from "./periodKeyOrder";

export function capacityElsewhere(
  unresolved: readonly FieldCells[],
  remaining: readonly FieldCells[],
  { reading, ours }: { readonly reading: Reading; readonly ours: ReadonlySet<string> },
): readonly FieldCells[] {
  const rows = usable(unresolved, reading);
  const sums = new Map<string, Map<string, string | number>>();
  for (const cells of remaining) {
    const no = textIn(cells, "capacityNo");
    if (ours.has(textIn(cells, "factory")) || !rows.has(no)) continue;
    const [place, item, unit] = ["place", "item", "unit"].map((field) => textIn(cells, field));
    const key = JSON.stringify([place, item, unit]);
    const sum = sums.get(key) ?? new Map<string, string | number>(Object.entries({ place, item, unit }));
    sums.set(key, sum);
    for (const field of [...cells.keys()].filter((name) => isPeriodKey(name) || name === "total"))
      sum.set(field, Math.round((Number(sum.get(field) ?? 0) + numberIn(cells, field)) * 1_000) / 1_000);
  }
  return [...sums.values()].filter((sum) => Number(sum.get("total") ?? 0) > 0).map((sum) => fieldCells([...sum]));
}

/** Numbers of the capacity rows on which the unresolved products could be made. */
function usable(unresolved: readonly FieldCells[], { shared }: Reading): ReadonlySet<string> {
  const { whole } = shared;
  const products = new Map(whole.products.map((product) => [`${product.name}\n${product.specification}`, product]));
  const wanted = new Set(
    unresolved.flatMap((cells): Product[] => {
      const product = products.get(`${textIn(cells, "product")}\n${textIn(cells, "specification")}`);
      return product ? [product] : [];
    }),
  );
  const keys = new Set([...wanted].map(({ key }) => key));
  const classes = new Set([...wanted].flatMap(({ norms }) => norms.map(({ equipment }) => equipment)));
  const uses = whole.capacities.filter(({ item }) =>
    item.kind === "equipment" ? classes.has(item.equipment) : item.products.some((key) => keys.has(key)),
  );
  return new Set(uses.map(({ no }) => no));
}
