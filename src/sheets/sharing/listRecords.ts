/** The lists as they travel: places, factories, equipment, products, distances, standing agreements, last year. */
import type { Distance, Equipment, Factory, Place, Product, StandingAgreement } from "../../engine/model";
import { MILLIONTHS } from "../../engine/model";
import { stepsPerUnit } from "../../engine/register/rates";
import type { LastYearRow, SheetLanguage } from "../reading";
import { fieldCells, type FieldCells } from "./fieldCells";
import { capacityUnitWord, standingWord } from "./wordOf";

/** Texts of the sender's list that no noun keeps; blank where there are none. */
export type Extras = (field: string) => string;

export function placeRecord(place: Place & { readonly code?: string }, extras: Extras): FieldCells {
  return fieldCells([
    ["code", place.code],
    ["place", place.name],
    ["formerNames", extras("formerNames")],
    ["under", place.under],
    ["longitude", place.longitude],
    ["latitude", place.latitude],
  ]);
}

export function factoryRecord(factory: Factory, extras: Extras, { contacts }: { readonly contacts: boolean }): FieldCells {
  return fieldCells([
    ["code", factory.code],
    ["factory", factory.name],
    ["formerNames", extras("formerNames")],
    ["place", factory.place],
    ["ownership", extras("ownership")],
    ["grade", factory.grade],
    ["contact", contacts ? extras("contact") : ""],
    ["remark", extras("remark")],
  ]);
}

export function equipmentRecord({ code, name, unit }: Equipment, language: SheetLanguage): FieldCells {
  return fieldCells([
    ["code", code],
    ["equipment", name],
    ["unit", capacityUnitWord(unit, language)],
  ]);
}

export function productRecord(product: Product, extras: Extras): FieldCells {
  const { code, name, specification, unit, productClass, grade, unitWeight, normBase, norms, price, points, minimumLot } = product;
  const parts = (value: number | undefined, steps: number): number | undefined => (value === undefined ? undefined : value / steps);
  return fieldCells([
    ["code", code],
    ["product", name],
    ["specification", specification],
    ["unit", unit.name],
    ["productClass", productClass],
    ["grade", grade],
    ["unitWeight", parts(unitWeight, MILLIONTHS)],
    ["normBase", normBase],
    ["price", parts(price, 100)],
    ["points", parts(points, MILLIONTHS)],
    ["minimumLot", parts(minimumLot, stepsPerUnit(unit))],
    ["remark", extras("remark")],
    ...norms.map(({ equipment, amount }) => [equipment, amount / MILLIONTHS] as const),
  ]);
}

export function distanceRecord({ from, to, km }: Distance): FieldCells {
  return fieldCells([
    ["from", from],
    ["to", to],
    ["km", km],
  ]);
}

export function standingRecord(
  agreement: StandingAgreement,
  { product, tolerance, basis }: { product: Product; tolerance: number; basis: string },
  language: SheetLanguage,
): FieldCells {
  return fieldCells([
    ["no", agreement.no],
    ["supplier", agreement.supplier],
    ["buyer", agreement.buyer],
    ["product", product.key],
    ["from", agreement.fromYear],
    ["to", agreement.toYear],
    ["quantity", agreement.yearlyQuantity / stepsPerUnit(product.unit)],
    ["tolerance", tolerance],
    ["status", standingWord(language)],
    ["basis", basis],
  ]);
}

/** Value in new yuan: the sender's reading has turned old currency into new. */
export function lastYearRecord(row: LastYearRow): FieldCells {
  return fieldCells([
    ["year", row.year],
    ["office", row.office],
    ["supplier", row.supplier],
    ["buyer", row.buyer],
    ["product", row.product],
    ["tasks", row.tasks],
    ["quantity", row.quantity],
    ["unit", row.unit],
    ["value", row.value === undefined ? undefined : row.value / 100],
  ]);
}
