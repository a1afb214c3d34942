/**
 * The independent proof that a flow is lexicographically optimal. It shares no code with the solver and takes nothing from
 * it but the flow and the potentials, wherever they may come from.
 *
 * Why what it checks is a proof. Let p[k] be any node potentials for goal k and r[k][a] = cost[k][a] +
 * p[k][head] − p[k][tail] the reduced costs. For every flow x that keeps the balances, Σ cost[k]·x = Σ r[k]·x + a constant
 * (the sum of p[k] · supply, the root's being minus all the others'), the same for all flows. So flows compare on the totals
 * exactly as they compare on the vectors of Σ r[k]·x. If now the vector r[·][a] is lexicographically ≥ 0 where the flow is 0,
 * ≤ 0 where it is at capacity and 0 in between, then for any other flow y each arc adds r[·][a]·(y[a] − x[a]), a
 * lexicographically non-negative vector, and so is the sum: no flow has a smaller vector of totals. An arc of capacity 0
 * carries the same in all flows and may have any reduced cost.
 *
 * All sums are exact: by numbers where potentials stay below 2^51, by bigint where not.
 */
import { LOW_WORD, type Network, type NetworkSolution } from "./network";

export type Evidence = Pick<NetworkSolution, "flow" | "potentials" | "lowPotentials">;

/**
 * Balance: what flows out of a node less what flows in is not its supply. Reduced cost: wrong sign for the arc's flow, first
 * seen in `goal`. Exact amounts are decimal text, since they may pass 2^53 and a violation must be printable.
 */
export type Violation =
  | { readonly kind: "shape"; readonly what: string }
  | { readonly kind: "fraction" | "negative" | "above capacity"; readonly arc: number; readonly flow: number }
  | { readonly kind: "balance"; readonly node: number; readonly surplus: string }
  | { readonly kind: "cost"; readonly arc: number; readonly goal: number }
  | { readonly kind: "potential"; readonly node: number; readonly goal: number }
  | { readonly kind: "reduced cost"; readonly arc: number; readonly goal: number; readonly reducedCost: string };

export type Certificate = { readonly ok: true } | { readonly ok: false; readonly violation: Violation };

/** Checks feasibility, then optimality goal by goal; the first violation in the order of arcs, nodes and goals ends it. */
export function certify(network: Network, evidence: Evidence): Certificate {
  const violation = wrongShape(network, evidence) ?? wrongFlow(network, evidence.flow) ?? wrongPotentials(network, evidence);
  return violation ? { ok: false, violation } : { ok: true };
}

function wrongShape({ nodes, tail, costs }: Network, { flow, potentials, lowPotentials }: Evidence): Violation | undefined {
  if (flow.length !== tail.length) return { kind: "shape", what: `${flow.length} flows for ${tail.length} arcs` };
  if (potentials.length !== costs.length || lowPotentials.length !== costs.length)
    return { kind: "shape", what: `${potentials.length} potentials for ${costs.length} goals` };
  const short = firstShort(potentials, nodes) ?? firstShort(lowPotentials, nodes);
  return short && { kind: "shape", what: `${short.length} potentials for ${nodes} nodes` };
}

function firstShort(rows: readonly (Float64Array | undefined)[], nodes: number): Float64Array | undefined {
  return rows.find((values) => values !== undefined && values.length !== nodes);
}

/** Arc by arc, then at the nodes. Numbers hold the sums at every node if they hold the sum of all flows and supplies; else bigint. */
function wrongFlow(network: Network, flow: Float64Array): Violation | undefined {
  const { nodes, supply, tail, head, capacity } = network;
  const { surplus } = deskFor(nodes, flow.length);
  let gross = 0;
  for (let node = 0; node < nodes; node++) {
    surplus[node] = -supply[node];
    gross += Math.abs(supply[node]);
  }
  for (let arc = 0; arc < flow.length; arc++) {
    const units = flow[arc];
    if (!Number.isSafeInteger(units)) return { kind: "fraction", arc, flow: units };
    if (units < 0) return { kind: "negative", arc, flow: units };
    if (!(units <= capacity[arc])) return { kind: "above capacity", arc, flow: units };
    if (units === 0) continue;
    surplus[tail[arc]] += units;
    surplus[head[arc]] -= units;
    gross += units;
  }
  if (gross > SAFE) return wrongLargeBalance(network, flow);
  for (let node = 1; node < nodes; node++) if (surplus[node] !== 0) return { kind: "balance", node, surplus: String(surplus[node]) };
  return undefined;
}

function wrongLargeBalance({ nodes, supply, tail, head }: Network, flow: Float64Array): Violation | undefined {
  const surplus = Array.from(supply, (units) => -BigInt(units));
  for (let arc = 0; arc < flow.length; arc++) {
    surplus[tail[arc]] += BigInt(flow[arc]);
    surplus[head[arc]] -= BigInt(flow[arc]);
  }
  for (let node = 1; node < nodes; node++) if (surplus[node] !== 0n) return { kind: "balance", node, surplus: String(surplus[node]) };
  return undefined;
}

/** Where one check after another is worked out: most networks are small and come by the thousand. Nothing of the one before is read. */
interface Desk {
  readonly surplus: Float64Array;
  readonly undecided: Int32Array;
}

let desk: Desk = { surplus: new Float64Array(0), undecided: new Int32Array(0) };

function deskFor(nodes: number, arcs: number): Desk {
  if (desk.surplus.length < nodes || desk.undecided.length < arcs)
    desk = { surplus: new Float64Array(roomFor(nodes)), undecided: new Int32Array(roomFor(arcs)) };
  return desk;
}

/** Some more than asked for, so that a slightly larger network does not need another desk. */
function roomFor(count: number): number {
  return Math.ceil(1.5 * count) + 64;
}

/** Goal after goal over the arcs that the goals before left undecided (reduced cost 0 in all of them). */
function wrongPotentials(network: Network, evidence: Evidence): Violation | undefined {
  const { capacity, costs, tail, nodes } = network;
  const { undecided } = deskFor(nodes, tail.length);
  let count = 0;
  for (let arc = 0; arc < tail.length; arc++) if (capacity[arc] > 0) undecided[count++] = arc;
  for (let goal = 0; goal < costs.length; goal++) {
    const high = evidence.potentials[goal];
    const low = evidence.lowPotentials[goal];
    // A goal that costs nothing, with potentials of 0, leaves every arc as it is.
    if (low === undefined && isZero(high) && isZero(costs[goal])) continue;
    const exact = low === undefined && areSafe(high);
    const wrong = exact ? undefined : (firstFraction(high) ?? (low && firstFraction(low)));
    if (wrong !== undefined) return { kind: "potential", node: wrong, goal };
    const pass = { goal, undecided, count };
    const left = exact ? decide(network, evidence, pass) : decideInBigint(network, evidence, pass);
    if (typeof left !== "number") return left;
    count = left;
  }
  return undefined;
}

function isZero(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) if (values[index] !== 0) return false;
  return true;
}

function firstFraction(values: Float64Array): number | undefined {
  for (let node = 0; node < values.length; node++) if (!Number.isSafeInteger(values[node])) return node;
  return undefined;
}

/** Are all of them whole numbers, of a size that numbers add exactly? */
function areSafe(values: Float64Array): boolean {
  for (let node = 0; node < values.length; node++) {
    const value = values[node];
    if (Math.floor(value) !== value || value > SAFE || value < -SAFE) return false;
  }
  return true;
}

/** One goal's look at the arcs still undecided, the first `count` of the list; those it leaves so are moved to its front. */
interface Pass {
  readonly goal: number;
  readonly undecided: Int32Array;
  readonly count: number;
}

/** Returns how many arcs stay undecided, or what is wrong. */
function decide(
  { tail, head, capacity, costs }: Network,
  { flow, potentials }: Evidence,
  { goal, undecided, count }: Pass,
): number | Violation {
  const cost = costs[goal];
  const potential = potentials[goal];
  let left = 0;
  for (let position = 0; position < count; position++) {
    const arc = undecided[position];
    const price = cost[arc];
    if (!Number.isSafeInteger(price)) return { kind: "cost", arc, goal };
    // Potentials differ by 2^52 at most, so a sum with a larger cost is rounded only where its sign is beyond doubt.
    const reducedCost = price + (potential[head[arc]] - potential[tail[arc]]);
    if (reducedCost === 0) undecided[left++] = arc;
    else if (reducedCost > 0 ? flow[arc] !== 0 : flow[arc] !== capacity[arc])
      return { kind: "reduced cost", arc, goal, reducedCost: String(reducedCost) };
  }
  return left;
}

function decideInBigint(
  { tail, head, capacity, costs }: Network,
  { flow, potentials, lowPotentials }: Evidence,
  { goal, undecided, count }: Pass,
): number | Violation {
  const low = lowPotentials[goal];
  const potential = Array.from(potentials[goal], (high, node) =>
    low ? BigInt(high) * BigInt(LOW_WORD) + BigInt(low[node]) : BigInt(high),
  );
  let left = 0;
  for (let position = 0; position < count; position++) {
    const arc = undecided[position];
    if (!Number.isSafeInteger(costs[goal][arc])) return { kind: "cost", arc, goal };
    const reducedCost = BigInt(costs[goal][arc]) + potential[head[arc]] - potential[tail[arc]];
    if (reducedCost === 0n) undecided[left++] = arc;
    else if (reducedCost > 0n ? flow[arc] !== 0 : flow[arc] !== capacity[arc])
      return { kind: "reduced cost", arc, goal, reducedCost: String(reducedCost) };
  }
  return left;
}

/** Numbers add two of this size without rounding. */
const SAFE = 2 ** 51;
