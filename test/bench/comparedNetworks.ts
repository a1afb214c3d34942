/** Networks solved and certified in strict order, then with one weighted goal beside LEMON. */
import { join } from "node:path";
import type { Network } from "../../src/engine/flow/network";
import { LemonFile, weighted, type Anchor } from "./anchors";
import { fastest, inTurn, milliseconds, type Print } from "./compare";
import { measure, type Measured } from "./measure";

export interface Place {
  /** For files that other solvers read. */
  readonly folder: string;
  /** The project's. */
  readonly root: string;
}

/** Prints both. */
export function compared(networks: Iterable<Network>, name: string, { folder, root, print }: Place & { readonly print: Print }): void {
  const all = allGoals(networks);
  print(`\n${name}: ${all.networks} networks, ${all.pairs} arcs, largest ${all.largestPart + 1} nodes`);
  print(`  all goals     ${all.told}`);
  const file = new LemonFile(folder);
  for (const network of networks) file.add(inOneGoal(network));
  inTurn(ours(networks, inOneGoal), { name: "LEMON C++", other: file.anchor(join(root, "test/bench/lemon.cpp")) }, print);
}

/** Ours on networks made to have one goal. */
export function ours(networks: Iterable<Network>, shape: (network: Network) => Network): Anchor {
  return () => {
    const { solve, totals } = measure(networks, shape);
    return { ...solve, total: totals[0] };
  };
}

const ROUNDS = 3;

/** The fastest of some rounds with all goals, and what it took in words. */
export function allGoals(networks: Iterable<Network>): Measured & { readonly told: string } {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const measured = measure(networks);
    return { ...measured, ms: measured.solve.ms + measured.certify.ms };
  });
  const best = fastest(rounds);
  const { ms, solve, certify, pivots } = best;
  const processor = milliseconds(solve.processorMs + certify.processorMs);
  const told = `solve ${milliseconds(solve.ms)} + certificate ${milliseconds(certify.ms)} = ${milliseconds(ms)} (${processor} of the processor); ${pivots} pivots`;
  return { ...best, told };
}

/** One weighted goal; costs of up to 1,000 before they are weighted, so that every solver can count with them. */
function inOneGoal(network: Network): Network {
  const costs = network.costs.map((cost) => {
    const most = cost.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    return most <= 1_000 ? cost : cost.map((value) => Math.round((1_000 * value) / most));
  });
  return weighted({ ...network, costs });
}
