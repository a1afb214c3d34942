/** U5 of lots and splits: the cells that the highest step would settle without the line's own lot and split rules. */
import { isSolvedToTheEnd, type PartContext } from "../part/solvePart";
import type { Line } from "../register/lines";
import { quantityGoals } from "../step/goals";
import type { Work } from "../slices";
import type { OpenStep, Part } from "../step/step";
import { PlanMade } from "./planMade";
import { cellKey } from "./reasons";
import { changedLine, openAfter, type Again } from "./resolve";

/** Tries each of these open lines that has such rules, alone, in its part of the highest step. Returns the keys of the cells settled whole. */
export function* settledWithoutOwnRules(open: readonly Line[], again: Again): Work<ReadonlySet<string>> {
  const { ledger } = again;
  const settled = new Set<string>();
  const ruled = new Set(open.filter(hasOwnRules));
  const { root: step } = ledger;
  if (ruled.size === 0 || !step) return settled;
  const partOf = partsOf(ruled, step);
  const made = yield* PlanMade.of(ledger);
  for (const line of ruled) {
    const number = partOf.get(line);
    if (number === undefined) continue;
    const part = yield* step.lay(number);
    const cells = part.lines.find((entry) => entry.line === line)?.cells ?? [];
    const left = yield* openAfter(withoutOwnRules(part, line, again), line, contextOf(part, line, { again, step, made }));
    left.forEach((quantity, cell) => {
      // a cell kept for a partner outside the office never came to the step
      if (quantity === 0 && cells.includes(cell) && ledger.open[line.firstCell + cell] > 0) settled.add(cellKey(line, cell));
    });
  }
  return settled;
}

/** Parts of up to so many columns are solved again to the end and by all goals, whatever the size of their step. */
const SMALL = 100;

/**
 * How a part is solved again: to the end and by all goals where its step was, or where it is small. In a large part of a large step
 * only the goals up to the line's own priority are asked for, within the step's limits and beginning with the plan that was made, so
 * that what is searched is whether the line's rules cost anything. All goals for every line would take many times as long as the step.
 */
function contextOf(
  part: Part,
  { demand }: Line,
  { again, step, made }: { readonly again: Again; readonly step: OpenStep; readonly made: PlanMade },
): PartContext {
  const { ledger, doors, goals } = again;
  const { quarters } = ledger.register;
  const { columns } = part;
  if (isSolvedToTheEnd(step) || columns.length <= SMALL)
    return { quarters, doors, goals, step: { columns: columns.length, laySingle: (joined) => step.laySingle(joined) } };
  return { quarters, doors, goals: quantityGoals.slice(0, demand.priority), step, start: (single) => made.planFor(single) };
}

/** By line, the number of its part. */
function partsOf(lines: ReadonlySet<Line>, step: OpenStep): ReadonlyMap<Line, number> {
  const partOf = new Map<Line, number>();
  for (let part = 0; part < step.parts; part++)
    step.eachLine(part, (line) => {
      if (lines.has(line)) partOf.set(line, part);
    });
  return partOf;
}

function hasOwnRules({ demand, product }: Line): boolean {
  return !demand.maySplit || (product.minimumLot ?? 1) > 1;
}

function withoutOwnRules(part: Part, line: Line, { ledger }: Again): Part {
  const free = changedLine(ledger, line, { demand: { maySplit: true }, product: { minimumLot: undefined } });
  return { ...part, lines: part.lines.map((entry) => (entry.line.index === line.index ? { ...entry, line: free } : entry)) };
}
