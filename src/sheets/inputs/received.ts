/**
 * The sheets that Collect writes: the same columns as the clerk's own sheet, found again by a defined name of their own.
 * Balance reads them beside the clerk's. Who sent a row stands in one more column, Origin, which is only there to be read.
 */
import type { Names, SheetTable } from "../table/column";
import { column } from "../table/column";
import type { ReceivedKind, SheetKind } from "../reading";

export function received<Field extends string>(table: SheetTable<Field>, kind: ReceivedKind, names: Names): SheetTable<Field> {
  return { ...table, kind, names, aliases: [], definedName: `CB.${definedPart(kind)}` };
}

/** `Received standing agreements` is found as CB.ReceivedStandingAgreements. */
function definedPart(kind: string): string {
  return kind
    .split(" ")
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join("");
}

/** Rows that another office sent: where they differ from the office's own, its own hold. */
export function isReceived({ kind }: Pick<SheetTable, "kind">): boolean {
  return isReceivedKind(kind);
}

export function isReceivedKind(kind: SheetKind): kind is ReceivedKind {
  return kind.startsWith("Received ");
}

export const originColumn = column("origin", "来源", "Origin");

/** The table with the column that says which office, and where in its workbook, a row comes from. */
export function withOrigin(table: SheetTable): SheetTable {
  const there = table.columns.some((entry) => "field" in entry && entry.field === originColumn.field);
  return there ? table : { ...table, columns: [...table.columns, originColumn] };
}
