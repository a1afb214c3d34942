/** From the goals of every step: is the balance proved, by what, and if not, how far may the first goal not proved fall short. */
import type { GoalValue, Proof, Step } from "./model";

/** Goal values count in 10⁻¹² points (or 10⁻⁹ kg·km for "near"); the gap is told in whole ones. */
const POINTS = 1e12;
const KILOGRAM_KILOMETRES = 1e9;

export function proofOf(steps: readonly Step[]): Proof {
  const by = [...new Set(steps.flatMap((step) => step.by))].sort();
  for (let index = 0; index < longest(steps); index++) {
    const open = steps.filter((step) => step.goals[index] && step.goals[index].reached !== step.goals[index].bound);
    if (open.length === 0) continue;
    const value = open[0].goals[index];
    const gap = open.reduce((sum, step) => sum + distance(step.goals[index]), 0n);
    return {
      status: "gap",
      by,
      gap: Number(gap) / (value.goal === "near" ? KILOGRAM_KILOMETRES : POINTS),
      firstUnproved: { goal: value.goal, place: open[0].place },
    };
  }
  return { status: "optimal", by: by.length > 0 ? by : ["certificate"], gap: 0, firstUnproved: null };
}

function longest(steps: readonly Step[]): number {
  return steps.reduce((most, step) => Math.max(most, step.goals.length), 0);
}

function distance({ reached, bound }: GoalValue): bigint {
  return bound > reached ? bound - reached : reached - bound;
}
