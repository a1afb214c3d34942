/** Pivot counts are deterministic; a change here is a change of the method and must be meant. */
import { weighted } from "../../bench/anchors";
import { readDimacs, writeDimacs } from "../../bench/dimacs";
import { giant, market, province } from "../../bench/market";
import { measure } from "../../bench/measure";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { atOnce } from "../../../src/engine/slices";

test.each([
  ["a province of 1,000 lines", province(1_000), 1_294],
  ["a province of 10,000 lines", province(10_000), 18_491],
  ["one product of 2,000 lines", giant(2_000), 6_723],
])("%s takes the same pivots on every machine, and is certified", (_, plan, pivots) => {
  expect(measure(market(plan)).pivots).toBe(pivots);
});

test("so does its balanced form, where every unit must arrive", () => {
  const text = writeDimacs(weighted(market(giant(1_000)).part(0)));
  const { network } = readDimacs(new TextEncoder().encode(text));
  expect(atOnce(solveNetwork(network)).pivots).toBe(3_447);
});

test("a network takes the pivots it takes, whatever was solved before it", () => {
  const pivots = (lines: number): number => measure(market(giant(lines))).pivots;
  const first = pivots(20_000);
  pivots(3_000);
  expect(pivots(20_000)).toBe(first);
});
