/** The parts formulas of the forms are made of; all of them are known to Excel 2016, WPS and LibreOffice. */
import { quotedSheetName } from "../../workbook/xlsx/cellReference";

/** A column, and what its cells must meet: an expression that gives a criterion. */
export type Condition = readonly [column: string, criterion: string];

/** All of a column, so that rows added below count too. */
export function wholeColumn(sheet: string, letters: string): string {
  return `${quotedSheetName(sheet)}!$${letters}:$${letters}`;
}

export function sumifs(column: string, conditions: readonly Condition[]): string {
  return `SUMIFS(${[column, ...conditions.flat()].join(",")})`;
}

/** A sum kept to thousandths, the finest any quantity has: programs add in different orders. */
export function rounded(terms: readonly string[]): string {
  return `=ROUND(${terms.length === 0 ? "0" : terms.join("+")},3)`;
}

/** The same of numbers. */
export function thousandths(sum: number): number {
  return Number(sum.toFixed(3)) + 0;
}
