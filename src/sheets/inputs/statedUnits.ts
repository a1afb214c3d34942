/**
 * The units of products that no list names, from the Unit columns of Demand, and of Capacity for what Demand leaves open: the
 * finest one, so that every need can be counted in it; of equally fine ones the first in code-unit order. The rows' order never
 * matters.
 */
import type { Unit, UnitFamily } from "../../engine/model";
import { splitList } from "../table/names";
import { normalText } from "../table/normalText";
import { unitOf } from "../table/units";
import type { DatedSheet } from "./plan";

/** Of rows that disagree about the family the first family here counts; the others are reported where they stand. */
const FAMILIES: readonly UnitFamily[] = ["pieces", "sets", "machines", "mass"];

export function statedUnits(sheets: readonly DatedSheet[]): ReadonlyMap<string, Unit> {
  const ofCapacity = unitsOn(sheets.filter(({ demand }) => !demand));
  const ofDemand = unitsOn(sheets.filter(({ demand }) => demand));
  return new Map([...ofCapacity, ...ofDemand]);
}

function unitsOn(sheets: readonly DatedSheet[]): ReadonlyMap<string, Unit> {
  const finest = new Map<string, Unit>();
  for (const { header, values } of sheets) {
    const column = (field: string): number | undefined => header.fields.find((entry) => entry.field === field)?.column;
    const [product, unitColumn] = [column("product") ?? column("item"), column("unit")];
    if (product === undefined || unitColumn === undefined) continue;
    for (let row = header.row + 1; row < values.length; row++) {
      const [text, unitText] = [values[row][product], values[row][unitColumn]];
      const unit = typeof unitText === "string" ? unitOf(unitText) : undefined;
      if (!unit || text === null || text === undefined || typeof text === "object") continue;
      for (const key of new Set([normalText(String(text)), ...splitList(String(text))])) {
        const known = finest.get(key);
        if (!known || isFiner(unit, known)) finest.set(key, unit);
      }
    }
  }
  return finest;
}

function isFiner(one: Unit, other: Unit): boolean {
  const family = FAMILIES.indexOf(one.family) - FAMILIES.indexOf(other.family);
  const order = family || one.size - other.size;
  return order < 0 || (order === 0 && one.name < other.name);
}
