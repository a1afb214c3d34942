/**
 * The arcs that may still change, in slots side by side for the pricing loop.
 *
 * An arc outside the tree is empty or full. A full one is kept as its mirror image (tail and head swapped, cost negated), so
 * that from the tail of a slot to its head there is always room for the whole capacity, and a slot is worth entering exactly
 * if its reduced cost, cost + potential of head − potential of tail, is below 0. Arcs of the tree have reduced cost 0.
 */
import { LOW_WORD, type Network } from "./network";

export class OpenArcs {
  /** Slots in use: 0 to `others` − 1 hold arcs that do not lead to the root, the rest those that do. */
  count = 0;
  others = 0;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** The arc of the network a slot stands for. */
  readonly arc: Int32Array;
  /** Slot of each arc as it was opened, -1 if it can carry nothing. */
  readonly slotOf: Int32Array;
  /** Costs of the level that is being solved; `costLow` is the second word of a wide level, else unused. */
  readonly cost: Float64Array;
  costLow: Float64Array | undefined;
  /** By arc, since it outlives the slot: 1 if the slot holds (or, closed, held) the mirror image. */
  readonly mirrored: Uint8Array;
  /** By arc: the network's. */
  capacity: Float64Array = new Float64Array();
  /** By node, for levels.ts: an arc, not to the root, that begins there; -1 if there is none, or any arc ends there (as at the root). */
  readonly firstOf: Int32Array;
  /** Arcs not to the root begin at so many nodes, or end at so many, whatever is less. */
  mostOnCycle = 0;
  /** By node: 1 if an arc ends there. */
  private readonly ends: Uint8Array;
  /** Arcs to the root, until those before them have their slots. */
  private readonly toRoot: Int32Array;
  /** Slots priced since this was last set to 0. */
  priced = 0;
  /** Where pricing goes on. */
  private next = 0;

  readonly mostNodes: number;
  readonly mostArcs: number;

  /** Room for networks of up to so many nodes and arcs. */
  constructor({ mostNodes, mostArcs }: { mostNodes: number; mostArcs: number }) {
    this.mostNodes = mostNodes;
    this.mostArcs = mostArcs;
    this.firstOf = new Int32Array(mostNodes);
    this.ends = new Uint8Array(mostNodes);
    this.toRoot = new Int32Array(mostArcs);
    this.cost = new Float64Array(mostArcs);
    this.tail = new Int32Array(mostArcs);
    this.head = new Int32Array(mostArcs);
    this.arc = new Int32Array(mostArcs);
    this.slotOf = new Int32Array(mostArcs);
    this.mirrored = new Uint8Array(mostArcs);
  }

  /** Opens all arcs of a network that can carry anything. */
  open({ nodes, tail, head, capacity }: Network): void {
    const { arc: slots, slotOf, firstOf, ends, toRoot } = this;
    firstOf.fill(-1, 0, nodes);
    ends.fill(0, 0, nodes);
    let count = 0;
    let waiting = 0;
    for (let arc = 0; arc < tail.length; arc++) {
      slotOf[arc] = -1;
      if (!(capacity[arc] > 0)) continue;
      if (head[arc] === 0) {
        toRoot[waiting++] = arc;
        continue;
      }
      firstOf[tail[arc]] = arc;
      ends[head[arc]] = 1;
      slots[count] = arc;
      slotOf[arc] = count;
      this.tail[count] = tail[arc];
      this.head[count++] = head[arc];
    }
    this.others = count;
    for (let position = 0; position < waiting; position++) {
      const arc = toRoot[position];
      slots[count] = arc;
      slotOf[arc] = count;
      this.tail[count] = tail[arc];
      this.head[count++] = 0;
    }
    this.count = count;
    this.capacity = capacity;
    this.costLow = undefined;
    this.mirrored.fill(0, 0, tail.length);
    this.priced = 0;
    this.next = 0;
    let [tails, heads] = [0, 0];
    for (let node = 0; node < nodes; node++) {
      if (firstOf[node] >= 0) tails++;
      heads += ends[node];
      if (ends[node] === 1) firstOf[node] = -1;
    }
    firstOf[0] = -1;
    this.mostOnCycle = Math.min(tails, heads);
  }

  mirror(slot: number): void {
    const tail = this.tail[slot];
    this.tail[slot] = this.head[slot];
    this.head[slot] = tail;
    this.cost[slot] = -this.cost[slot];
    if (this.costLow) this.costLow[slot] = -this.costLow[slot];
    this.mirrored[this.arc[slot]] ^= 1;
  }

  /**
   * The slot with the lowest reduced cost of the first block that holds one below 0 (block pricing), going on where the last
   * search ended; -1 if there is none left.
   */
  entering(potential: Float64Array, block: number): number {
    const { tail, head, cost, count } = this;
    let slot = this.next;
    let lowest = 0;
    let best = -1;
    let left = count;
    while (left > 0 && best < 0) {
      if (slot >= count) slot = 0;
      const end = Math.min(slot + block, count, slot + left);
      left -= end - slot;
      // Four slots a turn, since a compiled loop looks its arrays up anew at each turn.
      for (; slot + 3 < end; slot += 4) {
        const first = cost[slot] + potential[head[slot]] - potential[tail[slot]];
        const second = cost[slot + 1] + potential[head[slot + 1]] - potential[tail[slot + 1]];
        const third = cost[slot + 2] + potential[head[slot + 2]] - potential[tail[slot + 2]];
        const fourth = cost[slot + 3] + potential[head[slot + 3]] - potential[tail[slot + 3]];
        if (first < lowest) [lowest, best] = [first, slot];
        if (second < lowest) [lowest, best] = [second, slot + 1];
        if (third < lowest) [lowest, best] = [third, slot + 2];
        if (fourth < lowest) [lowest, best] = [fourth, slot + 3];
      }
      for (; slot < end; slot++) {
        const worth = cost[slot] + potential[head[slot]] - potential[tail[slot]];
        if (worth < lowest) [lowest, best] = [worth, slot];
      }
    }
    this.priced += count - left;
    this.next = slot;
    return best;
  }

  /** The same for a level whose costs and potentials have two words. */
  enteringWide({ potential, potentialLow }: WidePotentials, block: number): number {
    let lowest = 0;
    let best = -1;
    let slot = this.next;
    let left = this.count;
    for (; left > 0 && (best < 0 || left % block !== 0); left--, slot++) {
      if (slot >= this.count) slot = 0;
      const worth = this.wideReducedCost(slot, potential, potentialLow);
      if (worth < lowest) {
        lowest = worth;
        best = slot;
      }
    }
    this.priced += this.count - left;
    this.next = slot;
    return best;
  }

  /** A wide reduced cost, rounded to a number: its sign is exact, its size is not. */
  wideReducedCost(slot: number, potential: Float64Array, potentialLow: Float64Array): number {
    const costLow = this.costLow ? this.costLow[slot] : 0;
    const high = this.cost[slot] + potential[this.head[slot]] - potential[this.tail[slot]];
    const low = costLow + potentialLow[this.head[slot]] - potentialLow[this.tail[slot]];
    const carry = Math.floor(low / LOW_WORD);
    return (high + carry) * LOW_WORD + (low - carry * LOW_WORD);
  }

  /** Closes the slots whose reduced cost is not 0; `arcSlot` (slot of the tree arc above each node) follows the moves. */
  keepFree({ potential, potentialLow }: WidePotentials, arcSlot: Int32Array): void {
    const { tail, head, arc, cost } = this;
    let kept = 0;
    let others = 0;
    for (let slot = 0; slot < this.count; slot++) {
      if (slot === this.others) others = kept;
      const from = tail[slot];
      const to = head[slot];
      const reducedCost = this.costLow ? this.wideReducedCost(slot, potential, potentialLow) : cost[slot] + potential[to] - potential[from];
      if (reducedCost !== 0) continue;
      if (arcSlot[from] === slot) arcSlot[from] = kept;
      else if (arcSlot[to] === slot) arcSlot[to] = kept;
      tail[kept] = from;
      head[kept] = to;
      arc[kept++] = arc[slot];
    }
    this.others = this.others === this.count ? kept : others;
    this.count = kept;
    this.next = 0;
  }
}

export interface WidePotentials {
  readonly potential: Float64Array;
  readonly potentialLow: Float64Array;
}
