/** Our solver and certificate on networks, one after another, with times of the processor in milliseconds. */
import { certify } from "../../src/engine/flow/certify";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import type { Network, NetworkSolution } from "../../src/engine/flow/network";
import { atOnce } from "../../src/engine/slices";

export interface Measured {
  readonly solveMs: number;
  readonly certifyMs: number;
  readonly pivots: number;
  readonly networks: number;
  /** Arcs, less one a node: those to the root. */
  readonly pairs: number;
  readonly largestPart: number;
  readonly totals: readonly bigint[];
  readonly share: number;
}

/** Of this process, helpers that compile and collect garbage included. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Arcs of the networks that are held at a time: the clock is read once for all of them. Few enough that each is solved soon after
 * it was laid, as in a balance and in lemon.cpp.
 */
const ARCS_AT_ONCE = 10_000;

/** `shape` changes each network before it is solved, for example to one weighted goal. Throws where a certificate fails. */
export function measure(networks: Iterable<Network>, shape: (network: Network) => Network = (network) => network): Measured {
  const sum = { solveMs: 0, certifyMs: 0, pivots: 0, networks: 0, pairs: 0, largestPart: 0, asked: 0 };
  const totals: bigint[] = [];
  for (const held of batches(networks, shape)) {
    const start = processorMs();
    const solutions = held.map((network) => atOnce(solveNetwork(network)));
    const done = processorMs();
    const certificates = held.map((network, index) => certify(network, solutions[index]));
    sum.certifyMs += processorMs() - done;
    sum.solveMs += done - start;
    for (const [index, network] of held.entries()) {
      const certificate = certificates[index];
      if (!certificate.ok) throw new Error(JSON.stringify(certificate.violation));
      count(sum, network, solutions[index]);
      for (const [goal, total] of certificate.totals.entries()) totals[goal] = total + (totals[goal] ?? 0n);
    }
  }
  const met = -Number(totals.slice(0, 3).reduce((all, total) => all + total, 0n));
  return { ...sum, totals, share: 1 - met / sum.asked };
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
