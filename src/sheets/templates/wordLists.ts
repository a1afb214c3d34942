/** The words a drop-down offers, in the order in which a clerk thinks of them; each is one that reading understands. */
import type { Names } from "../table/column";

/** Joined by commas, as a list rule wants them, so that no word may hold a comma itself. */
export const wordLists = {
  kind: { "zh-CN": "外协,自制可转出", en: "Outside,In-house" },
  yesNo: { "zh-CN": "是,否", en: "yes,no" },
  priority: { "zh-CN": "重点,一般,可缓", en: "1 urgent,2 normal,3 can wait" },
  material: { "zh-CN": "承制方备料,需方供料,材料未落实", en: "maker's,buyer's,not secured" },
  standing: { "zh-CN": "有效,拟议,暂停,终止", en: "In force,Proposed,Suspended,Ended" },
  currency: { "zh-CN": "新币,旧币", en: "new,old" },
  capacityUnit: { "zh-CN": "台时,吨", en: "hours,tonnes" },
  unit: { "zh-CN": "件,套,台,吨,公斤,打,罗,百件,千件,万件", en: "pieces,sets,machines,tonnes,kg,dozen,gross" },
  normBase: { "zh-CN": "1,100,1000", en: "1,100,1000" },
} as const satisfies Readonly<Record<string, Names>>;

export type WordList = keyof typeof wordLists;
