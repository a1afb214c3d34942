/**
 * `balance()` whole on made-up provinces, stage by stage: what ordering, laying steps out, flows with their certificates,
 * whole-number parts and explanations take, and the longest stretch without a pause; then the same again after an edit of one row. Stages in milliseconds of the
 * processor, helpers that compile and collect garbage included; flows, models and the stretch by the clock.
 */
import { balance } from "../../src/engine/balance";
import type { BalanceProgress, Doors } from "../../src/engine/doors";
import type { Network, NetworkSolution } from "../../src/engine/flow/network";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { SolveLinear } from "../../src/engine/linear/model";
import { Memory } from "../../src/engine/memory";
import type { Balance, Demand, Situation } from "../../src/engine/model";
import { madeUpProvince, type ProvincePlan } from "./madeUpProvince";
import { processorMs } from "./measure";
import { peakMemory } from "./stageClock";

/** Prints one block for each market. */
export async function balanceBench(demandLines: number, seed: number, print: (line: string) => void): Promise<void> {
  for (const market of ["listed", "any capable"] as const) await one({ demandLines, market }, seed, print);
  if (demandLines <= 10_000) for (const lots of [100, 10]) await one({ demandLines, market: "listed", lots }, seed, print);
}

async function one(plan: ProvincePlan, seed: number, print: (line: string) => void): Promise<void> {
  const situation = madeUpProvince(plan, seed);
  const clock = new Stopwatch();
  const memory = new Memory();
  const result = await balance(situation, memory.doorsOfRun(clock.doors));
  clock.turn("");
  const took = (stage: string): string => `${Math.round(clock.stages.get(stage) ?? 0)} ms`;
  print(
    `\nbalance() of ${plan.demandLines} lines × ${situation.capacities.length} rows, ${plan.market}${plan.lots ? `, lots on one product in ${plan.lots}` : ""}: ${result.agreements.length} agreements, ${share(situation, result)} % unmet, ${result.proof.status}`,
  );
  print(`  ordering      ${took("ordering")}`);
  print(
    `  settling      ${took("settling")}, of it flows ${Math.round(clock.flowMs)} ms (${clock.flows}, ${clock.pivots} pivots), whole-number models ${Math.round(clock.linearMs)} ms (${clock.models})`,
  );
  print(`  explaining    ${took("explaining")}`);
  print(`  longest stretch without a pause ${Math.round(clock.longest)} ms (${clock.longestIn}); peak memory ${peakMemory()} MB`);
  const again = new Stopwatch();
  await balance(oneRowEdited(situation), memory.doorsOfRun(again.doors));
  again.turn("");
  print(
    `  balanced again in the same worker after an edit of one row: ${Math.round([...again.stages.values()].reduce((sum, ms) => sum + ms, 0))} ms; ${again.flows} of ${clock.flows} flows and ${again.models} of ${clock.models} models solved again`,
  );
}

/** A piece more in the middle line. */
function oneRowEdited(situation: Situation): Situation {
  const middle = situation.demands.length >> 1;
  const more = ({ cells, ...line }: Demand): Demand => ({
    ...line,
    cells: cells.map((cell) => ({ ...cell, quantity: cell.quantity + 1 })),
  });
  return { ...situation, demands: situation.demands.with(middle, more(situation.demands[middle])) };
}

function share({ demands }: Situation, { unresolved }: Balance): string {
  const all = (lines: readonly Pick<Demand, "cells">[]): number =>
    lines.reduce((sum, { cells }) => sum + cells.reduce((own, { quantity }) => own + quantity, 0), 0);
  const open = unresolved.reduce((sum, { cells }) => sum + cells.reduce((own, { quantity }) => own + quantity, 0), 0);
  return ((100 * open) / all(demands.filter(({ inHouse }) => !inHouse))).toFixed(0);
}

/** The engine's doors with a clock behind each. */
class Stopwatch {
  readonly stages = new Map<string, number>();
  flowMs = 0;
  flows = 0;
  pivots = 0;
  linearMs = 0;
  models = 0;
  longest = 0;
  longestIn = "";
  readonly doors: Doors;
  private readonly linear: Promise<SolveLinear> = loadSolveLinear();
  private stage = "ordering";
  private since = processorMs();
  private paused = performance.now();

  constructor() {
    this.doors = {
      solveNetwork: (network) => this.timedFlow(network),
      solveLinear: async () => this.timedLinear(await this.linear),
      pause: (progress) => this.pause(progress),
    };
  }

  turn(stage: string): void {
    const now = processorMs();
    this.stages.set(this.stage, (this.stages.get(this.stage) ?? 0) + now - this.since);
    [this.stage, this.since] = [stage, now];
  }

  private pause({ stage, place }: BalanceProgress): Promise<void> {
    const stretch = performance.now() - this.paused;
    if (stretch > this.longest) [this.longest, this.longestIn] = [stretch, `before ${stage} ${place ?? ""}`.trim()];
    if (stage !== this.stage) this.turn(stage);
    this.paused = performance.now();
    return Promise.resolve();
  }

  private *timedFlow(network: Network): Generator<void, NetworkSolution> {
    const steps = solveNetwork(network);
    for (;;) {
      const start = performance.now();
      const step = steps.next();
      this.flowMs += performance.now() - start;
      if (!step.done) {
        yield;
        continue;
      }
      this.flows++;
      this.pivots += step.value.pivots;
      return step.value;
    }
  }

  private timedLinear(solve: SolveLinear): SolveLinear {
    return (...given) => {
      const start = performance.now();
      const solution = solve(...given);
      this.linearMs += performance.now() - start;
      this.models++;
      return solution;
    };
  }
}
