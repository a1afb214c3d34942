import type { Network, NetworkSolution } from "../../../src/engine/flow/network";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";

/** Runs the solver to its end. */
export function solved(network: Network): NetworkSolution {
  const steps = solveNetwork(network);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
