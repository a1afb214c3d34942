/**
 * The networks that `balance()` itself lays on a made-up province: every step at every place, with windows, nodes of shared
 * bookings, kept arcs and in-house work, lines of one kind joined. They are written to a file, and solved and certified from
 * there once the balance is gone from memory, so that no garbage of others is counted: all goals in strict order, then one
 * weighted goal, beside LEMON.
 */
import { join } from "node:path";
import { balance } from "../../src/engine/balance";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Print } from "./compare";
import { compared, type Place } from "./comparedNetworks";
import { madeUpProvince, type ProvincePlan } from "./madeUpProvince";
import { NetworkFile } from "./networkFile";
import { peakMemory } from "./stageClock";

export async function networksBench(demandLines: number, setting: Place & { readonly seed: number }, print: Print): Promise<void> {
  for (const market of ["listed", "any capable"] as const) {
    const networks = new NetworkFile(join(setting.folder, "networks.bin"));
    await layAll({ demandLines, market }, setting.seed, networks);
    const peak = peakMemory();
    compared(networks, `networks of balance(): ${demandLines} demand lines, ${market}, counties then the province`, { ...setting, print });
    print(`  peak memory of the whole balance ${peak} MB`);
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
