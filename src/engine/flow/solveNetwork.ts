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
import type { Network, NetworkSolution } from "./network";
import type { OpenArcs } from "./openArcs";
import { PricingBlock } from "./pricingBlock";
import { solutionOf } from "./solutionOf";
import type { SpanningTree } from "./spanningTree";
import { giveBack, takeWorkspace } from "./workspace";

/** Pivots between two yields: some ten milliseconds in a large network. */
const PIVOTS_PER_STEP = 4_096;

export function* solveNetwork(network: Network): Generator<void, NetworkSolution> {
  const workspace = takeWorkspace(network);
  const { arcs, tree } = workspace;
  const block = new PricingBlock(network, arcs);
  let pivots = 0;
  for (let goal = 0; goal < network.costs.length && arcs.count >= network.nodes;) {
    const level = nextLevel(network, arcs, goal);
    goal = level.end;
    if (!layCosts(network, arcs, level)) continue;
    tree.price();
    for (;;) {
      const made = runPivots(tree, arcs, block);
      pivots += made;
      if (made < PIVOTS_PER_STEP) break;
      yield;
    }
    if (goal < network.costs.length) arcs.keepFree(tree, tree.arcSlot);
  }
  const solution = solutionOf(network, workspace, pivots);
  giveBack(workspace);
  return solution;
}

/** Pivots until the level is optimal, or a step's worth of them. Returns how many were made. */
function runPivots(tree: SpanningTree, arcs: OpenArcs, block: PricingBlock): number {
  for (let made = 0; made < PIVOTS_PER_STEP; made++) {
    if (made % PricingBlock.PIVOTS === 0) block.adapt(tree, arcs);
    const slot = arcs.costLow ? arcs.enteringWide(tree, block.size) : arcs.entering(tree.potential, block.size);
    if (slot < 0) return made;
    tree.pivot(slot);
  }
  return PIVOTS_PER_STEP;
}
