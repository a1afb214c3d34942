/**
 * What one unit more would gain, goal by goal, exactly. "One more piece at this factory resolves 1 piece of priority 1 and
 * adds 37 km" is the vector [1, 0, 0, …, −37]: a gain is how much lower the goal's total gets.
 *
 * One more unit of supply: the solver's last tree is strongly feasible, so a unit can go from any node to the root along it
 * without changing a reduced cost. Its cost, the potential, is therefore the exact change of the totals, in degenerate
 * solutions too (where ordinary dual values are one of many). One unit less of capacity on a full arc outside the tree costs
 * likewise exactly what its reduced cost says.
 *
 * One more unit of capacity is the other side of a kink: the unit comes from the root's direction, where the tree may have no
 * room. Its gain is the cheapest cycle through the arc in the residual network, found as lexicographically shortest paths from
 * the arc's head to its tail over reduced costs, which are never negative (Dijkstra, 1959). Exact for any optimal flow with
 * potentials that certify() accepts. For k units more, solve again: gains lessen step by step.
 */
import { LOW_WORD, type Network, type NetworkSolution } from "./network";

type Evidence = Pick<NetworkSolution, "flow" | "potentials" | "lowPotentials">;

/** Gain per goal of one more unit of supply at a node. Needs the potentials of solveNetwork, not just any. */
export function gainOfSupply(evidence: Evidence, node: number): readonly bigint[] {
  return exactPotentials(evidence).map((potential) => -potential[node]);
}

/** Gain per goal of one more unit of capacity, for each of these arcs. Arcs that end at the same node share the work. */
export function gainsOfCapacity(network: Network, evidence: Evidence, arcs: readonly number[]): readonly (readonly bigint[])[] {
  const residual = new ResidualNetwork(network, evidence);
  const byHead = new Map<number, readonly (Vector | undefined)[]>();
  return arcs.map((arc) => {
    const head = network.head[arc];
    const distances = byHead.get(head) ?? residual.distancesFrom(head);
    byHead.set(head, distances);
    const back = distances[network.tail[arc]];
    const cycle = back && sum(residual.reducedCost(arc), back);
    return cycle && compare(cycle, residual.zero) < 0 ? cycle.map((cost) => -cost) : residual.zero;
  });
}

type Vector = readonly bigint[];

function sum(one: Vector, other: Vector): Vector {
  return one.map((value, goal) => value + other[goal]);
}

/** Lexicographic: below 0 if `one` comes first. */
function compare(one: Vector, other: Vector): number {
  for (let goal = 0; goal < one.length; goal++) if (one[goal] !== other[goal]) return one[goal] < other[goal] ? -1 : 1;
  return 0;
}

function exactPotentials({ potentials, lowPotentials }: Evidence): readonly (readonly bigint[])[] {
  return potentials.map((high, goal) => {
    const low = lowPotentials[goal];
    return Array.from(high, (value, node) => (low ? BigInt(value) * BigInt(LOW_WORD) + BigInt(low[node]) : BigInt(value)));
  });
}

/** Where there is room: along arcs below capacity, and back along arcs that carry something. */
class ResidualNetwork {
  readonly zero: Vector;
  private readonly potentials: readonly (readonly bigint[])[];
  /** Arcs at each node, `arcsAt[firstAt[v]]` to `arcsAt[firstAt[v + 1] − 1]`. */
  private readonly firstAt: Int32Array;
  private readonly arcsAt: Int32Array;

  constructor(
    private readonly network: Network,
    private readonly evidence: Evidence,
  ) {
    const { nodes, tail, head, costs } = network;
    this.zero = costs.map(() => 0n);
    this.potentials = exactPotentials(evidence);
    this.firstAt = new Int32Array(nodes + 1);
    for (let arc = 0; arc < tail.length; arc++) for (const node of [tail[arc], head[arc]]) this.firstAt[node + 1]++;
    for (let node = 0; node < nodes; node++) this.firstAt[node + 1] += this.firstAt[node];
    const next = this.firstAt.slice();
    this.arcsAt = new Int32Array(2 * tail.length);
    for (let arc = 0; arc < tail.length; arc++) for (const node of [tail[arc], head[arc]]) this.arcsAt[next[node]++] = arc;
  }

  reducedCost(arc: number): Vector {
    const { tail, head, costs } = this.network;
    return costs.map((cost, goal) => BigInt(cost[arc]) + this.potentials[goal][head[arc]] - this.potentials[goal][tail[arc]]);
  }

  /** The least vector of reduced costs from a node to every other; undefined where there is no way. */
  distancesFrom(start: number): readonly (Vector | undefined)[] {
    const distances = new Array<Vector | undefined>(this.network.nodes).fill(undefined);
    const done = new Uint8Array(this.network.nodes);
    const queue = new NodeQueue(distances);
    distances[start] = this.zero;
    queue.add(start);
    for (let node = queue.take(); node !== undefined; node = queue.take()) {
      if (done[node] === 1) continue;
      done[node] = 1;
      this.reach(node, distances, queue);
    }
    return distances;
  }

  private reach(node: number, distances: (Vector | undefined)[], queue: NodeQueue): void {
    const { tail, head, capacity } = this.network;
    const { flow } = this.evidence;
    for (let position = this.firstAt[node]; position < this.firstAt[node + 1]; position++) {
      const arc = this.arcsAt[position];
      const along = tail[arc] === node;
      if (along ? flow[arc] >= capacity[arc] : flow[arc] === 0) continue;
      const other = along ? head[arc] : tail[arc];
      const step = this.reducedCost(arc);
      const reached = sum(distances[node] ?? this.zero, along ? step : step.map((cost) => -cost));
      const known = distances[other];
      if (known && compare(known, reached) <= 0) continue;
      distances[other] = reached;
      queue.add(other);
    }
  }
}

/** A binary heap of nodes, nearest first. A node that gets nearer is added again; its older entries then do no harm. */
class NodeQueue {
  private readonly heap: { readonly node: number; readonly distance: Vector }[] = [];

  constructor(private readonly distances: readonly (Vector | undefined)[]) {}

  add(node: number): void {
    const entry = { node, distance: this.distances[node] ?? [] };
    const { heap } = this;
    let position = heap.push(entry) - 1;
    while (position > 0) {
      const above = (position - 1) >> 1;
      if (compare(heap[above].distance, entry.distance) <= 0) break;
      heap[position] = heap[above];
      position = above;
    }
    heap[position] = entry;
  }

  take(): number | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.node;
    let position = 0;
    for (;;) {
      let below = 2 * position + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && compare(heap[below + 1].distance, heap[below].distance) < 0) below++;
      if (compare(heap[below].distance, last.distance) >= 0) break;
      heap[position] = heap[below];
      position = below;
    }
    heap[position] = last;
    return first.node;
  }
}
