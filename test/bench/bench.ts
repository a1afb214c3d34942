/**
 * `npm run bench` — times, memory, pivots and side-by-side ratios on made-up provinces (see market.ts).
 *   --sizes 1k,10k,100k,1M   which provinces (default: all)        --giants 10k,100k  which one-product giants
 *   --anchors 100k           largest size for solvers slower than LEMON    --seed 1956
 *   --networks 10k,100k      the networks that balance() lays, listed and "any capable" markets, county and province steps
 *   --files 10k              workbooks balanced from file to file
 *   --balance 10k,100k,1M    only balance() whole, stage by stage
 *   --hours 180,1700,8500    lines on shared machine hours: time and gap per priority
 *   --counties 200           so many county files of 500 lines collected, balanced and returned, stage by stage
 *   --hostile 500            so many hostile files collected: what became of them, and the peak memory
 *   --dimacs FILE.min        solves a DIMACS file; its last line is the optimal cost alone
 *   --write FILE.min         writes a giant of 1,000 lines in transportation form (size by --giants)
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { weighted } from "./anchors";
import { balanceBench } from "./balanceBench";
import { collectedCounties, collectedHostile, countiesBench, hostileBench } from "./collectBench";
import { writeDimacs } from "./dimacs";
import { fileToFile } from "./fileToFile";
import { hoursBench } from "./hoursBench";
import { giant, market, province } from "./market";
import { anyCapableBench, marketBench } from "./marketBench";
import { networksBench } from "./networksBench";
import { besideSlowerSolvers } from "./slowerSolvers";
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
  const files = { counties: option("--collected-counties"), hostile: option("--collected-hostile") };
  if (files.counties !== undefined) await collectedCounties(files.counties, print);
  else if (files.hostile !== undefined) await collectedHostile(files.hostile, print);
  for (const counties of sizes("--counties", "")) await countiesBench({ counties, lines: 500, seed }, root, print);
  for (const count of sizes("--hostile", "")) await hostileBench(count, root, print);
  if (words.some((word) => /^--(?:counties|hostile|collected-)/.test(word))) return 0;
  const file = option("--write");
  if (file !== undefined) {
    writeFileSync(file, writeDimacs(weighted(market(giant(sizes("--giants", "1k")[0]), seed).part(0))));
    return 0;
  }
  const plans = [...sizes("--sizes", "1k,10k,100k,1M").map(province), ...sizes("--giants", "10k,100k").map(giant)];
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const setting = { seed, folder, root };
    for (const plan of plans) {
      marketBench(plan, setting, print);
      if (plan.products > 1) anyCapableBench(plan, setting, print);
    }
    for (const lines of sizes("--networks", "10k,100k")) await networksBench(lines, setting, print);
    for (const lines of sizes("--files", "10k")) await fileToFile(lines, seed, print);
    for (const plan of plans) await besideSlowerSolvers(plan, { ...setting, most: sizeOf(option("--anchors") ?? "100k") }, print);
  } finally {
    rmSync(folder, { recursive: true });
  }
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
