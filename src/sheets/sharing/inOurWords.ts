/** A row from another office with its words of choice in the language of our own sheets. */
import { priorityNames } from "../../i18n/outputs";
import { reasons } from "../../i18n/reasons";
import { basisNames, statusNames } from "../outputs";
import type { SheetLanguage } from "../reading";
import { headingText } from "../table/normalText";
import { basisWords, priorityWords, statusWords } from "../table/words";
import { textIn, type FieldCells } from "./fieldCells";
import { replyIn } from "./replies";

export function inOurWords(cells: FieldCells, language: SheetLanguage): FieldCells {
  const code = textIn(cells, "reasonCode");
  return new Map([...cells].map(([field, value]) => [field, wordIn(field, String(value), code, language) ?? value] as const));
}

function wordIn(field: string, text: string, code: string, language: SheetLanguage): string | undefined {
  const word = headingText(text);
  if (field === "supplierReply" || field === "buyerReply") return replyIn(text, language);
  if (field === "status") return named(statusWords.get(word), statusNames, language);
  if (field === "basis") return named(basisWords.get(word), basisNames, language);
  if (field === "priority") return named(priorityWords.get(word), priorityNames, language);
  if (field === "reason") return named(code, reasonNames(), language);
  return undefined;
}

function reasonNames(): Readonly<Record<string, { readonly "zh-CN": string; readonly en: string }>> {
  return Object.fromEntries(Object.entries(reasons).map(([code, { name }]) => [code, name]));
}

function named(
  key: string | number | undefined,
  names: Readonly<Record<string, { readonly "zh-CN": string; readonly en: string }>>,
  language: SheetLanguage,
): string | undefined {
  return key === undefined ? undefined : names[key]?.[language];
}
