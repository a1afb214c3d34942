/**
 * Numbers of demand lines and capacity rows that two offices both use: each newcomer's gets its office's code or name in front,
 * so that every line has a number of its own here. A number that is known keeps its row; on the way back the office strips it.
 */
import type { SheetKind } from "../reading";
import { codeUnitOrder } from "../table/naturalOrder";
import { textIn, type FieldCells } from "./fieldCells";
import type { RowsByKind } from "./receivedRows";

const NUMBERED: readonly SheetKind[] = ["Received demand", "Received capacity"];

export function prefixed(prefix: string, no: string): string {
  return `${prefix}-${no}`;
}

/** A newcomer's new numbers by its old ones. */
export type NewNumbers = ReadonlyMap<string, string>;

/**
 * What the newcomers' numbers become that several of them use, or that are taken, by office. A number that is nobody else's
 * stays; what a number becomes is nobody's either; a row that is known here keeps the number it got. An office may use one
 * number for a need and for capacity.
 */
export function newNumbers(newcomers: ReadonlyMap<string, RowsByKind>, there: NumbersThere): ReadonlyMap<string, NewNumbers> {
  const offices = [...newcomers].sort(([one], [other]) => codeUnitOrder(one, other));
  const own = offices.map(([office, rows]) => ({ office, numbers: [...new Set(numbersOf(rows))].sort(codeUnitOrder) }));
  const users = new Map<string, number>();
  for (const { numbers } of own) for (const no of numbers) users.set(no, (users.get(no) ?? 0) + 1);
  const used = new Set([...there.taken, ...users.keys()]);
  const clashes = (no: string): boolean => there.taken.has(no) || (users.get(no) ?? 0) > 1;
  return new Map(
    own.map(({ office, numbers }) => {
      const prefix = there.prefixOf(office);
      const known = new Set(numbersOf(there.kept.get(office) ?? new Map()));
      const changed = new Map<string, string>();
      for (const no of numbers) {
        let now = [no, prefixed(prefix, no), prefixed(prefix, prefixed(prefix, no))].find((before) => known.delete(before));
        if (now === undefined && clashes(no)) for (now = no; used.has(now);) now = prefixed(prefix, now);
        if (now === undefined || now === no) continue;
        used.add(now);
        changed.set(no, now);
      }
      return [office, changed];
    }),
  );
}

export interface NumbersThere {
  /** Numbers of this office's own rows and of offices that send nothing anew. */
  readonly taken: ReadonlySet<string>;
  /** The rows of every office as they stand. */
  readonly kept: ReadonlyMap<string, RowsByKind>;
  /** An office's code, else its name. */
  readonly prefixOf: (office: string) => string;
}

export function numbersOf(rows: RowsByKind): readonly string[] {
  return NUMBERED.flatMap((kind) => (rows.get(kind) ?? []).map((cells) => textIn(cells, "no")));
}

/** The office's rows with its new numbers, wherever one is named. */
export function renumbered(rows: RowsByKind, changed: NewNumbers): RowsByKind {
  if (changed.size === 0) return rows;
  const change = (cells: FieldCells, fields: readonly string[]): FieldCells =>
    new Map([...cells].map(([field, value]) => [field, fields.includes(field) ? (changed.get(String(value)) ?? value) : value]));
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
