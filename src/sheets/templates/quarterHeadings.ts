/** Headings of quarters that follow the Cover: the clerk changes the start there, and every sheet's columns move with it. */
import type { Language } from "../../i18n/language";
import { NO_QUARTER, startUnreadable } from "../../i18n/templates";
import type { WrittenCell } from "../../workbook/workbook";
import { coverTable } from "../cover";
import { fieldColumns } from "../column";
import { sheetReference } from "./templateRules";

/** The plan of an unfilled template. */
export const TEMPLATE_START = { text: "1957Q1", year: 1957, quarter: 1 } as const;
export const TEMPLATE_QUARTERS = 5;
/** Title and note stand above the Cover's labels. */
export const COVER_FIRST_ROW = 2;

/** A heading with the quarter it names before the clerk changes anything. */
export interface LiveHeading {
  readonly cell: WrittenCell;
  readonly text: string;
}

/** The quarter at this position of the plan, `own` for the factory's own plan; a dash beyond the Cover's number of quarters. */
export function quarterHeading(position: number, { own, language }: { own: boolean; language: Language }): LiveHeading {
  const start = coverCell("planStarts", language);
  const quarters = coverCell("quarters", language);
  const year = `INT((${count(start)}+${position})/4)`;
  const quarter = `MOD(${count(start)}+${position},4)+1`;
  const zh = language === "zh-CN";
  const suffix = own ? (zh ? " 本厂" : " own") : "";
  const named = zh
    ? `${year}&"年"&MID("一二三四",${quarter},1)&"季度${suffix}"`
    : `${year}&"Q"&(${quarter})${suffix === "" ? "" : `&"${suffix}"`}`;
  const last = `IF(${quarters}="",${TEMPLATE_QUARTERS},${quarters})`;
  const at = TEMPLATE_START.year * 4 + TEMPLATE_START.quarter - 1 + position;
  const [nowYear, nowQuarter] = [Math.floor(at / 4), at % 4];
  const text = (zh ? `${nowYear}年${"一二三四"[nowQuarter]}季度` : `${nowYear}Q${nowQuarter + 1}`) + suffix;
  return live(`IF(${position}<${last},${named},"${NO_QUARTER}")`, text, language);
}

/** `1957 any` for the plan's first calendar year, the next for its second; a dash where the plan has no second. */
export function anyHeading(position: 0 | 1, language: Language): LiveHeading {
  const start = coverCell("planStarts", language);
  const quarters = coverCell("quarters", language);
  const suffix = language === "zh-CN" ? "年不分季" : " any";
  const last = `IF(${quarters}="",${TEMPLATE_QUARTERS},${quarters})`;
  const formula =
    position === 0 ? `LEFT(${start},4)*1&"${suffix}"` : `IF(RIGHT(${start},1)+${last}>5,(LEFT(${start},4)+1)&"${suffix}","${NO_QUARTER}")`;
  return live(formula, `${TEMPLATE_START.year + position}${suffix}`, language);
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
