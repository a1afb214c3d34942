/**
 * The networks that `balance()` itself lays on a made-up province: every step at every place, with windows, nodes of shared
 * bookings, kept arcs and in-house work, lines of one kind joined. The flows and certificates of a whole balance are timed, all
 * goals in strict order; then the same networks with one weighted goal, beside LEMON.
 */
import { join } from "node:path";
import { balance } from "../../src/engine/balance";
import { certify } from "../../src/engine/flow/certify";
import type { Network, NetworkSolution } from "../../src/engine/flow/network";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import { atOnce } from "../../src/engine/slices";
import { LemonFile, weighted } from "./anchors";
import { inTurn, milliseconds, peakMemory, type Print } from "./compare";
import { madeUpProvince, type ProvincePlan } from "./madeUpProvince";
import type { MarketSetting } from "./marketBench";
import { processorMs } from "./measure";

export async function networksBench(demandLines: number, setting: Omit<MarketSetting, "most">, print: Print): Promise<void> {
  for (const market of ["listed", "any capable"] as const) {
    await solved({ demandLines: Math.min(demandLines, 10_000), market }, setting); // the compiler warms up
    const sums = await solved({ demandLines, market }, setting);
    print(
      `\nnetworks of balance(): ${demandLines} demand lines, ${market}, counties then the province: ${sums.networks} networks, ${sums.arcs} arcs, largest ${sums.largest} nodes`,
    );
    print(
      `  all goals     solve ${milliseconds(sums.solveMs)} + certificate ${milliseconds(sums.certifyMs)} = ${milliseconds(sums.solveMs + sums.certifyMs)} of the processor; ${sums.pivots} pivots; peak memory of the whole balance ${peakMemory()}`,
    );
    const ours = { ms: sums.weightedMs, total: sums.total };
    const other = sums.file.anchor(join(setting.root, "test/bench/lemon.cpp"));
    inTurn(() => ours, { name: "LEMON C++", other, rounds: 1 }, print);
  }
}

class Sums {
  networks = 0;
  arcs = 0;
  largest = 0;
  pivots = 0;
  solveMs = 0;
  certifyMs = 0;
  /** With one weighted goal. */
  weightedMs = 0;
  total = 0n;
  private waiting: Network[] = [];

  constructor(readonly file: LemonFile) {}

  /** A door for the engine that keeps count. */
  *solve(network: Network): Generator<void, NetworkSolution> {
    const start = processorMs();
    const solution = yield* solveNetwork(network);
    const solved = processorMs();
    const certificate = certify(network, solution);
    this.certifyMs += processorMs() - solved;
    this.solveMs += solved - start;
    if (!certificate.ok) throw new Error(JSON.stringify(certificate.violation));
    this.networks++;
    this.arcs += network.tail.length - network.nodes + 1;
    this.largest = Math.max(this.largest, network.nodes);
    this.pivots += solution.pivots;
    this.waiting.push(weighted(scaled(network)));
    if (this.waiting.length >= AT_ONCE) this.flush();
    return solution;
  }

  /** Solves those that wait, under one reading of the clock. */
  flush(): void {
    const start = processorMs();
    const solutions = this.waiting.map((network) => atOnce(solveNetwork(network)));
    this.weightedMs += processorMs() - start;
    for (const { totals } of solutions) this.total += totals[0];
    for (const network of this.waiting) this.file.add(network);
    this.waiting = [];
  }
}

const AT_ONCE = 500;

/** Costs of up to 1,000, so that every solver can count with them. */
function scaled(network: Network): Network {
  const costs = network.costs.map((cost) => {
    const most = cost.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    return most <= 1_000 ? cost : cost.map((value) => Math.round((1_000 * value) / most));
  });
  return copyOf({ ...network, costs });
}

/** The engine writes over a network that is solved. */
function copyOf({ nodes, supply, tail, head, capacity, startArc, costs }: Network): Network {
  return {
    nodes,
    supply: supply.slice(),
    tail: tail.slice(),
    head: head.slice(),
    capacity: capacity.slice(),
    startArc: startArc.slice(),
    costs: costs.map((cost) => cost.slice()),
  };
}

async function solved(plan: ProvincePlan, { seed, folder }: { seed: number; folder: string }): Promise<Sums> {
  const sums = new Sums(new LemonFile(folder));
  const linear = loadSolveLinear();
  await balance(madeUpProvince(plan, seed), {
    solveNetwork: (network) => sums.solve(network),
    solveLinear: () => linear,
    pause: () => Promise.resolve(),
  });
  sums.flush();
  return sums;
}
