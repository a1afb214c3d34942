/** A made-up market with one weighted goal, beside solvers much slower than ours. */
import { highs, LinearProgram, together, weighted } from "./anchors";
import { inTurn, type Print } from "./compare";
import { ours } from "./comparedNetworks";
import { market, type MarketPlan } from "./market";
import type { MarketSetting } from "./marketBench";

/** Lines up to which GLPK finishes within half a minute. */
const GLPK_LINES = 10_000;
/** Lines of one part up to which CLP and HiGHS finish within half a minute. */
const GIANT_LINES = 10_000;

/** Up to `most` lines. HiGHS leaves up to a gigabyte behind, and whatever runs after it in this process is slower. */
export async function besideSlowerSolvers(
  plan: MarketPlan,
  { seed, folder, most }: MarketSetting & { readonly most: number },
  print: Print,
): Promise<void> {
  const parts = plan.products > 1;
  if (plan.demandLines > (parts ? most : Math.min(most, GIANT_LINES))) return;
  const province = market(plan, seed);
  const mine = ours(province, weighted);
  const networks = Array.from(province, weighted);
  const program = new LinearProgram(networks, folder);
  print(`\n${plan.name}, 1 weighted goal, solving alone:`);
  if (parts && plan.demandLines <= GLPK_LINES) inTurn(mine, { name: "GLPK C", other: program.glpk(), rounds: 1 }, print);
  inTurn(mine, { name: "CLP C++", other: program.clp(), rounds: 1 }, print);
  inTurn(mine, { name: "HiGHS WASM", other: await highs(networks), rounds: 1 }, print);
  if (parts) inTurn(mine, { name: "… one model", other: await highs([together(networks)]), rounds: 1 }, print);
}
