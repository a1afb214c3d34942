/** What stands on a sheet of the clerk's beside a row, in columns that no noun keeps: remarks, former names, contacts. */
import type { Sheet } from "../../workbook/workbook";
import { cellText } from "../earlierOutput";
import { normalText } from "../normalText";
import type { Reading, SheetKind } from "../reading";

/** A cell's text by kind of sheet, row and field; "" where there is none. */
export type BesideRow = (kind: SheetKind, row: number | undefined, field: string) => string;

export function besideRow({ receipts }: Pick<Reading, "receipts">, sheets: readonly Sheet[]): BesideRow {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const columns = new Map(
    receipts.flatMap(({ kind, sheet, columns: read }) =>
      kind === undefined ? [] : read.map(({ field, column }) => [`${kind}\n${field ?? ""}`, { sheet: byName.get(sheet), column }] as const),
    ),
  );
  return (kind, row, field) => {
    const place = columns.get(`${kind}\n${field}`);
    return row === undefined || !place ? "" : normalText(cellText(place.sheet?.values[row]?.[place.column]));
  };
}
