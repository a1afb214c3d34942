/** Networks solved and certified in strict order, then with one weighted goal beside LEMON. */
import { join } from "node:path";
import type { Network } from "../../src/engine/flow/network";
import { LemonFile, weighted } from "./anchors";
import { inTurn, milliseconds, type Print } from "./compare";
import { measure, type Measured } from "./measure";

export interface Place {
  /** For files that other solvers read. */
  readonly folder: string;
  /** The project's. */
  readonly root: string;
}

const ROUNDS = 3;

/** Prints both; of some rounds the least counts. */
export function compared(networks: Iterable<Network>, name: string, { folder, root, print }: Place & { readonly print: Print }): void {
  let best: Measured | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const measured = measure(networks);
    if (!best || measured.solveMs + measured.certifyMs < best.solveMs + best.certifyMs) best = measured;
  }
  if (!best) return;
  print(`\n${name}: ${best.networks} networks, ${best.pairs} arcs, largest ${best.largestPart + 1} nodes`);
  print(
    `  all goals     solve ${milliseconds(best.solveMs)} + certificate ${milliseconds(best.certifyMs)} = ${milliseconds(best.solveMs + best.certifyMs)} of the processor; ${best.pivots} pivots`,
  );
  const file = new LemonFile(folder);
  for (const network of networks) file.add(inOneGoal(network));
  const ours = (): { ms: number; total: bigint } => {
    const { solveMs: ms, totals } = measure(networks, inOneGoal);
    return { ms, total: totals[0] };
  };
  inTurn(ours, { name: "LEMON C++", other: file.anchor(join(root, "test/bench/lemon.cpp")), rounds: ROUNDS }, print);
}

/** One weighted goal; costs of up to 1,000 before they are weighted, so that every solver can count with them. */
function inOneGoal(network: Network): Network {
  const costs = network.costs.map((cost) => {
    const most = cost.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    return most <= 1_000 ? cost : cost.map((value) => Math.round((1_000 * value) / most));
  });
  return weighted({ ...network, costs });
}
