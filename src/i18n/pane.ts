/** What the task pane and the page without Excel say. */
import type { InputKind } from "../sheets/reading";
import type { Text, TextOf } from "./language";
import { amount, counted } from "./wording";

export const paneTexts = {
  product: { "zh-CN": "协作平衡", en: "Collaboration Balance" },
  tabs: { "zh-CN": "功能", en: "Parts" },
  balanceTab: { "zh-CN": "平衡", en: "Balance" },
  checkTab: { "zh-CN": "检查", en: "Check" },
  shareTab: { "zh-CN": "共享", en: "Share" },
  templatesTab: { "zh-CN": "模板", en: "Templates" },
  empty: { "zh-CN": "有两张表就够了：谁需要什么，谁能做什么。", en: "Two sheets are enough: who needs what, who can make what." },
  emptyInExcel: {
    "zh-CN": "有两张表就够了：谁需要什么（“需要”），谁能做什么（“能力”）。这个工作簿里还没有。",
    en: "Two sheets are enough: who needs what (Demand), who can make what (Capacity). This workbook has neither yet.",
  },
  trySample: { "zh-CN": "试用示例", en: "Try the sample" },
  openFile: { "zh-CN": "打开文件", en: "Open a file" },
  dropHere: {
    "zh-CN": "也可以把 .xlsx 文件拖到这里。文件只在本机处理，不上传。",
    en: "Or drop an .xlsx file here. It stays on this computer; nothing is uploaded.",
  },
  severalFiles: {
    "zh-CN": "一次只能打开一个文件。要收下级报来的许多文件，请先打开本单位的工作簿，再拖到“共享”页上。",
    en: "One file can be opened at a time. To collect many submissions, open this office's own workbook first, then drop them on Share.",
  },
  readAgain: { "zh-CN": "重新读取", en: "Read again" },
  balance: { "zh-CN": "平衡", en: "Balance" },
  reading: { "zh-CN": "正在读取工作簿…", en: "Reading the workbook…" },
  waiting: { "zh-CN": "读完就开始平衡…", en: "Balancing as soon as it is read…" },
  balancing: { "zh-CN": "正在平衡…", en: "Balancing…" },
  working: { "zh-CN": "正在办理…", en: "Working…" },
  found: { "zh-CN": "找到的表", en: "What was found" },
  cancel: { "zh-CN": "取消", en: "Cancel" },
  save: { "zh-CN": "保存文件", en: "Save the file" },
  undo: { "zh-CN": "撤销", en: "Undo" },
  nothingToCheck: { "zh-CN": "还没有打开工作簿。", en: "No workbook is open yet." },
  noProblems: { "zh-CN": "检查完毕，没有问题。", en: "Checked: no problems." },
  receipt: { "zh-CN": "读表回执", en: "Reading receipt" },
  leftAlone: { "zh-CN": "没有动", en: "left alone" },
  unknownSheet: { "zh-CN": "不认得，没有动", en: "not one of ours, left alone" },
  ownOutput: { "zh-CN": "平衡写出的表", en: "written by Balance" },
  inserting: { "zh-CN": "正在插入…", en: "Inserting…" },
  writeAgain: { "zh-CN": "写入结果", en: "Write the result" },
  notWritten: { "zh-CN": "结果还没有写进工作簿。", en: "The result is not in the workbook yet." },
  openAnother: { "zh-CN": "打开别的文件", en: "Open another file" },
  close: { "zh-CN": "知道了", en: "Dismiss" },
  calledOff: { "zh-CN": "已取消，什么也没有写。", en: "Called off; nothing was written." },
  undone: { "zh-CN": "已恢复原来的内容。", en: "The workbook is as it was before." },
} satisfies Record<string, Text>;

/** The office and its horizon: `黑龙江省 · 56年四季度—57年四季度`. */
export const officeLine: TextOf<{ readonly office: string; readonly from: string; readonly to: string }> = {
  "zh-CN": ({ office, from, to }) => `${office} · ${from === to ? from : `${from}—${to}`}`,
  en: ({ office, from, to }) => `${office} · ${from === to ? from : `${from} to ${to}`}`,
};

export const problemCounts: TextOf<{ readonly mustFix: number; readonly explain: number; readonly hints: number }> = {
  "zh-CN": ({ mustFix, explain, hints }) => `必改 ${amount(mustFix)} 处 · 说明 ${amount(explain)} 处 · 提示 ${amount(hints)} 处`,
  en: ({ mustFix, explain, hints }) => `${amount(mustFix)} to fix · ${amount(explain)} to explain · ${counted(hints, "hint")}`,
};

export const fixProblems: TextOf<number> = {
  "zh-CN": (count) => `改 ${amount(count)} 处问题`,
  en: (count) => (count === 1 ? "Fix 1 problem" : `Fix ${amount(count)} problems`),
};
export const balanceWithout: TextOf<number> = {
  "zh-CN": (rows) => `不带这 ${amount(rows)} 行平衡`,
  en: (rows) => (rows === 1 ? "Balance without this row" : `Balance without these ${amount(rows)} rows`),
};
export const morePlease: TextOf<number> = {
  "zh-CN": (count) => `再看 ${amount(count)} 条`,
  en: (count) => `Show ${amount(count)} more`,
};
export const rowsOf: TextOf<number> = {
  "zh-CN": (rows) => `${amount(rows)} 行`,
  en: (rows) => (rows === 1 ? "1 row" : `${amount(rows)} rows`),
};
/** Demand: how many lines, of how many factories. */
export const linesOf: TextOf<{ readonly lines: number; readonly factories: number }> = {
  "zh-CN": ({ lines, factories }) => `${amount(lines)} 行，${amount(factories)} 个工厂`,
  en: ({ lines, factories }) =>
    `${lines === 1 ? "1 line" : `${amount(lines)} lines`}, ${factories === 1 ? "1 factory" : `${amount(factories)} factories`}`,
};

/** What a receipt says of a sheet's rows. */
export const rowsReceipt: TextOf<{
  readonly read: number;
  readonly hidden: number;
  readonly notFilledIn: number;
  readonly fromText: number;
}> = {
  "zh-CN": ({ read, hidden, notFilledIn, fromText }) =>
    [
      `读 ${amount(read)} 行`,
      hidden > 0 && `其中隐藏 ${amount(hidden)} 行`,
      notFilledIn > 0 && `未填 ${amount(notFilledIn)} 行`,
      fromText > 0 && `从文字认出数字 ${amount(fromText)} 处`,
    ]
      .filter(Boolean)
      .join("，"),
  en: ({ read, hidden, notFilledIn, fromText }) =>
    [
      `${amount(read)} rows read`,
      hidden > 0 && `${amount(hidden)} of them hidden`,
      notFilledIn > 0 && `${amount(notFilledIn)} not filled in`,
      fromText > 0 && `${amount(fromText)} numbers understood from text`,
    ]
      .filter(Boolean)
      .join(", "),
};

/** The stages of a run as the pane ticks them off; `office` is the step of the office itself, after the places under it. */
export type PaneStage = "reading" | "checking" | "collecting" | "places" | "office" | "explaining" | "returning" | "writing";
export const paneStages: Readonly<Record<PaneStage, Text>> = {
  reading: { "zh-CN": "读取", en: "Reading" },
  checking: { "zh-CN": "检查", en: "Checking" },
  collecting: { "zh-CN": "收表", en: "Collecting" },
  places: { "zh-CN": "下属各地", en: "Places" },
  office: { "zh-CN": "本级", en: "The office itself" },
  explaining: { "zh-CN": "查明原因", en: "Explaining" },
  returning: { "zh-CN": "下达", en: "Returning" },
  writing: { "zh-CN": "写入", en: "Writing" },
};
/** Files or offices one after another: `收表(第 7 份,共 12 份,呼兰.xlsx)`. */
export const stageSoFar: TextOf<{ readonly stage: string; readonly total: number; readonly done: number; readonly now: string }> = {
  "zh-CN": ({ stage, total, done, now }) => `${stage}（第 ${amount(done)} 份，共 ${amount(total)} 份，${now}）`,
  en: ({ stage, total, done, now }) => `${stage} (${amount(done)} of ${amount(total)}, now ${now})`,
};
/** The meetings below the office: how many, and while they are held which of them. */
export const placesSoFar: TextOf<{ readonly places: number; readonly done?: number; readonly now?: string }> = {
  "zh-CN": ({ places, done, now }) => `下属 ${amount(places)} 地${done === undefined ? "" : `（第 ${amount(done)} 个，${now}）`}`,
  en: ({ places, done, now }) =>
    `${amount(places)} ${places === 1 ? "place" : "places"}${done === undefined ? "" : ` (${amount(done)} of ${amount(places)}, now ${now})`}`,
};
export const balancingStage: TextOf<string> = {
  "zh-CN": (stage) => `正在平衡：${stage}`,
  en: (stage) => `Balancing: ${stage}`,
};
export const workingStage: TextOf<string> = {
  "zh-CN": (stage) => `正在办理：${stage}`,
  en: (stage) => `Working: ${stage}`,
};

export const inputNames: Readonly<Record<InputKind, Text>> = {
  Cover: { "zh-CN": "封面", en: "Cover" },
  Places: { "zh-CN": "地区", en: "Places" },
  Distances: { "zh-CN": "里程", en: "Distances" },
  Factories: { "zh-CN": "工厂", en: "Factories" },
  Equipment: { "zh-CN": "设备类别", en: "Equipment" },
  Products: { "zh-CN": "产品", en: "Products" },
  Demand: { "zh-CN": "需要", en: "Demand" },
  Capacity: { "zh-CN": "能力", en: "Capacity" },
  "Standing agreements": { "zh-CN": "长期协作", en: "Standing agreements" },
  "Last year": { "zh-CN": "上年成果", en: "Last year" },
  "Received demand": { "zh-CN": "上报需要", en: "Received demand" },
  "Received capacity": { "zh-CN": "上报能力", en: "Received capacity" },
  "Received places": { "zh-CN": "上报地区", en: "Received places" },
  "Received distances": { "zh-CN": "上报里程", en: "Received distances" },
  "Received factories": { "zh-CN": "上报工厂", en: "Received factories" },
  "Received equipment": { "zh-CN": "上报设备类别", en: "Received equipment" },
  "Received products": { "zh-CN": "上报产品", en: "Received products" },
  "Received standing agreements": { "zh-CN": "上报长期协作", en: "Received standing agreements" },
  "Received last year": { "zh-CN": "上报上年成果", en: "Received last year" },
  "Settled below": { "zh-CN": "下级已议定", en: "Settled below" },
  Rejections: { "zh-CN": "未谈妥", en: "Rejections" },
  Replies: { "zh-CN": "答复意见", en: "Replies" },
  Explanations: { "zh-CN": "审核说明", en: "Explanations" },
  "Sent up": { "zh-CN": "已上报", en: "Sent up" },
  Submissions: { "zh-CN": "收表情况", en: "Submissions" },
  "Capacity elsewhere": { "zh-CN": "各地余力", en: "Capacity elsewhere" },
};
