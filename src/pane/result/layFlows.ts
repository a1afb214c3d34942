/** Where everything of the picture of flows lies: givers stacked at the left, takers at the right, a band for each flow. */
import type { FlowView } from "../jobs/views";

/** Pixels of the drawing before it is scaled to the pane. */
export const WIDTH = 288;
const LABELS = 88;
const NODE = 6;
/** All flows together are as high as this; a place takes at least the height of its name. */
const BANDS = 160;
const LINE = 16;
const GAP = 4;

export interface PlacedNode {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Where its name stands. */
  readonly labelX: number;
  readonly labelY: number;
}

export interface FlowLayout {
  readonly height: number;
  readonly givers: readonly PlacedNode[];
  readonly takers: readonly PlacedNode[];
  /** Outlines, in the order of the flows. */
  readonly bands: readonly string[];
}

export function layFlows(flows: readonly FlowView[]): FlowLayout {
  const total = flows.reduce((sum, { points }) => sum + points, 0);
  const high = (points: number): number => (total === 0 ? 0 : Math.max(1, (points / total) * BANDS));
  const left = stack(flows, ({ from }) => from, high);
  const right = stack(flows, ({ to }) => to, high);
  const bands = flows.map(({ from, to, points }) => {
    const height = high(points);
    return band({ from: left.next(from, height), to: right.next(to, height), height });
  });
  const takersX = WIDTH - LABELS - NODE;
  const place = (side: Stack, x: number, labelX: number): PlacedNode[] =>
    side.nodes.map(({ name, y, slot, height }) => ({ name, x, y, height, labelX, labelY: y - (slot - height) / 2 + slot / 2 }));
  return {
    height: Math.max(left.height, right.height),
    givers: place(left, LABELS, LABELS - GAP),
    takers: place(right, takersX, takersX + NODE + GAP),
    bands,
  };
}

interface Stack {
  readonly nodes: readonly { readonly name: string; readonly y: number; readonly slot: number; readonly height: number }[];
  readonly height: number;
  /** The top of the next band at a node. */
  next(name: string, height: number): number;
}

/** Places of one side from top to bottom, in the order in which the flows first name them. */
function stack(flows: readonly FlowView[], nameOf: (flow: FlowView) => string, high: (points: number) => number): Stack {
  const heights = new Map<string, number>();
  for (const flow of flows) heights.set(nameOf(flow), (heights.get(nameOf(flow)) ?? 0) + high(flow.points));
  let top = 0;
  const nodes = [...heights].map(([name, height]) => {
    const slot = Math.max(LINE, height);
    const node = { name, y: top + (slot - height) / 2, slot, height };
    top += slot + GAP;
    return node;
  });
  const used = new Map(nodes.map(({ name, y }) => [name, y]));
  return {
    nodes,
    height: Math.max(0, top - GAP),
    next: (name, height) => {
      const y = used.get(name) ?? 0;
      used.set(name, y + height);
      return y;
    },
  };
}

function band({ from, to, height }: { readonly from: number; readonly to: number; readonly height: number }): string {
  const [start, end] = [LABELS + NODE, WIDTH - LABELS - NODE];
  const middle = (start + end) / 2;
  const at = (...numbers: readonly number[]): string => numbers.map((number) => number.toFixed(1)).join(" ");
  return [
    `M${at(start, from)}`,
    `C${at(middle, from, middle, to, end, to)}`,
    `L${at(end, to + height)}`,
    `C${at(middle, to + height, middle, from + height, start, from + height)}Z`,
  ].join("");
}
