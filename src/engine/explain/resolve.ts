/** Solving again: one part of the highest step with something changed, or one line with what remains. */
import { book, windowOf } from "../booking";
import type { Doors } from "../doors";
import { eligibleWays, type LineRules, type Way } from "../register/eligibility";
import { deliveriesOf, goalsOf, quantityGoals, type GoalTerm } from "../step/goals";
import type { Ledger, Table } from "../ledger";
import type { Demand, Product } from "../model";
import { calendarOf } from "../register/calendars";
import { ALONE } from "../register/likeness";
import { termsOf, type Line } from "../register/lines";
import type { Work } from "../slices";
import { solvePart, type PartContext } from "../part/solvePart";
import { OpenStep, type Part } from "../step/step";

export interface Again {
  readonly ledger: Ledger;
  readonly doors: Doors;
  readonly goals: readonly GoalTerm[];
}

export function solveAgain(ledger: Ledger, doors: Doors): Again {
  return { ledger, doors, goals: goalsOf(ledger.register, ledger.register.places.root) };
}

/** What would stay open of each cell of a line if its part of a step were solved as this part; cells that are not in it: 0. */
export function* openAfter(part: Part, line: Line, context: PartContext): Work<readonly number[]> {
  const solved = yield* solvePart(part, context);
  const left = line.demand.cells.map(() => 0);
  const deliveries = deliveriesOf(solved.part, solved.plan);
  solved.part.lines.forEach(({ line: other, cells, windows, open }, index) => {
    if (other.index !== line.index) return;
    cells.forEach((cell, position) => (left[cell] = open[position]));
    for (const { cell, quantity } of book(windows, open, deliveries[index])) left[cells[cell]] -= quantity;
  });
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
  const windows = rules.demand.cells.map((cell) => windowOf(cell.period, rules.demand, register.situation.horizon));
  return {
    ...line,
    ...rules,
    ...termsOf(rules.demand, rules.product),
    ...calendarOf(windows),
    eligible: eligibleWays(register.ways.get(line.product.key) ?? [], rules),
    alike: ALONE,
  };
}

/**
 * How much of a line's open cells could be settled under other conditions with nothing but the capacity that remains: every
 * other agreement stays, so this much is certain. `added`: finest units more in one capacity cell.
 */
export function* settledWithRest(line: Line, again: Again, added?: { readonly key: number; readonly more: number }): Work<number> {
  const { open, free } = again.ledger;
  if (added) {
    free[added.key] += added.more;
    try {
      return yield* settledWithRest(line, again);
    } finally {
      free[added.key] -= added.more;
    }
  }
  const deliveries = yield* deliveriesWithRest(line, { open, free }, { ...again, goals: quantityGoals });
  return sum(deliveries.map(({ quantity }) => quantity));
}

/** Something a supplier could deliver in a quarter. */
export interface Delivery {
  readonly way: Way;
  readonly quarter: number;
  readonly quantity: number;
}

/** What could be delivered of a line's open cells with nothing but the capacity of this table. */
export function* deliveriesWithRest(line: Line, table: Table, { ledger, doors, goals }: Again): Work<readonly Delivery[]> {
  const { register } = ledger;
  yield;
  const step = yield* OpenStep.open(register, register.places.root, { lines: [line], table });
  const deliveries: Delivery[] = [];
  for (let index = 0; index < step.parts; index++) {
    const { part, plan } = yield* solvePart(yield* step.lay(index), { quarters: register.quarters, goals, doors, step });
    plan.forEach((quantity, column) => {
      if (quantity > 0) deliveries.push({ way: part.columns.way(column), quarter: part.columns.quarter(column), quantity });
    });
  }
  return deliveries;
}

function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0);
}
