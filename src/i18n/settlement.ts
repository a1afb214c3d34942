/** What the command line prints of a result: what was settled at each place, what is open and why. */
import { changeTexts } from "./changes";
import type { Severity } from "../sheets/reading";
import type { Text, TextOf } from "./language";
import { amount, counted, percent } from "./wording";

export const settlementTexts = {
  settled: { "zh-CN": "各级平衡", en: "Settled at" },
  fulfilled: { "zh-CN": "满足情况", en: "Fulfilled" },
  price: { "zh-CN": "先由各地自行平衡的代价", en: "The price of local-first" },
  unresolved: { "zh-CN": "未解决", en: "Unresolved" },
  changes: changeTexts.heading,
  transfers: { "zh-CN": "任务转移", en: "Transfers" },
  longTerm: { "zh-CN": "拟议长期协作", en: "Long-term agreements proposed" },
  remaining: { "zh-CN": "剩余能力最多的", en: "Most capacity remaining" },
  proof: { "zh-CN": "证明", en: "Proof" },
  checkCode: { "zh-CN": "核对码", en: "Check code" },
  allSettled: { "zh-CN": "全部需要已落实", en: "every need is settled" },
  noProblems: { "zh-CN": "检查完毕，没有问题。", en: "Checked: no problems." },
} satisfies Record<string, Text>;

export const titleLine: TextOf<{
  readonly office: string;
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly factories: number;
}> = {
  "zh-CN": ({ office, from, to, lines, factories }) =>
    `${office} 生产协作平衡 ${from === to ? from : `${from}—${to}`}：${lines} 行需要，${factories} 个工厂`,
  en: ({ office, from, to, lines, factories }) =>
    `${office}, production collaboration balance ${from === to ? from : `${from} to ${to}`}: ${counted(lines, "demand line")}, ${factories === 1 ? "1 factory" : `${amount(factories)} factories`}`,
};

export const placeLine: TextOf<{ readonly place: string; readonly agreements: number; readonly amounts: readonly string[] }> = {
  "zh-CN": ({ place, agreements, amounts }) =>
    agreements === 0 ? `${place}：没有新的协议` : `${place}：${agreements} 项协议，${amounts.join("、")}`,
  en: ({ place, agreements, amounts }) =>
    agreements === 0 ? `${place}: no agreements` : `${place}: ${counted(agreements, "agreement")}, ${amounts.join(", ")}`,
};

export const shareLine: TextOf<{ readonly what: string; readonly fulfilled: number; readonly demanded: number; readonly unit: string }> = {
  "zh-CN": ({ what, fulfilled, demanded, unit }) =>
    `${what}：${amount(fulfilled)} / ${amount(demanded)} ${unit}（${percent(demanded === 0 ? 1 : fulfilled / demanded)}）`,
  en: ({ what, fulfilled, demanded, unit }) =>
    `${what}: ${amount(fulfilled)} of ${amount(demanded)} ${unit} (${percent(demanded === 0 ? 1 : fulfilled / demanded)})`,
};

/** What a priority has place by place, and would have had at once. */
export const priceLine: TextOf<{
  readonly what: string;
  readonly localFirst: number;
  readonly pooled: number;
  readonly estimate: boolean;
}> = {
  "zh-CN": ({ what, localFirst, pooled, estimate }) =>
    `${what}：逐级平衡 ${amount(localFirst)} 分，全部一次平衡${estimate ? "约" : ""} ${amount(pooled)} 分`,
  en: ({ what, localFirst, pooled, estimate }) =>
    `${what}: ${amount(localFirst)} points place by place, ${estimate ? "about " : ""}${amount(pooled)} all at once`,
};

export const pointsName: Text = { "zh-CN": "分", en: "points" };

export const reasonCount: TextOf<{ readonly code: string; readonly name: string; readonly issues: number }> = {
  "zh-CN": ({ code, name, issues }) => `${code} ${name}：${issues} 项`,
  en: ({ code, name, issues }) => `${code} ${name}: ${issues}`,
};

export const issueLine: TextOf<{
  readonly demandNo: string;
  readonly factory: string;
  readonly product: string;
  readonly total: number;
  readonly unit: string;
  readonly proof: string;
}> = {
  "zh-CN": ({ demandNo, factory, product, total, unit, proof }) => `${demandNo} ${factory} ${product} ${amount(total)} ${unit}：${proof}`,
  en: ({ demandNo, factory, product, total, unit, proof }) => `${demandNo} ${factory}, ${product}, ${amount(total)} ${unit}: ${proof}`,
};

export const transferLine: TextOf<{
  readonly no: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
  readonly total: number;
  readonly unit: string;
  readonly enables: number;
}> = {
  "zh-CN": ({ no, product, from, to, total, unit, enables }) =>
    `${no} ${product} ${amount(total)} ${unit}：${from} → ${to}${enables > 0 ? `，让出能力用于 ${enables} 项协议` : ""}`,
  en: ({ no, product, from, to, total, unit, enables }) =>
    `${no} ${product}, ${amount(total)} ${unit}: ${from} → ${to}${enables > 0 ? `; the capacity freed serves ${counted(enables, "agreement")}` : ""}`,
};

export const longTermLine: TextOf<{
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly yearly: number;
  readonly unit: string;
}> = {
  "zh-CN": ({ supplier, buyer, product, yearly, unit }) => `${supplier} → ${buyer} ${product}，每年 ${amount(yearly)} ${unit}`,
  en: ({ supplier, buyer, product, yearly, unit }) => `${supplier} → ${buyer}: ${product}, ${amount(yearly)} ${unit} a year`,
};

export const andMore: TextOf<{ readonly more: number }> = {
  "zh-CN": ({ more }) => `……另有 ${more} 项，见工作簿`,
  en: ({ more }) => `… and ${more} more, see the workbook`,
};

export const severityWords: Readonly<Record<Severity, Text>> = {
  "must fix": { "zh-CN": "必改", en: "must fix" },
  explain: { "zh-CN": "说明", en: "explain" },
  hint: { "zh-CN": "提示", en: "hint" },
};

export const problemLine: TextOf<{
  readonly severity: string;
  readonly rule: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}> = {
  "zh-CN": ({ severity, rule, sheet, cell, text }) => `[${severity}] ${rule} ${cell === "" ? sheet : `${sheet}!${cell}`}：${text}`,
  en: ({ severity, rule, sheet, cell, text }) => `[${severity}] ${rule} ${cell === "" ? sheet : `${sheet}!${cell}`}: ${text}`,
};

export const problemCounts: TextOf<{ readonly mustFix: number; readonly explain: number; readonly hints: number }> = {
  "zh-CN": ({ mustFix, explain, hints }) => `检查结果：必改 ${mustFix} 处，说明 ${explain} 处，提示 ${hints} 处`,
  en: ({ mustFix, explain, hints }) => `Problems: ${mustFix} must be fixed, ${explain} to be explained, ${counted(hints, "hint")}`,
};

/** `leaveHelps`: would leaving those rows out let the rest be balanced? */
export const mustFixFirst: TextOf<{ readonly problems: number; readonly leaveHelps: boolean }> = {
  "zh-CN": ({ problems, leaveHelps }) =>
    `有 ${problems} 处必改问题，没有平衡。改好后再来${leaveHelps ? "；或加 --without-invalid，让这些行不参加平衡" : ""}。`,
  en: ({ problems, leaveHelps }) =>
    `Nothing was balanced: ${counted(problems, "problem")} to be fixed first. Fix ${problems === 1 ? "it" : "them"}${leaveHelps ? ", or leave such rows out with --without-invalid" : ""}.`,
};
