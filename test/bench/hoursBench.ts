/** Lines that share machine hours, balanced at one place: time of the processor, and for each priority what was reached, the bound and the gap. */
import { balance } from "../../src/engine/balance";
import { check } from "../../src/engine/checker";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import { processorMs } from "./measure";
import { workshop } from "./workshop";

export async function hoursBench(lines: number, seed: number, print: (line: string) => void): Promise<void> {
  const linear = loadSolveLinear();
  for (const windows of [false, true]) {
    const told = workshop({ lines, windows }, seed);
    const situation = { ...told, factories: told.factories.map((factory) => ({ ...factory, place: told.office })) };
    const start = processorMs();
    let settled = 0;
    const result = await balance(situation, {
      solveNetwork,
      solveLinear: () => linear,
      pause: async ({ stage }) => {
        if (stage === "explaining" && settled === 0) settled = processorMs() - start;
      },
    });
    const faults = check(situation, result).length;
    print(
      `\nhours ${lines}${windows ? " with windows" : ""}: settled in ${(settled / 1_000).toFixed(1)} s, explained after ${((processorMs() - start) / 1_000).toFixed(1)} s; ${result.proof.status} ${result.proof.gap}; the checker finds ${faults} faults`,
    );
    for (const { goal, reached, bound } of result.steps.at(-1)?.goals.slice(0, 3) ?? [])
      print(
        `  ${goal} reached ${Number(reached) / 1e12} points, bound ${Number(bound) / 1e12}, gap ${((100 * Number(bound - reached)) / Math.max(1, Number(bound))).toFixed(3)} %`,
      );
  }
}
