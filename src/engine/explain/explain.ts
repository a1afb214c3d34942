/** What the result means: why something stayed open, what moved, what should become long-term, what would cure it. */
import type { Doors } from "../doors";
import type { Ledger } from "../ledger";
import type { Agreement, Balance } from "../model";
import type { Work } from "../slices";
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
export function* explain(ledger: Ledger, agreements: readonly Agreement[], doors: Doors): Work<Explained> {
  yield;
  const again = solveAgain(ledger, doors);
  const open = yield* openDemand(ledger);
  const withoutOwnRules = yield* settledWithoutOwnRules(open, again);
  const unresolved = yield* reasonsFor(ledger, open, withoutOwnRules);
  const short = open.filter((_, index) => unresolved[index].cells.some(({ reason }) => reason === "U8"));
  return {
    unresolved,
    transfers: yield* transfersOf(ledger, agreements),
    longTerm: yield* longTermProposals(ledger),
    bottlenecks: yield* bottlenecksOf(ledger, short),
    scarcest: yield* scarcest(ledger, open),
    cures: yield* curesFor(open, again),
  };
}
