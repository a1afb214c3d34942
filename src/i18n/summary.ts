/** Words of the Summary · 平衡总结. */
import type { Text, TextOf } from "./language";
import { amount, counted } from "./wording";

export const summaryTexts = {
  title: { "zh-CN": "平衡总结", en: "Summary" },
  fulfilment: { "zh-CN": "一、满足情况", en: "1. What was fulfilled" },
  priority: { "zh-CN": "轻重缓急", en: "Priority" },
  demandedPoints: { "zh-CN": "需要（分）", en: "Needed (points)" },
  fulfilledPoints: { "zh-CN": "已落实（分）", en: "Settled (points)" },
  rate: { "zh-CN": "满足率", en: "Share" },
  family: { "zh-CN": "单位", en: "Unit" },
  demanded: { "zh-CN": "需要", en: "Needed" },
  fulfilled: { "zh-CN": "已落实", en: "Settled" },
  open: { "zh-CN": "未解决", en: "Unresolved" },
  withBelow: { "zh-CN": "连同下级已议定", en: "With what lower offices settled" },
  places: { "zh-CN": "二、各级平衡", en: "2. Where it was settled" },
  place: { "zh-CN": "平衡层级", en: "Settled at" },
  agreements: { "zh-CN": "协议项数", en: "Agreements" },
  handedOver: { "zh-CN": "另：自制转出", en: "Besides: in-house work handed over" },
  localFirst: { "zh-CN": "先由各地自行平衡的代价（分）", en: "The price of local-first (points)" },
  placeByPlace: { "zh-CN": "由下而上逐级平衡", en: "Place by place" },
  atOnce: { "zh-CN": "全部一次平衡", en: "All at once" },
  difference: { "zh-CN": "相差", en: "Difference" },
  localFirstNote: {
    "zh-CN": "全部一次平衡时各级不先自行平衡；重点的先算，较缓的可能因此减少。只供比较，不改变结果。",
    en: "All at once no place sits down first; what is urgent is counted first, so what can wait may have less. It changes nothing.",
  },
  localFirstEstimate: {
    "zh-CN": "这是估计数：下级已解决的需要没有全部上报，或一次平衡未能证明为最优。只供比较，不改变结果。",
    en: "An estimate: lines that lower offices settled do not travel whole, or the one balance was not proved. It changes nothing.",
  },
  reasons: { "zh-CN": "三、未解决原因", en: "3. Why the rest is unresolved" },
  code: { "zh-CN": "代码", en: "Code" },
  reason: { "zh-CN": "原因", en: "Reason" },
  issues: { "zh-CN": "项数", en: "Issues" },
  nothingOpen: { "zh-CN": "全部需要已落实。", en: "Every need is settled." },
  bottlenecks: { "zh-CN": "薄弱环节", en: "Bottlenecks" },
  comparison: { "zh-CN": "四、同上年比较", en: "4. Against last year" },
  measure: { "zh-CN": "指标", en: "Measure" },
  now: { "zh-CN": "本年", en: "This year" },
  before: { "zh-CN": "上年", en: "Last year" },
  ratio: { "zh-CN": "为上年的倍数", en: "Times last year" },
  increase: { "zh-CN": "增长", en: "Increase" },
  tasks: { "zh-CN": "协作任务项数（一项协议为一项任务）", en: "Collaboration tasks (one agreement is one task)" },
  value: { "zh-CN": "不变价格金额（元，新币）", en: "Value at constant prices (new yuan)" },
  noLastYear: { "zh-CN": "没有上年成果，不作比较。", en: "There is no Last year to compare with." },
  noBase: { "zh-CN": "上年无", en: "none last year" },
  familiesApart: {
    "zh-CN": "件、套、台、吨各自统计，不相加。",
    en: "Pieces, sets, machines and tonnes are counted apart and never added.",
  },
  continuity: { "zh-CN": "五、协作关系", en: "5. Continuity" },
  kept: { "zh-CN": "续：仍由原承制厂承制", en: "Kept: with the present supplier" },
  changed: { "zh-CN": "换：改由他厂承制", en: "Changed: another supplier" },
  new: { "zh-CN": "新：以前没有承制厂", en: "New: no supplier before" },
  ended: { "zh-CN": "停：上年有、今年没有", en: "Ended: agreed last year, not this year" },
  longTerm: { "zh-CN": "六、拟议长期协作", en: "6. Long-term agreements proposed" },
  noLongTerm: { "zh-CN": "没有可以拟议的长期协作。", en: "There is none to propose." },
  nextBalance: { "zh-CN": "由下一次平衡提出。", en: "The next balance works them out." },
  supplier: { "zh-CN": "承制厂", en: "Supplier" },
  buyer: { "zh-CN": "需方工厂", en: "Buyer" },
  product: { "zh-CN": "产品", en: "Product" },
  yearly: { "zh-CN": "年协作量", en: "Yearly quantity" },
  goals: { "zh-CN": "七、平衡目标（依次，前一目标不为后一目标让步）", en: "7. Goals, strictly in this order" },
  proof: { "zh-CN": "八、证明", en: "8. Proof" },
  notice: { "zh-CN": "说明", en: "Note" },
  priorityChart: { "zh-CN": "各类需要及其落实（分）", en: "Needed and settled, by priority (points)" },
  placeChart: { "zh-CN": "各级平衡的协议项数", en: "Agreements, by where they were settled" },
  reasonChart: { "zh-CN": "未解决项数，按原因", en: "Unresolved issues, by reason" },
} satisfies Record<string, Text>;

/** A calendar year within a longer plan: `其中 57 全年 件`. */
export const ofWhichYear: TextOf<{ readonly year: number; readonly what: string }> = {
  "zh-CN": ({ year, what }) => `其中${year}年四个季度：${what}`,
  en: ({ year, what }) => `of which the four quarters of ${year}: ${what}`,
};

/** `41 倍`, `增长 4000%`: both are shown, because "增加 40 倍" can be read either way. */
export function ratioText(now: number, before: number): number {
  return Math.round((now / before) * 1_000) / 1_000;
}

export interface ProofFacts {
  readonly status: "optimal" | "gap";
  readonly by: readonly ("certificate" | "bound")[];
  readonly gap: number;
  readonly firstUnproved: { readonly goal: string; readonly place: string } | null;
}
export const proofSentence: TextOf<ProofFacts> = {
  "zh-CN": ({ status, by, gap, firstUnproved }) =>
    status === "optimal" || !firstUnproved
      ? `每一级、每一目标都已证明为最优（${by.map((kind) => (kind === "certificate" ? "对偶证书核对" : "整数界")).join("、")}）。`
      : `${firstUnproved.place}的“${firstUnproved.goal}”尚未证明为最优，与上界相差 ${amount(gap)}；在它之前的目标都已证明。`,
  en: ({ status, by, gap, firstUnproved }) =>
    status === "optimal" || !firstUnproved
      ? `Every goal of every step is proved optimal (${by.map((kind) => (kind === "certificate" ? "certificate checked" : "bound of whole numbers")).join(", ")}).`
      : `“${firstUnproved.goal}” at ${firstUnproved.place} is not proved optimal: ${amount(gap)} between bound and reached; the goals before it are proved.`,
};

/** A return that came in since the balance at home, and what that balance said of its proof. */
export interface ReceivedFacts {
  readonly from: string;
  readonly returnNo: string;
  readonly proof: string;
}
export const receivedSentences = {
  home: {
    "zh-CN": ({ proof }) => `本地平衡：${proof}`,
    en: ({ proof }) => `The balance at home: ${proof}`,
  },
  came: {
    "zh-CN": ({ from, returnNo }) =>
      `以上各数连同${from}第 ${returnNo} 次下达的结果，那部分由${from}证明。先由各地自行平衡的代价、短缺和拟议长期协作，下一次平衡时重新计算。`,
    en: ({ from, returnNo }) =>
      `Return no. ${returnNo} of ${from} is counted in; that part is proved there. The price of local-first, bottlenecks and long-term proposals are worked out anew by the next balance.`,
  },
} satisfies Record<string, TextOf<ReceivedFacts>>;

/** A line of what was left out or guessed, never hidden. */
export const leftOutSentence: TextOf<{ readonly lines: number }> = {
  "zh-CN": ({ lines }) => `有 ${lines} 行需要因资料不全（U0）未参加平衡，不计入以上各数。`,
  en: ({ lines }) => `Left out for incomplete data (U0) and in none of these figures: ${counted(lines, "demand line")}.`,
};
export const explainSentence: TextOf<{ readonly problems: number }> = {
  "zh-CN": ({ problems }) => `检查结果中有 ${problems} 处要说明的问题，数字以填报为准。`,
  en: ({ problems }) => `Problems lists ${counted(problems, "point")} to be explained; the figures are as reported.`,
};
export const byHandSentence: TextOf<{ readonly rows: number }> = {
  "zh-CN": ({ rows }) => `有 ${rows} 项协议是手工录入或改动的，按议定计算。`,
  en: ({ rows }) => `Typed or changed by hand, and counted as agreed: ${counted(rows, "agreement")}.`,
};
export const reconsiderCount: TextOf<{ readonly rows: number }> = {
  "zh-CN": ({ rows }) => `有 ${rows} 项协议需复议，其数量未计入已落实。`,
  en: ({ rows }) => `To be reconsidered, not counted as settled: ${counted(rows, "agreement")}.`,
};
export const estimateSentence: Text = {
  "zh-CN": "注有“至少”的短缺数是估计的下限，不是精确数。",
  en: "Shortages marked “at least” are lower estimates, not exact figures.",
};
