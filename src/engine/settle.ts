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
  const values = new StepValues(goals);
  for (const lines of step.parts) {
    const laid = await inSlices(step.lay(lines), pause);
    const solved = await solvePart(laid, { quarters: register.quarters, goals, doors, step, pause });
    harvest.add(solved.part, solved.plan);
    values.add(solved);
    await pause();
  }
  await inSlices(harvest.enter(ledger, place), pause);
  aside.giveBack();
  writeDown(ledger, place);
  return { step: { place, goals: values.told(), by: [...values.by].sort() }, reconsider };
}

/** What a step reached, goal by goal, summed over its parts. */
class StepValues {
  readonly by = new Set<SolvedPart["by"]>();
  private readonly reached: bigint[];
  private readonly bound: bigint[];

  constructor(private readonly goals: readonly GoalTerm[]) {
    this.reached = goals.map(() => 0n);
    this.bound = goals.map(() => 0n);
  }

  add({ reached, bound, by }: SolvedPart): void {
    this.by.add(by);
    for (let goal = 0; goal < this.goals.length; goal++) {
      if (reached[goal] !== 0n) this.reached[goal] += reached[goal];
      if (bound[goal] !== 0n) this.bound[goal] += bound[goal];
    }
  }

  /** Goals that are to be most are told as what they reached. */
  told(): GoalValue[] {
    return this.goals.map(({ goal, part }, index) => {
      const sign = goal.startsWith("priority") || goal === "kept" || goal === "partner" ? -1n : 1n;
      return { goal, part, reached: sign * this.reached[index], bound: sign * this.bound[index] };
    });
  }
}
