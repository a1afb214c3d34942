/** What lines need, for the checks that compare it. */
import type { Line } from "../../engine/register/lines";
import { decimalsOf } from "../table/units";

/** Steps in the unit of the line's product. */
export function inUnits(steps: number, { product }: Line): number {
  return steps / 10 ** decimalsOf(product.unit);
}

/** One buyer's product. */
export function pairOf({ buyer, product }: { readonly buyer: string; readonly product: string }): string {
  return `${buyer}\n${product}`;
}
