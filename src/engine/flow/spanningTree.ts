/**
 * The basis of the network simplex: a strongly feasible spanning tree (W. H. Cunningham, "A network simplex method",
 * Mathematical Programming 11, 1976), rooted at node 0, in flat arrays: parent, size and a thread, the circle of all nodes in
 * preorder (Bradley, Brown and Graves, "Design and implementation of large scale primal transshipment algorithms",
 * Management Science 24, 1977). What hangs from a node follows it on the thread; with the node itself it counts `size` nodes,
 * which only change on the cycle of a pivot, where depths would change in all that it moves.
 *
 * A tree arc is told by the room it leaves: `roomUp[v]` more units can go from v to its parent, `roomDown[v]` more from the
 * parent to v; their sum is the arc's capacity. So no loop ever asks which way an arc points. Strongly feasible means: every
 * `roomUp` is above 0, that is, every node can send one more unit to the root.
 */
import type { Network } from "./network";
import type { OpenArcs } from "./openArcs";

/**
 * The tree from the root outward: at each place a node, its parent, the arc between them, and 1 if that points upward, else -1.
 * The root itself is left out.
 */
export interface Branches {
  readonly count: number;
  readonly node: Int32Array;
  readonly parent: Int32Array;
  readonly arc: Int32Array;
  readonly sign: Int8Array;
}

/** In place of a size while the tree is planted. */
const UNSEEN = -1;
const ON_THE_WAY = -2;

export class SpanningTree {
  readonly parent: Int32Array;
  /** Slot of the arc between a node and its parent. */
  readonly arcSlot: Int32Array;
  readonly roomUp: Float64Array;
  readonly roomDown: Float64Array;
  /** What one unit more from the node to the root costs at this level; `potentialLow` is the second word of a wide level. */
  readonly potential: Float64Array;
  readonly potentialLow: Float64Array;
  /** The next node in preorder; after the last comes the root. `previous` is its inverse. */
  private readonly thread: Int32Array;
  private readonly previous: Int32Array;
  /** How many nodes besides those of the paths pivots have moved since this was last set to 0. */
  moved = 0;
  /** Units that the pivot in hand pushes; here, since an object for each pivot would be most of a network's garbage. */
  private pushed = 0;
  private readonly size: Int32Array;
  private readonly ordered: Branches & { count: number };

  /** Room for networks as large as those whose arcs there is room for. */
  constructor(private readonly arcs: OpenArcs) {
    const { mostNodes } = arcs;
    const numbers = (): Float64Array => new Float64Array(mostNodes);
    const integers = (): Int32Array => new Int32Array(mostNodes);
    this.roomUp = numbers();
    this.roomDown = numbers();
    this.potential = numbers();
    this.potentialLow = numbers();
    this.size = integers();
    this.parent = integers();
    this.arcSlot = integers();
    this.thread = integers();
    this.previous = integers();
    this.ordered = { count: 0, node: integers(), parent: integers(), arc: integers(), sign: new Int8Array(mostNodes) };
  }

  /** Lays the caller's start: every node hangs by its start arc and sends all it has, and all that comes through it. */
  plant(network: Network): void {
    const { nodes, tail, head, startArc } = network;
    const { parent, arcSlot, roomDown } = this;
    const { slotOf } = this.arcs;
    this.moved = 0;
    roomDown.fill(0, 0, nodes);
    parent[0] = -1;
    for (let node = 1; node < nodes; node++) {
      const arc = startArc[node];
      if (!(slotOf[arc] >= 0 && tail[arc] === node))
        throw new RangeError(`node ${node} has no start arc with room that begins at it: ${arc}`);
      arcSlot[node] = slotOf[arc];
      parent[node] = head[arc];
    }
    this.threadAll(nodes);
    for (let node = this.previous[0]; node !== 0; node = this.previous[node]) this.sendStart(network, node);
  }

  /** Threads all nodes, each right after its parent, and counts what hangs from each. */
  private threadAll(nodes: number): void {
    const { parent, size, thread, previous } = this;
    size.fill(UNSEEN, 0, nodes);
    size[0] = 1;
    thread[0] = 0;
    previous[0] = 0;
    let threaded = 1;
    for (let node = nodes - 1; node > 0; node--) {
      // Up to what is threaded already, noting the way in the thread, and down again.
      let below = -1;
      let top = node;
      for (; size[top] === UNSEEN; top = parent[top]) {
        size[top] = ON_THE_WAY;
        thread[top] = below;
        below = top;
      }
      if (size[top] === ON_THE_WAY) continue;
      while (below >= 0) {
        const next = thread[below];
        size[below] = 1;
        this.insert(below, below, top);
        threaded++;
        top = below;
        below = next;
      }
    }
    if (threaded < nodes) throw new RangeError(`the start arcs are no tree: ${nodes - threaded} nodes do not reach the root`);
    for (let node = previous[0]; node !== 0; node = previous[node]) size[parent[node]] += size[node];
  }

  private sendStart({ supply, capacity, startArc }: Network, node: number): void {
    const arc = startArc[node];
    const flow = this.roomDown[node] + supply[node];
    if (!Number.isSafeInteger(supply[node]) || supply[node] < 0) throw new RangeError(`supply of node ${node}: ${supply[node]}`);
    if (!(flow < capacity[arc])) throw new RangeError(`the start leaves no room on arc ${arc}: ${flow} of ${capacity[arc]}`);
    if (!Number.isSafeInteger(flow)) throw new RangeError(`the start sends more than 2^53 units over arc ${arc}: ${flow}`);
    this.roomDown[node] = flow;
    this.roomUp[node] = capacity[arc] - flow;
    if (this.parent[node] !== 0) this.roomDown[this.parent[node]] += flow;
  }

  /** Potentials of this tree for the costs that lie in the slots. */
  price(): void {
    const { parent, potential, potentialLow, arcSlot, thread } = this;
    const { tail, cost, costLow } = this.arcs;
    potential[0] = 0;
    potentialLow[0] = 0;
    for (let node = thread[0]; node !== 0; node = thread[node]) {
      const slot = arcSlot[node];
      const sign = tail[slot] === node ? 1 : -1;
      potential[node] = potential[parent[node]] + sign * cost[slot];
      if (costLow) potentialLow[node] = potentialLow[parent[node]] + sign * costLow[slot];
    }
  }

  /** The tree in the order of the thread, with the arcs of a network that begin at these nodes. The next call writes it over. */
  branches(tail: Int32Array): Branches {
    const { node, parent, arc, sign } = this.ordered;
    let count = 0;
    for (let next = this.thread[0]; next !== 0; next = this.thread[next]) {
      const above = this.arcs.arc[this.arcSlot[next]];
      node[count] = next;
      parent[count] = this.parent[next];
      arc[count] = above;
      sign[count++] = tail[above] === next ? 1 : -1;
    }
    this.ordered.count = count;
    return this.ordered;
  }

  /**
   * Enters a slot whose reduced cost is below 0: pushes all that fits around the cycle it closes, and lets the last arc that
   * blocks leave, counted from the cycle's highest node in the direction of the push (where the entering one is the last, it
   * turns full and the tree stays). That keeps the tree strongly feasible, and hence the method from running in circles. Throws
   * a RangeError where nothing blocks: the total has no lower bound.
   */
  pivot(slot: number): void {
    const { parent, size, roomUp, roomDown } = this;
    const from = this.arcs.tail[slot];
    const to = this.arcs.head[slot];
    const capacity = this.arcs.capacity[this.arcs.arc[slot]];
    let before = Infinity;
    let lastBefore = -1;
    let after = Infinity;
    let lastAfter = -1;
    let u = from;
    let v = to;
    while (u !== v) {
      // A node that hangs from another is the smaller one, so the smaller of two is never above their lowest common ancestor.
      if (size[u] <= size[v]) {
        const room = roomDown[u];
        if (room < before) {
          before = room;
          lastBefore = u;
        }
        u = parent[u];
      } else {
        const room = roomUp[v];
        if (room <= after) {
          after = room;
          lastAfter = v;
        }
        v = parent[v];
      }
    }
    const units = before < after ? (before < capacity ? before : capacity) : after < capacity ? after : capacity;
    if (units === Infinity) throw new RangeError(`a cycle through arc ${this.arcs.arc[slot]} lowers the total without end`);
    const apex = u;
    const leavesAfter = after === units;
    const turnsFull = !leavesAfter && capacity === units;
    const top = leavesAfter ? to : from;
    const under = leavesAfter ? from : to;
    const last = leavesAfter ? lastAfter : lastBefore;
    const raised = leavesAfter ? units : -units;
    const moved = turnsFull ? 0 : size[last];
    this.raise(under, apex, { units: -raised, nodes: moved });
    this.raise(turnsFull ? top : parent[last], apex, { units: raised, nodes: -moved });
    if (turnsFull) return this.arcs.mirror(slot);
    this.pushed = units;
    this.release(last, !leavesAfter);
    this.rehang(slot, top, last);
  }

  /** Lets so many units more go up from a node to one above it, and counts so many nodes more on the way. */
  private raise(from: number, apex: number, { units, nodes }: { readonly units: number; readonly nodes: number }): void {
    const { parent, size, roomUp, roomDown } = this;
    for (let node = from; node !== apex; node = parent[node]) {
      roomUp[node] -= units;
      roomDown[node] += units;
      size[node] += nodes;
    }
  }

  /** The arc above a node leaves: from now on its slot points the way it has room, up or down. */
  private release(node: number, up: boolean): void {
    const slot = this.arcSlot[node];
    if ((this.arcs.tail[slot] === node) !== up) this.arcs.mirror(slot);
  }

  /**
   * Turns the path from `top`, at one end of the entering slot, up to `last` upside down, so that it hangs by that slot under the
   * other end, with new sizes and rooms on the path and new potentials for all that hangs on it. On the thread, what hung on a
   * node of the path less what hung on the node before it are two runs; they are put together in the order of the path.
   */
  private rehang(entering: number, top: number, last: number): void {
    const { parent, arcSlot, roomUp, roomDown, size, potential, thread, previous, pushed } = this;
    const { arc, tail, head, cost, costLow, capacity } = this.arcs;
    const begins = tail[entering] === top;
    const under = begins ? head[entering] : tail[entering];
    const left = capacity[arc[entering]] - pushed;
    const raised = begins ? -pushed : pushed;
    const change = potential[under] + (begins ? cost[entering] : -cost[entering]) - potential[top];
    if (costLow) this.shiftLow(entering, top, last);
    let above = under;
    let slot = entering;
    let up = begins ? left : pushed;
    let down = begins ? pushed : left;
    const beforeAll = previous[last];
    const all = size[last];
    let node = top;
    let onPath = 0;
    let end = -1;
    let next = top;
    let inner = -1;
    let innerSize = 0;
    let beforeInner = -1;
    for (;;) {
      const oldPrevious = previous[node];
      const oldSize = size[node];
      let rest = oldSize - innerSize - 1;
      let walked = node;
      size[node] = all - innerSize;
      onPath++;
      potential[node] += change;
      if (inner >= 0) {
        // First run: from the node to the inner node of the path.
        for (let run = thread[node]; run !== inner; run = thread[run]) {
          potential[run] += change;
          rest--;
        }
        walked = beforeInner;
        thread[end] = node;
        previous[node] = end;
      } else next = thread[node];
      // Second run: what comes after the inner node's own.
      if (rest > 0) {
        thread[walked] = next;
        previous[next] = walked;
        for (; rest > 0; rest--) {
          potential[next] += change;
          walked = next;
          next = thread[next];
        }
      }
      end = walked;
      inner = node;
      innerSize = oldSize;
      beforeInner = oldPrevious;

      const upper = parent[node];
      const slotAbove = arcSlot[node];
      const upAbove = roomUp[node] - raised;
      const downAbove = roomDown[node] + raised;
      parent[node] = above;
      arcSlot[node] = slot;
      roomUp[node] = up;
      roomDown[node] = down;
      if (node === last) break;
      above = node;
      slot = slotAbove;
      up = downAbove;
      down = upAbove;
      node = upper;
    }
    thread[beforeAll] = next;
    previous[next] = beforeAll;
    this.moved += all - onPath;
    this.insert(top, end, under);
  }

  /** The second words of the potentials on all that hangs on `last`. */
  private shiftLow(entering: number, top: number, last: number): void {
    const { size, potentialLow, thread } = this;
    const { tail, head, costLow } = this.arcs;
    if (!costLow) return;
    const [under, cost] = tail[entering] === top ? [head[entering], costLow[entering]] : [tail[entering], -costLow[entering]];
    const change = potentialLow[under] + cost - potentialLow[top];
    let node = last;
    for (let left = size[last]; left > 0; left--) {
      potentialLow[node] += change;
      node = thread[node];
    }
  }

  /** Threads a run of nodes right after another node. */
  private insert(first: number, last: number, after: number): void {
    const { thread, previous } = this;
    const next = thread[after];
    thread[after] = first;
    previous[first] = after;
    thread[last] = next;
    previous[next] = last;
  }
}
