/**
 * The Summary's part on what changed since the last balance. A balance that changes nothing leaves the part as it stood, so that
 * balancing twice writes the same cells.
 */
import { causeSentence, changeTexts } from "../../i18n/changes";
import type { CellValue } from "../../workbook/workbook";
import { cellText } from "../table/earlierOutput";
import type { Result } from "./result";

export type ChangeRows = readonly (readonly CellValue[])[];

/** Headings and one row per difference; empty where there was no balance before, or nothing was ever changed. */
export function changeRows({ changes, reading, earlier }: Pick<Result, "changes" | "reading" | "earlier">): ChangeRows {
  const { language } = reading;
  const text = (key: keyof typeof changeTexts): string => changeTexts[key][language];
  if (!changes) return [];
  if (changes.length === 0) return earlierRows(earlier.sheets.get("Summary")?.values ?? []);
  return [
    [text("what"), text("before"), text("after"), text("no"), text("why")],
    ...changes.map(({ supplier, buyer, product, before, after, moved, no, cause }): readonly CellValue[] => [
      `${supplier} → ${buyer}: ${product}`,
      before ?? null,
      after,
      no,
      moved ? `${causeSentence(cause, language)} (${text("moved")})` : causeSentence(cause, language),
    ]),
  ];
}

/** The part as the Summary holds it, down to the next blank row. */
function earlierRows(values: ChangeRows): ChangeRows {
  const headings = new Set<string>(Object.values(changeTexts.heading));
  const at = values.findIndex((row) => headings.has(cellText(row[0])));
  if (at < 0) return [];
  const rows = values.slice(at + 1);
  const end = rows.findIndex((row) => row.every((cell) => cellText(cell) === ""));
  return end < 0 ? rows : rows.slice(0, end);
}
