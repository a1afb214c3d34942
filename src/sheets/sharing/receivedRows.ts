/** Everything lower offices sent, office by office: what stands on the Received sheets, and what a Collect puts in its place. */
import type { Sheet } from "../../workbook/workbook";
import type { SheetTable } from "../table/column";
import { codeUnitOrder } from "../table/naturalOrder";
import type { Reading, SheetKind } from "../reading";
import { textIn, type FieldCells } from "./fieldCells";
import { readRecords } from "./readRecords";
import { receivedTables } from "./sharedSheets";
import type { SubmissionKind, SubmissionRows } from "./submission";

/** Behind the sending office stands where the row is in its workbook: `呼兰县 › 需要!7`. */
const BEHIND = " › ";

/** Which Received sheet takes the rows of a submission's sheet. */
export const RECEIVED_AS: Readonly<Record<SubmissionKind, SheetKind>> = {
  Demand: "Received demand",
  Capacity: "Received capacity",
  Places: "Received places",
  Distances: "Received distances",
  Factories: "Received factories",
  Equipment: "Received equipment",
  Products: "Received products",
  "Standing agreements": "Received standing agreements",
  "Last year": "Received last year",
  Rejections: "Rejections",
  Replies: "Replies",
  "Settled below": "Settled below",
  Explanations: "Explanations",
};

export type RowsByKind = ReadonlyMap<SheetKind, readonly FieldCells[]>;

/** The office that sent a row. */
export function senderOf(cells: FieldCells): string {
  return textIn(cells, "origin").split(BEHIND)[0];
}

/** Where a row stands in the workbook of the office that wrote it. */
export function cellAtSender(cells: FieldCells): string {
  return textIn(cells, "origin").split(BEHIND).slice(1).join(BEHIND);
}

/** Did another office below send it on? That office answers for it. */
export function isPassedOn(origin: string): boolean {
  return origin.includes(BEHIND);
}

/** The rows of the Received sheets as they stand, by the office that sent them. */
export function rowsReceived({ receipts, shared }: Reading, sheets: readonly Sheet[]): Map<string, RowsByKind> {
  const byOffice = new Map<string, Map<SheetKind, FieldCells[]>>();
  const sheetOf = (table: SheetTable): Sheet | undefined => {
    const name = receipts.find(({ kind }) => kind === table.kind)?.sheet;
    return name === undefined ? undefined : sheets.find((sheet) => sheet.name === name);
  };
  const named = new Set(shared.whole.equipment.map(({ name }) => name));
  for (const table of receivedTables) {
    for (const cells of readRecords(sheetOf(table), { table, named })) {
      const office = senderOf(cells);
      const rows = byOffice.get(office) ?? new Map<SheetKind, FieldCells[]>();
      byOffice.set(office, rows);
      const records = rows.get(table.kind) ?? [];
      rows.set(table.kind, records);
      records.push(cells);
    }
  }
  return byOffice;
}

/** A submission's rows as they will stand on the Received sheets. */
export function asReceived(rows: SubmissionRows, office: string): RowsByKind {
  return new Map(
    [...rows].map(([kind, records]) => [
      RECEIVED_AS[kind],
      records.map((cells) => new Map([...cells, ["origin", originOf(office, textIn(cells, "origin"))] as const])),
    ]),
  );
}

/** Who sent a row, and where it stands in that office's workbook. */
export function originOf(office: string, cell: string): string {
  return cell === "" ? office : `${office}${BEHIND}${cell}`;
}

/** All offices' rows of one sheet, offices in order of their names. */
export function together(byOffice: ReadonlyMap<string, RowsByKind>, kind: SheetKind): readonly FieldCells[] {
  return [...byOffice.keys()].sort(codeUnitOrder).flatMap((office) => byOffice.get(office)?.get(kind) ?? []);
}
