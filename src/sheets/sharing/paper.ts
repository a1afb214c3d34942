/** What kind of paper a workbook is: one that travels says so on its Cover. */
import { shareTexts } from "../../i18n/sharing";
import type { Sheet } from "../../workbook/workbook";
import { readLabels } from "../inputs/cover";
import type { Reading } from "../reading";
import { submissionCoverTable } from "./sharedTables";

export type Paper = "submission" | "return" | "slip" | "workbook";

export function paperOf({ receipts }: Reading, sheets: readonly Sheet[]): Paper {
  const name = receipts.find(({ kind }) => kind === "Cover")?.sheet;
  const cover = sheets.find((sheet) => sheet.name === name);
  const { texts } = cover ? readLabels(cover, submissionCoverTable) : { texts: new Map<string, string>() };
  const word = texts.get("paper");
  const is = (text: { readonly "zh-CN": string; readonly en: string }): boolean => word === text["zh-CN"] || word === text.en;
  if (is(shareTexts.returned)) return "return";
  if (is(shareTexts.slip)) return "slip";
  return is(shareTexts.submission) || texts.has("checkCode") ? "submission" : "workbook";
}
