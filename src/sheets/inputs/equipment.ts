/** Equipment · 设备类别. */
import type { Equipment } from "../../engine/model";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import { NameIndex } from "../table/names";
import { addNamed } from "./places";
import { isReceived, received } from "./received";
import type { TableRows } from "../table/tableRows";
import { capacityUnitOf } from "../table/units";

export type EquipmentField = "code" | "equipment" | "unit";

export const equipmentTable: SheetTable<EquipmentField> = {
  kind: "Equipment",
  names: { "zh-CN": "设备类别", en: "Equipment" },
  aliases: ["设备", "设备表", "设备类别表", "Equipment classes"],
  columns: [
    column("code", "代码", "Code", { aliases: ["设备代码", "Equipment code"] }),
    column("equipment", "设备类别", "Equipment", { required: true, aliases: ["设备", "类别", "Equipment class", "Class"] }),
    column("unit", "能力单位", "Capacity unit", { required: true, aliases: ["单位", "计量单位", "Unit"] }),
  ],
};

export const receivedEquipmentTable = received(equipmentTable, "Received equipment", { "zh-CN": "上报设备类别", en: "Received equipment" });

export interface EquipmentEntry {
  readonly equipment: Equipment;
  readonly sheet: string;
  readonly row: number;
  readonly valid: boolean;
}
export interface EquipmentList {
  readonly entries: EquipmentEntry[];
  readonly index: NameIndex<EquipmentEntry>;
}

export function noEquipment(): EquipmentList {
  return { entries: [], index: new NameIndex() };
}

/** Reads the list, behind what is listed already. */
export function* readEquipment(rows: TableRows<EquipmentField>, list: EquipmentList = noEquipment()): Generator<void, EquipmentList> {
  yield* rows.eachRow((row) => {
    const name = rows.required(row, "equipment");
    const code = rows.optional(row, "code");
    const text = rows.required(row, "unit");
    const unit = capacityUnitOf(text);
    if (text !== "" && !unit) rows.report("E05 word", row, { field: "unit" }, { value: text, near: ["台时", "吨", "hours", "tonnes"] });
    if (name === "") return;
    const listed = isReceived(rows.table) ? list.index.entry(name) : undefined;
    if (listed) {
      if (unit !== listed.equipment.unit)
        rows.report("I25", row, { field: "unit" }, { value: text, expected: listed.equipment.unit, name });
      return;
    }
    const entry: EquipmentEntry = {
      equipment: { name, code, unit: unit ?? "hours" },
      sheet: rows.sheet.name,
      row,
      valid: rows.isValid(row),
    };
    if (addNamed(rows, { row, entry, index: list.index, name, code, formerNames: "" }))
      list.entries.push({ ...entry, valid: rows.isValid(row) });
  });
  return list;
}
