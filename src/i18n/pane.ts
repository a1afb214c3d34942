/** What the task pane and the page without Excel say. */
import type { InputKind } from "../sheets/reading";
import type { Text, TextOf } from "./language";
import { amount } from "./wording";

export const paneTexts = {
  product: { "zh-CN": "协作平衡", en: "Collaboration Balance" },
  tabs: { "zh-CN": "功能", en: "Parts" },
  balanceTab: { "zh-CN": "平衡", en: "Balance" },
  checkTab: { "zh-CN": "检查", en: "Check" },
  shareTab: { "zh-CN": "共享", en: "Share" },
  templatesTab: { "zh-CN": "模板", en: "Templates" },
  empty: { "zh-CN": "有两张表就够了:谁需要什么,谁能做什么。", en: "Two sheets are enough: who needs what, who can make what." },
  emptyInExcel: {
    "zh-CN": "有两张表就够了:谁需要什么(“需要”),谁能做什么(“能力”)。这个工作簿里还没有。",
    en: "Two sheets are enough: who needs what (Demand), who can make what (Capacity). This workbook has neither yet.",
  },
  trySample: { "zh-CN": "试用示例", en: "Try the sample" },
  openFile: { "zh-CN": "打开文件", en: "Open a file" },
  dropHere: {
    "zh-CN": "也可以把 .xlsx 文件拖到这里。文件只在本机处理,不上传。",
    en: "Or drop an .xlsx file here. It stays on this computer; nothing is uploaded.",
  },
  readAgain: { "zh-CN": "重新读取", en: "Read again" },
  balance: { "zh-CN": "平衡", en: "Balance" },
  reading: { "zh-CN": "正在读取工作簿…", en: "Reading the workbook…" },
  waiting: { "zh-CN": "读完就开始平衡…", en: "Balancing as soon as it is read…" },
  balancing: { "zh-CN": "正在平衡…", en: "Balancing…" },
  found: { "zh-CN": "找到的表", en: "What was found" },
  cancel: { "zh-CN": "取消", en: "Cancel" },
  save: { "zh-CN": "保存文件", en: "Save the file" },
  undo: { "zh-CN": "撤销", en: "Undo" },
  checkCode: { "zh-CN": "核对码", en: "Check code" },
  whyUnresolved: { "zh-CN": "未解决的原因", en: "Why unresolved" },
  nothingUnresolved: { "zh-CN": "全部需要已落实。", en: "Every need is settled." },
  priorities: { "zh-CN": "轻重缓急", en: "Priorities" },
  quantities: { "zh-CN": "数量", en: "Quantities" },
  places: { "zh-CN": "各级平衡", en: "Places" },
  bottlenecks: { "zh-CN": "薄弱环节", en: "Bottlenecks" },
  points: { "zh-CN": "分", en: "points" },
  cure: { "zh-CN": "办法", en: "Cure" },
  allSheets: { "zh-CN": "其余见“未解决”表。", en: "The rest is on the sheet Unresolved." },
  nothingToCheck: { "zh-CN": "还没有打开工作簿。", en: "No workbook is open yet." },
  nothingToShare: {
    "zh-CN": "上报、汇总和下发还不能在这里办。",
    en: "Submitting, collecting and returning can't be done here yet.",
  },
  noProblems: { "zh-CN": "检查完毕,没有问题。", en: "Checked: no problems." },
  receipt: { "zh-CN": "读表回执", en: "Reading receipt" },
  understood: { "zh-CN": "认得的列", en: "Columns understood" },
  leftAlone: { "zh-CN": "没有动的列", en: "Columns left alone" },
  unknownSheet: { "zh-CN": "不认得,没有动", en: "not one of ours, left alone" },
  ownOutput: { "zh-CN": "平衡写出的表", en: "written by Balance" },
  inserting: { "zh-CN": "正在插入…", en: "Inserting…" },
  writeAgain: { "zh-CN": "写入结果", en: "Write the result" },
  notWritten: { "zh-CN": "结果还没有写进工作簿。", en: "The result is not in the workbook yet." },
  openAnother: { "zh-CN": "打开别的文件", en: "Open another file" },
  close: { "zh-CN": "知道了", en: "Dismiss" },
  calledOff: { "zh-CN": "已取消,什么也没有写。", en: "Called off; nothing was written." },
  undone: { "zh-CN": "已恢复平衡前的内容。", en: "The workbook is as it was before." },
} satisfies Record<string, Text>;

/** `96.2 % of 3,214,000 pieces settled`. */
export const headline: TextOf<{ readonly fulfilled: number; readonly demanded: number; readonly unit: string }> = {
  "zh-CN": ({ fulfilled, demanded, unit }) => `${amount(demanded)} ${unit}中 ${sharePercent(fulfilled, demanded)} % 已落实`,
  en: ({ fulfilled, demanded, unit }) => `${sharePercent(fulfilled, demanded)} % of ${amount(demanded)} ${unit} settled`,
};

/** One decimal; never 100 while something is open, never 0 while something is settled. */
export function sharePercent(fulfilled: number, demanded: number): string {
  const tenths = demanded === 0 ? 1_000 : Math.round((fulfilled / demanded) * 1_000);
  const honest = fulfilled < demanded ? Math.min(tenths, 999) : tenths;
  return (Math.max(honest, fulfilled > 0 ? 1 : 0) / 10).toFixed(1).replace(/\.0$/, "");
}

export const countsLine: TextOf<{
  readonly agreements: number;
  readonly unresolved: number;
  readonly transfers: number;
  readonly proved: boolean;
  readonly gap: number;
}> = {
  "zh-CN": ({ agreements, unresolved, transfers, proved, gap }) =>
    `协议 ${amount(agreements)} 项 · 未解决 ${amount(unresolved)} 项 · 转移 ${amount(transfers)} 项 · ${proved ? "已证明最优" : `与最优相差不超过 ${amount(gap)} 分`}`,
  en: ({ agreements, unresolved, transfers, proved, gap }) =>
    `${amount(agreements)} agreements · ${amount(unresolved)} unresolved · ${amount(transfers)} transfers · ${proved ? "proved optimal" : `within ${amount(gap)} points`}`,
};

/** The office and its horizon: `黑龙江省 · 56年四季度—57年四季度`. */
export const officeLine: TextOf<{ readonly office: string; readonly from: string; readonly to: string }> = {
  "zh-CN": ({ office, from, to }) => `${office} · ${from === to ? from : `${from}—${to}`}`,
  en: ({ office, from, to }) => `${office} · ${from === to ? from : `${from} to ${to}`}`,
};

export const problemCounts: TextOf<{ readonly mustFix: number; readonly explain: number; readonly hints: number }> = {
  "zh-CN": ({ mustFix, explain, hints }) => `必改 ${amount(mustFix)} 处 · 说明 ${amount(explain)} 处 · 提示 ${amount(hints)} 处`,
  en: ({ mustFix, explain, hints }) => `${amount(mustFix)} to fix · ${amount(explain)} to explain · ${amount(hints)} hints`,
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
export const agreementsOf: TextOf<number> = {
  "zh-CN": (count) => `${amount(count)} 项协议`,
  en: (count) => (count === 1 ? "1 agreement" : `${amount(count)} agreements`),
};
export const curedBy: TextOf<{ readonly measure: string; readonly resolves: number; readonly unit: string }> = {
  "zh-CN": ({ measure, resolves, unit }) => `${measure}(可解决 ${amount(resolves)} ${unit})`,
  en: ({ measure, resolves, unit }) => `${measure} (settles ${amount(resolves)} ${unit})`,
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
      .join(","),
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
export type PaneStage = "reading" | "checking" | "places" | "office" | "explaining" | "writing";
export const paneStages: Readonly<Record<PaneStage, Text>> = {
  reading: { "zh-CN": "读取", en: "Reading" },
  checking: { "zh-CN": "检查", en: "Checking" },
  places: { "zh-CN": "下属各地", en: "Places" },
  office: { "zh-CN": "本级", en: "The office itself" },
  explaining: { "zh-CN": "查明原因", en: "Explaining" },
  writing: { "zh-CN": "写入", en: "Writing" },
};
export const placesSoFar: TextOf<{ readonly done: number; readonly total: number; readonly now: string }> = {
  "zh-CN": ({ done, total, now }) => `下属 ${total} 地(第 ${done} 个,${now})`,
  en: ({ done, total, now }) => `${total} places (${done} of ${total}, now ${now})`,
};

export const inputNames: Readonly<Record<InputKind, Text>> = {
  Cover: { "zh-CN": "封面", en: "Cover" },
  Places: { "zh-CN": "地区", en: "Places" },
  Distances: { "zh-CN": "里程", en: "Distances" },
  Factories: { "zh-CN": "工厂", en: "Factories" },
  Equipment: { "zh-CN": "设备", en: "Equipment" },
  Products: { "zh-CN": "产品", en: "Products" },
  Demand: { "zh-CN": "需要", en: "Demand" },
  Capacity: { "zh-CN": "能力", en: "Capacity" },
  "Standing agreements": { "zh-CN": "长期协作", en: "Standing agreements" },
  "Last year": { "zh-CN": "上年成果", en: "Last year" },
  "Received demand": { "zh-CN": "收到的需要", en: "Received demand" },
  "Received capacity": { "zh-CN": "收到的能力", en: "Received capacity" },
  "Settled below": { "zh-CN": "下级已落实", en: "Settled below" },
};
