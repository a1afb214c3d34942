/** The quarters of a workbook's plan, as its headings or its Cover say. */
import type { Reading } from "../reading";
import { UNFILLED_PLAN, type TemplatePlan } from "../templates/quarterHeadings";

/** Undefined where nothing is dated. */
export function planOfReading({ keys, cover, situation }: Reading): TemplatePlan | undefined {
  const parts = /^(\d{4})Q([1-4])$/.exec(keys.quarters[0] === "any" ? cover.planStarts : keys.quarters[0]);
  if (!parts) return undefined;
  const quarters = keys.quarters[0] === "any" ? (cover.quarters ?? UNFILLED_PLAN.quarters) : situation.horizon.quarters;
  return { year: Number(parts[1]), quarter: Number(parts[2]), quarters };
}
