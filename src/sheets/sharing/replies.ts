/** What offices below answered to agreements of this one, as Collect took it: each office speaks for its own side. */
import { replyNames } from "../outputs";
import type { SheetLanguage } from "../reading";
import { headingText } from "../table/normalText";
import { replyWords } from "../table/words";
import { numberIn, textIn, type FieldCells } from "./fieldCells";

export type Side = "supplier" | "buyer";
export const SIDES: readonly Side[] = ["supplier", "buyer"];
export const REPLY_FIELDS = { supplier: "supplierReply", buyer: "buyerReply" } as const;

/** By agreement number: what was answered, and to which version of the agreement. */
export type Heard = ReadonlyMap<string, ReadonlyMap<Side, { readonly text: string; readonly version: number }>>;

export function repliesHeard(records: readonly FieldCells[]): Heard {
  const heard = new Map<string, Map<Side, { text: string; version: number }>>();
  for (const cells of records) {
    const no = textIn(cells, "no");
    for (const side of SIDES) {
      const text = textIn(cells, REPLY_FIELDS[side]);
      if (text !== "") heard.set(no, (heard.get(no) ?? new Map<Side, never>()).set(side, { text, version: versionOf(cells) }));
    }
  }
  return heard;
}

/** An agreement without a version is its first. */
export function versionOf(cells: FieldCells): number {
  return numberIn(cells, "version") || 1;
}

export function replyOf(text: string): "agree" | "refuse" | "open" | undefined {
  return replyWords.get(headingText(text));
}

/** In the words of a sheet's language where it is a word of ours, else as it was written. */
export function replyIn(text: string, language: SheetLanguage): string {
  const reply = replyOf(text);
  return reply === "agree" || reply === "refuse" ? replyNames[reply][language] : text;
}
