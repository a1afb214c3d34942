/** What Verify says: that all belongs together, or what changed since the last balance, and what to do. */
import type { ChangedRow, SheetState, VerifiedSheet } from "../sheets/record/verification";
import type { Language, Text, TextOf } from "./language";
import { andMore } from "./settlement";

export const verifyTexts = {
  noRecord: {
    "zh-CN": "没有可核对的办理记录：这个工作簿还没有平衡过，或者办理记录表被删掉了。请先平衡。",
    en: "There is no run record to go by: this workbook was never balanced, or its Run record sheet was removed. Balance it first.",
  },
  brokenOff: {
    "zh-CN": "最后一次平衡没有写完，结果不完整。请重新平衡。",
    en: "The last balance broke off before everything was written; the result is incomplete. Balance again.",
  },
  next: {
    "zh-CN": "如果改动是有意的，请重新平衡：手工改过的协议作为议定保留。如果不是，请找回平衡时存的文件。",
    en: "If the changes are meant, balance again: agreements changed by hand count as agreed and are kept. If not, go back to the file as it was balanced.",
  },
} satisfies Record<string, Text>;

export const belongsTogether: TextOf<{ readonly checkCode: string; readonly office: string; readonly sheets: number }> = {
  "zh-CN": ({ checkCode, office, sheets }) => `相符：${office}的协议就是由这些输入平衡出来的（${sheets} 张表），核对码 ${checkCode}。`,
  en: ({ checkCode, office, sheets }) =>
    `All belongs together: the agreements of ${office} come from these inputs (${sheets} sheets). Check code ${checkCode}.`,
};

export const doesNotBelong: TextOf<{ readonly recorded: string; readonly now: string }> = {
  "zh-CN": ({ recorded, now }) =>
    recorded === now
      ? `不相符：上次平衡（核对码 ${recorded}）以后有改动。`
      : `不相符：上次平衡的核对码是 ${recorded}，现在的内容是 ${now}。`,
  en: ({ recorded, now }) =>
    recorded === now
      ? `Changed since the last balance (check code ${recorded}).`
      : `Changed since: the last balance has check code ${recorded}, what stands here now ${now}.`,
};

export const sheetChange: TextOf<{ readonly sheet: string; readonly state: Exclude<SheetState, "same"> }> = {
  "zh-CN": ({ sheet, state }) => {
    if (state === "changed") return `“${sheet}”改过`;
    if (state === "decided") return `“${sheet}”各行的数字没有动，只是状态、版次或行的次序变了`;
    return state === "missing" ? `“${sheet}”不见了` : `“${sheet}”是平衡以后加的`;
  },
  en: ({ sheet, state }) => {
    if (state === "changed") return `${sheet} has changed`;
    if (state === "decided") return `${sheet}: no row's figures differ; a status, a version or the order of the rows does`;
    return state === "missing" ? `${sheet} is missing` : `${sheet} was added after the balance`;
  },
};

export const rowChange: TextOf<{
  readonly sheet: string;
  readonly cells: string;
  readonly no: string;
  readonly change: ChangedRow["change"];
}> = {
  "zh-CN": ({ sheet, cells, no, change }) => {
    if (change === "removed") return `${sheet}：协议 ${no} 被删掉了`;
    return change === "typed"
      ? `${sheet}!${cells}：手工加的一行${no === "" ? "" : `（${no}）`}`
      : `${sheet}!${cells}：协议 ${no} 被手工改过`;
  },
  en: ({ sheet, cells, no, change }) => {
    if (change === "removed") return `${sheet}: agreement ${no} was taken away`;
    return change === "typed"
      ? `${sheet}!${cells}: a row typed by hand${no === "" ? "" : ` (${no})`}`
      : `${sheet}!${cells}: agreement ${no} was changed by hand`;
  },
};

/** Rows beyond these are counted; a sheet that was pasted over has them all. */
const MOST_ROWS = 200;

/** What was found, as plain data. */
export interface Verdict {
  readonly verified: boolean;
  readonly record: "whole" | "broken off" | "none";
  readonly office: string;
  readonly checkCode: { readonly recorded: string; readonly now: string };
  readonly sheets: readonly VerifiedSheet[];
  readonly rows: readonly { readonly sheet: string; readonly cells: string; readonly no: string; readonly change: ChangedRow["change"] }[];
}

/** The verdict, the sheets that changed, the agreement rows one by one, and what to do. */
export function verificationLines({ verified, record, office, checkCode, sheets, rows }: Verdict, language: Language): readonly string[] {
  if (verified) return [belongsTogether[language]({ checkCode: checkCode.now, office, sheets: sheets.length })];
  if (record === "none") return [verifyTexts.noRecord[language]];
  const changed = sheets.flatMap(({ sheet, state }) => (state === "same" ? [] : [sheetChange[language]({ sheet, state })]));
  const lines = [...changed, ...rows.slice(0, MOST_ROWS).map((row) => rowChange[language](row))].map((line) => `  ${line}`);
  return [
    ...(record === "broken off" ? [verifyTexts.brokenOff[language]] : []),
    ...(lines.length > 0 ? [doesNotBelong[language](checkCode), ...lines] : []),
    ...(rows.length > MOST_ROWS ? [`  ${andMore[language]({ more: rows.length - MOST_ROWS })}`] : []),
    ...(lines.length > 0 ? [verifyTexts.next[language]] : []),
  ];
}
