/**
 * Which goals are solved together, and whether numbers hold them.
 *
 * The reduced cost of an arc outside the tree is what one simple cycle costs, and a potential what one simple path costs. A
 * cycle or path meets a node at most once, so it holds at most two arcs that begin at that node. Hence for each goal
 *   bound = 2 · (sum over nodes of the largest |cost| of the open arcs that begin there), or the same with "end", if that is less,
 * is more than any cycle or path can cost. Goals k, l, m … may share one level with the costs
 *   W[k]·cost[k] + W[l]·cost[l] + …   where each W is 1 + Σ W·bound over the goals after it,
 * for then the sign of a sum is the sign of its first goal that is not 0. A level is exact while 2 · Σ W·bound ≤ 2^53; this is
 * worked out for the arcs still open before each level, and the level ends where it would pass. A goal that passes even
 * alone is solved in two words (see `LOW_WORD`), which are exact below 2^25 nodes and for all costs up to 2^53.
 */
import { LOW_WORD, type Network } from "./network";
import type { OpenArcs } from "./openArcs";

export interface Level {
  /** Goals `first` to `end` − 1 are solved at once. */
  readonly first: number;
  readonly end: number;
  readonly weights: readonly number[];
  readonly wide: boolean;
}

/** Nothing in a level may pass this: a reduced cost adds two numbers of up to the bound before it subtracts a third. */
const LARGEST = 2 ** 52;
const MOST_NODES_WIDE = 2 ** 25;

/** The goals from `first` on that can be solved at once. Throws a RangeError if even two words cannot hold the first. */
export function nextLevel(network: Network, arcs: OpenArcs, first: number): Level {
  const { costs, nodes } = network;
  const bounds: number[] = [];
  const byHead = new Float64Array(nodes);
  let weights: readonly number[] = [];
  for (let goal = first; goal < costs.length; goal++) {
    bounds.push(cycleBound(network, arcs, { goal, byHead }));
    const together = weightsOf(bounds);
    if (together === undefined) break;
    weights = together;
  }
  if (weights.length > 0) return { first, end: first + weights.length, weights, wide: false };
  if (nodes >= MOST_NODES_WIDE) throw new RangeError(`costs of goal ${first} are too large for ${nodes} nodes: ${bounds[0]}`);
  return { first, end: first + 1, weights: [1], wide: true };
}

/** The weights of goals with these bounds (0 for goals that cost nothing); undefined where numbers do not hold them. */
function weightsOf(bounds: readonly number[]): readonly number[] | undefined {
  const weights = new Array<number>(bounds.length);
  let rest = 0;
  for (let goal = bounds.length - 1; goal >= 0; goal--) {
    weights[goal] = bounds[goal] === 0 ? 0 : rest + 1;
    rest += weights[goal] * bounds[goal];
    if (!(rest <= LARGEST)) return undefined;
  }
  return weights;
}

/**
 * More than the goal can cost on any cycle or path of open arcs; 0 if it costs nothing on them. Arcs that begin at one node
 * mostly lie side by side, so runs of them serve as nodes: a node that has several runs only makes the bound larger.
 */
function cycleBound(
  { costs }: Network,
  { tail, head, arc, count }: OpenArcs,
  { goal, byHead }: { goal: number; byHead: Float64Array },
): number {
  const cost = costs[goal];
  let tails = 0;
  let largestOfRun = 0;
  let any = false;
  for (let slot = 0; slot < count; slot++) {
    if (slot > 0 && tail[slot] !== tail[slot - 1]) {
      tails += largestOfRun;
      largestOfRun = 0;
    }
    const value = cost[arc[slot]];
    if (value === 0) continue;
    const size = Math.abs(value);
    if (!(size <= Number.MAX_SAFE_INTEGER) || Math.floor(size) !== size)
      throw new RangeError(`cost of arc ${arc[slot]} in goal ${goal}: ${value}`);
    if (!any) byHead.fill(0);
    any = true;
    if (size > largestOfRun) largestOfRun = size;
    if (size > byHead[head[slot]]) byHead[head[slot]] = size;
  }
  if (!any) return 0;
  let heads = 0;
  for (let node = 0; node < byHead.length; node++) heads += byHead[node];
  return 2 * Math.min(tails + largestOfRun, heads);
}

/** Lays the costs of a level into the slots. False if they are all 0: then there is nothing to do. */
export function layCosts({ costs }: Network, arcs: OpenArcs, { first, end, weights, wide }: Level): boolean {
  const { arc, cost, mirrored, count } = arcs;
  cost.fill(0, 0, count);
  let any = false;
  for (let goal = first; goal < end; goal++) {
    const weight = weights[goal - first];
    if (weight === 0) continue;
    any = true;
    const costOfGoal = costs[goal];
    for (let slot = 0; slot < count; slot++) cost[slot] += weight * costOfGoal[arc[slot]];
  }
  for (let slot = 0; slot < count; slot++) if (mirrored[arc[slot]] === 1) cost[slot] = -cost[slot];
  arcs.costLow = wide ? splitWords(cost, count) : undefined;
  return any;
}

/** Takes the low words out of the first `count` costs; returns them. */
function splitWords(cost: Float64Array, count: number): Float64Array {
  const low = new Float64Array(cost.length);
  for (let slot = 0; slot < count; slot++) {
    const high = Math.floor(cost[slot] / LOW_WORD);
    low[slot] = cost[slot] - high * LOW_WORD;
    cost[slot] = high;
  }
  return low;
}
