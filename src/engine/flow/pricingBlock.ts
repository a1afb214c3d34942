/**
 * How many arcs are priced side by side, of which the best enters.
 *
 * Where nearly every block holds an arc worth entering, a larger one finds better arcs and saves pivots that move much. Where
 * most blocks hold none (few arcs of a large network with windows are ever worth entering), a large one is priced to its end for
 * the one arc it holds. So the size is doubled or halved by how many blocks the last pivots needed, and where pivots move large
 * subtrees it is never less than what a pivot moves.
 *
 * The least is the arcs of one node, the most a quarter of the root of the number of all. Balanced problems, whose supply takes
 * up all room there is, get eight times that: nothing stays with the root in the end, so pivots come to move thousands of nodes,
 * and every arc that enters well from the first on saves such pivots later.
 */
import type { Network } from "./network";
import type { OpenArcs } from "./openArcs";
import type { SpanningTree } from "./spanningTree";

const LEAST = 16;
/** Of the root of the number of arcs. */
const MOST = 1 / 4;
const MOST_BALANCED = 2;
/** Blocks a pivot needs on average: fewer call for larger ones, more for smaller ones. */
const FEW = 1.1;
const MANY = 1.3;

export class PricingBlock {
  /** Pivots between two changes. */
  static readonly PIVOTS = 64;

  size = LEAST;
  private fitting: number;
  private readonly least: number;
  private readonly most: number;

  constructor(network: Network, arcs: OpenArcs) {
    const most = isBalanced(network, arcs) ? MOST_BALANCED : MOST;
    this.most = Math.max(LEAST, Math.ceil(Math.sqrt(arcs.count) * most));
    this.least = Math.min(this.most, Math.max(LEAST, Math.ceil(arcs.count / network.nodes)));
    this.fitting = Math.max(this.least, this.most >> 1);
  }

  /** After so many pivots, or before the first: the size for the next. */
  adapt(tree: SpanningTree, arcs: OpenArcs): void {
    const blocks = arcs.priced / (PricingBlock.PIVOTS * this.size);
    if (blocks > MANY) this.fitting = Math.max(this.least, this.fitting >> 1);
    else if (blocks > 0 && blocks < FEW) this.fitting = Math.min(this.most, 2 * this.fitting);
    this.size = Math.max(this.fitting, Math.ceil(tree.moved / PricingBlock.PIVOTS));
    arcs.priced = 0;
    tree.moved = 0;
  }
}

/** Do nodes that supply nothing have just the room at the root for what the others supply? */
function isBalanced({ supply, capacity }: Network, { arc, tail, others, count }: OpenArcs): boolean {
  let left = 0;
  for (let node = 0; node < supply.length; node++) left += supply[node];
  for (let slot = others; slot < count; slot++) if (supply[tail[slot]] === 0) left -= capacity[arc[slot]];
  return left === 0;
}
