/** Networks for tests, written as a list of arcs. */
import type { Network } from "../../../src/engine/flow/network";

export interface ArcStory {
  readonly from: number;
  readonly to: number;
  readonly capacity?: number;
  /** One cost per goal; absent: 0 in all. */
  readonly costs?: readonly number[];
  /** The node's start arc. */
  readonly start?: true;
}

export function networkOf(supply: readonly number[], arcs: readonly ArcStory[]): Network {
  const goals = arcs.reduce((most, { costs }) => Math.max(most, costs?.length ?? 0), 0);
  const startArc = new Int32Array(supply.length).fill(-1);
  arcs.forEach(({ from, start }, index) => {
    if (start) startArc[from] = index;
  });
  return {
    nodes: supply.length,
    supply: Float64Array.from(supply),
    tail: Int32Array.from(arcs, ({ from }) => from),
    head: Int32Array.from(arcs, ({ to }) => to),
    capacity: Float64Array.from(arcs, ({ capacity }) => capacity ?? Infinity),
    startArc,
    costs: Array.from({ length: goals }, (_, goal) => Float64Array.from(arcs, ({ costs }) => costs?.[goal] ?? 0)),
  };
}
