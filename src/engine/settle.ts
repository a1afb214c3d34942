/** One place's meeting: what is open under it, the goals, and what is settled. */
import { fixAgreed } from "./fixed/agreed";
import { Aside } from "./fixed/aside";
import type { Doors } from "./doors";
import { goalsOf, type GoalTerm } from "./step/goals";
import { Harvest } from "./step/harvest";
import { asItStands, writeDown, type Ledger } from "./ledger";
import type { GoalValue, Reconsideration, Step } from "./model";
import { solvePart, type SolvedPart } from "./part/solvePart";
import { inSlices } from "./slices";
import { fixStanding } from "./fixed/standing";
import { OpenStep } from "./step/step";
import { linesUnder } from "./step/stepLines";

export interface Settled {
  readonly step: Step;
  readonly reconsider: readonly Reconsideration[];
}

/** Settles what can be settled among the factories under a place, and enters it in the ledger. */
export async function settle(ledger: Ledger, place: string, doors: Doors, pause: () => Promise<void>): Promise<Settled> {
  const { register } = ledger;
  const aside = new Aside();
  const reconsider = [...fixAgreed(ledger, aside, place), ...fixStanding(ledger, aside, place)];
  const highest = place === register.places.root;
  const given = { lines: linesUnder(register, place), table: highest ? asItStands(ledger) : ledger };
  const step = await inSlices(OpenStep.open(register, place, given), pause);
  const goals = goalsOf(register, place);
  if (highest) ledger.root = step;
  const harvest = new Harvest(register.quarters);
  const solved: Solved[] = [];
  for (const lines of step.parts) {
    const laid = await inSlices(step.lay(lines), pause);
    const { part, plan, ...values } = await solvePart(laid, { quarters: register.quarters, goals, doors, step, pause });
    harvest.add(part, plan);
    solved.push(values);
    await pause();
  }
  await inSlices(harvest.enter(ledger, place), pause);
  aside.giveBack();
  writeDown(ledger, place);
  return {
    step: { place, goals: valuesOf(goals, solved), by: [...new Set(solved.map((part) => part.by))].sort() },
    reconsider,
  };
}

type Solved = Pick<SolvedPart, "reached" | "bound" | "by">;

/** What the step reached, goal by goal, summed over its parts; goals that are to be most are told as what they reached. */
function valuesOf(goals: readonly GoalTerm[], parts: readonly Solved[]): GoalValue[] {
  return goals.map(({ goal, part }, index) => {
    const sum = (values: (solved: Solved) => readonly bigint[]): bigint =>
      parts.reduce((total, solved) => total + values(solved)[index], 0n);
    const sign = goal.startsWith("priority") || goal === "kept" || goal === "partner" ? -1n : 1n;
    return { goal, part, reached: sign * sum((solved) => solved.reached), bound: sign * sum((solved) => solved.bound) };
  });
}
