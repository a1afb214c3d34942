/** Titles, notes and sentences on the output sheets. */
import type { Goal, Priority, Reconsideration, UnitFamily, Why } from "../engine/model";
import type { Language, Text, TextOf } from "./language";
import { amount, counted } from "./wording";

/** The line under a sheet's title. */
export interface NoteFacts {
  readonly office: string;
  readonly round: string;
  readonly checkCode: string;
}
export const sheetNote: TextOf<NoteFacts> = {
  "zh-CN": ({ office, round, checkCode }) => `填报单位：${office}　${round === "" ? "" : `会议：${round}　`}核对码：${checkCode}`,
  en: ({ office, round, checkCode }) => `Office: ${office}   ${round === "" ? "" : `Round: ${round}   `}Check code: ${checkCode}`,
};

/** The footer: who prepared, checked and answers for it; page of pages; check code. */
export interface FooterFacts {
  readonly preparedBy: string;
  readonly checkedBy: string;
  readonly responsible: string;
  readonly checkCode: string;
}
export const footers: TextOf<FooterFacts & { readonly part: "left" | "center" | "right" }> = {
  "zh-CN": ({ part, preparedBy, checkedBy, responsible, checkCode }) =>
    part === "left"
      ? `制表：${preparedBy || BLANK}　审核：${checkedBy || BLANK}　负责人：${responsible || BLANK}`
      : part === "center"
        ? "第 &P 页 共 &N 页"
        : `核对码 ${checkCode}`,
  en: ({ part, preparedBy, checkedBy, responsible, checkCode }) =>
    part === "left"
      ? `Prepared: ${preparedBy || BLANK}  Checked: ${checkedBy || BLANK}  Responsible: ${responsible || BLANK}`
      : part === "center"
        ? "Page &P of &N"
        : `Check code ${checkCode}`,
};
const BLANK = "________";

/** Why this supplier, in a few words. */
export const whySentence: TextOf<Why> = {
  "zh-CN": (why) => [...merits(why, "zh-CN"), ...(why.outside ? [] : [`${why.eligible} 个厂可承制`])].join("；"),
  en: (why) =>
    [...merits(why, "en"), ...(why.outside ? [] : [`${why.eligible} ${why.eligible === 1 ? "factory" : "factories"} could make it`])].join(
      "; ",
    ),
};

function merits({ present, wished, samePlace, km, gradeSurplus, outside }: Why, language: Language): string[] {
  const zh = language === "zh-CN";
  const found: string[] = [];
  if (present) found.push(zh ? "原承制厂" : "present supplier");
  if (wished) found.push(zh ? "需方希望" : "wished for");
  if (samePlace) found.push(zh ? "同地" : "same place");
  else if (km !== undefined) found.push(zh ? `相距 ${amount(km)} 公里` : `${amount(km)} km away`);
  if (outside) return [...found, zh ? "承制厂在本区以外" : "made outside this office"];
  if (gradeSurplus === 0) found.push(zh ? "等级相当" : "of just the grade required");
  else if (gradeSurplus > 0) found.push(zh ? `等级高出 ${gradeSurplus} 级` : `${counted(gradeSurplus, "grade")} above what is required`);
  return found;
}

/** Why a row is to be reconsidered. */
export const reconsiderSentence: TextOf<{ readonly cause: Reconsideration["cause"]; readonly of: string }> = {
  "zh-CN": ({ cause, of }) => `${of}：${causes[cause]["zh-CN"]}，列数未能落实，请复议`,
  en: ({ cause, of }) => `${of}: ${causes[cause].en}; the quantities here found no place`,
};
const causes: Readonly<Record<Reconsideration["cause"], Text>> = {
  demand: { "zh-CN": "需要已减少或改期", en: "the need has shrunk or moved" },
  capacity: { "zh-CN": "承制厂能力不足", en: "the supplier's capacity is too small" },
  unknown: { "zh-CN": "需要编号、产品或工厂对不上", en: "its demand number, product or factory is not known" },
};

export const priorityNames: Readonly<Record<Priority, Text>> = {
  1: { "zh-CN": "重点", en: "1 urgent" },
  2: { "zh-CN": "一般", en: "2 normal" },
  3: { "zh-CN": "可缓", en: "3 can wait" },
};

export const familyNames: Readonly<Record<UnitFamily, Text>> = {
  pieces: { "zh-CN": "件", en: "pieces" },
  sets: { "zh-CN": "套", en: "sets" },
  machines: { "zh-CN": "台", en: "machines" },
  mass: { "zh-CN": "吨", en: "tonnes" },
};

export const goalNames: Readonly<Record<Goal, Text>> = {
  "priority 1": { "zh-CN": "满足重点", en: "priority 1" },
  "priority 2": { "zh-CN": "满足一般", en: "priority 2" },
  "priority 3": { "zh-CN": "满足可缓", en: "priority 3" },
  "in-house": { "zh-CN": "自制留厂", en: "in-house" },
  kept: { "zh-CN": "保持", en: "kept" },
  fit: { "zh-CN": "等级", en: "fit" },
  partner: { "zh-CN": "伙伴", en: "partner" },
  near: { "zh-CN": "就近", en: "near" },
  "on time": { "zh-CN": "准时", en: "on time" },
};

/** Why work moved to another factory. */
export const transferSentence: TextOf<{ readonly inHouse: boolean; readonly goal: Goal | undefined; readonly enables: number }> = {
  "zh-CN": ({ inHouse, goal, enables }) =>
    inHouse
      ? enables > 0
        ? `自制转出，让出的能力用于 ${enables} 项协议`
        : "自制转出"
      : goal
        ? `改换承制厂，依平衡目标“${goalNames[goal]["zh-CN"]}”`
        : "改换承制厂",
  en: ({ inHouse, goal, enables }) =>
    inHouse
      ? enables > 0
        ? `in-house work handed over; the capacity freed serves ${counted(enables, "agreement")}`
        : "in-house work handed over"
      : goal
        ? `left its present supplier by the goal “${goalNames[goal].en}”`
        : "left its present supplier",
};

/** An amount of capacity of one row: `普通车床 1,200 台时`. */
export function capacityUse(item: string, value: number, unit: string): string {
  return `${item} ${amount(value)} ${unit}`;
}

export const capacityUnits: Readonly<Record<"hours" | "tonnes", Text>> = {
  hours: { "zh-CN": "台时", en: "hours" },
  tonnes: { "zh-CN": "吨", en: "tonnes" },
};
