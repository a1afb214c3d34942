/** The quarters of an office's plan: those its headings name, else those its Cover states; undefined where neither is dated. */
import { quarterName } from "../table/readPeriod";
import type { Reading } from "../reading";

export function planQuarters({ keys, cover }: Pick<Reading, "keys" | "cover">): readonly string[] | undefined {
  if (keys.quarters[0] !== "any") return keys.quarters;
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(cover.planStarts) ?? [];
  if (year === undefined) return undefined;
  const first = Number(year) * 4 + Number(quarter) - 1;
  return Array.from({ length: cover.quarters ?? 1 }, (_, index) => quarterName(first + index));
}
