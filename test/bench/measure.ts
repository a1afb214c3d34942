/** Our solver and certificate on networks, one after another, with what they took. */
import { certify } from "../../src/engine/flow/certify";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import type { Network, NetworkSolution } from "../../src/engine/flow/network";
import { atOnce } from "../../src/engine/slices";

/** Milliseconds by the clock, and of the processor: of the whole process, helpers that compile and collect garbage included. */
export interface Time {
  readonly ms: number;
  readonly processorMs: number;
}

export interface Measured {
  readonly solve: Time;
  readonly certify: Time;
  readonly pivots: number;
  readonly networks: number;
  /** Arcs, less one a node: those to the root. */
  readonly pairs: number;
  readonly largestPart: number;
  readonly totals: readonly bigint[];
  readonly share: number;
}

export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function plus(sum: Time, start: Time, end: Time): Time {
  return { ms: sum.ms + end.ms - start.ms, processorMs: sum.processorMs + end.processorMs - start.processorMs };
}

function now(): Time {
  return { ms: performance.now(), processorMs: processorMs() };
}

/**
 * Arcs of the networks that are held at a time: the clock is read once for all of them. Few enough that each is solved soon after
 * it was laid, as in a balance and in lemon.cpp.
 */
const ARCS_AT_ONCE = 10_000;

/** `shape` changes each network before it is solved, for example to one weighted goal. Throws where a certificate fails. */
export function measure(networks: Iterable<Network>, shape: (network: Network) => Network = (network) => network): Measured {
  const sum = { pivots: 0, networks: 0, pairs: 0, largestPart: 0, asked: 0 };
  const totals: bigint[] = [];
  let solve: Time = { ms: 0, processorMs: 0 };
  let certified = solve;
  for (const held of batches(networks, shape)) {
    const start = now();
    const solutions = held.map((network) => atOnce(solveNetwork(network)));
    const done = now();
    const certificates = held.map((network, index) => certify(network, solutions[index]));
    certified = plus(certified, done, now());
    solve = plus(solve, start, done);
    for (const [index, network] of held.entries()) {
      const certificate = certificates[index];
      if (!certificate.ok) throw new Error(JSON.stringify(certificate.violation));
      count(sum, network, solutions[index]);
      for (const [goal, total] of solutions[index].totals.entries()) totals[goal] = total + (totals[goal] ?? 0n);
    }
  }
  const met = -Number(totals.slice(0, 3).reduce((all, total) => all + total, 0n));
  return { ...sum, solve, certify: certified, totals, share: 1 - met / sum.asked };
}

function count(
  sum: { pivots: number; networks: number; pairs: number; largestPart: number; asked: number },
  { nodes, tail, supply }: Network,
  { pivots }: NetworkSolution,
): void {
  sum.pivots += pivots;
  sum.networks++;
  sum.pairs += tail.length - nodes + 1;
  sum.largestPart = Math.max(sum.largestPart, nodes - 1);
  sum.asked += supply.reduce((all, units) => all + units, 0);
}

function* batches(networks: Iterable<Network>, shape: (network: Network) => Network): Generator<Network[]> {
  let held: Network[] = [];
  let arcs = 0;
  for (const given of networks) {
    const network = shape(given);
    held.push(network);
    arcs += network.tail.length;
    if (arcs < ARCS_AT_ONCE) continue;
    yield held;
    held = [];
    arcs = 0;
  }
  if (held.length > 0) yield held;
}
