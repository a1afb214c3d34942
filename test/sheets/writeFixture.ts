/** A small county in 1956, balanced by the engine, and its result written: for tests of the outputs. */
import { atOnce } from "../../src/engine/slices";
import { locateOutputs } from "../../src/sheets/record/locateOutputs";
import { rowsChangedByHand } from "../../src/sheets/record/rowsChangedByHand";
import { balance } from "../../src/engine/balance";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import type { Balance, Capacity, Demand, Product, Situation } from "../../src/engine/model";
import type { Reading, SheetLanguage } from "../../src/sheets/reading";
import { writeResult, type WrittenResult } from "../../src/sheets/writeResult";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import type { Sheet, WrittenCell, WrittenSheet } from "../../src/workbook/workbook";

const pieces = { name: "件", family: "pieces", size: 1 } as const;

export function product(name: string, extra: Partial<Product> = {}): Product {
  return { key: name, name, specification: "", unit: pieces, normBase: 1, norms: [], ...extra };
}

export function demand(no: string, factory: string, wanted: string, quarters: readonly number[], extra: Partial<Demand> = {}): Demand {
  return {
    ...{ no, factory, product: wanted, inHouse: false, recurrent: false, priority: 2, early: 0, late: 0, maySplit: true },
    cells: quarters.flatMap((quantity, quarter) => (quantity > 0 ? [{ period: { kind: "quarter" as const, quarter }, quantity }] : [])),
    ...{ wishedSuppliers: [], onlySuppliers: [], notSuppliers: [], material: "maker's" },
    ...extra,
  };
}

export function capacity(
  no: string,
  factory: string,
  makes: string,
  available: readonly number[],
  extra: Partial<Capacity> = {},
): Capacity {
  return { no, factory, item: { kind: "products", products: [makes], unit: pieces }, available, own: available.map(() => 0), ...extra };
}

export const OFFICE = "合江地区";

export function situation(parts: Partial<Situation>): Situation {
  return {
    office: OFFICE,
    horizon: { firstYear: 1956, firstQuarter: 4, quarters: 2 },
    laterGoals: ["kept", "fit", "partner", "near", "on time"],
    places: [{ name: OFFICE }, { name: "佳木斯市", under: OFFICE }, { name: "富锦县", under: OFFICE }],
    distances: [{ from: "佳木斯市", to: "富锦县", km: 185 }],
    factories: [
      { name: "佳木斯电机厂", place: "佳木斯市", grade: 6 },
      { name: "佳木斯五金社", place: "佳木斯市", grade: 3 },
      { name: "富锦县机械厂", place: "富锦县", grade: 4 },
    ],
    ...{
      equipment: [],
      products: [product("螺丝")],
      demands: [],
      capacities: [],
      earlierAgreements: [],
      standingAgreements: [],
      lastYear: [],
    },
    ...parts,
  };
}

export function reading(given: Situation, parts: Partial<Reading> = {}): Reading {
  return {
    situation: given,
    ...{
      problems: [],
      notInRows: [],
      receipts: [],
      language: "zh-CN" as SheetLanguage,
      lastYear: [],
      derived: [],
      codes: new Map(),
      leftOut: [],
      cells: { demands: new Map(), capacities: new Map(), agreements: new Map() },
      changedByHand: new Set<number>(),
      sheets: [],
      shared: {
        whole: given,
        sentUp: { demands: new Map(), capacities: new Map(), standing: new Set() },
        settledBelow: [],
        explanations: [],
        replies: new Map(),
        lists: { places: [], factories: [], equipment: [], products: [], standing: [], lastYear: [] },
        items: new Map(),
      },
    },
    cover: { office: given.office, planStarts: "1956Q4", version: 1, goals: given.laterGoals },
    keys: { demand: ["1956Q4", "1957Q1"], quarters: ["1956Q4", "1957Q1"] },
    ...parts,
  };
}

export function balanced(given: Situation): Promise<Balance> {
  return balance(given, {
    solveNetwork,
    solveLinear: () => Promise.reject(new Error("no linear step expected")),
    pause: async () => undefined,
  });
}

export interface Written extends WrittenResult {
  readonly workbook: MemoryWorkbook;
}

/** Balances and writes, into the workbook of an earlier run where one is given. */
export async function written(read: Reading, workbook: MemoryWorkbook = new MemoryWorkbook()): Promise<Written> {
  const sheets: Sheet[] = [];
  for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
  const earlier = locateOutputs(sheets, await workbook.definedCells());
  const agreements = earlier.tables.get("Agreements");
  const changedByHand = agreements ? atOnce(rowsChangedByHand(agreements, earlier.record)) : read.changedByHand;
  const work = writeResult({
    reading: { ...read, changedByHand },
    balance: await balanced(read.situation),
    sheets,
    earlier,
    run: { engine: "1.0.0" },
  });
  const result = atOnce(work);
  await workbook.write(result.sheets);
  return { ...result, workbook };
}

/** A written sheet by the name of its tab. */
export function tab({ sheets }: Pick<WrittenResult, "sheets">, name: string): WrittenSheet {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new RangeError(`no sheet ${name} among ${sheets.map((candidate) => candidate.name).join(", ")}`);
  return sheet;
}

/** The rows under the headings as objects by heading, blanks left out. */
export function rowsOf(sheet: WrittenSheet): Readonly<Record<string, WrittenCell>>[] {
  const [headings, ...rows] = sheet.rows.slice(2);
  return rows.map((row) =>
    Object.fromEntries(row.flatMap((cell, column) => (cell === null || cell === "" ? [] : [[String(headings[column]), cell]]))),
  );
}
