/** Literal sheets for tests: what a clerk would see, cell by cell, and what reading makes of it in one line per problem. */
import type { Problem, Reading, Severity } from "../../src/sheets/reading";
import type { ReadSituationOptions } from "../../src/sheets/inputs/desk";
import { readSituation } from "../../src/sheets/readSituation";
import type { CellValue, Sheet } from "../../src/workbook/workbook";

type Extra = Partial<Pick<Sheet, "visibility" | "merges" | "hiddenRows" | "filtered" | "formulas">>;

/** A sheet from its rows; a row of `[]` is blank. */
export function sheet(name: string, rows: readonly (readonly CellValue[])[], extra: Extra = {}): Sheet {
  return { name, visibility: "visible", values: rows, formulas: new Map(), merges: [], hiddenRows: new Set(), filtered: false, ...extra };
}

export function read(sheets: readonly Sheet[], options: Partial<ReadSituationOptions> = {}): Reading {
  return readSituation(sheets, { withoutInvalid: false, language: "zh-CN", ...options });
}

/** `E03 需要!C4`, with the rule's own case where it has one; without a cell the sheet alone. In the order found. */
export function problemsOf({ problems }: Reading, severity: Severity = "must fix"): readonly string[] {
  return problems.filter((each) => each.severity === severity).map((each) => `${String(each.facts.case)} ${each.sheet}${addressOf(each)}`);
}

/** The facts of the first problem of a case. */
export function factsOf({ problems }: Reading, name: string): Problem["facts"] | undefined {
  return problems.find(({ facts }) => facts.case === name)?.facts;
}

function addressOf({ row, column }: Problem): string {
  if (row === undefined) return "";
  return column === undefined ? `!${row + 1}` : `!${String.fromCharCode(65 + column)}${row + 1}`;
}

/** The quantities of each demand line, by product: `螺丝: 0=120 any1957=5`. */
export function needsOf({ situation }: Reading): readonly string[] {
  return situation.demands.map(({ factory, product, cells }) => {
    const quantities = cells.map(({ period, quantity }) => {
      const key = period.kind === "quarter" ? String(period.quarter) : period.kind === "year" ? `any${period.year}` : "any";
      return `${key}=${quantity}`;
    });
    return `${factory} ${product}: ${quantities.join(" ")}`;
  });
}
