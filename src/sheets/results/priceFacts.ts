/** What local-first costs, as the outputs tell it: points of each priority in which anything is needed. */
import type { PriceOfLocalFirst } from "../../engine/explain/price";
import type { Priority } from "../../engine/model";
import { POINT } from "../../engine/register/rates";
import type { Reading } from "../reading";
import type { Totals } from "./totals";

export interface PriceFacts {
  readonly priorities: readonly { readonly priority: Priority; readonly localFirst: number; readonly pooled: number }[];
  /** Lines that lower offices settled do not travel whole, or the one step was not proved: more or less might be settled. */
  readonly estimate: boolean;
}

export function priceFacts(price: PriceOfLocalFirst | undefined, { receipts, shared }: Reading, totals: Totals): PriceFacts | undefined {
  if (!price) return undefined;
  const received = shared.settledBelow.length > 0 || receipts.some(({ kind }) => kind === "Received demand");
  const needed = price.priorities.filter(({ priority }) => (totals.priorities.get(priority)?.demanded ?? 0) > 0);
  return {
    priorities: needed.map(({ priority, localFirst, pooled }) => ({
      priority,
      localFirst: Number(localFirst) / Number(POINT),
      pooled: Number(pooled) / Number(POINT),
    })),
    estimate: received || !price.proved,
  };
}
