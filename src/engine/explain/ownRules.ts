/** U5 of lots and splits: the cells that the highest step would settle without the line's own lot and split rules. */
import type { Line } from "../register/lines";
import type { Work } from "../slices";
import type { OpenStep, Part } from "../step/step";
import { cellKey } from "./reasons";
import { changedLine, openAfter, type Again } from "./resolve";

/** Tries each of these open lines that has such rules, alone, in its part of the highest step. Returns the keys of the cells settled whole. */
export function* settledWithoutOwnRules(open: readonly Line[], again: Again): Work<ReadonlySet<string>> {
  const { ledger } = again;
  const settled = new Set<string>();
  const ruled = new Set(open.filter(hasOwnRules));
  if (ruled.size === 0) return settled;
  const { root: step } = ledger;
  const partOf = step ? partsOf(ruled, step) : NOWHERE;
  for (const line of ruled) {
    const number = partOf.get(line);
    if (!step || number === undefined) continue;
    const part = yield* step.lay(number);
    const cells = part.lines.find((entry) => entry.line === line)?.cells ?? [];
    const left = yield* openAfter(withoutOwnRules(part, line, again), { line, step }, again);
    left.forEach((quantity, cell) => {
      // a cell kept for a partner outside the office never came to the step
      if (quantity === 0 && cells.includes(cell) && ledger.open[line.firstCell + cell] > 0) settled.add(cellKey(line, cell));
    });
  }
  return settled;
}

/** By line, the number of its part. */
type PartOf = ReadonlyMap<Line, number>;

const NOWHERE: PartOf = new Map();

function partsOf(lines: ReadonlySet<Line>, step: OpenStep): PartOf {
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
