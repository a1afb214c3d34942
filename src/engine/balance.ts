/**
 * A balance: what the meeting of 1956 did, for any tree of places.
 *
 * Each place, lower before higher, fixes what was agreed among the factories under it and settles what is still open;
 * then what could not be settled is explained. Read this file first, then settle.ts.
 */
import type { Doors } from "./doors";
import { agreementsOf, remainingOf } from "./outcome";
import { explain } from "./explain/explain";
import { openLedger } from "./ledger";
import type { Balance, Situation } from "./model";
import { proofOf } from "./proof";
import { registerInSteps } from "./register/register";
import { settle, type Settled } from "./settle";
import { inSlices } from "./slices";

/**
 * Balances a situation. The result depends on nothing but the situation: not on the order of its rows, the machine or
 * the time. Throws a RangeError for a situation no reading yields (an unknown product, numbers beyond exactness), and
 * whatever `doors.pause` rejects with.
 *
 * @example
 * const result = await balance(situation, { solveNetwork, solveLinear, pause: async () => {} });
 * result.proof.status // "optimal" or "gap"
 */
export async function balance(situation: Situation, doors: Doors): Promise<Balance> {
  const ordering = (): Promise<void> => doors.pause({ stage: "ordering", done: 0, total: 1 });
  const known = await inSlices(registerInSteps(situation), ordering);
  const ledger = await inSlices(openLedger(known), ordering);
  const settled: Settled[] = [];
  for (const place of known.places.order) {
    const pause = (): Promise<void> => doors.pause({ stage: "settling", place, done: settled.length, total: known.places.order.length });
    await pause();
    settled.push(await inSlices(settle(ledger, place, doors), pause));
  }
  const steps = settled.map(({ step }) => step);
  const reconsider = settled.flatMap((entry) => entry.reconsider);
  const explaining = (): Promise<void> => doors.pause({ stage: "explaining", done: 0, total: 1 });
  const agreements = await inSlices(agreementsOf(ledger), explaining);
  const explained = await inSlices(explain(ledger, agreements, doors), explaining);
  const remaining = await inSlices(remainingOf(ledger), explaining);
  return { steps, proof: proofOf(steps), agreements, reconsider, remaining, ...explained };
}
