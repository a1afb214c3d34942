import type { Reading } from "../../sheets/reading";

/** The sheets that a reading took anything from; what stands on others cannot make it old. */
export function usedSheets({ receipts }: Reading): readonly string[] {
  return receipts.filter(({ kind }) => kind !== undefined).map(({ sheet }) => sheet);
}
