/** Why a row of the plan differs from the plan before. */
import type { Cause, Change } from "../sheets/results/changes";
import type { Language, Text, TextOf } from "./language";
import { amount, listed } from "./wording";

export const changeTexts = {
  heading: { "zh-CN": "上次平衡以后的变动", en: "Changes since the last balance" },
  before: { "zh-CN": "原来", en: "Before" },
  after: { "zh-CN": "现在", en: "Now" },
  moved: { "zh-CN": "只是季度变了", en: "only the quarters" },
  why: { "zh-CN": "原因", en: "Cause" },
  no: { "zh-CN": "协议编号", en: "Agreement" },
  what: { "zh-CN": "承制厂 → 需方工厂：产品", en: "Supplier → buyer: product" },
} as const satisfies Readonly<Record<string, Text>>;

export const changeLine: TextOf<Pick<Change, "no" | "supplier" | "product" | "before" | "after" | "unit"> & { readonly cause: string }> = {
  "zh-CN": ({ no, supplier, product, before, after, unit, cause }) =>
    `${no} ${supplier} ${product}:${before === undefined ? "—" : amount(before)} → ${amount(after)} ${unit},${cause}`,
  en: ({ no, supplier, product, before, after, unit, cause }) =>
    `${no} ${supplier} ${product}: ${before === undefined ? "—" : amount(before)} → ${amount(after)} ${unit}, ${cause}`,
};

const REFUSED = {
  supplier: { "zh-CN": "承制方不同意", en: "refused by the supplier" },
  buyer: { "zh-CN": "需方不同意", en: "refused by the buyer" },
  both: { "zh-CN": "双方都不同意", en: "refused by both sides" },
  status: { "zh-CN": "状态已改为不同意", en: "its status was set to Rejected" },
} as const satisfies Readonly<Record<string, Text>>;

const RECONSIDER = {
  demand: { "zh-CN": "议定的数量超过了现在的需要，差额需复议", en: "more was agreed than is needed now; the rest is to be reconsidered" },
  capacity: {
    "zh-CN": "能力不够承担议定的数量，差额需复议",
    en: "capacity no longer bears what was agreed; the rest is to be reconsidered",
  },
  unknown: { "zh-CN": "所指的需要或工厂已不存在，需复议", en: "its demand line or factory is no longer there; to be reconsidered" },
} as const satisfies Readonly<Record<string, Text>>;

export function causeSentence(cause: Cause, language: Language): string {
  switch (cause.kind) {
    case "refused":
      return REFUSED[cause.by][language];
    case "reconsider":
      return RECONSIDER[cause.of][language];
    default:
      return others[language](cause);
  }
}

const others: TextOf<Exclude<Cause, { kind: "refused" | "reconsider" }>> = {
  "zh-CN": (cause) => {
    switch (cause.kind) {
      case "by hand":
        return "手工填写或改动，按议定保留";
      case "decided":
        return "状态改了";
      case "line gone":
        return "这一行需要已经不在表上";
      case "line new":
        return "新的需要";
      case "need changed":
        return `需要由 ${amount(cause.before)} 改为 ${amount(cause.after)}`;
      case "capacity changed":
        return `能力 ${cause.capacityNo} 由 ${amount(cause.before)} 改为 ${amount(cause.after)}`;
      case "follows":
        return `随 ${cause.no} 而变`;
      case "sheets":
        return cause.sheets.length === 0 ? "目标的先后或程序版本不同" : `因${listed(cause.sheets, "zh-CN")}有改动`;
    }
  },
  en: (cause) => {
    switch (cause.kind) {
      case "by hand":
        return "typed or changed by hand, kept as agreed";
      case "decided":
        return "its status was changed";
      case "line gone":
        return "the demand line is no longer there";
      case "line new":
        return "a new need";
      case "need changed":
        return `the need changed from ${amount(cause.before)} to ${amount(cause.after)}`;
      case "capacity changed":
        return `capacity ${cause.capacityNo} changed from ${amount(cause.before)} to ${amount(cause.after)}`;
      case "follows":
        return `follows from ${cause.no}`;
      case "sheets":
        return cause.sheets.length === 0
          ? "another order of goals, or another version of the program"
          : `because of changes in ${listed(cause.sheets, "en")}`;
    }
  },
};
