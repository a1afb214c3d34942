/** Our solver and certificate on a market, part after part, with times in milliseconds. */
import { certify } from "../../src/engine/flow/certify";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import type { Network, NetworkSolution } from "../../src/engine/flow/network";
import type { Market } from "./market";

export interface Measured {
  readonly buildMs: number;
  readonly solveMs: number;
  readonly certifyMs: number;
  readonly longestPartMs: number;
  readonly pivots: number;
  readonly pairs: number;
  readonly largestPart: number;
  readonly totals: readonly bigint[];
  readonly share: number;
}

export function solved(network: Network): NetworkSolution {
  const steps = solveNetwork(network);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `shape` changes each network before it is solved, for example to one weighted goal. Throws where a certificate fails. */
export function measure(market: Market, shape: (network: Network) => Network = (network) => network): Measured {
  const times = { build: 0, solve: 0, certify: 0, longest: 0 };
  let pivots = 0;
  let pairs = 0;
  let largestPart = 0;
  let asked = 0;
  let totals: bigint[] = [];
  for (let index = 0; index < market.parts; index++) {
    const start = performance.now();
    const network = shape(market.part(index));
    const built = performance.now();
    const solution = solved(network);
    const done = performance.now();
    const certificate = certify(network, solution);
    const checked = performance.now();
    if (!certificate.ok) throw new Error(`part ${index} of ${market.name}: ${JSON.stringify(certificate.violation)}`);
    times.build += built - start;
    times.solve += done - built;
    times.certify += checked - done;
    times.longest = Math.max(times.longest, checked - built);
    pivots += solution.pivots;
    pairs += network.tail.length - network.nodes + 1;
    largestPart = Math.max(largestPart, network.nodes - 1);
    asked += network.supply.reduce((sum, units) => sum + units, 0);
    totals = certificate.totals.map((total, goal) => total + (totals[goal] ?? 0n));
  }
  const met = -Number(totals.slice(0, 3).reduce((sum, total) => sum + total, 0n));
  return {
    buildMs: times.build,
    solveMs: times.solve,
    certifyMs: times.certify,
    longestPartMs: times.longest,
    pivots,
    pairs,
    largestPart,
    totals,
    share: 1 - met / asked,
  };
}
