/** What the result means: why something stayed open, what moved, what should become long-term, what would cure it. */
import type { Doors } from "../doors";
import type { Ledger } from "../ledger";
import type { Agreement, Balance } from "../model";
import { inSlices } from "../slices";
import { bottlenecksOf } from "./bottlenecks";
import { curesFor } from "./cures";
import { longTermProposals } from "./longTerm";
import { settledWithoutOwnRules } from "./ownRules";
import { openDemand, reasonsFor } from "./reasons";
import { solveAgain } from "./resolve";
import { scarcest } from "./scarcest";
import { transfersOf } from "./transfers";

export type Explained = Pick<Balance, "unresolved" | "transfers" | "longTerm" | "bottlenecks" | "scarcest" | "cures">;

/** Explains a balance from its ledger; `agreements` are those of the ledger's entries, in their order. */
export async function explain(ledger: Ledger, agreements: readonly Agreement[], doors: Doors): Promise<Explained> {
  const pause = (): Promise<void> => doors.pause({ stage: "explaining", done: 0, total: 1 });
  await pause();
  const again = solveAgain(ledger, doors);
  const open = openDemand(ledger);
  const withoutOwnRules = await settledWithoutOwnRules(open, again);
  const unresolved = await inSlices(reasonsFor(ledger, open, withoutOwnRules), pause);
  return {
    unresolved,
    transfers: await inSlices(transfersOf(ledger, agreements), pause),
    longTerm: await inSlices(longTermProposals(ledger), pause),
    bottlenecks: await inSlices(bottlenecksOf(ledger, unresolved), pause),
    scarcest: await inSlices(scarcest(ledger, unresolved), pause),
    cures: await curesFor(unresolved, again),
  };
}
