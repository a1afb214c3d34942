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
import { SettledWork } from "./settledWork";
import { transfersOf } from "./transfers";

export type Explained = Pick<Balance, "unresolved" | "transfers" | "longTerm" | "bottlenecks" | "scarcest" | "cures">;

/** Explains a balance from its ledger; `agreements` are those of the ledger's entries, in their order. */
export function* explain(ledger: Ledger, agreements: readonly Agreement[], doors: Doors): Work<Explained> {
  yield;
  // Nothing here can settle what is kept for makers outside, nor use what is kept for buyers there.
  const here = ledger.keptOutside?.without(ledger) ?? ledger;
  const again = solveAgain(here, doors);
  const open = yield* openDemand(ledger);
  const settledWithoutRules = yield* settledWithoutOwnRules(open, again);
  // Not solved again any more; at a million lines the step holds some hundred megabytes.
  here.root = ledger.root = undefined;
  const work = yield* SettledWork.of(ledger);
  const unresolved = yield* reasonsFor(ledger, open, { gaveTo: work.gaveTo, settledWithoutRules, balanced: here.open });
  const short = open.filter((_, index) => unresolved[index].cells.some(({ reason }) => reason === "U8"));
  return {
    unresolved,
    transfers: yield* transfersOf(ledger, agreements, work),
    longTerm: yield* longTermProposals(ledger),
    bottlenecks: yield* bottlenecksOf(here, short, work),
    scarcest: yield* scarcest(here, open),
    cures: yield* curesFor(open, work, again),
  };
}
