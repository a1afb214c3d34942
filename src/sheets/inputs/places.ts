/** Places · 地区, and the tree they form under the office. */
import type { SheetTable } from "../table/column";
import { column, fieldColumns } from "../table/column";
import { NameIndex, splitList } from "../table/names";
import { isReceived, received } from "./received";
import type { TableRows } from "../table/tableRows";

export type PlaceField = "code" | "place" | "formerNames" | "under" | "longitude" | "latitude";

export const placesTable: SheetTable<PlaceField> = {
  kind: "Places",
  names: { "zh-CN": "地区", en: "Places" },
  aliases: ["地区表", "市县", "地名"],
  columns: [
    column("code", "代码", "Code", { aliases: ["地区代码", "Place code"] }),
    column("place", "地区", "Place", { required: true, aliases: ["地区名称", "名称", "Name"] }),
    column("formerNames", "曾用名", "Former names", { aliases: ["Former name", "原名"] }),
    column("under", "上级", "Under", { aliases: ["上级地区", "所属"] }),
    column("longitude", "经度", "Longitude"),
    column("latitude", "纬度", "Latitude"),
  ],
};

export const receivedPlacesTable = received(placesTable, "Received places", { "zh-CN": "上报地区", en: "Received places" });

export interface PlaceEntry {
  readonly name: string;
  readonly code?: string;
  readonly longitude?: number;
  readonly latitude?: number;
  /** Where it stands; absent: nobody listed it. */
  readonly sheet?: string;
  readonly row?: number;
  under?: string;
  valid: boolean;
}

export interface Places {
  readonly entries: PlaceEntry[];
  readonly index: NameIndex<PlaceEntry>;
}

export function noPlaces(): Places {
  return { entries: [], index: new NameIndex() };
}

/** Reads the list, behind what is listed already. `Under` is resolved to the name of a listed place, or to the office. */
export function* readPlaces(rows: TableRows<PlaceField>, office: string | undefined, places: Places = noPlaces()): Generator<void, Places> {
  const hanging: { entry: PlaceEntry; row: number; text: string }[] = [];
  yield* rows.eachRow((row) => {
    const name = rows.required(row, "place");
    const entry: PlaceEntry = {
      name,
      code: rows.optional(row, "code"),
      longitude: degrees(rows.number(row, "longitude", { minimum: -180, maximum: 180, decimals: 6 })),
      latitude: degrees(rows.number(row, "latitude", { minimum: -90, maximum: 90, decimals: 6 })),
      sheet: rows.sheet.name,
      row,
      valid: true,
    };
    const under = rows.text(row, "under");
    const listed = isReceived(rows.table) ? places.index.entry(name) : undefined;
    if (listed) reportUnder(rows, row, { listed, under, office });
    if (
      listed ||
      name === "" ||
      !addNamed(rows, { row, entry, index: places.index, name, code: entry.code, formerNames: rows.list(row, "formerNames").join("、") })
    )
      return;
    entry.valid = rows.isValid(row);
    places.entries.push(entry);
    if (under !== "") hanging.push({ entry, row, text: under });
  });
  for (const { entry, row, text } of hanging) {
    entry.under = resolveUnder(rows, { row, text, places, office });
    entry.valid &&= rows.isValid(row);
  }
  return places;
}

/** A lower office hangs a place elsewhere: this office's own list holds. */
function reportUnder(
  rows: TableRows<PlaceField>,
  row: number,
  { listed, under, office }: { listed: PlaceEntry; under: string; office: string | undefined },
): void {
  const own = listed.under ?? office ?? "";
  if (under !== "" && under !== own && listed.name !== office)
    rows.report("I25", row, { field: "under" }, { value: under, expected: own, name: listed.name });
}

const degrees = (steps: number | undefined): number | undefined => (steps === undefined ? undefined : steps / 1_000_000);

function resolveUnder(
  rows: TableRows<PlaceField>,
  { row, text, places, office }: { row: number; text: string; places: Places; office: string | undefined },
): string | undefined {
  const found = places.index.find(text);
  if (found.kind === "found") return found.entry.name;
  if (office !== undefined && text === office) return office;
  if (found.kind === "ambiguous") rows.report("E05 ambiguous", row, { field: "under" }, { value: text, near: found.names });
  else rows.report("E05 place", row, { field: "under" }, { value: text, near: found.near });
  return undefined;
}

interface Naming<Entry> {
  readonly row: number;
  readonly entry: Entry;
  readonly index: NameIndex<Entry>;
  readonly name: string;
  readonly code: string | undefined;
  readonly formerNames: string;
}

/** Gives an entry its name, code and former names; false where another one has the name already (E06). */
export function addNamed<Field extends string, Entry>(rows: TableRows<Field>, naming: Naming<Entry>): boolean {
  const { row, entry, index, name, code, formerNames } = naming;
  const columnOf = (wanted: string | undefined): number | undefined => rows.header.fields.find(({ field }) => field === wanted)?.column;
  if (!index.add(name, entry)) {
    if (isReceived(rows.table)) return false;
    const [named] = fieldColumns(rows.table).filter(({ required }) => required);
    rows.report("E06 name", row, { column: columnOf(named?.field) }, { value: name });
    return false;
  }
  if (code !== undefined && !index.addCode(code, entry))
    rows.report(isReceived(rows.table) ? "I25 code" : "E06 code", row, { column: columnOf("code") }, { value: code, name });
  for (const former of splitList(formerNames)) index.add(former, entry, "other");
  return true;
}
