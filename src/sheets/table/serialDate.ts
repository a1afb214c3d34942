import type { CellValue } from "../../workbook/workbook";

const DAY = 86_400_000;
/** Day 0 of Excel's count of days, from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** March 1900 and December 2199. */
const [FIRST, LAST] = [61, 109_575];

/** The date that a number shows where its cell shows one: 20729 is `1956-10-01`. Undefined for what is no whole day in times in which one plans. */
export function serialDate(value: CellValue | undefined): string | undefined {
  if (typeof value !== "number" || !Number.isInteger(value) || value < FIRST || value > LAST) return undefined;
  return new Date(DAY_ZERO + value * DAY).toISOString().slice(0, 10);
}
