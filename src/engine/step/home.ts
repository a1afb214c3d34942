/** The capacity cells that work at home takes. */
import type { Window } from "../booking";
import type { Way } from "../register/eligibility";
import type { Line } from "../register/lines";
import { isOpen } from "./stepLines";

/** Lines looked at between two yields. */
const SLICE = 16_384;

/** Capacity cells that handing over what is open of in-house lines could free. Yields now and then. */
export function* homesOf(lines: readonly Line[], open: Float64Array, quarters: number): Generator<void, ReadonlySet<number>> {
  const homes = new Set<number>();
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const line = lines[index];
    if (!line.home || line.eligible.length === 0) continue;
    const windows = line.windows.filter((_, cell) => isOpen(line, cell, open));
    eachHomeCell(line.home, windows, (row, quarter) => homes.add(row * quarters + quarter));
  }
  return homes;
}

/** `takes`: finest units that a step takes of the row. */
export function eachHomeCell(
  home: Way | undefined,
  windows: readonly Window[],
  visit: (row: number, quarter: number, takes: number) => void,
): void {
  if (!home) return;
  for (const { due } of windows) if (due !== undefined) home.rows.forEach((row, position) => visit(row, due, home.perStep[position]));
}
