/**
 * Which goals are solved together, and whether numbers hold them.
 *
 * The reduced cost of an arc outside the tree is what one simple cycle costs, and a potential what one simple path costs. So
 * let goals k, l, m … share one level with the costs
 *   W[k]·cost[k] + W[l]·cost[l] + …   where each W is 1 + Σ W·bound over the goals after it
 * and bound is what a goal can cost on any one cycle at most: then the sign of a sum is the sign of its first goal that is not 0.
 *
 * A bound for cycles. Adding a number to the cost of all arcs that begin at a node and taking it from those that end there
 * changes the cost of no cycle. So at a node where no arc ends (a demand cell) costs are counted from that of one arc
 * that does not go to the root; then a priority, −1 on all arcs but the one for what is not met, costs 0 on all but that one.
 * A cycle meets a node at most once, so it holds at most two arcs that begin there; where it does, it runs along one and
 * against the other, and they cost their difference. Hence, with range meaning largest less least (0 counted in),
 *   bound = range of the arcs to the root + range of all others × number of nodes where any of those begin
 * or "where any of those end", if they are fewer.
 *
 * A path from a node costs no more than a cycle and the largest cost of a single arc. A level is exact while Σ W·(bound +
 * largest cost) ≤ 2^52; this is worked out for the arcs still open before each level, and the level ends where it would pass.
 * A goal that passes even alone is solved in two words (see `LOW_WORD`), exact below 2^25 nodes and for all costs up to 2^53.
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
  const bounds: Bound[] = [];
  for (let goal = first; goal < costs.length; goal++) bounds.push(boundOf(network, arcs, goal));
  const weights = weightsOf(bounds);
  if (weights.length > 0) return { first, end: first + weights.length, weights, wide: false };
  if (nodes >= MOST_NODES_WIDE) throw new RangeError(`costs of goal ${first} are too large for ${nodes} nodes: ${bounds[0].cycle}`);
  return { first, end: first + 1, weights: [1], wide: true };
}

/** At most what a goal costs on any simple cycle and on any arc; both 0 if it costs nothing. */
interface Bound {
  readonly cycle: number;
  readonly arc: number;
}

/** Weights (0 for goals that cost nothing) of as many goals with these bounds as numbers hold, from the first on. */
function weightsOf(bounds: readonly Bound[]): readonly number[] {
  for (let count = bounds.length; count > 0; count--) {
    const weights = new Array<number>(count);
    let cycle = 0;
    let path = 0;
    for (let goal = count - 1; goal >= 0; goal--) {
      weights[goal] = bounds[goal].arc === 0 ? 0 : cycle + 1;
      cycle += weights[goal] * bounds[goal].cycle;
      path += weights[goal] * (bounds[goal].cycle + bounds[goal].arc);
    }
    if (path <= LARGEST) return weights;
  }
  return [];
}

function boundOf(network: Network, arcs: OpenArcs, goal: number): Bound {
  if (isFree(network.costs[goal])) return FREE;
  const { count, others, mostOnCycle } = arcs;
  const among = rangeOf(network, arcs, { goal, from: 0, end: others });
  const toRoot = rangeOf(network, arcs, { goal, from: others, end: count });
  const largest = Math.max(among.largest, toRoot.largest);
  return { cycle: toRoot.range + mostOnCycle * among.range, arc: largest };
}

const FREE: Bound = { cycle: 0, arc: 0 };

function isFree(cost: Float64Array): boolean {
  for (let arc = 0; arc < cost.length; arc++) if (cost[arc] !== 0) return false;
  return true;
}

/** Over some slots: the range of a goal's costs, counted from that of one arc at each node, and the largest size of a cost. */
function rangeOf(
  { tail, costs }: Network,
  { arc, firstOf }: OpenArcs,
  { goal, from, end }: { goal: number; from: number; end: number },
): { readonly range: number; readonly largest: number } {
  const cost = costs[goal];
  let low = 0;
  let high = 0;
  let least = 0;
  let most = 0;
  for (let slot = from; slot < end; slot++) {
    const value = cost[arc[slot]];
    if (Math.floor(value) !== value) throw new RangeError(`cost of arc ${arc[slot]} in goal ${goal}: ${value}`);
    if (value < least) least = value;
    else if (value > most) most = value;
    const base = firstOf[tail[arc[slot]]];
    const difference = base < 0 ? value : value - cost[base];
    if (difference < low) low = difference;
    else if (difference > high) high = difference;
  }
  const largest = Math.max(most, -least);
  if (largest > Number.MAX_SAFE_INTEGER) throw new RangeError(`a cost in goal ${goal} is too large: ${largest}`);
  return { range: high - low, largest };
}

/** Lays the costs of a level into the slots. False if they are all 0: then there is nothing to do. */
export function layCosts({ costs }: Network, arcs: OpenArcs, { first, end, weights, wide }: Level): boolean {
  const { arc, cost, mirrored, count } = arcs;
  let any = false;
  for (let goal = first; goal < end; goal++) {
    const weight = weights[goal - first];
    if (weight === 0) continue;
    const costOfGoal = costs[goal];
    if (any) for (let slot = 0; slot < count; slot++) cost[slot] += weight * costOfGoal[arc[slot]];
    else for (let slot = 0; slot < count; slot++) cost[slot] = weight * costOfGoal[arc[slot]];
    any = true;
  }
  // Before the first level nothing is mirrored yet.
  if (first > 0) for (let slot = 0; slot < count; slot++) if (mirrored[arc[slot]] === 1) cost[slot] = -cost[slot];
  arcs.costLow = wide ? splitWords(cost, count) : undefined;
  return any;
}

/** Takes the low words out of the first `count` costs; returns them. */
function splitWords(cost: Float64Array, count: number): Float64Array {
  const low = new Float64Array(count);
  for (let slot = 0; slot < count; slot++) {
    const high = Math.floor(cost[slot] / LOW_WORD);
    low[slot] = cost[slot] - high * LOW_WORD;
    cost[slot] = high;
  }
  return low;
}
