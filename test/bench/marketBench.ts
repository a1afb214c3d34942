/** A made-up market solved as bare networks, beside LEMON. */
import { join } from "node:path";
import type { Network } from "../../src/engine/flow/network";
import { LemonFile, weighted, type Anchor } from "./anchors";
import { inTurn, milliseconds, type Print } from "./compare";
import { layAnyCapable } from "./anyCapable";
import { balanced } from "./dimacs";
import { editTimes } from "./edits";
import { market, type Market, type MarketPlan } from "./market";
import { measure } from "./measure";
import { NetworkFile } from "./networkFile";
import { allGoals, compared, ours, type Place } from "./comparedNetworks";
import { peakMemory } from "./stageClock";

export interface MarketSetting extends Place {
  readonly seed: number;
}

/** Edits timed: each solves its part again, and in a giant that is everything. */
const EDITS = { market: 200, giant: 20 };

/** Where any capable row may deliver. */
export function anyCapableBench(plan: MarketPlan, setting: MarketSetting, print: Print): void {
  const networks = new NetworkFile(join(setting.folder, "networks.bin"));
  layAnyCapable(market(plan, setting.seed), setting.seed, networks);
  compared(networks, `${plan.name}, any capable row, places then the province`, { ...setting, print });
  networks.close();
}

/** Ours is warm, as in a worker that has balanced before: the compiler has seen some thousand parts. */
export function marketBench(plan: MarketPlan, setting: MarketSetting, print: Print): void {
  const province = market(plan, setting.seed);
  warm(plan, setting.seed);
  const all = allGoals(province);
  print(
    `\n${plan.name}: ${plan.demandLines} demand lines × ${province.capacityRows} capacity rows, ${all.pairs} arcs, ${province.parts} parts, largest ${all.largestPart} nodes, ${(100 * all.share).toFixed(0)} % unmet`,
  );
  print(`  all 8 goals   ${all.told}; peak memory ${peakMemory()} MB`);
  const edits = province.parts > 1 ? EDITS.market : EDITS.giant;
  const edit = editTimes(province, edits, setting.seed);
  print(
    `  one row edited, its part solved again + certified: median ${milliseconds(edit.median)}, 19 in 20 within ${milliseconds(edit.most)}, longest ${milliseconds(edit.longest)} of ${edits}`,
  );
  print(`  totals        ${all.totals.join(" ")}`);
  print("  1 weighted goal, solving alone:");
  inTurn(ours(province, weighted), { name: "LEMON C++", other: lemonOn(province, setting, (network) => network) }, print);
  if (province.parts === 1)
    inTurn(ours(province, weighted), { name: "… balanced form", other: lemonOn(province, setting, balanced), rounds: 1 }, print);
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
