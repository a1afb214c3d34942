/**
 * DIMACS minimum-cost flow files (DIMACS implementation challenge, 1991): `p min NODES ARCS`, `n NODE SUPPLY`,
 * `a FROM TO LOW CAPACITY COST`. Read as a network whose first goal is that every unit arrives; a capacity below 0 means none.
 */
import type { Network } from "../../src/engine/flow/network";

export interface DimacsProblem {
  readonly network: Network;
  /** Cost of the lower bounds, which the network leaves out. */
  readonly fixedCost: bigint;
  /** Units that arrive only as far as the demand nodes ask: both sums must be equal. */
  readonly balanced: boolean;
}

/** Throws a RangeError that names the line where the text is no such file. */
export function readDimacs(text: string): DimacsProblem {
  const supply: number[] = [];
  const arcs = new Arcs();
  let fixedCost = 0n;
  let position = 0;
  for (let line = 1; position < text.length; line++) {
    const end = text.indexOf("\n", position);
    const row = text.slice(position, end < 0 ? text.length : end).trim();
    position = end < 0 ? text.length : end + 1;
    if (row === "" || row.startsWith("c")) continue;
    const [kind, ...words] = row.split(/\s+/);
    const numbers = words.slice(kind === "p" ? 1 : 0).map(Number);
    if (!numbers.every(Number.isSafeInteger)) throw new RangeError(`line ${line} of the DIMACS file: ${row}`);
    const node = (id: number): number => {
      if (!(id >= 1 && id < supply.length))
        throw new RangeError(`line ${line} of the DIMACS file names node ${id} of ${supply.length - 1}`);
      return id;
    };
    if (kind === "p" && words[0] === "min" && numbers[0] >= 0) for (let count = 0; count <= numbers[0]; count++) supply.push(0);
    else if (kind === "n" && numbers.length === 2) supply[node(numbers[0])] += numbers[1];
    else if (kind === "a" && numbers.length === 5) {
      const [from, to, low, capacity, cost] = numbers;
      const room = capacity < 0 ? Infinity : capacity - low;
      if (room < 0) throw new RangeError(`line ${line} of the DIMACS file has no room: ${row}`);
      arcs.lay(node(from), node(to), room, cost);
      supply[from] -= low;
      supply[to] += low;
      fixedCost += BigInt(low) * BigInt(cost);
    } else throw new RangeError(`line ${line} of the DIMACS file: ${row}`);
  }
  return { network: networkOf(supply, arcs), fixedCost, balanced: supply.reduce((sum, units) => sum + units, 0) === 0 };
}

/** Every node but those that take units may send to the root, at a cost that the first goal keeps from being used. */
function networkOf(supply: readonly number[], arcs: Arcs): Network {
  const real = arcs.tail.length;
  const startArc = new Int32Array(supply.length).fill(-1);
  for (let node = 1; node < supply.length; node++) startArc[node] = arcs.lay(node, 0, supply[node] < 0 ? -supply[node] : Infinity, 0);
  const missed = Float64Array.from(arcs.tail, (node, arc) => (arc >= real && supply[node] >= 0 ? 1 : 0));
  return {
    nodes: supply.length,
    supply: Float64Array.from(supply, (units) => Math.max(0, units)),
    tail: Int32Array.from(arcs.tail),
    head: Int32Array.from(arcs.head),
    capacity: Float64Array.from(arcs.capacity),
    startArc,
    costs: [missed, Float64Array.from(arcs.cost)],
  };
}

class Arcs {
  readonly tail: number[] = [];
  readonly head: number[] = [];
  readonly capacity: number[] = [];
  readonly cost: number[] = [];

  lay(from: number, to: number, capacity: number, cost: number): number {
    this.tail.push(from);
    this.head.push(to);
    this.capacity.push(capacity);
    this.cost.push(cost);
    return this.tail.length - 1;
  }
}

/**
 * A market's network with one goal, in transportation form: cells (and one node for unused capacity) supply, rows (and one
 * node for what stays unmet) ask. Its optimal cost is the network's.
 */
export function writeDimacs({ nodes, supply, tail, head, capacity, startArc, costs }: Network): string {
  const rows = new Set<number>();
  for (let node = 1; node < nodes; node++) if (Number.isFinite(capacity[startArc[node]])) rows.add(node);
  const [unused, unmet] = [nodes, nodes + 1];
  const asked = [...rows].reduce((sum, row) => sum + capacity[startArc[row]], 0);
  const offered = supply.reduce((sum, units) => sum + units, 0);
  const lines: string[] = [];
  for (let node = 1; node < nodes; node++) lines.push(`n ${node} ${rows.has(node) ? -capacity[startArc[node]] : supply[node]}`);
  lines.push(`n ${unused} ${asked}`, `n ${unmet} ${-offered}`);
  const firstArc = lines.length;
  for (let arc = 0; arc < tail.length; arc++) {
    if (head[arc] === 0)
      lines.push(
        rows.has(tail[arc]) ? `a ${unused} ${tail[arc]} 0 ${capacity[arc]} 0` : `a ${tail[arc]} ${unmet} 0 ${offered} ${costs[0][arc]}`,
      );
    else lines.push(`a ${tail[arc]} ${head[arc]} 0 ${Math.min(capacity[arc], offered)} ${costs[0][arc]}`);
  }
  lines.push(`a ${unused} ${unmet} 0 ${asked} 0`);
  return [`p min ${unmet} ${lines.length - firstArc}`, ...lines, ""].join("\n");
}
