/** A quantity cell: a number in the unit written, read exactly into steps of the unit kept. */
import type { Unit } from "../../engine/model";
import { inSteps, plainNumber, readNumber } from "./readNumber";
import type { TableRows } from "./tableRows";
import { decimalsOf, unitOf } from "./units";

export interface QuantityCell {
  readonly column: number;
  /** The unit kept. */
  readonly unit: Unit;
  /** The unit in which the row is written; a unit behind the number wins. */
  readonly written: Unit;
}

/** Steps of the unit; undefined where the cell is empty or wrong (then it is reported). */
export function readQuantity<Field extends string>(
  rows: TableRows<Field>,
  row: number,
  { column, unit, written }: QuantityCell,
): number | undefined {
  const cell = rows.cellAt(row, column);
  if (cell === null || cell === undefined) return undefined;
  const decimals = decimalsOf(unit);
  // Nearly all are whole numbers in the unit kept.
  if (typeof cell === "number" && cell >= 0 && written === unit && Number.isInteger(cell)) {
    const steps = inSteps(cell, decimals);
    if (typeof steps === "number") return steps;
  }
  const reading = readNumber(cell);
  if (reading.kind === "empty") return undefined;
  if (reading.kind === "not a number") {
    rows.report("E03", row, { column }, { value: reading.found, decimals, unit: unit.name });
    return undefined;
  }
  const named = reading.suffix === "" ? written : unitOf(reading.suffix);
  if (!named || named.family !== unit.family) {
    rows.report("E07", row, { column }, { value: reading.suffix || written.name, expected: unit.name });
    return undefined;
  }
  if (reading.fromText) rows.numbersFromText++;
  const steps = inSteps(reading.value, decimals, { times: named.size, over: unit.size });
  if (typeof steps === "string") {
    rows.report(
      steps === "fraction" ? "E04" : "E03 too large",
      row,
      { column },
      { value: plainNumber(reading.value), decimals, unit: unit.name, ...(named.size === unit.size ? {} : { written: named.name }) },
    );
    return undefined;
  }
  if (steps < 0) {
    rows.report("E03 negative", row, { column }, { value: plainNumber(reading.value) });
    return undefined;
  }
  return steps;
}

/** An amount of equipment capacity in thousandths of its unit. */
export function readAmount<Field extends string>(
  rows: TableRows<Field>,
  row: number,
  { column, allowed }: { column: number; allowed: (suffix: string) => boolean },
): number | undefined {
  const reading = readNumber(rows.cellAt(row, column));
  if (reading.kind === "empty") return undefined;
  if (reading.kind === "not a number") {
    rows.report("E03", row, { column }, { value: reading.found, decimals: 3 });
    return undefined;
  }
  if (reading.suffix !== "" && !allowed(reading.suffix)) {
    rows.report("E03 unit", row, { column }, { value: reading.suffix });
    return undefined;
  }
  if (reading.fromText) rows.numbersFromText++;
  const steps = inSteps(reading.value, 3);
  if (typeof steps === "string")
    rows.report(steps === "fraction" ? "E04" : "E03 too large", row, { column }, { value: plainNumber(reading.value), decimals: 3 });
  else if (steps < 0) rows.report("E03 negative", row, { column }, { value: plainNumber(reading.value) });
  else return steps;
  return undefined;
}
