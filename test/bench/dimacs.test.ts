import { certify } from "../../src/engine/flow/certify";
import { weighted } from "./anchors";
import { readDimacs, writeDimacs } from "./dimacs";
import { giant, market } from "./market";
import { solved } from "./measure";

function optimalCost(text: string): bigint | undefined {
  const { network, fixedCost, balanced } = readDimacs(text);
  const solution = solved(network);
  expect(certify(network, solution).ok).toBe(true);
  return balanced && solution.totals[0] === 0n ? solution.totals[1] + fixedCost : undefined;
}

test("a transportation problem by hand", () => {
  const text = "c two mines, two works\np min 4 4\nn 1 5\nn 2 3\nn 3 -4\nn 4 -4\na 1 3 0 10 2\na 1 4 0 10 3\na 2 3 0 10 1\na 2 4 0 10 4\n";
  expect(optimalCost(text)).toBe(17n);
});

test("lower bounds are paid for, and nodes between pass on what they get", () => {
  expect(optimalCost("p min 3 3\nn 1 4\nn 3 -4\na 1 2 0 4 1\na 2 3 0 4 1\na 1 3 3 9 10\n")).toBe(32n);
});

test("what cannot arrive has no cost", () => {
  expect(optimalCost("p min 2 1\nn 1 2\nn 2 -2\na 1 2 0 1 1\n")).toBeUndefined();
  expect(optimalCost("p min 2 1\nn 1 2\nn 2 -3\na 1 2 0 9 1\n")).toBeUndefined();
});

test("a market has the same optimum as a network of ours and as a DIMACS file", () => {
  const network = weighted(market(giant(500)).part(0));
  expect(optimalCost(writeDimacs(network))).toBe(solved(network).totals[0]);
});

test.each(["p min 1 1\na 1 2 0 1 1\n", "a 1 1 0 1 1", "p min 2 1\na 1 2 0 1.5 1", "p max 1 1", "p min 2 1\na 1 2 3 2 1"])(
  "refused with its line: %j",
  (text) => {
    expect(() => readDimacs(text)).toThrow(/^line \d of the DIMACS file/);
  },
);
