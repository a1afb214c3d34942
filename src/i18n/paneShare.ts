/** What the Share tab says. */
import type { Text, TextOf } from "./language";
import { counted } from "./wording";

export const shareTabTexts = {
  verify: { "zh-CN": "核对", en: "Verify" },
  verifyFor: {
    "zh-CN": "协议是否就是由这些输入平衡出来的,哪张表、哪几行后来改过。",
    en: "Whether the agreements come from these inputs, or which sheets and rows changed since.",
  },
  startRound: { "zh-CN": "发起填报", en: "Start a round" },
  startRoundFor: {
    "zh-CN": "给每个直属地区做一份填报表,各种名录都已填好。",
    en: "A workbook for every office directly below, its lists filled in.",
  },
  returnResults: { "zh-CN": "下达", en: "Return results" },
  returnResultsFor: {
    "zh-CN": "平衡以后,给每个上报的下级做一份下达表。",
    en: "After the balance, a workbook for every office that submitted.",
  },
  startYear: { "zh-CN": "开始新年度", en: "Start a new year" },
  startYearFor: {
    "zh-CN": "协议转为上年成果,季度后移一年,数量清空。",
    en: "Agreements become Last year, quarters move on, quantities are emptied.",
  },
  commandLine: {
    "zh-CN": "上报、汇总和收下达,请在命令行办理(见说明书)。",
    en: "Submitting, collecting and receiving are done on the command line (see the manual).",
  },
  filesElsewhere: {
    "zh-CN": "发起填报、下达和开始新年度会做出新文件,请在不用 Excel 的网页或命令行办理。",
    en: "Starting a round or a year and returning results make new files: do it on the page without Excel or on the command line.",
  },
  working: { "zh-CN": "正在办理…", en: "Working…" },
  failed: {
    "zh-CN": "没有办成,工作簿没有改动。请回到“平衡”重新读取后再试。",
    en: "It could not be done; the workbook was not changed. Read it again on Balance, then try again.",
  },
} as const satisfies Readonly<Record<string, Text>>;

export const filesSaved: TextOf<{ readonly files: number; readonly name: string }> = {
  "zh-CN": ({ files, name }) => `做好 ${files} 份,已保存为 ${name}。`,
  en: ({ files, name }) => `${counted(files, "file")} made, saved as ${name}.`,
};
