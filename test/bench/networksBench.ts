/**
 * The networks that `balance()` itself lays on a made-up province: every step at every place, with windows, nodes of shared
 * bookings, kept arcs and in-house work, lines of one kind joined. They are written to a file, and solved and certified from
 * there once the balance is gone from memory, so that no garbage of others is counted: all goals in strict order, then one
 * weighted goal, beside LEMON.
 */
import { join } from "node:path";
import { balance } from "../../src/engine/balance";
import type { Network } from "../../src/engine/flow/network";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import { LemonFile, weighted } from "./anchors";
import { inTurn, milliseconds, peakMemory, type Print } from "./compare";
import { madeUpProvince, type ProvincePlan } from "./madeUpProvince";
import type { MarketSetting } from "./marketBench";
import { measure, type Measured } from "./measure";
import { NetworkFile } from "./networkFile";

export async function networksBench(demandLines: number, setting: Omit<MarketSetting, "most">, print: Print): Promise<void> {
  for (const market of ["listed", "any capable"] as const) {
    const networks = new NetworkFile(join(setting.folder, "networks.bin"));
    await layAll({ demandLines, market }, setting.seed, networks);
    const peak = peakMemory();
    compared(networks, `networks of balance(): ${demandLines} demand lines, ${market}, counties then the province`, { ...setting, print });
    print(`  peak memory of the whole balance ${peak}`);
    networks.close();
  }
}

/** Every network of a balance. */
async function layAll(plan: ProvincePlan, seed: number, into: NetworkFile): Promise<void> {
  const linear = loadSolveLinear();
  await balance(madeUpProvince(plan, seed), {
    solveNetwork: (network) => {
      into.add(network);
      return solveNetwork(network);
    },
    solveLinear: () => linear,
    pause: () => Promise.resolve(),
  });
}

const ROUNDS = 3;

/** Solves and certifies them in strict order, then beside LEMON; the least of some rounds counts. */
export function compared(
  networks: Iterable<Network>,
  name: string,
  { folder, root, print }: { folder: string; root: string; print: Print },
): void {
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
