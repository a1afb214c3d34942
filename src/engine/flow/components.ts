/**
 * A network falls apart where only the root holds it together: parts that share no other node never compete, so each is
 * solved for itself, in the order of its first node. A part's answer depends on nothing but the part, and the work grows
 * with the sizes of the parts, not with that of the whole.
 */
import { LOW_WORD, type Network, type NetworkSolution, type SolveNetwork } from "./network";

/** Solves a network component by component with a solver of the same door; the same promises, only faster. */
export function* solveByComponents(network: Network, solve: SolveNetwork): Generator<void, NetworkSolution> {
  const components = componentsOf(network);
  if (components.length <= 1) return yield* solve(network);
  const whole = new WholeSolution(network);
  for (const component of components) {
    whole.add(component, yield* solve(partOf(network, component)));
    yield;
  }
  return whole.solution();
}

/** Nodes and arcs of a component in the network's order; the first node is the root. */
export interface Component {
  readonly nodes: Int32Array;
  readonly arcs: Int32Array;
}

/** Connected components without the root. An arc from the root to itself goes with the first. */
export function componentsOf({ nodes, tail, head }: Network): readonly Component[] {
  const leader = Int32Array.from({ length: nodes }, (_, node) => node);
  const find = (node: number): number => {
    while (leader[node] !== node) node = leader[node] = leader[leader[node]];
    return node;
  };
  for (let arc = 0; arc < tail.length; arc++) {
    if (tail[arc] === 0 || head[arc] === 0) continue;
    const [one, other] = [find(tail[arc]), find(head[arc])];
    leader[Math.max(one, other)] = Math.min(one, other);
  }
  const indexOf = new Map<number, number>();
  for (let node = 1; node < nodes; node++) if (find(node) === node) indexOf.set(node, indexOf.size);
  const at = (node: number): number => (node === 0 ? 0 : (indexOf.get(find(node)) ?? 0));
  const nodesOf = grouped(nodes - 1, indexOf.size, (position) => at(position + 1));
  const arcsOf = grouped(tail.length, indexOf.size, (arc) => at(tail[arc] === 0 ? head[arc] : tail[arc]));
  return nodesOf.map((own, index) => ({ nodes: withRoot(own), arcs: arcsOf[index] }));
}

function withRoot(positions: Int32Array): Int32Array {
  const nodes = new Int32Array(positions.length + 1);
  positions.forEach((position, index) => (nodes[index + 1] = position + 1));
  return nodes;
}

/** Positions 0 to count − 1 by group, in order. */
function grouped(count: number, groups: number, groupOf: (position: number) => number): readonly Int32Array[] {
  const sizes = new Int32Array(groups);
  if (groups === 0) return [];
  for (let position = 0; position < count; position++) sizes[groupOf(position)]++;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let position = 0; position < count; position++) {
    const group = groupOf(position);
    lists[group][sizes[group]++] = position;
  }
  return lists;
}

function partOf({ supply, tail, head, capacity, startArc, costs }: Network, component: Component): Network {
  const nodeAt = new Map(Array.from(component.nodes, (node, index) => [node, index]));
  const arcAt = new Map(Array.from(component.arcs, (arc, index) => [arc, index]));
  const place = (at: ReadonlyMap<number, number>, old: number): number => at.get(old) ?? -1;
  return {
    nodes: component.nodes.length,
    supply: Float64Array.from(component.nodes, (node) => supply[node]),
    tail: component.arcs.map((arc) => place(nodeAt, tail[arc])),
    head: component.arcs.map((arc) => place(nodeAt, head[arc])),
    capacity: Float64Array.from(component.arcs, (arc) => capacity[arc]),
    startArc: component.nodes.map((node) => place(arcAt, startArc[node])),
    costs: costs.map((cost) => Float64Array.from(component.arcs, (arc) => cost[arc])),
  };
}

/** Puts the answers of the components together. */
class WholeSolution {
  private readonly flow: Float64Array;
  private readonly potentials: readonly Float64Array[];
  private readonly lowPotentials: (Float64Array | undefined)[];
  private readonly totals: bigint[];
  private pivots = 0;
  private readonly parts: { readonly component: Component; readonly solution: NetworkSolution }[] = [];

  constructor(private readonly network: Network) {
    this.flow = new Float64Array(network.tail.length);
    this.potentials = network.costs.map(() => new Float64Array(network.nodes));
    this.lowPotentials = network.costs.map(() => undefined);
    this.totals = network.costs.map(() => 0n);
  }

  add(component: Component, solution: NetworkSolution): void {
    component.arcs.forEach((arc, index) => (this.flow[arc] = solution.flow[index]));
    solution.totals.forEach((total, goal) => (this.totals[goal] += total));
    solution.lowPotentials.forEach((low, goal) => {
      if (low) this.lowPotentials[goal] ??= new Float64Array(this.network.nodes);
    });
    this.pivots += solution.pivots;
    this.parts.push({ component, solution });
  }

  solution(): NetworkSolution {
    for (const { component, solution } of this.parts)
      for (let goal = 0; goal < this.totals.length; goal++) this.layPotentials(component, solution, goal);
    return { flow: this.flow, potentials: this.potentials, lowPotentials: this.lowPotentials, totals: this.totals, pivots: this.pivots };
  }

  /** In two words where any component needs them. */
  private layPotentials({ nodes }: Component, solution: NetworkSolution, goal: number): void {
    const [high, low] = [this.potentials[goal], this.lowPotentials[goal]];
    const [ownHigh, ownLow] = [solution.potentials[goal], solution.lowPotentials[goal]];
    nodes.forEach((node, index) => {
      const word = low && !ownLow ? Math.floor(ownHigh[index] / LOW_WORD) : ownHigh[index];
      high[node] = word;
      if (low) low[node] = ownLow ? ownLow[index] : ownHigh[index] - word * LOW_WORD;
    });
  }
}
