/** The Unresolved sheet · 未解决问题: what stayed open, why, with its proof and what would resolve it. */
import { cureSentence } from "../../i18n/cures";
import { priorityNames } from "../../i18n/outputs";
import { reasons, reasonSentence } from "../../i18n/reasons";
import type { CellValue } from "../../workbook/workbook";
import type { EarlierOutput } from "../table/earlierOutput";
import type { Lookup } from "./lookup";
import { unresolvedTable, type UnresolvedField } from "../outputs";
import type { SheetLanguage } from "../reading";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";
import type { UnresolvedRow } from "./unresolvedRows";

export interface UnresolvedInput {
  readonly rows: readonly UnresolvedRow[];
  readonly lookup: Lookup;
  /** Keys of the Demand sheet. */
  readonly periods: readonly string[];
  readonly language: SheetLanguage;
  readonly earlier: EarlierOutput | undefined;
}

export function unresolvedSheet(input: UnresolvedInput): Generator<void, SheetDraft> {
  const { rows, periods, language } = input;
  return draftSheet<UnresolvedRow, UnresolvedField>({
    ...{ table: unresolvedTable, language, periods, rows, numberFields: ["no"] },
    cells: {
      cell: (field) => (row) => unresolvedCell(row, field, input),
      quantity: (row, period) => row.quantities.get(periods[period]) ?? 0,
      hasDecimals: ({ asked }) => asked?.unit.family === "mass",
    },
  });
}

function unresolvedCell(row: UnresolvedRow, field: UnresolvedField, { lookup, language, earlier }: UnresolvedInput): CellValue {
  switch (field) {
    case "place":
      return lookup.placeOf(row.factory);
    case "product":
      return row.asked?.name ?? row.product;
    case "specification":
      return row.asked?.specification ?? "";
    case "unit":
      return row.asked?.unit.name ?? "";
    case "share":
      return row.share === undefined ? null : Math.round(row.share * 10_000) / 10_000;
    case "priority":
      return row.priority === undefined ? "" : priorityNames[row.priority][language];
    case "reasonCode":
      return row.reason;
    case "reason":
      return reasons[row.reason].name[language];
    case "proof":
      return reasonSentence(row.proof, language);
    case "cures":
      return row.cures
        .map((cure) => cureSentence(cure.measure, { resolves: cure.resolves, unit: row.asked?.unit.name ?? "" }, language))
        .join("\n");
    case "decision":
      return earlier?.cell(row.no, "decision") ?? null;
    default:
      return row[field];
  }
}
