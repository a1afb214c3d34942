/** Help and rules on a template's cells: input messages on headings, drop-downs and number rules below them. */
import type { Language, Text } from "../../i18n/language";
import { warnings } from "../../i18n/templates";
import type { CellRange, WrittenValidation } from "../../workbook/workbook";
import { columnLetters } from "../table/ownRowFormula";
import { equipmentLayout, factoriesLayout, placesLayout, productsLayout } from "./fullTemplate";
import { simpleDemandLayout } from "./simpleTemplate";
import type { ListSource, TemplateLayout, TemplateRule } from "./templateLayout";
import { wordLists } from "./wordLists";

/** Title, note, headings. */
export const HEADER_ROW = 2;
/** Rows below the headings of an unfilled template that have rules, and that drop-downs offer. */
export const RULED_ROWS = 1_000;
const LONGEST_TITLE = 32;

/** The cells of a column below its heading. */
export function below(column: number, rows: number): CellRange {
  return { top: HEADER_ROW + 1, left: column, bottom: HEADER_ROW + rows, right: column };
}

/** The help that shows when a heading is chosen; rules of the heading itself go with it. */
export function headingHelp(column: number, { heading, help }: { heading: string; help: Text }, language: Language): WrittenValidation {
  return {
    range: { top: HEADER_ROW, left: column, bottom: HEADER_ROW, right: column },
    promptTitle: heading.slice(0, LONGEST_TITLE),
    prompt: help[language],
    severity: "stop",
  };
}

export interface RuleSetting {
  readonly language: Language;
  /** How many rows of a list a drop-down offers. */
  readonly rows?: number;
}

/**
 * A rule on these cells. Words of which one must be chosen refuse anything else; names and numbers only warn, because codes,
 * former names, lists of names and texts such as 1.2万 are understood too.
 */
export function ruleOn(range: CellRange, rule: TemplateRule, { language, rows = RULED_ROWS }: RuleSetting): WrittenValidation {
  const errorTitle = warnings.title[language];
  switch (rule.kind) {
    case "words":
    case "usual words": {
      const source = wordLists[rule.words][language];
      const refuses = rule.kind === "words";
      const error = (refuses ? warnings.word : warnings.usual)[language];
      return { range, rule: { kind: "list", source }, errorTitle, error, severity: refuses ? "stop" : "warning" };
    }
    case "names":
      return {
        range,
        rule: { kind: "list", source: `=${listFormula(rule.from, language, rows)}` },
        errorTitle,
        error: warnings.list[language],
        severity: "warning",
      };
    case "number": {
      const { minimum, maximum } = rule;
      const kind = rule.whole ? "whole" : "decimal";
      return { range, rule: { kind, minimum, maximum }, errorTitle, error: warnings.number[language], severity: "warning" };
    }
  }
}

/** The cells a drop-down offers, e.g. `Factories!$B$4:$B$1003`; items are equipment classes where there are any, else products. */
function listFormula(source: ListSource, language: Language, rows: number): string {
  const cells = (layout: TemplateLayout, field: string): string => {
    const letters = columnLetters(layout.columns.findIndex((column) => column.field === field));
    return `${sheetReference(layout.table.names[language])}!$${letters}$${HEADER_ROW + 2}:$${letters}$${HEADER_ROW + 1 + rows}`;
  };
  const equipment = cells(equipmentLayout, "equipment");
  const products = cells(productsLayout, "product");
  switch (source) {
    case "places":
      return cells(placesLayout, "place");
    case "factories":
      return cells(factoriesLayout, "factory");
    case "equipment":
      return equipment;
    case "products":
      return products;
    case "items":
      return `IF(COUNTA(${equipment})>0,${equipment},${products})`;
    case "products needed":
      return cells(simpleDemandLayout, "product");
  }
}

/** A sheet's name in a formula, in quotes where it needs them. */
export function sheetReference(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? name : `'${name}'`;
}
