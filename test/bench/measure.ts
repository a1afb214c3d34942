/** Our solver and certificate on a market, part after part, with times of the processor in milliseconds. */
import { certify } from "../../src/engine/flow/certify";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import type { Network, NetworkSolution } from "../../src/engine/flow/network";
import { atOnce } from "../../src/engine/slices";
import type { Market } from "./market";

export interface Measured {
  readonly solveMs: number;
  readonly certifyMs: number;
  readonly pivots: number;
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

/** Arcs of the networks that are held at a time: the clock is read once for all of them. */
const ARCS_AT_ONCE = 300_000;

/** `shape` changes each network before it is solved, for example to one weighted goal. Throws where a certificate fails. */
export function measure(market: Market, shape: (network: Network) => Network = (network) => network): Measured {
  const sum = { solveMs: 0, certifyMs: 0, pivots: 0, pairs: 0, largestPart: 0, asked: 0 };
  let totals: bigint[] = [];
  for (const networks of batches(market, shape)) {
    const start = processorMs();
    const solutions = networks.map((network) => atOnce(solveNetwork(network)));
    const done = processorMs();
    const certificates = networks.map((network, index) => certify(network, solutions[index]));
    sum.certifyMs += processorMs() - done;
    sum.solveMs += done - start;
    for (const [index, network] of networks.entries()) {
      const certificate = certificates[index];
      if (!certificate.ok) throw new Error(`a part of ${market.name}: ${JSON.stringify(certificate.violation)}`);
      count(sum, network, solutions[index]);
      totals = certificate.totals.map((total, goal) => total + (totals[goal] ?? 0n));
    }
  }
  const met = -Number(totals.slice(0, 3).reduce((all, total) => all + total, 0n));
  return { ...sum, totals, share: 1 - met / sum.asked };
}

function count(
  sum: { pivots: number; pairs: number; largestPart: number; asked: number },
  { nodes, tail, supply }: Network,
  { pivots }: NetworkSolution,
): void {
  sum.pivots += pivots;
  sum.pairs += tail.length - nodes + 1;
  sum.largestPart = Math.max(sum.largestPart, nodes - 1);
  sum.asked += supply.reduce((all, units) => all + units, 0);
}

function* batches(market: Market, shape: (network: Network) => Network): Generator<Network[]> {
  let held: Network[] = [];
  let arcs = 0;
  for (let index = 0; index < market.parts; index++) {
    const network = shape(market.part(index));
    held.push(network);
    arcs += network.tail.length;
    if (arcs < ARCS_AT_ONCE && index < market.parts - 1) continue;
    yield held;
    held = [];
    arcs = 0;
  }
}
