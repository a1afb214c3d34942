/** Checks of standing agreements against capacity and need. */
import { wayOf } from "../../engine/register/eligibility";
import { quarterly } from "../../engine/register/portions";
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Register } from "../../engine/register/register";
import type { Scene } from "./checkSituation";
import { pairOf } from "./needs";
import type { StandingRow } from "./standingAgreements";

/** E11: they need more than a factory has; E15: it can't make that; W07: those of a buyer for a product are far from its need. */
export function* checkStanding({ standing, known, situation, problems, plan }: Scene): Generator<void> {
  const inForce = standing.filter((row) => row.inForce);
  if (inForce.length === 0) return;
  const used = new Map<number, number>();
  const needs = needsByPair(known);
  const agreed = new Map<string, number>();
  for (const row of inForce) {
    const parts = quarterly(row, situation.horizon);
    agreed.set(pairOf(row), parts.reduce((sum, quantity) => sum + quantity, agreed.get(pairOf(row)) ?? 0)); // prettier-ignore
  }
  for (const row of inForce) {
    if (row.row % ROWS_AT_ONCE === 0) yield;
    const place = { sheet: row.sheet, row: row.row, column: row.column };
    const { supplier, buyer, product } = row;
    if (known.factories.has(supplier) && !wayOf(known, row)) problems.inRow("E15 cannot", place, { value: supplier, product });
    for (const quarter of quartersOver(row, used, { known, situation }))
      problems.inRow("E11", place, { value: supplier, quarter: plan.keys.quarters[quarter] });
    const [need, sum] = [needs.get(pairOf(row)) ?? 0, agreed.get(pairOf(row)) ?? 0];
    if (known.factories.has(buyer) && sum > 0 && Math.abs(need - sum) > sum * row.tolerance)
      problems.inRow("W07", place, { value: sum / row.steps, other: need / row.steps });
  }
}

/** The quarters in which the supplier has less than this one and those before it need; `used` is what they need so far. */
function quartersOver(
  row: StandingRow,
  used: Map<number, number>,
  { known, situation }: Pick<Scene, "known" | "situation">,
): readonly number[] {
  const way = wayOf(known, row);
  return quarterly(row, situation.horizon).flatMap((quantity, quarter) => {
    if (!way || quantity === 0) return [];
    const short = way.rows.map((index, position) => {
      const key = index * known.quarters + quarter;
      const sum = (used.get(key) ?? 0) + quantity * way.perStep[position];
      used.set(key, sum);
      const { capacity, rate } = known.rows[index];
      return sum > ((capacity.available[quarter] ?? 0) - (capacity.own[quarter] ?? 0)) * rate.perRowStep;
    });
    return short.includes(true) ? [quarter] : [];
  });
}

/** What each factory needs of each product from others. */
function needsByPair({ lines }: Register): ReadonlyMap<string, number> {
  const needs = new Map<string, number>();
  for (const line of lines) {
    const { factory: buyer, product, inHouse } = line.demand;
    const key = pairOf({ buyer, product });
    if (!inHouse) needs.set(key, line.needed + (needs.get(key) ?? 0));
  }
  return needs;
}
