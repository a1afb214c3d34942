/** What stands on a sheet beside a row, in columns that no noun keeps: remarks, former names, contacts. */
import type { Sheet } from "../../workbook/workbook";
import { cellText } from "../table/earlierOutput";
import { normalText } from "../table/normalText";
import type { Reading } from "../reading";

/** Where a row stands; without one there is nothing beside it. */
export interface RowPlace {
  readonly sheet?: string;
  readonly row?: number;
}

/** A cell's text by place and field; "" where there is none. */
export type BesideRow = (place: RowPlace | undefined, field: string) => string;

export function besideRow({ receipts }: Pick<Reading, "receipts">, sheets: readonly Sheet[]): BesideRow {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const columns = new Map(
    receipts.flatMap(({ sheet, columns: read }) =>
      read.flatMap(({ field, column }) => (field === undefined ? [] : [[`${sheet}\n${field}`, column] as const])),
    ),
  );
  return (place, field) => {
    if (place?.sheet === undefined || place.row === undefined) return "";
    const column = columns.get(`${place.sheet}\n${field}`);
    return column === undefined ? "" : normalText(cellText(byName.get(place.sheet)?.values[place.row]?.[column]));
  };
}
