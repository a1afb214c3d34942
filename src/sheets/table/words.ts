/** The words that columns of choice allow, in both languages. Keys are in the form in which headings are compared. */
import type { LaterGoal, Material, Priority } from "../../engine/model";
import type { AgreementStatus, Basis } from "../../engine/model";
import { headingText } from "./normalText";
import { basisNames, replyNames, statusNames } from "../outputs";

function words<Value>(entries: readonly (readonly [Value, ...string[]])[]): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>();
  for (const [value, ...names] of entries) for (const name of names) map.set(headingText(name), value);
  return map;
}

export const yesNo = words<boolean>([
  [true, "是", "yes", "y", "true", "1", "√", "✓", "有", "可"],
  [false, "否", "no", "n", "false", "0", "×", "x", "无", "不可"],
]);
export const inHouseWords = words<boolean>([
  [false, "外协", "Outside", "协作", "外部协作"],
  [true, "自制可转出", "In-house, may be handed over", "In-house", "in house", "自制"],
]);
export const priorityWords = words<Priority>([
  [1, "重点", "1", "urgent", "1 urgent", "1 重点", "1重点"],
  [2, "一般", "2", "normal", "2 normal", "2 一般", "2一般"],
  [3, "可缓", "3", "can wait", "3 can wait", "3 可缓", "3可缓"],
]);
export const materialWords = words<Material>([
  ["maker's", "承制方备料", "maker's", "makers", "maker", "maker's material"],
  ["buyer's", "需方供料", "buyer's", "buyers", "buyer", "buyer's material"],
  ["not secured", "材料未落实", "not secured", "material not secured", "未落实"],
]);
export type StandingStatus = "In force" | "Proposed" | "Suspended" | "Ended";
export const standingWords = words<StandingStatus>([
  ["In force", "有效", "In force"],
  ["Proposed", "拟议", "Proposed"],
  ["Suspended", "暂停", "Suspended"],
  ["Ended", "终止", "Ended"],
]);
export const currencyWords = words<"new" | "old">([
  ["new", "新币", "new"],
  ["old", "旧币", "old"],
]);
export const goalWords = words<LaterGoal>([
  ["kept", "kept", "保持"],
  ["fit", "fit", "等级"],
  ["partner", "partner", "伙伴"],
  ["near", "near", "就近"],
  ["on time", "on time", "准时"],
]);
export const statusWords = words<AgreementStatus>([
  ["Proposed", ...both(statusNames.Proposed)],
  ["Agreed", ...both(statusNames.Agreed)],
  ["Rejected", ...both(statusNames.Rejected)],
  ["Reconsider", ...both(statusNames.Reconsider)],
  ["Void", ...both(statusNames.Void)],
]);
export const basisWords = words<Basis>([
  ["standing", ...both(basisNames.standing)],
  ["continued", ...both(basisNames.continued)],
  ["new", ...both(basisNames.new)],
  ["transfer", ...both(basisNames.transfer)],
]);
export const replyWords = words<"agree" | "refuse" | "open">([
  ["agree", ...both(replyNames.agree), "agreed", "yes", "是", "可以"],
  ["refuse", ...both(replyNames.refuse), "refused", "no", "否", "disagree", "rejected"],
  ["open", "—", "-", "无", "待定", "open"],
]);

function both(names: { readonly "zh-CN": string; readonly en: string }): [string, string] {
  return [names["zh-CN"], names.en];
}
