/** What the Share tab says of its steps, and of whatever came of them. */
import type { Text, TextOf } from "./language";
import { amount, counted, listed } from "./wording";

export const stepNames = {
  submit: { "zh-CN": "上报", en: "Submit" },
  collect: { "zh-CN": "汇总", en: "Collect submissions" },
  return: { "zh-CN": "下达", en: "Return results" },
  receive: { "zh-CN": "收下达", en: "Receive results" },
  verify: { "zh-CN": "核对", en: "Verify" },
  "start round": { "zh-CN": "发起填报", en: "Start a round" },
  "start year": { "zh-CN": "开始新年度", en: "Start a new year" },
} as const satisfies Readonly<Record<string, Text>>;

export const stepPurposes = {
  submit: {
    "zh-CN": "平衡以后，把没有解决的需要和剩余能力报给上级。",
    en: "After the balance: what stays open and what capacity remains, for the office above.",
  },
  collect: {
    "zh-CN": "收下级报来的文件，可以一次选许多份，也可以拖到这里。",
    en: "Take in what lower offices sent: choose many files at once, or drop them here.",
  },
  receive: {
    "zh-CN": "把上级的下达表收进本工作簿。选文件，或拖到这里。",
    en: "Take the return of the office above into this workbook: choose the file, or drop it here.",
  },
  return: {
    "zh-CN": "平衡以后，给每个上报的下级做一份下达表。",
    en: "After the balance, a workbook for every office that submitted.",
  },
  verify: {
    "zh-CN": "协议是否就是由这些输入平衡出来的，哪张表、哪几行后来改过。",
    en: "Whether the agreements come from these inputs, or which sheets and rows changed since.",
  },
  "start round": {
    "zh-CN": "给每个直属地区做一份填报表，各种名录都已填好。",
    en: "A workbook for every office directly below, its lists filled in.",
  },
  "start year": {
    "zh-CN": "协议转为上年成果，季度后移一年，数量清空。",
    en: "Agreements become Last year, quarters move on, quantities are emptied.",
  },
} as const satisfies Readonly<Record<string, Text>>;

export const shareTabTexts = {
  writeFirst: {
    "zh-CN": "平衡的结果还没有写进工作簿，请先在“平衡”页写入。",
    en: "The result of the balance is not in the workbook yet: write it first, on Balance.",
  },
  saveAgain: { "zh-CN": "再保存一次", en: "Save again" },
  oneByOne: {
    "zh-CN": "Excel 里一份一份地打开成新工作簿，再各自保存。要一次做好全部，请用不用 Excel 的网页或命令行。",
    en: "Excel opens them one by one as new workbooks, each to be saved. All at once are made on the page without Excel or on the command line.",
  },
  saveWorkbook: {
    "zh-CN": "已写进本工作簿，请保存，以后接着用这一份。",
    en: "It is in this workbook now: save it, and go on with it.",
  },
  balanceAgain: {
    "zh-CN": "请再平衡一次：本级和上级议定的就都在一起，平衡总结也更新了。",
    en: "Balance once more: then what was settled here and above stands together, and the Summary is up to date.",
  },
  notOpened: {
    "zh-CN": "Excel 没有打开这份文件，已改为下载。",
    en: "Excel did not open the file, so it was handed over as a download.",
  },
} as const satisfies Readonly<Record<string, Text>>;

export interface StandingAbove {
  /** Where submissions go, as far as the workbook says. */
  readonly sendTo?: string;
  /** The last submission; `back`: a return has come since. */
  readonly sent?: { readonly sendTo: string; readonly version: string; readonly checkCode: string; readonly back: boolean };
}
/** Of the offices below. */
export interface StandingBelow {
  readonly taken: number;
  readonly refused: readonly string[];
  readonly missing: readonly string[];
}

/** Under Submit: what went up last, or where it goes. */
export const standingAbove: TextOf<StandingAbove> = {
  "zh-CN": ({ sendTo, sent }) =>
    sent
      ? `已报送${sent.sendTo}：第 ${sent.version} 版，核对码 ${sent.checkCode}，${sent.back ? "已收到下达。" : "还没有收到下达。"}`
      : sendTo === undefined
        ? ""
        : `报送${sendTo}。`,
  en: ({ sendTo, sent }) =>
    sent
      ? `Sent to ${sent.sendTo}: version ${sent.version}, check code ${sent.checkCode}; ${sent.back ? "its return has come." : "its return has not come yet."}`
      : sendTo === undefined
        ? ""
        : `Goes to ${sendTo}.`,
};

/** Under Collect: who is there. */
export const standingBelow: TextOf<StandingBelow> = {
  "zh-CN": ({ taken, refused, missing }) =>
    [
      `已收 ${amount(taken)} 个单位`,
      ...(refused.length > 0 ? [`退回：${listed(refused, "zh-CN")}`] : []),
      ...(missing.length > 0 ? [`未报：${listed(missing, "zh-CN")}`] : []),
    ].join("；"),
  en: ({ taken, refused, missing }) =>
    [
      `${counted(taken, "office")} taken`,
      ...(refused.length > 0 ? [`refused: ${listed(refused, "en")}`] : []),
      ...(missing.length > 0 ? [`missing: ${listed(missing, "en")}`] : []),
    ].join("; "),
};

/** Under Receive: what was taken in last. */
export const standingReceived: TextOf<{ readonly from: string; readonly returnNo: string }> = {
  "zh-CN": ({ from, returnNo }) => `已收${from}第 ${returnNo} 次下达。`,
  en: ({ from, returnNo }) => `Return no. ${returnNo} of ${from} has been received.`,
};

export const filesSaved: TextOf<{ readonly files: number; readonly name: string }> = {
  "zh-CN": ({ files, name }) => `做好 ${files} 份，已保存为 ${name}。`,
  en: ({ files, name }) => `${counted(files, "file")} made, saved as ${name}.`,
};

export const filesMade: TextOf<number> = {
  "zh-CN": (files) => `做好 ${files} 份。`,
  en: (files) => `${counted(files, "file")} made.`,
};

export const openNew: TextOf<string> = {
  "zh-CN": (name) => `打开 ${name}`,
  en: (name) => `Open ${name}`,
};

export const saveNamed: TextOf<string> = {
  "zh-CN": (name) => `保存 ${name}`,
  en: (name) => `Save ${name}`,
};
