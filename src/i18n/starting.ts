/** What Start a round and Start a new year say, and how their files are called. */
import type { CannotStart } from "../sheets/sharing/countyOpenings";
import type { Text, TextOf } from "./language";
import { fileWord } from "./sharing";
import { counted } from "./wording";

export const roundFileName: TextOf<{ readonly office: string; readonly round: string }> = {
  "zh-CN": ({ office, round }) => `${fileWord(`填报表_${office}_${round}`)}.xlsx`,
  en: ({ office, round }) => `${fileWord(`round_${office}_${round}`)}.xlsx`,
};

export const yearFileName: TextOf<{ readonly office: string; readonly planStarts: string }> = {
  "zh-CN": ({ office, planStarts }) => `${fileWord(`新年度_${office}_${planStarts}`)}.xlsx`,
  en: ({ office, planStarts }) => `${fileWord(`new_year_${office}_${planStarts}`)}.xlsx`,
};

export const cannotStart: Readonly<Record<CannotStart, Text>> = {
  "no plan": {
    "zh-CN": "不知道计划从哪一季度开始：请在封面上填“计划起始季度”，如 1957Q1。",
    en: "Nothing says which quarter the plan starts with: fill in Plan starts on the Cover, such as 1957Q1.",
  },
  "no places": {
    "zh-CN": "填报单位下面没有直属的地区：请先填“地区”表，再发起填报。",
    en: "No place lies directly under the office: fill in the Places sheet first.",
  },
};

export const mustFixBeforeStart: Text = {
  "zh-CN": "表上还有必改的问题，没有做出文件：",
  en: "No file was made; this must be fixed first:",
};

export const mustFixFor: TextOf<{ readonly problems: number }> = {
  "zh-CN": ({ problems }) => `先改好 ${problems} 个必改问题（见“检查”），再做。没有做出文件。`,
  en: ({ problems }) => `Fix ${counted(problems, "problem")} first (see Check); no file was made.`,
};

export const roundMade: TextOf<{ readonly office: string; readonly round: string; readonly files: number }> = {
  "zh-CN": ({ office, round, files }) => `${office}发起“${round}”填报，共 ${files} 份：`,
  en: ({ office, round, files }) => `${office} starts the round ${round}; ${counted(files, "file")}:`,
};

export const roundFileLine: TextOf<{ readonly office: string; readonly factories: number; readonly file: string }> = {
  "zh-CN": ({ office, factories, file }) => `  ${office}：${factories} 个工厂，${file}`,
  en: ({ office, factories, file }) => `  ${office}: ${factories} factories, ${file}`,
};

export const yearMade: TextOf<{
  readonly planStarts: string;
  readonly settled: number;
  readonly needs: number;
  readonly capacities: number;
  readonly file: string;
}> = {
  "zh-CN": ({ planStarts, settled, needs, capacities, file }) =>
    `新年度从 ${planStarts} 开始：上年成果 ${settled} 行，需要 ${needs} 行、能力 ${capacities} 行待填数量。已写入 ${file}`,
  en: ({ planStarts, settled, needs, capacities, file }) =>
    `The new plan starts with ${planStarts}: ${counted(settled, "row")} of Last year; ${counted(needs, "need")} and ${counted(capacities, "capacity row")} wait for quantities. Written: ${file}`,
};
