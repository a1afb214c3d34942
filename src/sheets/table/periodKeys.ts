/** How quantities are keyed on sheets and in the JSON result: `1956Q4`, `1957 any`, or `any` where nothing is dated. */
import type { Horizon, Period } from "../../engine/model";

/** The key of a quarter of the horizon. Example: with a horizon from 1956Q4, quarter 1 is `1957Q1`. */
export function quarterKey(horizon: Horizon, quarter: number): string {
  const quarters = horizon.firstQuarter - 1 + quarter;
  return `${horizon.firstYear + Math.floor(quarters / 4)}Q${(quarters % 4) + 1}`;
}

/** The key under which a demand cell's quantity stands. */
export function periodKey(horizon: Horizon, period: Period): string {
  if (period.kind === "quarter") return quarterKey(horizon, period.quarter);
  return period.kind === "year" ? `${period.year} any` : "any";
}
