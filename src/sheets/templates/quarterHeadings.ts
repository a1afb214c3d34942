/** Headings of quarters that follow the Cover: the clerk changes the start there, and every sheet's columns move with it. */
import type { Language } from "../../i18n/language";
import { NO_QUARTER, startUnreadable } from "../../i18n/templates";
import type { WrittenCell } from "../../workbook/workbook";
import { coverTable } from "../inputs/cover";
import { fieldColumns } from "../table/column";
import { sheetReference } from "./templateRules";

/** The quarters a template is laid out for; the clerk may move their start on the Cover. */
export interface TemplatePlan {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
  readonly quarters: number;
}

/** The plan of an unfilled template. */
export const UNFILLED_PLAN: TemplatePlan = { year: 1957, quarter: 1, quarters: 5 };

/** `1957Q1`, as the Cover says it. */
export function startText({ year, quarter }: TemplatePlan): string {
  return `${year}Q${quarter}`;
}

/** The calendar years the plan touches. */
export function yearsOf({ quarter, quarters }: TemplatePlan): number {
  return Math.ceil((quarter - 1 + quarters) / 4);
}

/** Title and note stand above the Cover's labels. */
export const COVER_FIRST_ROW = 2;

/** A heading with the quarter it names before the clerk changes anything. */
export interface LiveHeading {
  readonly cell: WrittenCell;
  readonly text: string;
}

export interface HeadingSetting {
  readonly plan: TemplatePlan;
  readonly language: Language;
}

/** The quarter at this position of the plan, `own` for the factory's own plan; a dash beyond the Cover's number of quarters. */
export function quarterHeading(position: number, { own, plan, language }: HeadingSetting & { own: boolean }): LiveHeading {
  const start = coverCell("planStarts", language);
  const year = `INT((${count(start)}+${position})/4)`;
  const quarter = `MOD(${count(start)}+${position},4)+1`;
  const zh = language === "zh-CN";
  const suffix = own ? (zh ? " 本厂" : " own") : "";
  const named = zh
    ? `${year}&"年"&MID("一二三四",${quarter},1)&"季度${suffix}"`
    : `${year}&"Q"&(${quarter})${suffix === "" ? "" : `&"${suffix}"`}`;
  const at = plan.year * 4 + plan.quarter - 1 + position;
  const [nowYear, nowQuarter] = [Math.floor(at / 4), at % 4];
  const text = (zh ? `${nowYear}年${"一二三四"[nowQuarter]}季度` : `${nowYear}Q${nowQuarter + 1}`) + suffix;
  return live(`IF(${position}<${lastQuarter(language)},${named},"${NO_QUARTER}")`, text, language);
}

/** `1957 any` for the plan's first calendar year, the next for its second; a dash where the plan has no such year. */
export function anyHeading(position: number, { plan, language }: HeadingSetting): LiveHeading {
  const start = coverCell("planStarts", language);
  const suffix = language === "zh-CN" ? "年不分季" : " any";
  const inPlan = `RIGHT(${start},1)+${lastQuarter(language)}>${4 * position + 1}`;
  const formula =
    position === 0 ? `LEFT(${start},4)*1&"${suffix}"` : `IF(${inPlan},(LEFT(${start},4)+${position})&"${suffix}","${NO_QUARTER}")`;
  return live(formula, `${plan.year + position}${suffix}`, language);
}

/** How many quarters the Cover says; blank: the usual number. */
function lastQuarter(language: Language): string {
  const quarters = coverCell("quarters", language);
  return `IF(${quarters}="",${UNFILLED_PLAN.quarters},${quarters})`;
}

/** The Cover's start, counted in quarters from the year 0: `1957Q1` is 1957 × 4. */
function count(start: string): string {
  return `LEFT(${start},4)*4+RIGHT(${start},1)-1`;
}

/** A start nobody can read shows in the headings, and the Cover's own problem says where to mend it. */
function live(formula: string, text: string, language: Language): LiveHeading {
  return { cell: { formula: `=IFERROR(${formula},"${startUnreadable[language]}")`, value: text }, text };
}

function coverCell(field: "planStarts" | "quarters", language: Language): string {
  const row = fieldColumns(coverTable).findIndex((column) => column.field === field);
  return `${sheetReference(coverTable.names[language])}!$B$${COVER_FIRST_ROW + row + 1}`;
}
