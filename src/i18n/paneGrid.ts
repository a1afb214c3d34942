/** Words of the read-only view of a workbook on the page without Excel. */
import type { Text, TextOf } from "./language";
import { amount } from "./wording";

export const gridTexts = {
  workbook: { "zh-CN": "工作簿", en: "Workbook" },
  sheet: { "zh-CN": "工作表", en: "Sheet" },
  row: { "zh-CN": "行", en: "Row" },
  readOnly: {
    "zh-CN": "只看不改：要改请在 Excel 或 WPS 里改，再打开。",
    en: "To look at only: change it in Excel or WPS, then open it again.",
  },
  hidden: { "zh-CN": "隐藏", en: "hidden" },
  empty: { "zh-CN": "这张表是空的。", en: "This sheet is empty." },
  cannotShow: { "zh-CN": "表读不出来，这里不能显示。", en: "The sheets can't be read, so they can't be shown here." },
} satisfies Record<string, Text>;

/** `Demand, 279 rows`: a grid's name. */
export const gridName: TextOf<{ readonly sheet: string; readonly rows: number }> = {
  "zh-CN": ({ sheet, rows }) => `${sheet}，${amount(rows)} 行`,
  en: ({ sheet, rows }) => `${sheet}, ${rows === 1 ? "1 row" : `${amount(rows)} rows`}`,
};
