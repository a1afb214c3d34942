/** Words of a balance's result on the pane. */
import type { ScarcityFacts } from "../sheets/results/scarcityFacts";
import type { Language, Text, TextOf } from "./language";
import { capacityUnits } from "./outputs";
import { amount, listed, percent, periodName } from "./wording";

export const resultTexts = {
  checkCode: { "zh-CN": "核对码", en: "Check code" },
  whyUnresolved: { "zh-CN": "未解决的原因", en: "Why unresolved" },
  nothingUnresolved: { "zh-CN": "全部需要已落实。", en: "Every need is settled." },
  nothingNeeded: { "zh-CN": "没有需要平衡的数量。", en: "Nothing is needed." },
  priorities: { "zh-CN": "轻重缓急", en: "Priorities" },
  quantities: { "zh-CN": "数量", en: "Quantities" },
  places: { "zh-CN": "各级平衡", en: "Places" },
  scarcest: { "zh-CN": "最紧缺的能力", en: "Scarcest capacities" },
  nothingScarce: { "zh-CN": "没有哪一处多一点能力就能多解决。", en: "Nowhere would a little more capacity settle more." },
  bottlenecks: { "zh-CN": "薄弱环节", en: "Bottlenecks" },
  flows: { "zh-CN": "地区之间的流向", en: "Flows between places" },
  noFlows: { "zh-CN": "各地都在本地解决，没有地区之间的协作。", en: "Every place settles at home; nothing flows between places." },
  flowsPicture: {
    "zh-CN": "流向图：左边承制地，右边需方地，宽窄按分。",
    en: "Left the suppliers' places, right the buyers'; widths in points.",
  },
  lastYear: { "zh-CN": "同上年比较", en: "Against last year" },
  continuity: { "zh-CN": "协作关系", en: "Continuity" },
  kept: { "zh-CN": "仍由原承制厂承制", en: "kept their supplier" },
  changed: { "zh-CN": "改由他厂承制", en: "changed supplier" },
  new: { "zh-CN": "以前没有承制厂", en: "had none before" },
  ended: { "zh-CN": "上年有、今年没有", en: "of last year ended" },
  tasks: { "zh-CN": "协作任务", en: "tasks" },
  value: { "zh-CN": "元", en: "yuan" },
  sinceNothing: { "zh-CN": "与上次平衡相同。", en: "Nothing changed since the last balance." },
  sheets: { "zh-CN": "写好的表", en: "Sheets written" },
  addForms: { "zh-CN": "加平衡表", en: "Add the balance forms" },
  points: { "zh-CN": "分", en: "points" },
  kilogramKilometres: { "zh-CN": "公斤公里", en: "kg·km" },
  cure: { "zh-CN": "办法：", en: "Cure: " },
  allSheets: { "zh-CN": "其余见“未解决”表。", en: "The rest is on the sheet Unresolved." },
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

/** `284 agreements · 19 unresolved · 7 transfers · proved optimal`, or `within 0.4 points`. */
export const countsLine: TextOf<{
  readonly agreements: number;
  readonly unresolved: number;
  readonly transfers: number;
  readonly proved: boolean;
  readonly gap: number;
  readonly gapUnit: string;
}> = {
  "zh-CN": ({ agreements, unresolved, transfers, proved, gap, gapUnit }) =>
    `协议 ${amount(agreements)} 项 · 未解决 ${amount(unresolved)} 项 · 转移 ${amount(transfers)} 项 · ${proved ? "已证明最优" : `与最优相差不超过 ${gapAmount(gap)} ${gapUnit}`}`,
  en: ({ agreements, unresolved, transfers, proved, gap, gapUnit }) =>
    `${counted(agreements, "agreement")} · ${amount(unresolved)} unresolved · ${counted(transfers, "transfer")} · ${proved ? "proved optimal" : `within ${gapAmount(gap)} ${gapUnit}`}`,
};

/** A gap is never told smaller than it is. */
function gapAmount(gap: number): string {
  const places = gap >= 1 ? 10 : 1_000;
  return amount(Math.ceil(gap * places) / places);
}

function counted(count: number, noun: string): string {
  return `${amount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export const agreementsOf: TextOf<number> = {
  "zh-CN": (count) => `${amount(count)} 项协议`,
  en: (count) => counted(count, "agreement"),
};
export const curedBy: TextOf<{ readonly measure: string; readonly resolves: number; readonly unit: string }> = {
  "zh-CN": ({ measure, resolves, unit }) => `${measure}（可解决 ${amount(resolves)} ${unit}）`,
  en: ({ measure, resolves, unit }) => `${measure} (settles ${amount(resolves)} ${unit})`,
};

/** `富锦县农业机械厂 · 车床 · 57年一季度`. */
export const scarcityPlace: TextOf<ScarcityFacts> = {
  "zh-CN": (facts) => placeOf(facts, "zh-CN"),
  en: (facts) => placeOf(facts, "en"),
};

function placeOf({ factory, item, periods }: ScarcityFacts, language: Language): string {
  const when = periods.map((period) => periodName(period, language));
  return [factory, listed(item, language), listed(when, language)].join(" · ");
}

/** `one more hour settles 14 pieces`, and of what. */
export const scarcitySentence: TextOf<ScarcityFacts> = {
  "zh-CN": (facts) =>
    `多 ${amount(facts.units)} ${unitName(facts, "zh-CN")}可解决 ${amount(facts.resolves)} ${facts.productUnit}（${facts.product}）`,
  en: (facts) => {
    const more = facts.units === 1 ? "one" : amount(facts.units);
    const settles = facts.units === 1 ? "settles" : "settle";
    return `${more} more ${unitName(facts, "en")} ${settles} ${amount(facts.resolves)} ${facts.productUnit} (${facts.product})`;
  },
};

function unitName({ unit, units }: ScarcityFacts, language: Language): string {
  if (unit.kind === "count") return unit.name;
  const name = capacityUnits[unit.kind][language];
  return language === "en" && units === 1 ? name.replace(/s$/, "") : name;
}

/** How much more or less than before: `增长 25.6%`; a base of zero has no ratio. */
export const change: TextOf<{ readonly now: number; readonly before: number }> = {
  "zh-CN": ({ now, before }) =>
    before === 0 ? "上年无" : now === before ? "持平" : `${now > before ? "增长" : "减少"} ${percent(Math.abs(now - before) / before)}`,
  en: ({ now, before }) =>
    before === 0
      ? "none last year"
      : now === before
        ? "the same"
        : `${now > before ? "+" : "−"}${percent(Math.abs(now - before) / before)}`,
};

/** A year's figure beside the year before: `1,200 件(上年 900)`. */
export const nowAndBefore: TextOf<{ readonly now: number; readonly before: number; readonly year: number }> = {
  "zh-CN": ({ now, before, year }) => `${amount(now)}（${year} 年 ${amount(before)}）`,
  en: ({ now, before, year }) => `${amount(now)} (${year}: ${amount(before)})`,
};

/** More changes than the pane lists. */
export const moreChanges: TextOf<number> = {
  "zh-CN": (count) => `另有 ${amount(count)} 项，见平衡总结表。`,
  en: (count) => `${amount(count)} more are on the Summary sheet.`,
};
