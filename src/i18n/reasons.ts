/** Why a quantity stayed unresolved: the reason's name and its sentence of proof, both languages side by side. */
import type { ReasonCode } from "../engine/model";
import type { BottleneckFacts, BottleneckUnit, OwnRule, ReasonFacts, ReasonGiven } from "../sheets/results/reasonFacts";
import type { Language, Text, TextOf } from "./language";
import { amount, counted, listed, periodName } from "./wording";

interface Reason<Facts> {
  readonly name: Text;
  readonly proof: TextOf<Facts>;
}

export const reasons: { readonly [Code in ReasonCode]: Reason<ReasonFacts[Code]> } = {
  U0: {
    name: { "zh-CN": "资料不全", en: "data incomplete" },
    proof: {
      "zh-CN": ({ problems }) => `该行有 ${problems} 处必改问题（见检查结果），经同意暂不参加平衡。`,
      en: ({ problems }) => `This row has ${counted(problems, "must-fix problem")} (see Problems) and was left out by leave.`,
    },
  },
  U1: {
    name: { "zh-CN": "材料未落实", en: "material not secured" },
    proof: {
      "zh-CN": ({ product }) => `${product}的供料方式填为“材料未落实”，落实材料前不安排承制厂。`,
      en: ({ product }) => `The material for ${product} is marked as not secured; no maker is arranged until it is.`,
    },
  },
  U2: {
    name: { "zh-CN": "无此设备", en: "nobody has the equipment or makes it" },
    proof: {
      "zh-CN": ({ place, product, equipment }) =>
        equipment.length > 0
          ? `${place}范围内没有一个厂（需方除外）同时具有制作${product}所需的${listed(equipment, "zh-CN")}。`
          : `${place}范围内没有一个厂（需方除外）承制${product}。`,
      en: ({ place, product, equipment }) =>
        equipment.length > 0
          ? `Within ${place} no factory but the buyer has all of what ${product} needs: ${listed(equipment, "en")}.`
          : `Within ${place} no factory but the buyer makes ${product}.`,
    },
  },
  U3: {
    name: { "zh-CN": "技术等级不足", en: "grade too low" },
    proof: {
      "zh-CN": ({ place, product, required, best, factories }) =>
        `${product}要求 ${required} 级，${place}范围内能做的厂最高为 ${best} 级（${listed(factories, "zh-CN")}）。`,
      en: ({ place, product, required, best, factories }) =>
        `${product} asks for grade ${required}; the best within ${place} that could make it has grade ${best} (${listed(factories, "en")}).`,
    },
  },
  U4: {
    name: { "zh-CN": "规格超限", en: "piece too large" },
    proof: {
      "zh-CN": ({ place, product, weight, largest, factories }) =>
        `${product}单件重 ${amount(weight)} 公斤，${place}范围内等级够的厂最大只能做 ${amount(largest)} 公斤（${listed(factories, "zh-CN")}）。`,
      en: ({ place, product, weight, largest, factories }) =>
        `One ${product} weighs ${amount(weight)} kg; the largest piece within ${place} at the grade required is ${amount(largest)} kg (${listed(factories, "en")}).`,
    },
  },
  U5: {
    name: { "zh-CN": "条件限制", en: "the clerk's own rule" },
    proof: {
      "zh-CN": ({ factories, rules, keptFor }) =>
        [
          ...(rules.length > 0
            ? [
                `${listed(factories, "zh-CN")}本可承制，受本行所填条件限制：${listed(
                  rules.map((rule) => ownRules[rule]["zh-CN"]),
                  "zh-CN",
                )}。`,
              ]
            : []),
          ...keptFor.map(({ no, supplier }) => `按长期协作 ${no} 留给本区以外的${supplier}，由上级平衡时落实。`),
        ].join(""),
      en: ({ factories, rules, keptFor }) =>
        [
          ...(rules.length > 0
            ? [
                `${listed(factories, "en")} could make it, but for this line's own rule: ${listed(
                  rules.map((rule) => ownRules[rule].en),
                  "en",
                )}.`,
              ]
            : []),
          ...keptFor.map(
            ({ no, supplier }) => `Kept by standing agreement ${no} for ${supplier}, outside this office: the office above settles it.`,
          ),
        ].join(" "),
    },
  },
  U6: {
    name: { "zh-CN": "双方未谈妥", en: "rejected, no alternative" },
    proof: {
      "zh-CN": ({ factories }) => `能承制的只有${listed(factories, "zh-CN")}，双方未谈妥，没有别的厂可换。`,
      en: ({ factories }) => `Only ${listed(factories, "en")} could make it, and that was rejected; there is no alternative.`,
    },
  },
  U7: {
    name: { "zh-CN": "期限不合", en: "the wrong time" },
    proof: {
      "zh-CN": ({ factories, periods }) =>
        `要求的期限内能力已满；${listed(factories, "zh-CN")}在${listed(
          periods.map((key) => periodName(key, "zh-CN")),
          "zh-CN",
        )}还有剩余能力。`,
      en: ({ factories, periods }) =>
        `Capacity is full when it is needed; ${listed(factories, "en")} still ${factories.length === 1 ? "has" : "have"} some in ${listed(periods, "en")}.`,
    },
  },
  U8: {
    name: { "zh-CN": "能力不足", en: "capacity too small" },
    proof: {
      "zh-CN": (facts) =>
        facts.bottleneck
          ? bottleneckSentence["zh-CN"](facts.bottleneck)
          : `${facts.product}只能由${listed(facts.factories, "zh-CN")}承制，其能力已用完，尚缺 ${amount(facts.short)} ${facts.unit}。`,
      en: (facts) =>
        facts.bottleneck
          ? bottleneckSentence.en(facts.bottleneck)
          : `${facts.product} can only be made at ${listed(facts.factories, "en")}; their capacity is used up, short ${amount(facts.short)} ${facts.unit}.`,
    },
  },
  U9: {
    name: { "zh-CN": "让位", en: "gave way" },
    proof: {
      "zh-CN": ({ factories }) => `${listed(factories, "zh-CN")}的能力在所需期限内已由下级先行议定，或用于较缓的需要而无法互换。`,
      en: ({ factories }) =>
        `In the time needed, capacity of ${listed(factories, "en")} was settled first at a lower place or went to a lower priority that could not be exchanged for it.`,
    },
  },
};

/** The proof of a bottleneck set: so much is needed of products that only these factories can make. */
export const bottleneckSentence: TextOf<BottleneckFacts> = {
  "zh-CN": (facts) => {
    const unit = unitName(facts.unit, "zh-CN");
    const short = facts.exact ? "短缺" : "至少短缺";
    return `${listed(facts.products, "zh-CN")}共 ${amount(facts.needed)} ${unit}，只能由${listed(facts.factories, "zh-CN")}承制；其能力为 ${amount(facts.capacity)} ${unit}，${short} ${amount(facts.short)} ${unit}。`;
  },
  en: (facts) => {
    const unit = unitName(facts.unit, "en");
    const short = facts.exact ? "short" : "at least so much short:";
    return `${amount(facts.needed)} ${unit} of ${listed(facts.products, "en")} can only be made at ${listed(facts.factories, "en")}; their capacity is ${amount(facts.capacity)} ${unit}, ${short} ${amount(facts.short)} ${unit}.`;
  },
};

/** The sentence of one reason in one language. */
export function reasonSentence(given: ReasonGiven, language: Language): string {
  switch (given.code) {
    case "U0":
      return reasons.U0.proof[language](given.facts);
    case "U1":
      return reasons.U1.proof[language](given.facts);
    case "U2":
      return reasons.U2.proof[language](given.facts);
    case "U3":
      return reasons.U3.proof[language](given.facts);
    case "U4":
      return reasons.U4.proof[language](given.facts);
    case "U5":
      return reasons.U5.proof[language](given.facts);
    case "U6":
      return reasons.U6.proof[language](given.facts);
    case "U7":
      return reasons.U7.proof[language](given.facts);
    case "U8":
      return reasons.U8.proof[language](given.facts);
    case "U9":
      return reasons.U9.proof[language](given.facts);
  }
}

const ownRules: Readonly<Record<OwnRule, Text>> = {
  "only these": { "zh-CN": "限定承制厂", en: "Only these" },
  "not these": { "zh-CN": "不宜承制厂", en: "Not these" },
  "minimum lot": { "zh-CN": "最小批量", en: "Minimum lot" },
  "not split": { "zh-CN": "不可分厂", en: "Split: no" },
};

export function unitName(unit: BottleneckUnit, language: Language): string {
  if (unit.kind === "count") return unit.name;
  if (unit.kind === "hours") return language === "en" ? "hours" : "台时";
  return language === "en" ? "tonnes" : "吨";
}
