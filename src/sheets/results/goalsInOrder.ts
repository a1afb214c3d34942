import type { Goal, Situation } from "../../engine/model";

/** All goals, the first first: 1 to 4 are fixed, the clerk orders the rest. */
export function goalsInOrder({ laterGoals }: Pick<Situation, "laterGoals">): readonly Goal[] {
  return ["priority 1", "priority 2", "priority 3", "in-house", ...laterGoals];
}
