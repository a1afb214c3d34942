/** One place's meeting: what is open under it, the goals, and what is settled. */
import { fixAgreed } from "./fixed/agreed";
import { Aside } from "./fixed/aside";
import type { Doors } from "./doors";
import { goalsOf, type GoalTerm } from "./step/goals";
import { Harvest } from "./step/harvest";
import { asItStands, writeDown, type Ledger } from "./ledger";
import type { GoalValue, Reconsideration, Step } from "./model";
import { solvePart, type SolvedPart } from "./part/solvePart";
import type { Work } from "./slices";
import { fixStanding } from "./fixed/standing";
import { OpenStep } from "./step/step";
import { linesUnder } from "./step/stepLines";

export interface Settled {
  readonly step: Step;
  readonly reconsider: readonly Reconsideration[];
}

/** Settles what can be settled among the factories under a place, and enters it in the ledger. */
export function* settle(ledger: Ledger, place: string, doors: Doors): Work<Settled> {
  const { register } = ledger;
  const aside = new Aside(ledger);
  const reconsider = [...(yield* fixAgreed(ledger, aside, place)), ...fixStanding(ledger, aside, place)];
  const highest = place === register.places.root;
  const lines = linesUnder(register, place);
  const given = { lines, table: highest ? asItStands(ledger) : ledger };
  const step = yield* OpenStep.open(register, place, given);
  const goals = goalsOf(register, place);
  if (highest) ledger.root = step;
  const context = { quarters: register.quarters, goals, doors, step };
  const harvest = new Harvest(ledger, lines, place);
  const values = new StepValues(goals);
  let looked = 0;
  for (let part = 0; part < step.parts; part++) {
    const solved = yield* solvePart(yield* step.lay(part), context);
    harvest.add(solved.part, solved.plan);
    values.add(solved);
    looked += SMALLEST + solved.part.columns.length;
    if (looked < SLICE) continue;
    looked = 0;
    yield;
  }
  yield* harvest.enter();
  aside.giveBack();
  if (highest) ledger.keptOutside = aside;
  writeDown(ledger, place);
  return { step: { place, goals: values.told(), by: [...values.by].sort() }, reconsider };
}

/** Columns balanced between two yields, where a part counts for this many more. */
const SLICE = 2_048;
const SMALLEST = 32;

/** What a step reached, goal by goal, summed over its parts. */
class StepValues {
  readonly by = new Set<SolvedPart["by"]>();
  private readonly reached: bigint[];
  /** How far that is from the bound. */
  private readonly short: bigint[];

  constructor(private readonly goals: readonly GoalTerm[]) {
    this.reached = goals.map(() => 0n);
    this.short = goals.map(() => 0n);
  }

  add({ reached, bound, by }: SolvedPart): void {
    this.by.add(by);
    for (let goal = 0; goal < this.goals.length; goal++) {
      if (reached[goal]) this.reached[goal] += reached[goal];
      if (bound !== reached) this.short[goal] += reached[goal] - bound[goal];
    }
  }

  /** Goals that are to be most are told as what they reached. */
  told(): GoalValue[] {
    return this.goals.map(({ goal, part }, index) => {
      const sign = goal.startsWith("priority") || goal === "kept" || goal === "partner" ? -1n : 1n;
      return { goal, part, reached: sign * this.reached[index], bound: sign * (this.reached[index] - this.short[index]) };
    });
  }
}
