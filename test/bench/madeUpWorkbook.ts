/** A workbook of made-up rows, as large as asked. */
import type { WrittenSheet } from "../../src/workbook/workbook";
import { blankXlsx } from "../../src/workbook/xlsxWorkbook";
import { randomNumbers } from "./market";

const QUARTERS = ["1956Q4", "1957Q1", "1957Q2", "1957Q3", "1957Q4"];
const PLACES = 80;
/** Beyond so many lines each asks in about one quarter, else there would be more agreements than a sheet has rows. */
const MANY_LINES = 500_000;

/**
 * The bytes of an .xlsx with so many demand lines and half as many capacity rows: products some of which are popular, five quarters,
 * three priorities, factories with grades in 80 places, any capable one of which may deliver.
 */
export async function madeUpWorkbook(demandLines: number, seed: number): Promise<Uint8Array> {
  const random = randomNumbers(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const products = Math.max(10, Math.floor(demandLines / 12));
  const factories = Math.max(20, Math.floor(demandLines / 20));
  const popular = (): number => Math.floor(products * random() ** 2);
  const asked = demandLines > MANY_LINES ? 0.2 : 0.7;
  const quantities = (most: number, share: number): (number | null)[] => QUARTERS.map(() => (random() < share ? 1 + whole(most) : null));
  const demand = Array.from({ length: demandLines }, () => [
    `factory ${whole(factories)}`,
    `product ${popular()}`,
    ...quantities(60, asked),
    1 + whole(3),
  ]);
  const rows = new Map(
    Array.from({ length: Math.floor(demandLines / 2) }, () => [
      `factory ${whole(factories)}`,
      `product ${popular()}`,
      ...quantities(500, 1),
    ]).map((row) => [`${row[0]} ${row[1]}`, row]),
  );
  const workbook = blankXlsx();
  await workbook.write([
    sheet(
      "Factories",
      ["Factory", "Place", "Grade"],
      Array.from({ length: factories }, (_, index) => [`factory ${index}`, `place ${whole(PLACES)}`, 3 + whole(6)]),
    ),
    sheet(
      "Products",
      ["Product", "Unit", "Grade", "Points"],
      Array.from({ length: products }, (_, index) => [`product ${index}`, "pieces", 1 + whole(5), (1 + whole(5000)) / 1000]),
    ),
    sheet("Demand", ["Factory", "Product", ...QUARTERS, "Priority"], demand),
    sheet("Capacity", ["Factory", "Item", ...QUARTERS], [...rows.values()]),
  ]);
  return workbook.bytes();
}

function sheet(name: string, header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): WrittenSheet {
  const columns = header.map(() => ({ width: 12, style: "input" as const }));
  return { name, visibility: "visible", columns, rows: [header, ...rows], rowStyles: new Map() };
}
