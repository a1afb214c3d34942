/** A verified measure with the names and amounts of its sentence. */
import type { Capacity, Measure } from "../../engine/model";
import { THOUSANDTHS } from "../../engine/model";
import { stepsPerUnit } from "../../engine/register/rates";
import type { CureFacts } from "../../i18n/cures";
import { capacityUnits } from "../../i18n/outputs";
import type { Lookup } from "./lookup";
import type { Reading, SheetLanguage } from "../reading";

export function cureFacts(measure: Measure, reading: Reading, lookup: Lookup): CureFacts {
  switch (measure.kind) {
    case "hand over":
      return { ...measure, product: lookup.demands.get(measure.demandNo)?.product ?? "" };
    case "add capacity": {
      const row = lookup.capacities.get(measure.capacityNo);
      if (!row) throw new RangeError(`capacity ${measure.capacityNo} is not in the situation`);
      const period = reading.keys.quarters[measure.quarter] ?? "any";
      return {
        kind: "add capacity",
        factory: row.factory,
        item: itemName(row, reading.language),
        period,
        amount: measure.amount / capacitySteps(row),
        unit: capacityUnit(row, lookup, reading.language),
      };
    }
    default:
      return measure;
  }
}

/** The class, or the products that share the amount. */
export function itemName({ item }: Capacity, language: SheetLanguage): string {
  return item.kind === "equipment" ? item.equipment : item.products.join(language === "en" ? "; " : "、");
}

/** Steps of a row's amounts in one of its unit. */
export function capacitySteps({ item }: Capacity): number {
  return item.kind === "equipment" ? THOUSANDTHS : stepsPerUnit(item.unit);
}

export function capacityUnit({ item }: Capacity, { equipment }: Lookup, language: SheetLanguage): string {
  return item.kind === "products" ? item.unit.name : capacityUnits[equipment.get(item.equipment)?.unit ?? "hours"][language];
}
