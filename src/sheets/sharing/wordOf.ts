/** The word of a choice as it stands on a sheet in a language; reading understands either. */
import type { LaterGoal, Material, Priority } from "../../engine/model";
import type { Names } from "../table/column";
import type { SheetLanguage } from "../reading";
import { wordLists, type WordList } from "../templates/wordLists";

const MATERIALS: readonly Material[] = ["maker's", "buyer's", "not secured"];

export const yesWord = (yes: boolean, language: SheetLanguage): string => nth("yesNo", yes ? 0 : 1, language);
export const kindWord = (inHouse: boolean, language: SheetLanguage): string => nth("kind", inHouse ? 1 : 0, language);
export const priorityWord = (priority: Priority, language: SheetLanguage): string => nth("priority", priority - 1, language);
export const materialWord = (material: Material, language: SheetLanguage): string => nth("material", MATERIALS.indexOf(material), language);
export const standingWord = (language: SheetLanguage): string => nth("standing", 0, language);
export const capacityUnitWord = (unit: "hours" | "tonnes", language: SheetLanguage): string =>
  nth("capacityUnit", unit === "hours" ? 0 : 1, language);

export const goalWord = (goal: LaterGoal, language: SheetLanguage): string => GOALS[goal][language];

/** As the Cover's Goals name them. */
const GOALS: Readonly<Record<LaterGoal, Names>> = {
  kept: { "zh-CN": "保持", en: "kept" },
  fit: { "zh-CN": "等级", en: "fit" },
  partner: { "zh-CN": "伙伴", en: "partner" },
  near: { "zh-CN": "就近", en: "near" },
  "on time": { "zh-CN": "准时", en: "on time" },
};

function nth(list: WordList, index: number, language: SheetLanguage): string {
  return wordLists[list][language].split(",")[index];
}

/** Names in one cell. */
export function listText(names: readonly string[], language: SheetLanguage): string {
  return names.join(language === "en" ? "; " : "、");
}
