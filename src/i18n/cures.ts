/** What would resolve an unresolved quantity, as a sentence a meeting can act on. */
import type { Language, Text } from "./language";
import { amount, counted, inUnit, periodName } from "./wording";

/** A measure with the names and amounts its sentence needs. */
export type CureFacts =
  | { readonly kind: "lift rule"; readonly rule: "lot" | "split" | "only" | "not" | "rejected" | "material" }
  | { readonly kind: "widen window"; readonly early: number; readonly late: number }
  | { readonly kind: "hand over"; readonly demandNo: string; readonly factory: string; readonly product: string }
  | { readonly kind: "lower grade"; readonly grade: number }
  | {
      readonly kind: "add capacity";
      readonly factory: string;
      readonly item: string;
      readonly period: string;
      readonly amount: number;
      readonly unit: string;
    };

/** The measure alone: `放宽期限:可推迟 1 季`. */
export function measureSentence(cure: CureFacts, language: Language): string {
  switch (cure.kind) {
    case "lift rule":
      return rules[cure.rule][language];
    case "widen window":
      return widen(cure, language);
    case "hand over":
      return language === "en"
        ? `hand ${cure.product} (${cure.demandNo}) of ${cure.factory} over to another factory`
        : `${cure.factory}的${cure.product}（${cure.demandNo}）转由他厂承制`;
    case "lower grade":
      return language === "en" ? `accept grade ${cure.grade}, the buyer consenting` : `需方同意降为 ${cure.grade} 级`;
    case "add capacity":
      return language === "en"
        ? `add ${inUnit(cure.amount, cure.unit)} of ${cure.item} at ${cure.factory} in ${periodName(cure.period, language)}`
        : `${cure.factory}在${periodName(cure.period, language)}增加${cure.item} ${amount(cure.amount)} ${cure.unit}`;
  }
}

/** The measure with what it was shown to settle, by solving again. */
export function cureSentence(cure: CureFacts, effect: { readonly resolves: number; readonly unit: string }, language: Language): string {
  const measure = measureSentence(cure, language);
  return language === "en"
    ? `${measure}: resolves ${inUnit(effect.resolves, effect.unit)}`
    : `${measure}：可解决 ${amount(effect.resolves)} ${effect.unit}`;
}

const rules: Readonly<Record<Extract<CureFacts, { kind: "lift rule" }>["rule"], Text>> = {
  lot: { "zh-CN": "放宽最小批量", en: "lift the minimum lot" },
  split: { "zh-CN": "允许分厂", en: "allow the line to be split" },
  only: { "zh-CN": "放宽限定承制厂", en: "lift “Only these”" },
  not: { "zh-CN": "放宽不宜承制厂", en: "lift “Not these”" },
  rejected: { "zh-CN": "重新商谈已拒绝的承制厂", en: "talk again with the supplier rejected" },
  material: { "zh-CN": "落实材料", en: "secure the material" },
};

function widen({ early, late }: { early: number; late: number }, language: Language): string {
  if (language === "en") {
    const parts = [...(early > 0 ? [`${counted(early, "quarter")} early`] : []), ...(late > 0 ? [`${counted(late, "quarter")} late`] : [])];
    return `accept delivery ${parts.join(" and ")}`;
  }
  const parts = [...(early > 0 ? [`可提前 ${early} 季`] : []), ...(late > 0 ? [`可推迟 ${late} 季`] : [])];
  return `放宽期限：${parts.join("、")}`;
}
