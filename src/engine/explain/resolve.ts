/** Solving again: one part of the highest step with something changed, or one line with what remains. */
import { book } from "../booking";
import type { Doors } from "../doors";
import { eligibleWays, gradeRequired, type LineRules } from "../eligibility";
import { deliveriesOf, goalsOf, type GoalTerm } from "../goals";
import type { Ledger } from "../ledger";
import type { Demand, Product } from "../model";
import { windowOf } from "../booking";
import type { Line } from "../register";
import { solvePart } from "../solvePart";
import { partsOf, type Part } from "../step";

export interface Again {
  readonly ledger: Ledger;
  readonly doors: Doors;
  readonly goals: readonly GoalTerm[];
}

export function solveAgain(ledger: Ledger, doors: Doors): Again {
  return { ledger, doors, goals: goalsOf(ledger.register, ledger.register.places.root) };
}

/** What would stay open of each cell of a line if its part of the highest step were solved with this part instead. */
export async function openAfter(part: Part, line: Line, { ledger, doors, goals }: Again): Promise<readonly number[]> {
  const { quarters } = ledger.register;
  const pause = (): Promise<void> => doors.pause({ stage: "explaining", done: 0, total: 1 });
  const { plan } = await solvePart(part, { quarters, goals, doors, stepColumns: part.columns.length, pause });
  const index = part.lines.findIndex((entry) => entry.line.index === line.index);
  const { cells, windows, open } = part.lines[index];
  const left = line.demand.cells.map(() => 0);
  cells.forEach((cell, position) => (left[cell] = open[position]));
  for (const { cell, quantity } of book(windows, open, deliveriesOf(part, plan)[index])) left[cells[cell]] -= quantity;
  return left;
}

/** A line under other conditions: who may make it and when follow from them. */
export function changedLine(
  ledger: Ledger,
  line: Line,
  change: { readonly demand?: Partial<Demand>; readonly product?: Partial<Product>; readonly rejected?: ReadonlySet<string> },
): Line {
  const { register } = ledger;
  const rules: LineRules = {
    demand: { ...line.demand, ...change.demand },
    product: { ...line.product, ...change.product },
    rejected: change.rejected ?? line.rejected,
  };
  return {
    ...line,
    ...rules,
    grade: gradeRequired(rules.demand, rules.product),
    windows: rules.demand.cells.map((cell) => windowOf(cell.period, rules.demand, register.situation.horizon)),
    eligible: eligibleWays(register.ways.get(line.product.key) ?? [], rules),
  };
}

/**
 * How much of a line's open cells could be settled under other conditions with nothing but the capacity that remains: every
 * other agreement stays, so this much is certain.
 */
export async function settledWithRest(line: Line, again: Again, free: Float64Array = again.ledger.free): Promise<number> {
  const { register, open } = again.ledger;
  const alone = { ...register, linesAt: new Map([[line.place, [line]]]) };
  const total = open[line.index].reduce((sum, quantity) => sum + quantity, 0);
  let left = total;
  for (const part of partsOf(alone, register.places.root, { open, free })) {
    const after = await openAfter(part, line, again);
    const before = part.lines[0].open.reduce((sum, quantity) => sum + quantity, 0);
    left -= before - after.reduce((sum, quantity) => sum + quantity, 0);
  }
  return total - left;
}
