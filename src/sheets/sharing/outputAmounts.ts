/** Quantities as they stand on the output sheets, in units, by number and by key of the period. */
import type { EarlierOutput } from "../table/earlierOutput";
import type { EarlierOutputs } from "../record/locateOutputs";
import { isPeriodKey } from "./periodKeyOrder";

export type Amounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What is unresolved of each demand line, its reasons together. */
export function unresolvedAmounts({ tables }: EarlierOutputs): Amounts {
  return amountsOn(tables.get("Unresolved"), "demandNo");
}

/** What remains of each capacity row. */
export function remainingAmounts({ tables }: EarlierOutputs): Amounts {
  return amountsOn(tables.get("Remaining capacity"), "capacityNo");
}

function amountsOn(sheet: EarlierOutput | undefined, numberField: string): Amounts {
  const amounts = new Map<string, Map<string, number>>();
  const periods = [...(sheet?.columnOf.keys() ?? [])].filter(isPeriodKey);
  for (const no of sheet?.numbers() ?? []) {
    const key = sheet?.text(no, numberField) ?? "";
    const own = amounts.get(key) ?? new Map<string, number>();
    amounts.set(key, own);
    for (const period of periods) {
      const value = sheet?.cell(no, period);
      if (typeof value === "number") own.set(period, value + (own.get(period) ?? 0));
    }
  }
  return amounts;
}
