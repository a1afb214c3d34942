/** The digest of rows by field: the same whatever the order of the columns, their language, or the program that saved them. */
import { SheetDigest } from "../record/digest";
import { codeUnitOrder } from "../table/naturalOrder";
import type { FieldCells } from "./fieldCells";

export function recordsDigest(records: readonly FieldCells[]): string {
  const fields = [...new Set(records.flatMap((cells) => [...cells.keys()]))].sort(codeUnitOrder);
  const digest = new SheetDigest(fields);
  for (const cells of records) digest.add(fields.map((field) => cells.get(field)));
  return digest.hex();
}
