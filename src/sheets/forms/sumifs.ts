/** The parts formulas of the forms are made of; all of them are known to Excel 2016, WPS and LibreOffice. */
import { quotedSheetName } from "../../workbook/xlsx/cellReference";
import type { Criteria } from "./criteria";

/** Excel takes 8,192 letters; some are kept for what stands around the sums. */
export const LONGEST_FORMULA = 7_500;

/** A column, and what its cells must meet: an expression that gives a criterion. */
export type Condition = readonly [column: string, criterion: string];

/** All of a column, so that rows added below count too. */
export function wholeColumn(sheet: string, letters: string): string {
  return `${quotedSheetName(sheet)}!$${letters}:$${letters}`;
}

/** Both criteria of a name. */
export function meets(column: string, { begins, ends }: Criteria): readonly Condition[] {
  return [
    [column, begins],
    [column, ends],
  ];
}

export function sumifs(column: string, conditions: readonly Condition[]): string {
  return `SUMIFS(${[column, ...conditions.flat()].join(",")})`;
}

/** Decimals kept: what programs that add in different orders agree on. Quantities have three at most. */
export const QUANTITY = 3;
/** What a quantity takes of a capacity mostly has no more. */
export const LOAD = 6;

export function rounded(decimals: number, terms: readonly string[]): string {
  return `=ROUND(${terms.length === 0 ? "0" : terms.join("+")},${decimals})`;
}

/** A sum less one thing more. */
export function less(decimals: number, terms: readonly string[], part: string): string {
  return rounded(decimals, [...terms.slice(0, -1), `${terms.at(-1) ?? "0"}-${part}`]);
}

/** A number as ROUND has it: by fifteen digits, halves away from zero. */
export function roundedTo(decimals: number, value: number): number {
  if (Number.isInteger(value)) return value + 0;
  const scale = 10 ** decimals;
  const whole = Math.round(Number((Math.abs(value) * scale).toPrecision(15)));
  return value < 0 && whole > 0 ? -whole / scale : whole / scale;
}
