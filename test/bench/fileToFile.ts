/**
 * A workbook of made-up rows from file to file: what reading, balancing and writing take, beside reading and writing alone.
 */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import type { Sheet, WrittenSheet } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { randomNumbers } from "./market";

const QUARTERS = ["1956Q4", "1957Q1", "1957Q2", "1957Q3", "1957Q4"];
const PLACES = 80;

/** Prints one line for each stage; `demandLines` lines and half as many capacity rows. */
export async function fileToFile(demandLines: number, seed: number, print: (line: string) => void): Promise<void> {
  const bytes = await workbookBytes(demandLines, seed);
  print(`\nfile to file: ${demandLines} demand lines, ${Math.floor(demandLines / 2)} capacity rows, ${Math.round(bytes.length / 1024)} KB`);
  const plain = await copying(bytes);
  const { stages, total } = await balancing(bytes);
  for (const [stage, time] of stages) print(`  ${stage.padEnd(10)} ${Math.round(time)} ms  ${Math.round((100 * time) / total)} %`);
  print(
    `  in all     ${Math.round(total)} ms; reading and writing the same workbook alone ${Math.round(plain)} ms, ratio ${(total / plain).toFixed(1)}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
}

async function workbookBytes(demandLines: number, seed: number): Promise<Uint8Array> {
  const random = randomNumbers(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const products = Math.max(10, Math.floor(demandLines / 12));
  const factories = Math.max(20, Math.floor(demandLines / 20));
  const popular = (): number => Math.floor(products * random() ** 2);
  const quantities = (most: number, share: number): (number | null)[] => QUARTERS.map(() => (random() < share ? 1 + whole(most) : null));
  const demand = Array.from({ length: demandLines }, () => [
    `factory ${whole(factories)}`,
    `product ${popular()}`,
    ...quantities(60, 0.7),
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

async function copying(bytes: Uint8Array): Promise<number> {
  const start = performance.now();
  const workbook = openXlsx(bytes);
  const copies: WrittenSheet[] = [];
  for (const { name } of await workbook.sheets()) copies.push(copyOf(await workbook.read(name)));
  const fresh = blankXlsx();
  await fresh.write(copies);
  fresh.bytes();
  return performance.now() - start;
}

function copyOf({ name, values }: Sheet): WrittenSheet {
  return {
    name,
    visibility: "visible",
    columns: (values[0] ?? []).map(() => ({ width: 12, style: "input" })),
    rows: values,
    rowStyles: new Map(),
  };
}

async function balancing(bytes: Uint8Array): Promise<{ stages: ReadonlyMap<string, number>; total: number }> {
  const stages = new Map<string, number>();
  const start = performance.now();
  let since = start;
  let stage = "reading";
  const turn = (next: string): void => {
    const now = performance.now();
    stages.set(stage, (stages.get(stage) ?? 0) + now - since);
    [stage, since] = [next, now];
  };
  const workbook = openXlsx(bytes);
  const outcome = await balanceWorkbook(workbook, {
    withoutInvalid: false,
    language: "en",
    onProgress: (progress) => turn(progress.stage),
  });
  if (outcome.kind !== "done") throw new Error(`the made-up workbook was not balanced: ${outcome.kind}`);
  workbook.bytes();
  turn("");
  return { stages, total: performance.now() - start };
}
