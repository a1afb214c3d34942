/**
 * Minimum-cost flow for goals strictly one after another: the primal network simplex with bounded arcs (Ahuja, Magnanti and
 * Orlin, "Network Flows", 1993, chapter 11; strongly feasible trees after Cunningham, 1976), on flat arrays.
 *
 * Why it is exact for any number of goals. When a goal (or several that share a level, see levels.ts) is at its optimum, an
 * arc whose reduced cost is not 0 is at the same bound in every flow that is as good: such arcs are closed, and the next goal
 * goes on from the same tree with the arcs left open, which carry exactly the flows that are as good as can be so far. The
 * problem stays a network, however many goals there are. Every tree that follows consists of open arcs, so the reduced costs
 * of the goals before never change; that is why the potentials of all goals can be read off the last tree.
 *
 * How large numbers may be. Units, costs and supplies are whole numbers; only sums and differences of them are ever taken.
 * Units: the whole supply is checked to be below 2^53. Costs: levels.ts bounds every potential and reduced cost before each
 * level, shares levels only within that bound, and turns to two words beyond it. Totals are summed as bigint.
 *
 * The answer depends on the network alone (its order of nodes and arcs included). No time, no chance.
 *
 * @throws RangeError for a network that breaks its contract (see network.ts), and for a total without a lower bound.
 */
import { layCosts, nextLevel } from "./levels";
import { LOW_WORD, type Network, type NetworkSolution } from "./network";
import { OpenArcs } from "./openArcs";
import { SpanningTree } from "./spanningTree";
import { totalCosts } from "./totalCosts";

/** Pivots between two yields: some ten milliseconds in a large network. */
const PIVOTS_PER_STEP = 4_096;

export function* solveNetwork(network: Network): Generator<void, NetworkSolution> {
  const arcs = new OpenArcs(network);
  const tree = new SpanningTree(network, arcs);
  let pivots = 0;
  for (let goal = 0; goal < network.costs.length && arcs.count >= network.nodes;) {
    const level = nextLevel(network, arcs, goal);
    goal = level.end;
    if (!layCosts(network, arcs, level)) continue;
    tree.price();
    for (;;) {
      const made = runPivots(tree, arcs, PIVOTS_PER_STEP);
      pivots += made;
      if (made < PIVOTS_PER_STEP) break;
      yield;
    }
    if (goal < network.costs.length) arcs.keepFree(tree, tree.arcSlot);
  }
  const flow = flowOf(network, arcs, tree);
  return { flow, ...potentialsOf(network, arcs, tree), totals: totalCosts(network.costs, flow), pivots };
}

/** Pivots until the level is optimal, at most so many. Returns how many were made. */
function runPivots(tree: SpanningTree, arcs: OpenArcs, most: number): number {
  const block = blockSize(arcs.count);
  for (let made = 0; made < most; made++) {
    const slot = arcs.costLow ? arcs.enteringWide(tree, block) : arcs.entering(tree.potential, block);
    if (slot < 0) return made;
    tree.pivot(slot);
  }
  return most;
}

/** Half the square root of the arcs: measured best for many small networks and for one large one. */
function blockSize(slots: number): number {
  return Math.max(16, Math.ceil(Math.sqrt(slots) / 2));
}

function flowOf({ nodes, tail, capacity }: Network, arcs: OpenArcs, tree: SpanningTree): Float64Array {
  const flow = new Float64Array(tail.length);
  for (let arc = 0; arc < flow.length; arc++) if (arcs.mirrored[arc] === 1) flow[arc] = capacity[arc];
  for (let node = 1; node < nodes; node++) {
    const arc = arcs.arc[tree.arcSlot[node]];
    flow[arc] = tail[arc] === node ? tree.roomDown[node] : tree.roomUp[node];
  }
  return flow;
}

/** Potentials of all goals in the last tree. Two words where one may not hold them. */
function potentialsOf(
  { nodes, tail, costs }: Network,
  arcs: OpenArcs,
  tree: SpanningTree,
): Pick<NetworkSolution, "potentials" | "lowPotentials"> {
  const order = tree.preorder();
  const branch = { order, parent: tree.parent, arc: new Int32Array(nodes), sign: new Int8Array(nodes) };
  for (let node = 1; node < nodes; node++) {
    branch.arc[node] = arcs.arc[tree.arcSlot[node]];
    branch.sign[node] = tail[branch.arc[node]] === node ? 1 : -1;
  }
  const words = costs.map((cost) => {
    const high = sumsInOneWord(branch, cost);
    return high ? { high, low: undefined } : sumsInTwoWords(branch, cost);
  });
  return { potentials: words.map(({ high }) => high), lowPotentials: words.map(({ low }) => low) };
}

/** The tree as paths to the root: by node its arc upward and whether it points so; nodes in an order with parents first. */
interface Branches {
  readonly order: Int32Array;
  readonly parent: Int32Array;
  readonly arc: Int32Array;
  readonly sign: Int8Array;
}

/** Sums from the root outward; undefined where one passes 2^53 and would be rounded. */
function sumsInOneWord({ order, parent, arc, sign }: Branches, cost: Float64Array): Float64Array | undefined {
  const sums = new Float64Array(order.length);
  let largest = 0;
  for (let position = 1; position < order.length; position++) {
    const node = order[position];
    const sum = sums[parent[node]] + sign[node] * cost[arc[node]];
    sums[node] = sum;
    if (sum > largest) largest = sum;
    else if (-sum > largest) largest = -sum;
  }
  return largest <= Number.MAX_SAFE_INTEGER ? sums : undefined;
}

function sumsAlong({ order, parent, arc, sign }: Branches, cost: Float64Array): Float64Array {
  const sums = new Float64Array(order.length);
  for (let position = 1; position < order.length; position++) {
    const node = order[position];
    sums[node] = sums[parent[node]] + sign[node] * cost[arc[node]];
  }
  return sums;
}

function sumsInTwoWords(branches: Branches, cost: Float64Array): { readonly high: Float64Array; readonly low: Float64Array } {
  const highCost = cost.map((value) => Math.floor(value / LOW_WORD));
  const lowCost = cost.map((value, arc) => value - highCost[arc] * LOW_WORD);
  return { high: sumsAlong(branches, highCost), low: sumsAlong(branches, lowCost) };
}
