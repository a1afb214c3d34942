import { weighted } from "./anchors";
import { readDimacs, writeDimacs, type DimacsProblem } from "./dimacs";
import { giant, market, randomNumbers } from "./market";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { atOnce } from "../../src/engine/slices";
import { solveDimacs, solveDimacsFile } from "./solveDimacs";

function problemOf(text: string): DimacsProblem {
  return readDimacs(new TextEncoder().encode(text));
}

/** Exit code and last line printed. */
function answerTo(text: string): string {
  const { lines, code } = solveDimacs(problemOf(text));
  return `${code} ${lines[lines.length - 1]}`;
}

const BY_HAND = "c two mines, two works\np min 4 4\nn 1 5\nn 2 3\nn 3 -4\nn 4 -4\na 1 3 0 10 2\na 1 4 0 10 3\na 2 3 0 10 1\na 2 4 0 10 4\n";

test("a transportation problem by hand", () => {
  expect(answerTo(BY_HAND)).toBe("0 17");
});

test("blank lines, tabs, DOS line ends, a missing last line end and words after a c change nothing", () => {
  const untidy = BY_HAND.replaceAll("\n", " \r\n\r\n").replaceAll(" ", " \t").replace("c two", "comment: two").trimEnd();
  expect(answerTo(untidy)).toBe("0 17");
});

test("lower bounds are paid for, and nodes between pass on what they get", () => {
  expect(answerTo("p min 3 3\nn 1 4\nn 3 -4\na 1 2 0 4 1\na 2 3 0 4 1\na 1 3 3 9 10\n")).toBe("0 32");
});

test("costs below 0 fill arcs to their capacities, none where it is below 0", () => {
  expect(answerTo("p min 3 2\nn 1 5\nn 2 -2\nn 3 -3\na 1 2 1 4 -7\na 1 3 0 -1 -9\n")).toBe("0 -41");
});

test("costs near 2^53 are summed exactly", () => {
  expect(answerTo("p min 2 1\nn 1 3000\nn 2 -3000\na 1 2 0 3000 9007199254740991\n")).toBe("0 27021597764222973000");
});

test.each([
  ["p min 2 1\nn 1 2\nn 2 -2\na 1 2 0 1 1\n", "1 infeasible: no flow meets all supplies and demands; at least 1 units cannot arrive"],
  ["p min 2 1\nn 1 2\nn 2 -3\na 1 2 0 9 1\n", "1 infeasible: supplies and demands differ by -1 units"],
  ["p min 2 1\nn 1 2\nn 2 -2\na 1 2 3 2 1\n", "1 infeasible: the lower bound of an arc is above its capacity (line 4)"],
  ["p min 2 2\na 1 2 0 -1 -1\na 2 1 0 -1 0\n", "1 unbounded: a cycle of arcs without capacity lowers the cost without end"],
])("what has no optimum says why: %j", (text, answer) => {
  expect(answerTo(text)).toBe(answer);
});

test("a market has the same optimum as a network of ours and as a DIMACS file", () => {
  const network = weighted(market(giant(500)).part(0));
  expect(answerTo(writeDimacs(network))).toBe(`0 ${atOnce(solveNetwork(network)).totals[0]}`);
});

/** Two mines and two works, at most three units an arc: tries every flow. */
function cheapestByTrying(low: readonly number[], capacity: readonly number[], cost: readonly number[]): number | undefined {
  let best: number | undefined;
  for (let number = 0; number < 4 ** 4; number++) {
    const flow = [0, 1, 2, 3].map((arc) => (number >> (2 * arc)) & 3);
    if (flow[0] + flow[1] !== 3 || flow[0] + flow[2] !== 2 || flow[2] + flow[3] !== 2) continue;
    if (flow.some((units, arc) => units < low[arc] || units > capacity[arc])) continue;
    const total = flow.reduce((sum, units, arc) => sum + units * cost[arc], 0);
    if (best === undefined || total < best) best = total;
  }
  return best;
}

test("300 small files with bounds have the cost that trying every flow finds, or none where there is none", () => {
  const random = randomNumbers(1956);
  const draw = (): number[] => [0, 1, 2, 3].map(() => Math.floor(random() * 4));
  for (let file = 0; file < 300; file++) {
    const [low, capacity, cost] = [draw().map((units) => units >> 1), draw(), draw().map((units) => units * 3 - 5)];
    const ends = ["1 3", "1 4", "2 3", "2 4"];
    const arcs = ends.map((pair, arc) => `a ${pair} ${low[arc]} ${capacity[arc]} ${cost[arc]}`);
    const text = ["p min 4 4", "n 1 3", "n 2 2", "n 3 -2", "n 4 -3", ...arcs].join("\n");
    const cheapest = cheapestByTrying(low, capacity, cost);
    expect({ text, answer: answerTo(text).replace(/infeasible.*/, "none") }).toEqual({
      text,
      answer: cheapest === undefined ? "1 none" : `0 ${cheapest}`,
    });
  }
});

test.each([
  ["p min 1 1\na 1 2 0 1 1\n", /^line 2 .* names node 2 of 1/],
  ["a 1 1 0 1 1", /^line 1 .* comes before the problem line/],
  ["p min 2 1\na 1 2 0 1.5 1", /^line 2 .* has something else where a whole number should be: a 1 2 0 1.5 1$/],
  ["p min 2 1\na 1 2 0 1", /^line 2 .* has something else/],
  ["p min 2 1\na 1 2 0 1 1 1", /^line 2 .* goes on after its last number/],
  ["p max 1 1", /^line 1 .* is no minimum-cost flow problem/],
  ["p min 1 0\np min 1 0", /^line 2 .* second problem line/],
  ["p min 1 0\nn 1 0\nn 1 0", /^line 3 .* gives node 1 a supply for the second time/],
  ["p min 1 0\nx 1", /^line 2 .* begins with neither/],
  ["p min 2 0\na 1 2 0 1 1", /^line 2 .* is more than the 0 arcs/],
  ["p min 2 2\na 1 2 0 1 1", /ends after 1 of the 2 arcs/],
  ["p min 2 1\na 1 2 0 1 99999999999999999999", /^line 2 .* has a number above 2\^53/],
  ["", /^no problem line/],
])("refused with its line: %j", (text, message) => {
  expect(() => problemOf(text)).toThrow(message);
});

test("a file that is not there is said in a sentence", () => {
  expect(solveDimacsFile("nowhere.min")).toEqual({ lines: [expect.stringMatching(/^nowhere.min cannot be read: .*ENOENT/)], code: 2 });
});
