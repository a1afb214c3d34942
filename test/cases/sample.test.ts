/** The sample that is shipped: what a visitor sees first must be true of it. */
import { readFileSync } from "node:fs";
import { balance } from "../../src/engine/balance";
import { check } from "../../src/engine/checker";
import type { Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Agreement, Balance, Situation } from "../../src/engine/model";
import type { Reading, SheetLanguage } from "../../src/sheets/reading";
import { readSituation } from "../../src/sheets/readSituation";
import type { Sheet } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { randomFrom } from "../support/random";

const doors: Doors = { solveNetwork, solveLinear: () => loadSolveLinear(), pause: async () => {} };

async function sheetsOf(language: SheetLanguage): Promise<readonly Sheet[]> {
  const workbook = openXlsx(new Uint8Array(readFileSync(`assets/samples/heilongjiang-1956.${language}.xlsx`)));
  const sheets: Sheet[] = [];
  for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
  return sheets;
}

interface Told {
  readonly sheets: readonly Sheet[];
  readonly reading: Reading;
  readonly situation: Situation;
  readonly result: Balance;
}

async function tell(sheets: readonly Sheet[], language: SheetLanguage): Promise<Told> {
  const reading = readSituation(sheets, { withoutInvalid: false, language });
  return { sheets, reading, situation: reading.situation, result: await balance(reading.situation, doors) };
}

let chinese: Told;
let english: Told;
beforeAll(async () => {
  chinese = await tell(await sheetsOf("zh-CN"), "zh-CN");
  english = await tell(await sheetsOf("en"), "en");
});

const sum = (quantities: readonly number[]): number => quantities.reduce((total, each) => total + each, 0);
const placeOf = (factory: string): string => chinese.situation.factories.find(({ name }) => name === factory)?.place ?? "";
const MINES = /矿/u;

describe("佳木斯等地 1956 年第四季度协作会议（样本）", () => {
  it("is read without anything to fix, in either language", () => {
    for (const { reading } of [chinese, english]) expect(reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
    expect([chinese.reading.language, english.reading.language]).toEqual(["zh-CN", "en"]);
  });

  it("asks for at least 250 lines over five quarters from 1956Q4", () => {
    expect(chinese.situation.demands.length).toBeGreaterThanOrEqual(250);
    expect(chinese.situation.horizon).toEqual({ firstYear: 1956, firstQuarter: 4, quarters: 5 });
    expect(chinese.situation.office).toBe("黑龙江省");
  });

  it("is balanced without a fault and proved", () => {
    for (const { situation, result } of [chinese, english]) {
      expect(check(situation, result)).toEqual([]);
      expect(result.proof).toMatchObject({ status: "optimal", gap: 0, firstUnproved: null });
    }
  });

  it("settles at least three million pieces", () => {
    const sizes = new Map(chinese.situation.products.map(({ key, unit }) => [key, unit.family === "pieces" ? unit.size : 0]));
    const pieces = chinese.result.agreements.reduce((all, row) => all + sum(row.quantities) * (sizes.get(row.product) ?? 0), 0);
    expect(pieces).toBeGreaterThanOrEqual(3_000_000);
  });

  it("shows every reason but U0 for what stays open", () => {
    const codes = new Set(chinese.result.unresolved.flatMap(({ cells }) => cells.map(({ reason }) => reason)));
    expect([...codes].sort()).toEqual(["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"]);
  });

  it("proposes that Fujin makes the six parts of the Jiamusi motor factory for years", () => {
    const motor = chinese.result.longTerm.filter(({ buyer }) => buyer === "佳木斯电机厂");
    expect(motor).toHaveLength(6);
    for (const proposal of motor) {
      expect(proposal.supplier).toBe("富锦县机械厂");
      expect(proposal.yearlyQuantity).toBeGreaterThan(0);
      expect(madeFor(proposal.demandNo).every(({ supplier, settledAt }) => supplier === "富锦县机械厂" && settledAt === "黑龙江省")).toBe(
        true,
      );
    }
  });

  it.each(["回柱绞车", "大齿圈", "空压机曲轴"])("brings the mines' %s to works in Harbin and Qiqihar", (name) => {
    const rows = chinese.result.agreements.filter(({ product, buyer }) => product.startsWith(name) && MINES.test(buyer));
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const { supplier } of rows) expect(["哈尔滨市", "齐齐哈尔市"]).toContain(placeOf(supplier));
  });

  it.each(["三角皮带轮", "平垫圈", "毛六角螺栓"])(
    "hands in-house %s over to small factories, so that big ones can work for the mines",
    (name) => {
      const moved = chinese.result.transfers.filter(({ inHouse, product }) => inHouse && product.startsWith(name));
      expect(moved.length).toBeGreaterThan(0);
      for (const { from, to, enables, quantities } of moved) {
        expect(placeOf(from)).toBe("哈尔滨市");
        expect(placeOf(to)).toMatch(/县$/u);
        expect(gradeOf(to)).toBeLessThan(gradeOf(from));
        expect(sum(quantities)).toBeGreaterThan(0);
        expect(enables.length).toBeGreaterThan(0);
        const enabled = chinese.result.agreements.filter(({ no }) => enables.includes(no));
        expect(enabled.every(({ supplier }) => supplier === from)).toBe(true);
        expect(enabled.some(({ buyer }) => MINES.test(buyer))).toBe(true);
      }
    },
  );

  it("settles about forty tasks for each of last year's", () => {
    const last = chinese.reading.lastYear.reduce((tasks, row) => tasks + row.tasks, 0);
    const now = chinese.result.agreements.filter(({ status }) => status === "Proposed" || status === "Agreed").length;
    expect(now / last).toBeGreaterThan(36);
    expect(now / last).toBeLessThan(44);
  });

  it("leaves nothing for reconsideration", () => {
    expect(chinese.result.reconsider).toEqual([]);
  });
});

describe("the plan of the sample", () => {
  it("does not depend on the order of the rows", async () => {
    const shuffled = await tell(chinese.sheets.map(shuffledBelowHeader), "zh-CN");
    expect(shuffled.reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
    expect(byName(shuffled)).toEqual(byName(chinese));
    expect(shuffled.result.unresolved).toHaveLength(chinese.result.unresolved.length);
  });

  it("is the same in both languages, factory by factory and product by product", () => {
    expect(english.situation.factories.map(({ code }) => code).sort()).toEqual(chinese.situation.factories.map(({ code }) => code).sort());
    expect(byCode(english)).toEqual(byCode(chinese));
    expect(openByCode(english)).toEqual(openByCode(chinese));
  });

  it("does not change when it is balanced again with itself as the last plan", async () => {
    const earlierAgreements = [
      ...chinese.situation.earlierAgreements.filter(({ status }) => status === "Rejected"),
      ...chinese.result.agreements.map(({ why: _why, ...row }, index) => ({ ...row, no: `${row.demandNo}-again-${index}` })),
    ];
    const again = await balance({ ...chinese.situation, earlierAgreements }, doors);
    expect(byName({ ...chinese, result: again })).toEqual(byName(chinese));
  });
});

function madeFor(demandNo: string): readonly Agreement[] {
  return chinese.result.agreements.filter((row) => row.demandNo === demandNo);
}

function gradeOf(factory: string): number {
  return chinese.situation.factories.find(({ name }) => name === factory)?.grade ?? 1;
}

function byName({ result }: Told): readonly string[] {
  return result.agreements
    .map(({ supplier, buyer, product, quantities, settledAt }) => [supplier, buyer, product, settledAt, ...quantities].join("|"))
    .sort();
}

function byCode({ situation, result, reading }: Told): readonly string[] {
  const factories = new Map(situation.factories.map(({ name, code }) => [name, code ?? name]));
  const products = new Map(situation.products.map(({ key, code }) => [key, code ?? key]));
  return result.agreements
    .map(({ supplier, buyer, product, quantities, settledAt }) =>
      [factories.get(supplier), factories.get(buyer), products.get(product), place(settledAt, { situation, reading }), ...quantities].join(
        "|",
      ),
    )
    .sort();
}

function openByCode({ situation, result }: Told): readonly string[] {
  const lines = new Map(situation.demands.map((line) => [line.no, line]));
  const factories = new Map(situation.factories.map(({ name, code }) => [name, code ?? name]));
  const products = new Map(situation.products.map(({ key, code }) => [key, code ?? key]));
  return result.unresolved
    .flatMap(({ demandNo, cells }) => {
      const line = lines.get(demandNo);
      const who = [factories.get(line?.factory ?? ""), products.get(line?.product ?? "")];
      return cells.map(({ period, quantity, reason }) => [...who, JSON.stringify(period), quantity, reason].join("|"));
    })
    .sort();
}

function place(name: string, { situation, reading }: Pick<Told, "situation" | "reading">): string {
  return name === situation.office ? "office" : (reading.codes.get(name) ?? name);
}

/** Moves the data rows below the sheet's header about; the Cover and what stands above stay. */
function shuffledBelowHeader(sheet: Sheet): Sheet {
  const header = chinese.reading.receipts.find((receipt) => receipt.sheet === sheet.name)?.headerRow;
  if (header === undefined) return sheet;
  const above = sheet.values.slice(0, header + 1);
  return { ...sheet, values: [...above, ...randomFrom(1956).shuffled(sheet.values.slice(header + 1))] };
}
