/**
 * Numbers of demand lines and capacity rows that two offices both use: each newcomer's gets its office's code or name in front,
 * so that every line has a number of its own here. A number that is known keeps its row; on the way back the office strips it.
 */
import type { SheetKind } from "../reading";
import { textIn, type FieldCells } from "./fieldCells";
import type { RowsByKind } from "./receivedRows";

const NUMBERED: readonly SheetKind[] = ["Received demand", "Received capacity"];

export function prefixed(prefix: string, no: string): string {
  return `${prefix}-${no}`;
}

/** Numbers that more than one of these offices uses, or that are taken. */
export function clashing(newcomers: ReadonlyMap<string, RowsByKind>, taken: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const clashes = new Set<string>();
  for (const rows of newcomers.values()) {
    for (const no of numbersOf(rows)) {
      if (taken.has(no) || seen.has(no)) clashes.add(no);
      seen.add(no);
    }
  }
  return clashes;
}

export function numbersOf(rows: RowsByKind): readonly string[] {
  return NUMBERED.flatMap((kind) => (rows.get(kind) ?? []).map((cells) => textIn(cells, "no")));
}

/** The clashes of an office that sends anew: a row that is known here keeps the number it got, with or without the prefix. */
export function keepingNumbers(
  clashes: ReadonlySet<string>,
  { rows, prefix, before }: { readonly rows: RowsByKind; readonly prefix: string; readonly before: RowsByKind | undefined },
): ReadonlySet<string> {
  if (!before) return clashes;
  const known = new Set(numbersOf(before));
  const prefixedNow = (no: string): boolean => !known.has(no) && (known.has(prefixed(prefix, no)) || clashes.has(no));
  return new Set([...numbersOf(rows), ...clashes].filter(prefixedNow));
}

/** The office's rows with the prefix before every number that clashes, wherever it is named. */
export function renumbered(rows: RowsByKind, prefix: string, clashes: ReadonlySet<string>): RowsByKind {
  if (clashes.size === 0) return rows;
  const change = (cells: FieldCells, fields: readonly string[]): FieldCells =>
    new Map(
      [...cells].map(([field, value]) => [
        field,
        fields.includes(field) && clashes.has(String(value)) ? prefixed(prefix, String(value)) : value,
      ]),
    );
  return new Map(
    [...rows].map(([kind, records]) => {
      if (NUMBERED.includes(kind) || kind === "Explanations") return [kind, records.map((cells) => change(cells, ["no"]))];
      if (kind !== "Settled below" && kind !== "Rejections") return [kind, records];
      return [kind, records.map((cells) => agreementOf(change(cells, ["demandNo"]), textIn(cells, "demandNo")))];
    }),
  );
}

/** An agreement's number begins with its line's. */
function agreementOf(cells: FieldCells, before: string): FieldCells {
  const now = textIn(cells, "demandNo");
  const no = textIn(cells, "no");
  return now === before || !no.startsWith(`${before}-`) ? cells : new Map([...cells, ["no", `${now}${no.slice(before.length)}`]]);
}
