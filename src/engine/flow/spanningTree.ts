/**
 * The basis of the network simplex: a strongly feasible spanning tree (W. H. Cunningham, "A network simplex method",
 * Mathematical Programming 11, 1976), rooted at node 0, in flat arrays.
 *
 * A tree arc is told by the room it leaves: `roomUp[v]` more units can go from v to its parent, `roomDown[v]` more from the
 * parent to v; their sum is the arc's capacity. So no loop ever asks which way an arc points. Strongly feasible means: every
 * `roomUp` is above 0, that is, every node can send one more unit to the root.
 */
import type { Network } from "./network";
import type { OpenArcs } from "./openArcs";

export class SpanningTree {
  readonly parent: Int32Array;
  /** Slot of the arc between a node and its parent. */
  readonly arcSlot: Int32Array;
  readonly roomUp: Float64Array;
  readonly roomDown: Float64Array;
  /** What one unit more from the node to the root costs at this level; `potentialLow` is the second word of a wide level. */
  readonly potential: Float64Array;
  readonly potentialLow: Float64Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;

  /** Lays the caller's start: every node hangs by its start arc and sends all it has, and all that comes through it. */
  constructor(
    private readonly network: Network,
    private readonly arcs: OpenArcs,
  ) {
    const { nodes } = network;
    // One piece of memory for all: with thousands of small networks, setting arrays up would cost half as much as the pivots.
    const memory = new ArrayBuffer(nodes * (4 * Float64Array.BYTES_PER_ELEMENT + 6 * Int32Array.BYTES_PER_ELEMENT));
    const numbers = (index: number): Float64Array => new Float64Array(memory, index * nodes * 8, nodes);
    const nodesOrSlots = (index: number): Int32Array => new Int32Array(memory, nodes * (4 * 8 + index * 4), nodes);
    this.roomUp = numbers(0);
    this.roomDown = numbers(1);
    this.potential = numbers(2);
    this.potentialLow = numbers(3);
    this.depth = nodesOrSlots(0);
    this.parent = nodesOrSlots(1).fill(-1);
    this.arcSlot = nodesOrSlots(2).fill(-1);
    this.firstChild = nodesOrSlots(3).fill(-1);
    this.nextSibling = nodesOrSlots(4).fill(-1);
    this.previousSibling = nodesOrSlots(5).fill(-1);
    this.plant();
  }

  private plant(): void {
    const { nodes, head, startArc } = this.network;
    for (let slot = 0; slot < this.arcs.count; slot++) {
      const node = this.arcs.tail[slot];
      if (node !== 0 && startArc[node] === this.arcs.arc[slot]) this.arcSlot[node] = slot;
    }
    for (let node = nodes - 1; node > 0; node--) {
      if (this.arcSlot[node] < 0) throw new RangeError(`node ${node} has no start arc with room that begins at it: ${startArc[node]}`);
      this.link(node, head[startArc[node]]);
    }
    const order = this.preorder();
    if (order.length < nodes) throw new RangeError(`the start arcs are no tree: ${nodes - order.length} nodes do not reach the root`);
    for (let position = nodes - 1; position > 0; position--) this.sendStart(order[position]);
  }

  private sendStart(node: number): void {
    const { supply, capacity, startArc } = this.network;
    const arc = startArc[node];
    const flow = this.roomDown[node] + supply[node];
    if (!Number.isSafeInteger(supply[node]) || supply[node] < 0) throw new RangeError(`supply of node ${node}: ${supply[node]}`);
    if (!(flow < capacity[arc])) throw new RangeError(`the start leaves no room on arc ${arc}: ${flow} of ${capacity[arc]}`);
    if (!Number.isSafeInteger(flow)) throw new RangeError(`the start sends more than 2^53 units over arc ${arc}: ${flow}`);
    this.roomDown[node] = flow;
    this.roomUp[node] = capacity[arc] - flow;
    if (this.parent[node] !== 0) this.roomDown[this.parent[node]] += flow;
  }

  /** All nodes that hang from the root, parents before children. Sets depths. */
  preorder(): Int32Array {
    const order = new Int32Array(this.parent.length);
    let count = 1;
    for (let position = 0; position < count; position++) {
      const node = order[position];
      for (let child = this.firstChild[node]; child >= 0; child = this.nextSibling[child]) {
        this.depth[child] = this.depth[node] + 1;
        order[count++] = child;
      }
    }
    return order.subarray(0, count);
  }

  /** Potentials of this tree for the costs that lie in the slots. */
  price(): void {
    const { parent, potential, potentialLow, arcSlot } = this;
    const { tail, cost, costLow } = this.arcs;
    const order = this.preorder();
    for (let position = 1; position < order.length; position++) {
      const node = order[position];
      const slot = arcSlot[node];
      const sign = tail[slot] === node ? 1 : -1;
      potential[node] = potential[parent[node]] + sign * cost[slot];
      potentialLow[node] = costLow ? potentialLow[parent[node]] + sign * costLow[slot] : 0;
    }
  }

  /**
   * Enters a slot whose reduced cost is below 0: pushes all that fits around the cycle it closes, and lets the last arc that
   * blocks leave, counted from the cycle's highest node in the direction of the push. That keeps the tree strongly feasible,
   * and hence the method from running in circles. Throws a RangeError where nothing blocks: the total has no lower bound.
   */
  pivot(slot: number): void {
    const { parent, depth, roomUp, roomDown } = this;
    const from = this.arcs.tail[slot];
    const to = this.arcs.head[slot];
    const capacity = this.network.capacity[this.arcs.arc[slot]];
    let before = Infinity;
    let lastBefore = -1;
    let after = Infinity;
    let lastAfter = -1;
    let u = from;
    let v = to;
    while (u !== v) {
      if (depth[u] >= depth[v]) {
        if (roomDown[u] < before) {
          before = roomDown[u];
          lastBefore = u;
        }
        u = parent[u];
      } else {
        if (roomUp[v] <= after) {
          after = roomUp[v];
          lastAfter = v;
        }
        v = parent[v];
      }
    }
    const units = Math.min(before, capacity, after);
    if (units === Infinity) throw new RangeError(`a cycle through arc ${this.arcs.arc[slot]} lowers the total without end`);
    if (units > 0) this.push({ from, to, apex: u, units });
    if (after === units) {
      this.release(lastAfter, false);
      this.rehang({ node: to, under: from, slot, up: units, down: capacity - units, last: lastAfter });
    } else if (capacity === units) {
      this.arcs.mirror(slot);
    } else {
      this.release(lastBefore, true);
      this.rehang({ node: from, under: to, slot, up: capacity - units, down: units, last: lastBefore });
    }
  }

  private push({ from, to, apex, units }: { from: number; to: number; apex: number; units: number }): void {
    const { parent, roomUp, roomDown } = this;
    for (let node = from; node !== apex; node = parent[node]) {
      roomDown[node] -= units;
      roomUp[node] += units;
    }
    for (let node = to; node !== apex; node = parent[node]) {
      roomUp[node] -= units;
      roomDown[node] += units;
    }
  }

  /** The arc above a node leaves: from now on its slot points the way it has room, up or down. */
  private release(node: number, up: boolean): void {
    const slot = this.arcSlot[node];
    if ((this.arcs.tail[slot] === node) !== up) this.arcs.mirror(slot);
  }

  /** Turns the path from `node` up to `last` upside down, so that it hangs by the slot `under` another node. */
  private rehang({
    node,
    under,
    slot,
    up,
    down,
    last,
  }: {
    node: number;
    under: number;
    slot: number;
    up: number;
    down: number;
    last: number;
  }): void {
    const { parent, arcSlot, roomUp, roomDown } = this;
    const top = node;
    for (;;) {
      const above = parent[node];
      const slotAbove = arcSlot[node];
      const upAbove = roomUp[node];
      const downAbove = roomDown[node];
      this.unlink(node, above);
      this.link(node, under);
      arcSlot[node] = slot;
      roomUp[node] = up;
      roomDown[node] = down;
      if (node === last) break;
      under = node;
      slot = slotAbove;
      up = downAbove;
      down = upAbove;
      node = above;
    }
    this.shift(top);
  }

  /** New depths and potentials for a node that was hung elsewhere and all below it. */
  private shift(top: number): void {
    const { parent, depth, potential, potentialLow, firstChild, nextSibling } = this;
    const slot = this.arcSlot[top];
    const above = parent[top];
    const { tail, cost, costLow } = this.arcs;
    const sign = tail[slot] === top ? 1 : -1;
    const change = potential[above] + sign * cost[slot] - potential[top];
    const changeLow = costLow ? potentialLow[above] + sign * costLow[slot] - potentialLow[top] : 0;
    let node = top;
    for (;;) {
      depth[node] = depth[parent[node]] + 1;
      potential[node] += change;
      if (costLow) potentialLow[node] += changeLow;
      if (firstChild[node] >= 0) {
        node = firstChild[node];
        continue;
      }
      while (node !== top && nextSibling[node] < 0) node = parent[node];
      if (node === top) return;
      node = nextSibling[node];
    }
  }

  private link(node: number, above: number): void {
    const first = this.firstChild[above];
    this.parent[node] = above;
    this.previousSibling[node] = -1;
    this.nextSibling[node] = first;
    if (first >= 0) this.previousSibling[first] = node;
    this.firstChild[above] = node;
  }

  private unlink(node: number, above: number): void {
    const before = this.previousSibling[node];
    const after = this.nextSibling[node];
    if (before >= 0) this.nextSibling[before] = after;
    else this.firstChild[above] = after;
    if (after >= 0) this.previousSibling[after] = before;
  }
}
