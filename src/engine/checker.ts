/**
 * Verifies any plan, also one typed by hand, with code of its own: it shares nothing with the engine but the nouns.
 */
import { checkCapacity } from "./checker/capacitySide";
import { bookLines } from "./checker/demandSide";
import type { Fault } from "./checker/fault";
import { checkFixed, checkRules } from "./checker/lineRules";
import { checkPairs } from "./checker/pairs";
import type { Balance, Situation } from "./model";

/**
 * Every fault of a plan: eligibility, capacity, windows, units, lots, splits, fixed rows, and that lines and capacity rows add up.
 * An empty list means the plan can be carried out; it says nothing about whether a better one exists.
 *
 * @example check(situation, await balance(situation, doors)) // []
 */
export function check(situation: Situation, balance: Balance): readonly Fault[] {
  const { faults, booked } = bookLines(situation, balance);
  return [
    ...checkPairs(situation, balance),
    ...checkRules(situation, balance),
    ...checkFixed(situation, balance),
    ...faults,
    ...checkCapacity(situation, balance, booked),
  ];
}
