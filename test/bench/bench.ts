/**
 * `npm run bench` — times, memory, pivots and side-by-side ratios on made-up provinces (see market.ts).
 *   --sizes 1k,10k,100k,1M   which provinces (default: all)        --giants 10k,100k  which one-product giants
 *   --anchors 100k           largest size for the other solvers    --seed 1956
 *   --files 10k              workbooks balanced from file to file
 *   --balance 10k,100k,1M    only balance() whole, stage by stage
 *   --hours 180,1700,8500    lines on shared machine hours: time and gap per priority
 *   --dimacs FILE.min        solves a DIMACS file; its last line is the optimal cost alone
 *   --write FILE.min         writes a giant of 1,000 lines in transportation form (size by --giants)
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { glpk, highs, lemon, weighted, type Anchor } from "./anchors";
import { balanceBench } from "./balanceBench";
import { writeDimacs } from "./dimacs";
import { fileToFile } from "./fileToFile";
import { hoursBench } from "./hoursBench";
import { giant, market, province, type MarketPlan } from "./market";
import { measure } from "./measure";
import { solveDimacsFile } from "./solveDimacs";

/** `root` is the project's folder. Returns the exit code. */
export async function bench(words: readonly string[], root: string): Promise<number> {
  const option = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const dimacs = option("--dimacs");
  if (dimacs !== undefined) return answerDimacs(dimacs);
  const seed = Number(option("--seed") ?? 1956);
  const sizes = (name: string, or: string): number[] => (option(name) ?? or).split(",").filter(Boolean).map(sizeOf);
  if (words.includes("--balance")) {
    for (const lines of sizes("--balance", "")) await balanceBench(lines, seed, print);
    return 0;
  }
  if (words.includes("--hours")) {
    for (const lines of sizes("--hours", "")) await hoursBench(lines, seed, print);
    return 0;
  }
  const file = option("--write");
  if (file !== undefined) {
    writeFileSync(file, writeDimacs(weighted(market(giant(sizes("--giants", "1k")[0]), seed).part(0))));
    return 0;
  }
  const plans = [...sizes("--sizes", "1k,10k,100k,1M").map(province), ...sizes("--giants", "10k,100k").map(giant)];
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    for (const plan of plans) await one(plan, { seed, folder, root, most: sizeOf(option("--anchors") ?? "100k") });
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const lines of sizes("--files", "10k")) await fileToFile(lines, seed, print);
  return 0;
}

/** 1k is 1,000, 1M a full Excel sheet without its heading. */
function sizeOf(word: string): number {
  if (word === "1M") return 1_048_575;
  const size = Number(word.replace(/k$/, "000"));
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`size: ${word}`);
  return size;
}

function answerDimacs(file: string): number {
  const { lines, code } = solveDimacsFile(file);
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join("\n")}\n`);
  return code;
}

interface Setting {
  readonly seed: number;
  readonly folder: string;
  readonly root: string;
  readonly most: number;
}

async function one(plan: MarketPlan, { seed, folder, root, most }: Setting): Promise<void> {
  const province = market(plan, seed);
  measure(market({ ...plan, demandLines: Math.min(plan.demandLines, 30_000) }, seed)); // the compiler warms up
  const all = measure(province);
  print(
    `\n${plan.name}: ${plan.demandLines} demand lines × ${province.capacityRows} capacity rows, ${all.pairs} arcs, ${province.parts} parts, largest ${all.largestPart} nodes, ${(100 * all.share).toFixed(0)} % unmet`,
  );
  print(
    `  all 8 goals   solve ${milliseconds(all.solveMs)} + certificate ${milliseconds(all.certifyMs)} = ${milliseconds(all.solveMs + all.certifyMs)}; ${all.pivots} pivots; longest part ${milliseconds(all.longestPartMs)}; networks built in ${milliseconds(all.buildMs)}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  print(`  totals        ${all.totals.join(" ")}`);
  const ours = measure(province, weighted);
  print(
    `  1 weighted    solve ${milliseconds(ours.solveMs)} + certificate ${milliseconds(ours.certifyMs)}; ${ours.pivots} pivots; total ${ours.totals[0]}`,
  );
  const small = plan.demandLines <= most;
  const giantPart = province.parts === 1;
  compare("LEMON C++", small || !giantPart ? lemon(province, { source: join(root, "test/bench/lemon.cpp"), folder }) : undefined, ours);
  compare("HiGHS WASM", small && (!giantPart || plan.demandLines <= 10_000) ? await highs(province) : undefined, ours);
  compare("glpsol", plan.demandLines <= 1_000 ? glpk(province, folder) : undefined, ours);
}

function compare(name: string, anchor: Anchor | undefined, ours: { readonly solveMs: number; readonly totals: readonly bigint[] }): void {
  if (!anchor) return print(`  ${name.padEnd(13)} not run`);
  if (anchor.total !== ours.totals[0]) throw new Error(`${name} finds ${anchor.total}, we find ${ours.totals[0]}`);
  print(`  ${name.padEnd(13)} ${milliseconds(anchor.ms)}, same total: its time is ${(anchor.ms / ours.solveMs).toFixed(2)} × ours`);
}

function milliseconds(ms: number): string {
  return ms >= 10_000 ? `${(ms / 1_000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
