/** The capacity cells that work at home takes. */
import type { Window } from "../booking";
import type { Way } from "../register/eligibility";

/** `takes`: finest units that a step takes of the row. */
export function eachHomeCell(
  home: Way | undefined,
  windows: readonly Window[],
  visit: (row: number, quarter: number, takes: number) => void,
): void {
  if (!home) return;
  for (const { due } of windows) if (due !== undefined) home.rows.forEach((row, position) => visit(row, due, home.perStep[position]));
}
