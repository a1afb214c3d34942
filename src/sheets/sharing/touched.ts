/** Agreed rows that a correction touches: their line or their supplier's capacity is no longer what it was. None is cut. */
import type { Reading, SheetKind } from "../reading";
import { textIn, type FieldCells } from "./fieldCells";
import type { FileState } from "./incoming";
import type { RowsByKind } from "./receivedRows";

interface Judged {
  readonly state: FileState;
  readonly office?: string;
}

/** Their numbers; undefined where nothing agreed is touched. */
export function agreedRowsTouched(
  { state, office = "" }: Judged,
  before: ReadonlyMap<string, RowsByKind>,
  after: ReadonlyMap<string, RowsByKind>,
  { reading }: { readonly reading: Reading },
): readonly string[] | undefined {
  const old = before.get(office);
  const now = after.get(office);
  if ((state !== "accepted" && state !== "late") || !old || !now) return undefined;
  const lines = changedIn("Received demand", "no", { old, now });
  const makers = changedIn("Received capacity", "factory", { old, now });
  const touched = reading.situation.earlierAgreements.filter(
    ({ status, demandNo, supplier }) => status === "Agreed" && (lines.has(demandNo) || makers.has(supplier)),
  );
  return touched.length > 0 ? touched.map(({ no }) => no) : undefined;
}

/** What the rows that are not the same in both stand for. */
function changedIn(
  kind: SheetKind,
  field: string,
  { old, now }: { readonly old: RowsByKind; readonly now: RowsByKind },
): ReadonlySet<string> {
  const one = contents(old.get(kind));
  const other = contents(now.get(kind));
  const changed = [...one, ...other].filter(([content]) => one.has(content) !== other.has(content));
  return new Set(changed.map(([, cells]) => textIn(cells, field)));
}

/** Where a row stands in its workbook does not matter here. */
function contents(records: readonly FieldCells[] = []): ReadonlyMap<string, FieldCells> {
  return new Map(
    records.map((cells) => [
      JSON.stringify(
        [...cells]
          .filter(([field]) => field !== "origin")
          .map(([field, value]) => [field, String(value)])
          .sort(),
      ),
      cells,
    ]),
  );
}
