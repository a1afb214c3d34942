/**
 * The solvers ours is measured against, each on the same networks with one weighted goal: LEMON's network simplex and GLPK
 * and CLP where they are installed, HiGHS as WebAssembly. Each returns its milliseconds and the optimal total, or undefined
 * where it is not there.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import loadHighs from "highs";
import type { Network } from "../../src/engine/flow/network";
import { writeDimacs } from "./dimacs";
import type { Market } from "./market";

export interface Anchor {
  readonly ms: number;
  readonly total: bigint;
}

/** What one unit of each of a market's goals weighs here: enough for the order to hold roughly, little enough for every solver. */
const WEIGHTS = [400_000, 200_000, 100_000, 10_000, 1_000, 50, 20, 1];

/** One goal in place of all. */
export function weighted(network: Network): Network {
  const sum = new Float64Array(network.tail.length);
  network.costs.forEach((cost, goal) => cost.forEach((value, arc) => (sum[arc] += WEIGHTS[goal] * value)));
  return { ...network, costs: [sum] };
}

/** Compiles lemon.cpp in `folder`; undefined where LEMON or a compiler is missing. */
export function lemon(market: Market, { source, folder }: { source: string; folder: string }): Anchor | undefined {
  const program = join(folder, "lemon");
  if (
    !existsSync(program) &&
    spawnSync("g++", ["-O3", "-march=native", "-o", program, source, "-llemon"], { stdio: "ignore" }).status !== 0
  )
    return undefined;
  const file = join(folder, "parts.bin");
  const out = openSync(file, "w");
  for (let index = 0; index < market.parts; index++) {
    const { nodes, tail, head, supply, capacity, costs } = weighted(market.part(index));
    if (nodes === 1) continue;
    writeSync(out, Int32Array.of(nodes, tail.length));
    for (const values of [supply, tail, head, capacity.map((units) => (units === Infinity ? -1 : units))])
      writeSync(out, Int32Array.from(values));
    writeSync(out, BigInt64Array.from(costs[0], BigInt));
  }
  closeSync(out);
  const [ms, total] = execFileSync(program, [file], { encoding: "utf8", timeout: 300_000 }).trim().split(" ");
  return { ms: Number(ms), total: BigInt(total) };
}

/** HiGHS, part after part, times of passing and running only. */
export async function highs(market: Market): Promise<Anchor> {
  const solver = await loadHighs();
  let ms = 0;
  let total = 0n;
  for (let index = 0; index < market.parts; index++) {
    const { nodes, tail, head, supply, capacity, costs } = weighted(market.part(index));
    if (nodes === 1) continue;
    const starts = new Int32Array(tail.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    tail.forEach((from, arc) => {
      indices.push(from - 1);
      values.push(1);
      if (head[arc] !== 0) indices.push(head[arc] - 1);
      if (head[arc] !== 0) values.push(-1);
      starts[arc + 1] = indices.length;
    });
    const start = performance.now();
    const objective = solver.withModel(
      {
        numCols: tail.length,
        numRows: nodes - 1,
        colCost: costs[0],
        colLower: new Float64Array(tail.length),
        colUpper: capacity,
        rowLower: supply.subarray(1),
        rowUpper: supply.subarray(1),
        matrix: {
          format: "csc",
          numRows: nodes - 1,
          numCols: tail.length,
          starts,
          indices: Int32Array.from(indices),
          values: Float64Array.from(values),
        },
      },
      (model) => {
        model.options.set({ output_flag: false });
        model.run();
        return model.getObjectiveValue();
      },
    );
    ms += performance.now() - start;
    total += BigInt(Math.round(objective));
  }
  return { ms, total };
}

/** GLPK's glpsol on DIMACS files, part after part; the time includes its start. It prints ten digits of a total. */
export function glpk(market: Market, folder: string): Anchor | undefined {
  if (spawnSync("glpsol", ["--version"]).error) return undefined;
  let ms = 0;
  let total = 0n;
  const file = join(folder, "part.min");
  for (let index = 0; index < market.parts; index++) {
    const network = weighted(market.part(index));
    if (network.nodes === 1) continue;
    writeFileSync(file, writeDimacs(network));
    const start = performance.now();
    execFileSync("glpsol", ["--mincost", file, "-o", `${file}.out`], { stdio: "pipe", timeout: 300_000 });
    ms += performance.now() - start;
    const printed = readFileSync(`${file}.out`, "utf8");
    total += BigInt(Math.round(Number(/Objective:\D*?(-?\d[\d.e+]*)/.exec(printed)?.[1])));
  }
  return { ms, total };
}
