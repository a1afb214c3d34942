/** Distances · 里程: whole km, the same both ways; a pair without one falls back to the great circle between coordinates. */
import type { Distance } from "../../engine/model";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { Places } from "./places";
import { isReceived, received } from "./received";
import type { TableRows } from "../table/tableRows";

export type DistanceField = "from" | "to" | "km";

export const distancesTable: SheetTable<DistanceField> = {
  kind: "Distances",
  names: { "zh-CN": "里程", en: "Distances" },
  aliases: ["里程表", "距离", "Distance"],
  columns: [
    column("from", "起点", "From", { required: true }),
    column("to", "终点", "To", { required: true }),
    column("km", "里程", "Km", { required: true, aliases: ["公里", "距离", "Distance"] }),
  ],
};

export const receivedDistancesTable = received(distancesTable, "Received distances", { "zh-CN": "上报里程", en: "Received distances" });

/** Reads the list behind what is known already, which holds over what a lower office sent. */
export function* readDistances(
  rows: TableRows<DistanceField>,
  { places, office, before }: { places: Places; office: string | undefined; before: readonly Distance[] },
): Generator<void, readonly Distance[]> {
  const distances: Distance[] = [];
  const known = new Map(before.map(({ from, to, km }) => [pairOf(from, to), km]));
  const place = (row: number, field: "from" | "to"): string | undefined => {
    const text = rows.required(row, field);
    if (text === "") return undefined;
    const found = places.index.find(text);
    if (found.kind === "found") return found.entry.name;
    if (text === office) return text;
    rows.report(
      found.kind === "ambiguous" ? "E05 ambiguous" : "E05 place",
      row,
      { field },
      { value: text, near: found.kind === "ambiguous" ? found.names : found.near },
    );
    return undefined;
  };
  yield* rows.eachRow((row) => {
    const from = place(row, "from");
    const to = place(row, "to");
    const km = rows.number(row, "km", { minimum: 0, maximum: 40_000 });
    if (km === undefined && rows.isValid(row)) rows.report("E02", row, { field: "km" });
    if (from === undefined || to === undefined || km === undefined || !rows.isValid(row)) return;
    const pair = pairOf(from, to);
    const other = known.get(pair);
    if (other !== undefined && other !== km && isReceived(rows.table))
      rows.report("I25", row, { field: "km" }, { value: km, expected: other, name: `${from}–${to}` });
    else if (other !== undefined && other !== km) rows.report("E06 place", row, { field: "km" }, { value: km, other, from, to });
    if (other !== undefined) return;
    known.set(pair, km);
    distances.push({ from, to, km });
  });
  return distances;
}

function pairOf(from: string, to: string): string {
  return from < to ? `${from}\u0000${to}` : `${to}\u0000${from}`;
}
