/** Hints about what Balance met on its own earlier sheets: rows by hand, formulas and remarks that could not be kept. */
import type { TextOf } from "./language";

export interface CarryHintFacts {
  /** A row that the clerk typed, or whose computed cells he changed. */
  readonly I21: { readonly no: string };
  readonly I22: { readonly no: string; readonly formula: string };
  readonly I23: { readonly no: string; readonly text: string };
  readonly I24: Record<never, never>;
}

export const carryHints: { readonly [Rule in keyof CarryHintFacts]: TextOf<CarryHintFacts[Rule]> } = {
  I21: {
    "zh-CN": ({ no }) => `协议 ${no} 是手工录入或改动的，按“议定”计算。`,
    en: ({ no }) => `Agreement ${no} was typed or changed by hand and counts as agreed.`,
  },
  I22: {
    "zh-CN": ({ no, formula }) => `${no} 旁边您自己的公式 ${formula} 引用了别的行或别的表，行重排后已改为数值。`,
    en: ({ no, formula }) => `Your own formula ${formula} beside ${no} looks beyond its row; rows were sorted anew, so it became a value.`,
  },
  I23: {
    "zh-CN": ({ no, text }) => `${no} 这一行已不再有，您写在旁边的内容是：${text}`,
    en: ({ no, text }) => `The row ${no} is no longer there; beside it you had written: ${text}`,
  },
  I24: {
    "zh-CN": () => "上一次运行没有写完，本次已全部重写。",
    en: () => "The last run was not written to its end; everything was written anew.",
  },
};
