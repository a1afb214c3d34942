/** `npm run bench -- --dimacs FILE.min`: the optimal cost alone on the last line, certified; or why there is none. */
import { readFileSync } from "node:fs";
import { certify } from "../../src/engine/flow/certify";
import { readDimacs, type DimacsProblem } from "./dimacs";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { atOnce } from "../../src/engine/slices";

/** What was found: lines to print, and the exit code: 0 optimal, 1 no flow or no least cost, 2 no such file. */
export interface DimacsAnswer {
  readonly lines: readonly string[];
  readonly code: 0 | 1 | 2;
}

export function solveDimacsFile(file: string): DimacsAnswer {
  const start = performance.now();
  let problem: DimacsProblem;
  try {
    problem = readDimacs(readFileSync(file));
  } catch (error) {
    return { lines: [`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`], code: 2 };
  }
  return solveDimacs(problem, performance.now() - start);
}

export function solveDimacs({ network, fixedCost, surplus, impossible }: DimacsProblem, readMs = 0): DimacsAnswer {
  const none = (why: string): DimacsAnswer => ({ lines: [`infeasible: ${why}`], code: 1 });
  if (impossible.length > 0) return none(`the lower bound of an arc is above its capacity (line ${impossible[0]})`);
  if (surplus !== 0n) return none(`supplies and demands differ by ${surplus} units`);
  const start = performance.now();
  let solution;
  try {
    solution = atOnce(solveNetwork(network));
  } catch (error) {
    if (error instanceof RangeError && error.message.includes("without end"))
      return { lines: ["unbounded: a cycle of arcs without capacity lowers the cost without end"], code: 1 };
    throw error;
  }
  const done = performance.now();
  const certificate = certify(network, solution);
  if (!certificate.ok) throw new Error(`the certificate failed: ${JSON.stringify(certificate.violation)}`);
  const [missed, cost] = solution.totals;
  if (missed !== 0n) return none(`no flow meets all supplies and demands; at least ${missed} units cannot arrive`);
  const times = [
    `read ${readMs.toFixed(0)} ms`,
    `solved ${(done - start).toFixed(0)} ms`,
    `certified ${(performance.now() - done).toFixed(0)} ms`,
  ];
  return {
    lines: [
      `${network.nodes - 1} nodes, ${network.tail.length - network.nodes + 1} arcs, ${solution.pivots} pivots; ${times.join(", ")}`,
      String(cost + fixedCost),
    ],
    code: 0,
  };
}
