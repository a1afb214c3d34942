/** A made-up market solved as bare networks, beside other solvers. */
import { join } from "node:path";
import type { Network } from "../../src/engine/flow/network";
import { highs, LemonFile, LinearProgram, together, weighted, type Anchor } from "./anchors";
import { inTurn, milliseconds, peakMemory, type Print } from "./compare";
import { layAnyCapable } from "./anyCapable";
import { balanced } from "./dimacs";
import { editTimes } from "./edits";
import { market, type Market, type MarketPlan } from "./market";
import { measure } from "./measure";
import { NetworkFile } from "./networkFile";
import { compared, type Place } from "./comparedNetworks";

export interface MarketSetting extends Place {
  readonly seed: number;
  /** The largest size for solvers slower than LEMON. */
  readonly most: number;
}

/** Edits timed: each solves its part again, and in a giant that is everything. */
const EDITS = { market: 200, giant: 20 };
/** Lines up to which GLPK finishes within half a minute. */
const GLPK_LINES = 10_000;
/** Lines of one part up to which CLP and HiGHS finish within half a minute. */
const GIANT_LINES = 10_000;

/** Where any capable row may deliver. */
export function anyCapableBench(plan: MarketPlan, setting: Omit<MarketSetting, "most">, print: Print): void {
  const networks = new NetworkFile(join(setting.folder, "networks.bin"));
  layAnyCapable(market(plan, setting.seed), setting.seed, networks);
  compared(networks, `${plan.name}, any capable row, places then the province`, { ...setting, print });
  networks.close();
}

/** Ours is warm, as in a worker that has balanced before: the compiler has seen some thousand parts. */
export async function marketBench(plan: MarketPlan, setting: MarketSetting, print: Print): Promise<void> {
  const province = market(plan, setting.seed);
  warm(plan, setting.seed);
  const all = measure(province);
  print(
    `\n${plan.name}: ${plan.demandLines} demand lines × ${province.capacityRows} capacity rows, ${all.pairs} arcs, ${province.parts} parts, largest ${all.largestPart} nodes, ${(100 * all.share).toFixed(0)} % unmet`,
  );
  print(
    `  all 8 goals   solve ${milliseconds(all.solveMs)} + certificate ${milliseconds(all.certifyMs)} = ${milliseconds(all.solveMs + all.certifyMs)} of the processor; ${all.pivots} pivots; peak memory ${peakMemory()}`,
  );
  const edits = province.parts > 1 ? EDITS.market : EDITS.giant;
  const edit = editTimes(province, edits, setting.seed);
  print(
    `  one row edited, its part solved again + certified: median ${milliseconds(edit.median)}, 19 in 20 within ${milliseconds(edit.most)}, longest ${milliseconds(edit.longest)} of ${edits}`,
  );
  print(`  totals        ${all.totals.join(" ")}`);
  const ours: Anchor = () => {
    const { solveMs: ms, totals } = measure(province, weighted);
    return { ms, total: totals[0] };
  };
  print("  1 weighted goal, solving alone:");
  const rounds = plan.demandLines > 200_000 ? 2 : 3;
  const small = plan.demandLines <= setting.most;
  const lemon = small || province.parts > 1 ? lemonOn(province, setting, (network) => network) : undefined;
  inTurn(ours, { name: "LEMON C++", other: lemon, rounds }, print);
  if (province.parts === 1) inTurn(ours, { name: "… balanced form", other: lemonOn(province, setting, balanced), rounds: 1 }, print);
  if (!small || (province.parts === 1 && plan.demandLines > GIANT_LINES)) return;
  const networks = Array.from(province, weighted);
  inTurn(ours, { name: "HiGHS WASM", other: await highs(networks), rounds: 1 }, print);
  if (province.parts > 1) inTurn(ours, { name: "… one model", other: await highs([together(networks)]), rounds: 1 }, print);
  const program = new LinearProgram(networks, setting.folder);
  inTurn(ours, { name: "CLP C++", other: program.clp(), rounds: 1 }, print);
  if (plan.demandLines <= GLPK_LINES && province.parts > 1) inTurn(ours, { name: "GLPK C", other: program.glpk(), rounds: 1 }, print);
}

function warm(plan: MarketPlan, seed: number): void {
  const small = market({ ...plan, demandLines: Math.min(plan.demandLines, 30_000) }, seed);
  for (let round = 0; round < 2; round++) {
    measure(small);
    measure(small, weighted);
  }
}

/** On the networks as ours gets them, or in another form. */
function lemonOn(
  province: Market,
  { folder, root }: MarketSetting,
  form: (network: Network) => Omit<Network, "startArc">,
): Anchor | undefined {
  const file = new LemonFile(folder, form === balanced ? "balanced.bin" : undefined);
  for (const network of province) file.add(form(weighted(network)));
  return file.anchor(join(root, "test/bench/lemon.cpp"));
}
