/** An edit of one row: its part is solved again and certified, and nothing else. Times of the processor in milliseconds. */
import { certify } from "../../src/engine/flow/certify";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { atOnce } from "../../src/engine/slices";
import { randomNumbers, type Market } from "./market";
import { processorMs } from "./measure";

export interface EditTimes {
  readonly edits: number;
  readonly median: number;
  /** Nineteen in twenty take no longer. */
  readonly most: number;
  readonly longest: number;
}

/** Asks for a piece more of one demand line drawn at random, so many times over. Throws where a certificate fails. */
export function editTimes(market: Market, edits: number, seed: number): EditTimes {
  const random = randomNumbers(seed);
  const times = Array.from({ length: edits }, () => {
    const part = market.part(market.partOf(Math.floor(random() * market.demandLines)));
    const cells = part.supply.reduce((count, units) => count + (units > 0 ? 1 : 0), 0);
    const network = { ...part, supply: part.supply.slice() };
    network.supply[1 + Math.floor(random() * cells)]++;
    const start = processorMs();
    const certificate = certify(network, atOnce(solveNetwork(network)));
    if (!certificate.ok) throw new Error(`an edit of ${market.name}: ${JSON.stringify(certificate.violation)}`);
    return processorMs() - start;
  }).sort((a, b) => a - b);
  return { edits, median: times[edits >> 1], most: times[Math.floor(0.95 * edits)], longest: times[edits - 1] };
}
