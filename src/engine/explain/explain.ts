/** What the result means: why something stayed open, what moved, what should become long-term, what would cure it. */
import type { Doors } from "../doors";
import type { Ledger } from "../ledger";
import type { Agreement, Balance } from "../model";
import { bottlenecksOf } from "./bottlenecks";
import { curesFor } from "./cures";
import { longTermProposals } from "./longTerm";
import { settledWithoutOwnRules } from "./ownRules";
import { reasonsFor } from "./reasons";
import { solveAgain } from "./resolve";
import { scarcest } from "./scarcest";
import { transfersOf } from "./transfers";

export type Explained = Pick<Balance, "unresolved" | "transfers" | "longTerm" | "bottlenecks" | "scarcest" | "cures">;

/** Explains a balance from its ledger; `agreements` are those of the ledger's entries, in their order. */
export async function explain(ledger: Ledger, agreements: readonly Agreement[], doors: Doors): Promise<Explained> {
  await doors.pause({ stage: "explaining", done: 0, total: 1 });
  const again = solveAgain(ledger, doors);
  const withoutOwnRules = await settledWithoutOwnRules(reasonsFor(ledger), again);
  const unresolved = reasonsFor(ledger, withoutOwnRules);
  return {
    unresolved,
    transfers: transfersOf(ledger, agreements),
    longTerm: longTermProposals(ledger),
    bottlenecks: bottlenecksOf(ledger, unresolved),
    scarcest: scarcest(ledger, unresolved),
    cures: await curesFor(unresolved, again),
  };
}
