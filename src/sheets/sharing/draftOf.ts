/** Rows that came back from above as a sheet of the office's own, to be written like the result of a balance. */
import { atOnce } from "../../engine/slices";
import { capacitySteps } from "../results/cureFacts";
import { lookup } from "../results/lookup";
import type { Reading } from "../reading";
import type { SheetTable } from "../table/column";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";
import { numberIn, textIn, type FieldCells } from "./fieldCells";
import { RETURN_TABLES } from "./returned";

export type RowKind = "Agreements" | "Unresolved" | "Remaining capacity" | "Transfers";

export function draftOf(kind: RowKind, rows: readonly FieldCells[], { keys, language, shared }: Reading): SheetDraft {
  const { products, capacities } = lookup(shared.whole);
  const massive = new Set([...products.values()].filter(({ unit }) => unit.family === "mass").map(({ unit }) => unit.name));
  const table: SheetTable = RETURN_TABLES[kind];
  const periods = kind === "Unresolved" ? keys.demand : keys.quarters;
  const hours = (cells: FieldCells): boolean => {
    const capacity = capacities.get(textIn(cells, "capacityNo"));
    return capacity !== undefined && capacitySteps(capacity) > 1;
  };
  const work = draftSheet<FieldCells, string>({
    ...{ table, language, periods, rows, numberFields: [kind === "Remaining capacity" ? "capacityNo" : "no"] },
    cells: {
      cell: (field) => (cells) => cells.get(field) ?? null,
      quantity: (cells, period) => numberIn(cells, periods[period]),
      hasDecimals: (cells) => (kind === "Remaining capacity" ? hours(cells) : massive.has(textIn(cells, "unit"))),
    },
  });
  return atOnce(work);
}
