/**
 * The solvers ours is measured against, each on the same networks with one weighted goal: LEMON's network simplex, CLP and GLPK
 * where they are installed, HiGHS as WebAssembly. Times are by the clock, as ours are: each solves in one thread. Each is prepared once, then run as often as is asked; undefined where it is not there.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import loadHighs from "highs";
import type { Network } from "../../src/engine/flow/network";
import { mpsOf } from "./mps";

export interface Answer {
  /** By the clock, from the network in memory to its flow and total. */
  readonly ms: number;
  /** Of the processor: where it is less, the machine was busy; ours counts helpers that compile and collect garbage as well. */
  readonly processorMs?: number;
  /** Of that, spent in the method itself, where a solver tells. */
  readonly methodMs?: number;
  readonly total: bigint;
}
export type Anchor = () => Answer;

/** What one unit of each of a market's goals weighs here: enough for the order to hold roughly, little enough for every solver. */
const WEIGHTS = [400_000, 200_000, 100_000, 10_000, 1_000, 50, 20, 1];

/** One goal in place of all. */
export function weighted(network: Network): Network {
  const sum = new Float64Array(network.tail.length);
  network.costs.forEach((cost, goal) => cost.forEach((value, arc) => (sum[arc] += (WEIGHTS[goal] ?? 1) * value)));
  return { ...network, costs: [sum] };
}

/** All as one network of one goal, with one root: what a planner who knows of no parts hands to a solver. */
export function together(networks: readonly Network[]): Omit<Network, "startArc"> {
  const before: number[] = [];
  let nodes = 1;
  for (const network of networks) {
    before.push(nodes - 1);
    nodes += network.nodes - 1;
  }
  const shifted = (ends: Int32Array, part: number): number[] => Array.from(ends, (node) => (node === 0 ? 0 : node + before[part]));
  const own = (supply: Float64Array): number[] => [...supply.subarray(1)];
  return {
    nodes,
    supply: Float64Array.from([0, ...networks.flatMap(({ supply }) => own(supply))]),
    tail: Int32Array.from(networks.flatMap(({ tail }, part) => shifted(tail, part))),
    head: Int32Array.from(networks.flatMap(({ head }, part) => shifted(head, part))),
    capacity: Float64Array.from(networks.flatMap(({ capacity }) => [...capacity])),
    costs: [Float64Array.from(networks.flatMap(({ costs: [cost] }) => [...cost]))],
  };
}

/** Networks on disk as lemon.cpp reads them. */
export class LemonFile {
  private readonly file: string;
  private readonly out: number;

  constructor(
    private readonly folder: string,
    name = "parts.bin",
  ) {
    this.file = join(folder, name);
    this.out = openSync(this.file, "w");
  }

  /** With one goal. */
  add({ nodes, tail, head, supply, capacity, costs }: Omit<Network, "startArc">): void {
    if (nodes === 1) return;
    writeSync(this.out, Int32Array.of(nodes, tail.length));
    for (const values of [supply, tail, head, capacity.map((units) => (units === Infinity ? -1 : units))])
      writeSync(this.out, Int32Array.from(values));
    writeSync(this.out, BigInt64Array.from(costs[0], BigInt));
  }

  /** Closes the file. LEMON is timed from its graph to flow, potentials and total. `source` is compiled once; undefined where LEMON or a compiler is missing. */
  anchor(source: string): Anchor | undefined {
    closeSync(this.out);
    const program = join(this.folder, "lemon");
    const compiled = existsSync(program) || spawnSync("g++", ["-O3", "-march=native", "-o", program, source, "-llemon"]).status === 0;
    if (!compiled) return undefined;
    return () => {
      const printed = execFileSync(program, [this.file], { encoding: "utf8", timeout: 600_000 });
      const [ms, processorMs, methodMs, total] = printed.trim().split(" ");
      return { ms: Number(ms), processorMs: Number(processorMs), methodMs: Number(methodMs), total: BigInt(total) };
    };
  }
}

/** HiGHS, network after network, times of passing and running only. */
export async function highs(networks: readonly Omit<Network, "startArc">[]): Promise<Anchor> {
  const solver = await loadHighs();
  const models = networks.filter(({ nodes }) => nodes > 1).map(highsModel);
  return () => {
    let total = 0n;
    const start = performance.now();
    for (const given of models) {
      const objective = solver.withModel(given, (model) => {
        model.options.set({ output_flag: false });
        model.run();
        return model.getObjectiveValue();
      });
      total += BigInt(Math.round(objective));
    }
    return { ms: performance.now() - start, total };
  };
}

function highsModel({ nodes, tail, head, supply, capacity, costs }: Omit<Network, "startArc">) {
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
  return {
    numCols: tail.length,
    numRows: nodes - 1,
    colCost: costs[0],
    colLower: new Float64Array(tail.length),
    colUpper: capacity,
    rowLower: supply.subarray(1),
    rowUpper: supply.subarray(1),
    matrix: {
      format: "csc" as const,
      numRows: nodes - 1,
      numCols: tail.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/**
 * CLP and GLPK on the whole market as one linear program; the time includes reading it. What they print of a total has ten
 * digits, so it is summed here from the units on each arc.
 */
export class LinearProgram {
  private readonly file: string;
  /** Of every arc of all networks. */
  private readonly costs: readonly number[];

  constructor(networks: readonly Network[], folder: string) {
    this.file = join(folder, "market.mps");
    this.costs = networks.flatMap(({ costs: [cost] }) => [...cost]);
    const out = openSync(this.file, "w");
    for (const piece of mpsOf(networks)) writeSync(out, piece);
    closeSync(out);
  }

  clp(): Anchor | undefined {
    return this.program("clp", [this.file, "-solve", "-solution", `${this.file}.out`], /^\s*\d+ c(\d+)\s+(\S+)/);
  }

  glpk(): Anchor | undefined {
    return this.program("glpsol", ["--freemps", this.file, "-w", `${this.file}.out`], /^j (\d+) \w (\S+)/);
  }

  /** `arc` finds an arc's name or position and its units on a line of the answer. GLPK counts from 1. */
  private program(name: string, words: readonly string[], arc: RegExp): Anchor | undefined {
    if (spawnSync("bash", ["-c", `command -v ${name}`]).status !== 0) return undefined;
    const first = name === "glpsol" ? 1 : 0;
    return () => {
      const { stderr } = spawnSync("bash", ["-c", 'TIMEFORMAT=%3R; time "$@" > /dev/null', "time", name, ...words], {
        encoding: "utf8",
      });
      const seconds = Number(stderr.trim().split(/\s+/).at(-1));
      let total = 0n;
      for (const line of readFileSync(`${this.file}.out`, "utf8").split("\n")) {
        const found = arc.exec(line);
        if (found) total += BigInt(this.costs[Number(found[1]) - first]) * BigInt(Math.round(Number(found[2])));
      }
      return { ms: 1000 * seconds, total };
    };
  }
}
