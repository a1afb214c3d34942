/** The sheet that says what was sent up. */
import { keptNote } from "../../i18n/sharing";
import type { WrittenSheet } from "../../workbook/workbook";
import type { Reading } from "../reading";
import { fieldCells, textIn, type FieldCells } from "./fieldCells";
import { layRecords } from "./layRecords";
import { ownKey } from "./readRecords";
import { SENT_WORDS } from "./sentUp";
import { sentUpTable } from "./sharedTables";
import type { Submission } from "./submission";
import { kindWord } from "./wordOf";

/** The sheet's rows for a submission: needs, in-house work, what remains of capacity, standing agreements. */
export function sentUpRows({ rows, periods, language }: Submission): readonly FieldCells[] {
  const amounts = (cells: FieldCells, keys: readonly string[], less: (key: string) => number): (readonly [string, number])[] =>
    keys.flatMap((key) => {
      const value = cells.get(key);
      return typeof value === "number" ? [[key, rounded(value - less(key))] as const] : [];
    });
  const line = (
    cells: FieldCells,
    what: keyof typeof SENT_WORDS,
    item: string,
    found: readonly (readonly [string, number])[],
  ): FieldCells =>
    fieldCells([
      ["what", SENT_WORDS[what][language]],
      ["no", textIn(cells, "no")],
      ["factory", textIn(cells, "factory") || textIn(cells, "supplier")],
      ["item", textIn(cells, item)],
      ["unit", textIn(cells, "unit")],
      ...found,
      ["total", found.length === 0 ? undefined : rounded(found.reduce((sum, [, value]) => sum + value, 0))],
    ]);
  const own =
    (cells: FieldCells) =>
    (key: string): number =>
      Number(cells.get(ownKey(key)) ?? 0);
  const inHouse = kindWord(true, language);
  return [
    ...(rows.get("Demand") ?? []).map((cells) =>
      line(
        cells,
        textIn(cells, "kind") === inHouse ? "inHouse" : "need",
        "product",
        amounts(cells, periods.demand, () => 0),
      ),
    ),
    ...(rows.get("Capacity") ?? []).map((cells) => line(cells, "capacity", "item", amounts(cells, periods.quarters, own(cells)))),
    ...(rows.get("Standing agreements") ?? []).map((cells) => line(cells, "standing", "product", [])),
  ];
}

/** The finest step a quantity has is a thousandth. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

export function sentUpSheet(records: readonly FieldCells[], reading: Reading): WrittenSheet {
  const { language, situation, keys } = reading;
  const name = reading.receipts.find(({ kind }) => kind === "Sent up")?.sheet;
  return layRecords({
    ...{ table: sentUpTable, records, language, name, definedName: sentUpTable.definedName },
    title: `${situation.office}${language === "en" ? ": " : ""}${sentUpTable.names[language]}`,
    note: keptNote[language]({ office: situation.office, what: "sent up" }),
    periods: [...new Set([...keys.quarters, ...keys.demand])],
  });
}
