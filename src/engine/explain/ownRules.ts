/** U5 of lots and splits: the cells that the highest step would settle without the line's own lot and split rules. */
import type { Line } from "../register/lines";
import type { Work } from "../slices";
import type { Part } from "../step/step";
import type { StepLine } from "../step/stepLines";
import { cellKey } from "./reasons";
import { changedLine, openAfter, type Again } from "./resolve";

/** Tries each of these open lines that has such rules, alone, in its part of the highest step. Returns the keys of the cells settled whole. */
export function* settledWithoutOwnRules(open: readonly Line[], again: Again): Work<ReadonlySet<string>> {
  const { ledger } = again;
  const settled = new Set<string>();
  const ruled = new Set(open.filter(hasOwnRules));
  if (ruled.size === 0) return settled;
  const partOf = partsOf(ruled, ledger.root?.parts ?? []);
  for (const line of ruled) {
    const lines = partOf.get(line);
    const cells = lines?.find((entry) => entry.line.index === line.index)?.cells;
    if (!ledger.root || !lines || !cells) continue;
    const left = yield* openAfter(withoutOwnRules(yield* ledger.root.lay(lines), line, again), { line, step: ledger.root }, again);
    left.forEach((quantity, cell) => {
      // a cell kept for a partner outside the office never came to the step
      if (quantity === 0 && cells.includes(cell) && ledger.open[line.firstCell + cell] > 0) settled.add(cellKey(line, cell));
    });
  }
  return settled;
}

type Lines = readonly StepLine[];

function partsOf(lines: ReadonlySet<Line>, parts: readonly Lines[]): ReadonlyMap<Line, Lines> {
  const partOf = new Map<Line, Lines>();
  for (const part of parts) for (const { line } of part) if (lines.has(line)) partOf.set(line, part);
  return partOf;
}

function hasOwnRules({ demand, product }: Line): boolean {
  return !demand.maySplit || (product.minimumLot ?? 1) > 1;
}

function withoutOwnRules(part: Part, line: Line, { ledger }: Again): Part {
  const free = changedLine(ledger, line, { demand: { maySplit: true }, product: { minimumLot: undefined } });
  return { ...part, lines: part.lines.map((entry) => (entry.line.index === line.index ? { ...entry, line: free } : entry)) };
}
