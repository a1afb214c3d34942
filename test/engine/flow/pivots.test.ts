/** Pivot counts are deterministic; a change here is a change of the method and must be meant. */
import { giant, market, province } from "../../bench/market";
import { measure } from "../../bench/measure";

test.each([
  ["a province of 1,000 lines", province(1_000), 1_294],
  ["a province of 10,000 lines", province(10_000), 18_579],
  ["one product of 2,000 lines", giant(2_000), 7_019],
])("%s takes the same pivots on every machine, and is certified", (_, plan, pivots) => {
  expect(measure(market(plan)).pivots).toBe(pivots);
});
