/** A province of made-up counties by file: its own workbook with the lists it sends out, and one submission from each county. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { readWorkbook } from "../../src/actions/readWorkbook";
import { submitUpward } from "../../src/actions/submitUpward";
import { problemKey, toExplain } from "../../src/sheets/sharing/decidedRows";
import type { WrittenSheet } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { randomNumbers } from "./market";

const QUARTERS = ["1956Q4", "1957Q1", "1957Q2", "1957Q3", "1957Q4"];
const FACTORIES = 12;
const PRODUCTS = 400;

type Cells = readonly (readonly (string | number | null)[])[];

export interface CountyFiles {
  readonly counties: number;
  readonly lines: number;
  readonly seed: number;
}

/** Writes `province.xlsx` and `county 1.xlsx` … into the folder; every third county sends its workbook as it is, never balanced. */
export async function writeCountyFiles(folder: string, { counties, lines, seed }: CountyFiles): Promise<void> {
  const numbers = Array.from({ length: counties }, (_, index) => index + 1);
  writeFileSync(join(folder, "province.xlsx"), await bytesOf(provinceSheets(numbers)));
  for (const county of numbers) {
    const raw = await bytesOf(countySheets(county, lines, randomNumbers(seed + county)));
    writeFileSync(join(folder, `county ${county}.xlsx`), county % 3 === 0 ? raw : await submission(raw));
  }
}

function provinceSheets(counties: readonly number[]): readonly WrittenSheet[] {
  return [
    sheet("Cover", [["Office", "Province"], ["Plan starts", QUARTERS[0]], ["Quarters", QUARTERS.length]]),
    sheet("Places", [["Code", "Place", "Under"], ...counties.flatMap((county) => [[`${1000 + county}`, `county ${county}`, null], [`${1000 + county}-1`, `town ${county}`, `county ${county}`]])]),
    sheet("Factories", [["Factory", "Place", "Grade"], ...counties.flatMap(factoriesOf)]),
    productSheet(),
    sheet("Demand", [["Factory", "Product", ...QUARTERS]]),
    sheet("Capacity", [["Factory", "Item", ...QUARTERS]]),
  ]; // prettier-ignore
}

function countySheets(county: number, lines: number, random: () => number): readonly WrittenSheet[] {
  const whole = (most: number): number => Math.floor(random() * most);
  const factory = (): string => `factory ${county}-${whole(FACTORIES)}`;
  const amounts = (most: number, share: number): (number | null)[] => QUARTERS.map(() => (random() < share ? 1 + whole(most) : null));
  const demand = Array.from({ length: lines }, (_, row) => [`${row + 1}`, factory(), `product ${whole(PRODUCTS)}`, ...amounts(60, 0.7), 1 + whole(3), "as last year"]); // prettier-ignore
  const capacity = new Map(
    Array.from({ length: Math.floor(lines / 2) }, (_, row) => [`C${row + 1}`, factory(), `product ${whole(PRODUCTS)}`, ...amounts(120, 1)]).map((row) => [`${row[1]} ${row[2]}`, row]),
  ); // prettier-ignore
  return [
    sheet("Cover", [["Office", `county ${county}`], ["Plan starts", QUARTERS[0]], ["Quarters", QUARTERS.length], ["Send to", "Province"]]),
    sheet("Places", [["Code", "Place", "Under"], [`${1000 + county}`, `county ${county}`, null], [`${1000 + county}-1`, `town ${county}`, `county ${county}`]]),
    sheet("Factories", [["Factory", "Place", "Grade"], ...factoriesOf(county)]),
    productSheet(),
    sheet("Demand", [["No.", "Factory", "Product", ...QUARTERS, "Priority", "Remark"], ...demand]),
    sheet("Capacity", [["No.", "Factory", "Item", ...QUARTERS], ...capacity.values()]),
  ]; // prettier-ignore
}

function factoriesOf(county: number): Cells {
  return Array.from({ length: FACTORIES }, (_, index) => [`factory ${county}-${index}`, index % 3 === 2 ? `town ${county}` : `county ${county}`, 3 + ((county + index) % 6)]); // prettier-ignore
}

function productSheet(): WrittenSheet {
  const rows = Array.from({ length: PRODUCTS }, (_, index) => [`product ${index}`, "pieces", 1 + (index % 5), (1 + ((index * 37) % 5000)) / 1000]); // prettier-ignore
  return sheet("Products", [["Product", "Unit", "Grade", "Points"], ...rows]);
}

function sheet(name: string, rows: Cells): WrittenSheet {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, () => ({ width: 12, style: "input" as const }));
  return { name, visibility: "visible", columns, rows, rowStyles: new Map() };
}

async function bytesOf(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await workbook.write(sheets);
  return workbook.bytes();
}

async function submission(raw: Uint8Array): Promise<Uint8Array> {
  const workbook = openXlsx(raw);
  const options = { withoutInvalid: false, language: "en" } as const;
  const balanced = await balanceWorkbook(workbook, options);
  if (balanced.kind !== "done") throw new Error(`a made-up county was not balanced: ${balanced.kind}`);
  const { reading } = await readWorkbook(workbook, options, {});
  const explanations = new Map(toExplain(reading).map((problem) => [problemKey(problem), "made up"]));
  const sent = await submitUpward(workbook, { language: "en", contacts: false, explanations });
  if (sent.kind !== "done") throw new Error(`a made-up county did not submit: ${sent.kind}`);
  return sent.file.bytes;
}
