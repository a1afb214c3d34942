/** Lays the Received sheets out: what all offices sent, whole each time. */
import { keptNote } from "../../i18n/sharing";
import type { WrittenSheet } from "../../workbook/workbook";
import type { SheetTable } from "../table/column";
import type { Reading, SheetKind } from "../reading";
import { isPeriods } from "../table/column";
import { textIn, type FieldCells } from "./fieldCells";
import { layRecords } from "./layRecords";
import { senderOf, together, type RowsByKind } from "./receivedRows";
import { receivedTables } from "./sharedSheets";
import { planQuarters } from "./planQuarters";
import { isPeriodKey, periodOrderOf } from "./periodKeyOrder";

/** Also the empty ones that were there before, so that nothing of an older Collect stays. */
export function receivedSheets(byOffice: ReadonlyMap<string, RowsByKind>, reading: Reading): readonly WrittenSheet[] {
  const norms = [...new Set([...reading.shared.whole.equipment.map(({ name }) => name), ...classesIn(byOffice)])];
  return receivedTables.flatMap((table): readonly WrittenSheet[] => {
    const records = rowsOf(byOffice, table.kind);
    const before = reading.receipts.find(({ kind }) => kind === table.kind)?.sheet;
    if (records.length === 0 && before === undefined) return [];
    return [layKept(table, records, { reading, norms, name: before })];
  });
}

function classesIn(byOffice: ReadonlyMap<string, RowsByKind>): readonly string[] {
  return together(byOffice, "Received equipment").map((cells) => textIn(cells, "equipment"));
}

/** Of a standing agreement that two offices state, the buyer's row comes first. */
function rowsOf(byOffice: ReadonlyMap<string, RowsByKind>, kind: SheetKind): readonly FieldCells[] {
  const rows = together(byOffice, kind);
  return kind === "Received standing agreements" ? buyersFirst(rows, byOffice) : rows;
}

function buyersFirst(rows: readonly FieldCells[], byOffice: ReadonlyMap<string, RowsByKind>): readonly FieldCells[] {
  const sender = new Map<string, string>();
  for (const [office, byKind] of byOffice) {
    for (const kind of ["Received demand", "Received capacity", "Received factories"] as const)
      for (const cells of byKind.get(kind) ?? []) sender.set(textIn(cells, "factory"), office);
  }
  const byBuyer = (cells: FieldCells): boolean => senderOf(cells) === sender.get(textIn(cells, "buyer"));
  return [...rows.filter(byBuyer), ...rows.filter((cells) => !byBuyer(cells))];
}

function layKept(
  table: SheetTable,
  records: readonly FieldCells[],
  { reading, norms, name }: { reading: Reading; norms: readonly string[]; name: string | undefined },
): WrittenSheet {
  const { language, situation } = reading;
  return layRecords({
    ...{ table, language, name, definedName: table.definedName },
    records,
    title: `${situation.office}${language === "en" ? ": " : ""}${table.names[language]}`,
    note: keptNote[language]({ office: situation.office, what: "received" }),
    periods: periodsOf(table, records, planQuarters(reading) ?? []),
    norms: table.kind === "Received products" ? norms : [],
  });
}

/** The plan's quarters, and every other period some row has. */
function periodsOf(table: SheetTable, records: readonly FieldCells[], quarters: readonly string[]): readonly string[] {
  if (!table.columns.some(isPeriods)) return [];
  const used = new Set(records.flatMap((cells) => [...cells.keys()].filter(isPeriodKey)));
  const dated = [...used].some((key) => key !== "any");
  return [...new Set([...(dated ? quarters : []), ...used])].sort((one, other) => periodOrderOf(one) - periodOrderOf(other));
}
