/** What an optimal tree says: the flow, its totals, and the potentials of all goals. */
import { LOW_WORD, type Network, type NetworkSolution } from "./network";
import type { OpenArcs } from "./openArcs";
import type { Branches, SpanningTree } from "./spanningTree";
import type { Workspace } from "./workspace";

export function solutionOf(network: Network, { arcs, tree }: Workspace, pivots: number): NetworkSolution {
  const { nodes, tail, costs } = network;
  const flow = freshRow(tail.length);
  const carrying = layFlow(network, { arcs, tree, flow });
  const branches = tree.branches(tail);
  const potentials = costs.map(() => freshRow(nodes));
  const lowPotentials = costs.map((cost, goal) => {
    if (sumAlong(branches, cost, potentials[goal]) <= Number.MAX_SAFE_INTEGER) return undefined;
    return sumInTwoWords(branches, cost, potentials[goal]);
  });
  return { flow, potentials, lowPotentials, totals: costs.map((cost) => totalCost(cost, flow, carrying)), pivots };
}

/** Numbers of one piece of memory. */
const PIECE = 2 ** 14;

let piece = new Float64Array(0);
let taken = 0;

/**
 * So many zeros that nobody else has, out of one piece of memory for many: thousands of small networks would spend more time on
 * their pieces than on what is put there.
 */
function freshRow(count: number): Float64Array {
  if (taken + count > piece.length) [piece, taken] = [new Float64Array(Math.max(PIECE, count)), 0];
  taken += count;
  return piece.subarray(taken - count, taken);
}

/** Arcs of the tree carry what leaves the room they have, full arcs outside it their capacity. Returns what carries anything. */
function layFlow(
  { nodes, tail, capacity }: Network,
  { arcs, tree, flow }: { arcs: OpenArcs; tree: SpanningTree; flow: Float64Array },
): Int32Array {
  const { mirrored, arc: arcOfSlot, slotOf: carrying } = arcs;
  const { arcSlot, roomUp, roomDown } = tree;
  let count = 0;
  for (let node = 1; node < nodes; node++) {
    const arc = arcOfSlot[arcSlot[node]];
    const units = tail[arc] === node ? roomDown[node] : roomUp[node];
    mirrored[arc] = 0;
    flow[arc] = units;
    carrying[count] = arc;
    count += units > 0 ? 1 : 0;
  }
  for (let arc = 0; arc < tail.length; arc++) {
    if (mirrored[arc] === 0) continue;
    flow[arc] = capacity[arc];
    carrying[count++] = arc;
  }
  return carrying.subarray(0, count);
}

/** Sums costs from the root outward; returns the largest size a sum has. */
function sumAlong({ count, node, parent, arc, sign }: Branches, cost: Float64Array, sums: Float64Array): number {
  let largest = 0;
  sums[0] = 0;
  for (let place = 0; place < count; place++) {
    const sum = sums[parent[place]] + sign[place] * cost[arc[place]];
    sums[node[place]] = sum;
    const size = Math.abs(sum);
    if (size > largest) largest = size;
  }
  return largest;
}

/** The same in two words; returns the low ones. */
function sumInTwoWords(branches: Branches, cost: Float64Array, sums: Float64Array): Float64Array {
  const high = cost.map((value) => Math.floor(value / LOW_WORD));
  const low = cost.map((value, arc) => value - high[arc] * LOW_WORD);
  const lowSums = new Float64Array(sums.length);
  sumAlong(branches, high, sums);
  sumAlong(branches, low, lowSums);
  return lowSums;
}

/** Σ cost · flow, exact: in bigint only where a number would not hold the sum. */
function totalCost(cost: Float64Array, flow: Float64Array, carrying: Int32Array): bigint {
  let total = 0n;
  let part = 0;
  for (let position = 0; position < carrying.length; position++) {
    const arc = carrying[position];
    const product = cost[arc] * flow[arc];
    if (Math.abs(product) > HALF) {
      total += BigInt(cost[arc]) * BigInt(flow[arc]);
      continue;
    }
    part += product;
    if (Math.abs(part) > HALF) {
      total += BigInt(part);
      part = 0;
    }
  }
  return total + BigInt(part);
}

const HALF = 2 ** 52;
