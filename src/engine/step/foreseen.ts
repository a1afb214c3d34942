/** What a step needs to know of all its lines before any of them is opened: one look at them, for they lie far apart. */
import type { Line } from "../register/lines";
import { eachHomeCell } from "./home";
import { isOpen } from "./stepLines";

/** Lines looked at between two yields. */
const SLICE = 16_384;

export interface Foreseen {
  /** Capacity cells that handing over what is open of in-house lines could free. */
  readonly homes: ReadonlySet<number>;
  /** Demand cells of all lines. */
  readonly cells: number;
}

/** Yields now and then. */
export function* foreseen(lines: readonly Line[], open: Float64Array, quarters: number): Generator<void, Foreseen> {
  const homes = new Set<number>();
  let cells = 0;
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const line = lines[index];
    cells += line.windows.length;
    if (!line.home || line.eligible.length === 0) continue;
    const windows = line.windows.filter((_, cell) => isOpen(line, cell, open));
    eachHomeCell(line.home, windows, (row, quarter) => homes.add(row * quarters + quarter));
  }
  return { homes, cells };
}
