/** What the Share tab says of collected files. */
import type { FileState } from "../sheets/sharing/incoming";
import { fileStates } from "./collecting";
import type { Text, TextOf } from "./language";
import { amount, counted } from "./wording";

export const collectTexts = {
  balancedHere: { "zh-CN": "没有平衡过，由本级代为平衡", en: "never balanced, so balanced here" },
  next: {
    "zh-CN": "名录与本单位不一致的，见“检查”。收齐以后请平衡。",
    en: "Where lists differ from this office's, see Check. Balance once all have come.",
  },
  slips: { "zh-CN": "退回单", en: "Return slips" },
} as const satisfies Readonly<Record<string, Text>>;

export interface StatesCounted {
  /** Of each state, how many files. */
  readonly states: ReadonlyMap<FileState, number>;
  readonly missing: readonly string[];
  /** Offices that sent something, of which nothing was ever taken. */
  readonly refused: readonly string[];
}

/** `已收 3 份，退回 1 份。未报：双城县` */
export const collectedLine: TextOf<StatesCounted> = {
  "zh-CN": ({ states, missing, refused }) => {
    const counts = [...states].map(([state, files]) => `${fileStates[state]["zh-CN"]} ${amount(files)} 份`).join("，");
    if (missing.length > 0) return `${counts}。未报：${missing.join("、")}`;
    return refused.length > 0 ? `${counts}。` : `${counts}。都报齐了。`;
  },
  en: ({ states, missing, refused }) => {
    const counts = [...states].map(([state, files]) => `${amount(files)} ${fileStates[state].en}`).join(", ");
    if (missing.length > 0) return `${counts}. Missing: ${missing.join(", ")}`;
    return refused.length > 0 ? `${counts}.` : `${counts}. Nobody is missing.`;
  },
};

/** `第 1 版，核对码 …，需要 5 行，能力 7 行` */
export const submissionLine: TextOf<{
  readonly version: number;
  readonly checkCode: string;
  readonly needs: number;
  readonly capacities: number;
}> = {
  "zh-CN": ({ version, checkCode, needs, capacities }) =>
    `第 ${version} 版，核对码 ${checkCode}，需要 ${amount(needs)} 行，能力 ${amount(capacities)} 行`,
  en: ({ version, checkCode, needs, capacities }) =>
    `version ${version}, check code ${checkCode}, ${counted(needs, "need")}, ${counted(capacities, "capacity row")}`,
};

export const moreSeen: TextOf<number> = {
  "zh-CN": (count) => `另有 ${amount(count)} 处。`,
  en: (count) => `${amount(count)} more.`,
};
