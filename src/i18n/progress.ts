/** The named stages of a run, as the pane and the command line show them. */
import type { Text, TextOf } from "./language";

export type Stage = "collecting" | "returning" | "reading" | "checking" | "ordering" | "settling" | "explaining" | "writing";

/** A stage, and how far it is where that can be told. */
export interface Progress {
  readonly stage: Stage;
  /** The place that meets, or the sheet that is read. */
  readonly place?: string;
  /** Places, or rows written; of sheets also the share of the one that is being read. */
  readonly done?: number;
  readonly total?: number;
}

export const stageNames: Readonly<Record<Stage, Text>> = {
  collecting: { "zh-CN": "收表", en: "collecting" },
  returning: { "zh-CN": "下达", en: "returning" },
  reading: { "zh-CN": "读取工作簿", en: "reading the workbook" },
  checking: { "zh-CN": "检查", en: "checking" },
  ordering: { "zh-CN": "整理各行", en: "putting rows in order" },
  settling: { "zh-CN": "平衡", en: "balancing" },
  explaining: { "zh-CN": "查明原因和解决办法", en: "finding reasons and cures" },
  writing: { "zh-CN": "写入结果", en: "writing the result" },
};

/** One line of progress: `平衡 富锦县 (3/13)`, `读取工作簿 需要 (3/8, 45 %)`, `写入结果 (120000/280000 行)`. */
export const progressLine: TextOf<Progress> = {
  "zh-CN": (progress) => line(progress, stageNames[progress.stage]["zh-CN"], "行"),
  en: (progress) => line(progress, stageNames[progress.stage].en, "rows"),
};

function line({ stage, place, done, total }: Progress, name: string, rows: string): string {
  const what = place === undefined ? name : `${name} ${place}`;
  if (done === undefined || total === undefined || total < 2) return what;
  if (stage === "writing") return `${what} (${done}/${total} ${rows})`;
  const share = Math.floor(100 * (done % 1));
  return `${what} (${Math.min(Math.floor(done) + 1, total)}/${total}${share > 0 ? `, ${share} %` : ""})`;
}
