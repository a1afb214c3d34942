/** Factories · 工厂: the factories of this office. */
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import { NameIndex } from "../table/names";
import type { Places } from "./places";
import { addNamed } from "./places";
import { isReceived, received } from "./received";
import { GRADES, type TableRows } from "../table/tableRows";

export type FactoryField = "code" | "factory" | "formerNames" | "place" | "ownership" | "grade" | "contact" | "remark";

export const factoriesTable: SheetTable<FactoryField> = {
  kind: "Factories",
  names: { "zh-CN": "工厂", en: "Factories" },
  aliases: ["工厂表", "厂名录", "工厂名录", "Factory list"],
  columns: [
    column("code", "工厂代号", "Code", { aliases: ["代号", "代码", "Factory code"] }),
    column("factory", "厂名", "Factory", { required: true, aliases: ["工厂", "工厂名称", "Factory name", "Name"] }),
    column("formerNames", "曾用名", "Former names", { aliases: ["Former name", "原名"] }),
    column("place", "所在地", "Place", { required: true, aliases: ["地区", "所在地区"] }),
    column("ownership", "经济类型", "Ownership"),
    column("grade", "技术等级", "Grade", { aliases: ["Technical grade"] }),
    column("contact", "联系人电话", "Contact", { aliases: ["联系人", "电话"] }),
    column("remark", "备注", "Remark"),
  ],
};

export const receivedFactoriesTable = received(factoriesTable, "Received factories", { "zh-CN": "上报工厂", en: "Received factories" });

export interface FactoryEntry {
  readonly name: string;
  readonly code?: string;
  readonly grade?: number;
  readonly sheet?: string;
  readonly row?: number;
  /** The name of its place; "" until it is known. */
  place: string;
  valid: boolean;
}
export interface Factories {
  readonly entries: FactoryEntry[];
  readonly index: NameIndex<FactoryEntry>;
  /** Is there a list? Without one, every factory named is one of the office's. */
  readonly listed: boolean;
}

/** Where places come from: a list, or, without one, every place named. */
export interface PlaceSource {
  readonly places: Places;
  readonly listed: boolean;
  readonly office: string | undefined;
}

export function noFactories(listed: boolean): Factories {
  return { entries: [], index: new NameIndex(), listed };
}

/** Reads the list, behind what is listed already. */
export function* readFactories(
  rows: TableRows<FactoryField>,
  source: PlaceSource,
  factories: Factories = noFactories(true),
): Generator<void, Factories> {
  yield* rows.eachRow((row) => {
    const name = rows.required(row, "factory");
    const place = placeOf(rows, row, { text: rows.required(row, "place"), source });
    const grade = rows.number(row, "grade", GRADES);
    const code = rows.optional(row, "code");
    if (name === "") return;
    const listed = isReceived(rows.table) ? factories.index.entry(name) : undefined;
    if (listed) {
      if (place && place.name !== listed.place)
        rows.report("I25", row, { field: "place" }, { value: place.name, expected: listed.place, name });
      else if (grade !== listed.grade)
        rows.report("I25", row, { field: "grade" }, { value: grade ?? "", expected: listed.grade ?? "", name });
      return;
    }
    const entry: FactoryEntry = { name, code, grade, sheet: rows.sheet.name, row, place: place?.name ?? "", valid: true };
    if (!addNamed(rows, { row, entry, index: factories.index, name, code, formerNames: rows.list(row, "formerNames").join("、") })) return;
    entry.valid = rows.isValid(row) && (place?.valid ?? false);
    factories.entries.push(entry);
  });
  return factories;
}

/** The place a cell names: a listed one, the office itself, or (without a list) whatever is written. */
export function placeOf<Field extends string>(
  rows: TableRows<Field | "place">,
  row: number,
  { text, source }: { text: string; source: PlaceSource },
): { name: string; valid: boolean } | undefined {
  if (text === "") return undefined;
  const { places, listed, office } = source;
  const found = places.index.find(text);
  if (found.kind === "found") return found.entry;
  if (text === office) return { name: text, valid: true };
  if (!listed) {
    const entry = { name: text, valid: true };
    if (places.index.add(text, entry)) places.entries.push(entry);
    return places.index.entry(text);
  }
  if (found.kind === "ambiguous") rows.report("E05 ambiguous", row, { field: "place" }, { value: text, near: found.names });
  else rows.report("E05 place", row, { field: "place" }, { value: text, near: found.near });
  return undefined;
}
