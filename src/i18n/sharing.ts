/** Words on the sheets that travel between offices. */
import type { Text, TextOf } from "./language";
import { amount } from "./wording";

export const shareTexts = {
  own: { "zh-CN": "本厂", en: "own" },
  submission: { "zh-CN": "上报表", en: "Submission" },
  returned: { "zh-CN": "下达表", en: "Return" },
  slip: { "zh-CN": "退回单", en: "Return slip" },
  balancedAtHome: { "zh-CN": "已平衡", en: "balanced" },
  balancedHere: { "zh-CN": "由上级代为平衡", en: "balanced on arrival" },
} as const satisfies Readonly<Record<string, Text>>;

/** The line under a title: who sends what to whom. */
export const travelNote: TextOf<{
  readonly from: string;
  readonly to: string;
  readonly round: string;
  readonly version: number;
  readonly checkCode: string;
}> = {
  "zh-CN": ({ from, to, round, version, checkCode }) => `${from} 报送 ${to}　会议：${round}　第 ${version} 版　核对码：${checkCode}`,
  en: ({ from, to, round, version, checkCode }) =>
    `From ${from} to ${to}   Round: ${round}   Version ${version}   Check code: ${checkCode}`,
};

/** `件 1,200` per family, joined. */
export const familyQuantity: TextOf<{ readonly family: string; readonly quantity: number }> = {
  "zh-CN": ({ family, quantity }) => `${family} ${amount(quantity)}`,
  en: ({ family, quantity }) => `${amount(quantity)} ${family}`,
};

/** The line under the title of a sheet that keeps what came in or went up. */
export const keptNote: TextOf<{ readonly office: string; readonly what: "received" | "sent up" | "register" }> = {
  "zh-CN": ({ office, what }) =>
    what === "received"
      ? `${office}收到的下级上报，由“汇总”写入，每次整表重写；平衡时与本单位的表一并计算。`
      : what === "sent up"
        ? `${office}已上报上级的数量，在下达表收到以前归上级平衡，本级平衡时不再计算。`
        : `${office}收表情况。核对码只能证明内容没有无意的改动，不是签名。`,
  en: ({ office, what }) =>
    what === "received"
      ? `What lower offices sent ${office}. Collect writes it, whole each time; Balance reads it beside the office's own sheets.`
      : what === "sent up"
        ? `What ${office} sent to the office above. It belongs there until the return comes; Balance leaves it out.`
        : `What became of each office's workbook at ${office}. A check code shows that nothing changed by accident; it is no signature.`,
};

/** `上报表_呼兰县_1956Q4_v1.xlsx`. */
export const submissionName: TextOf<{ readonly office: string; readonly round: string; readonly version: number }> = {
  "zh-CN": ({ office, round, version }) => `${fileWord(`上报表_${office}_${round}_v${version}`)}.xlsx`,
  en: ({ office, round, version }) => `${fileWord(`submission_${office}_${round}_v${version}`)}.xlsx`,
};

/** Without what a file system refuses. */
export function fileWord(text: string): string {
  const kept = [...text.slice(0, 400)].slice(0, 80).join("");
  return kept.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").replace(/^[. ]+|[. ]+$/gu, "") || "_";
}

export type RegisterState = "accepted" | "late" | "refused" | "missing";

export const registerStates: Readonly<Record<RegisterState, Text>> = {
  accepted: { "zh-CN": "已收", en: "accepted" },
  late: { "zh-CN": "迟报", en: "late" },
  refused: { "zh-CN": "退回", en: "refused" },
  missing: { "zh-CN": "未报", en: "missing" },
};

/** Beside a correction: agreed rows that it touches. */
export const registerNote: TextOf<{ readonly touched: readonly string[] }> = {
  "zh-CN": ({ touched }) => `更正涉及已议定的协议，请复议：${touched.join("、")}`,
  en: ({ touched }) => `The correction touches agreed rows, to be reconsidered: ${touched.join(", ")}`,
};

/** The line under a title of a return. */
export const returnNote: TextOf<{ readonly from: string; readonly to: string; readonly returnNo: number; readonly checkCode: string }> = {
  "zh-CN": ({ from, to, returnNo, checkCode }) => `${from} 下达 ${to}　第 ${returnNo} 次　核对码：${checkCode}`,
  en: ({ from, to, returnNo, checkCode }) => `From ${from} to ${to}   Return no. ${returnNo}   Check code: ${checkCode}`,
};

/** `下达表_呼兰县_1956Q4_3.xlsx`. */
export const returnName: TextOf<{ readonly office: string; readonly round: string; readonly returnNo: number }> = {
  "zh-CN": ({ office, round, returnNo }) => `${fileWord(`下达表_${office}_${round}_${returnNo}`)}.xlsx`,
  en: ({ office, round, returnNo }) => `${fileWord(`return_${office}_${round}_${returnNo}`)}.xlsx`,
};
