/** Templates: unfilled, filled by another program, and byte for byte as committed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, write, type WorkBook } from "@e965/xlsx";
import { sampleSheets } from "../../scripts/sample/sampleSheets";
import { balanceWorkbook, type BalanceOutcome } from "../../src/actions/balanceWorkbook";
import { makeTemplate } from "../../src/actions/makeTemplates";
import type { Language } from "../../src/i18n/language";
import { normPlaceholder, sheetNotes, simpleNote, startUnreadable } from "../../src/i18n/templates";
import { capacityTable } from "../../src/sheets/inputs/capacity";
import { fieldColumns, isPeriods, type SheetTable } from "../../src/sheets/table/column";
import { coverTable } from "../../src/sheets/inputs/cover";
import { demandTable } from "../../src/sheets/inputs/demand";
import { distancesTable } from "../../src/sheets/inputs/distances";
import { equipmentTable } from "../../src/sheets/inputs/equipment";
import { factoriesTable } from "../../src/sheets/inputs/factories";
import { lastYearTable } from "../../src/sheets/inputs/lastYear";
import { headingMatcher } from "../../src/sheets/table/matchHeading";
import { placesTable } from "../../src/sheets/inputs/places";
import { productsTable } from "../../src/sheets/inputs/products";
import { standingTable } from "../../src/sheets/inputs/standingAgreements";
import type { Reading } from "../../src/sheets/reading";
import { readPeriod } from "../../src/sheets/table/readPeriod";
import { readSituation } from "../../src/sheets/readSituation";
import { templateSheets, type TemplateSize } from "../../src/sheets/templates/templateSheets";
import { wordLists, type WordList } from "../../src/sheets/templates/wordLists";
import { capacityUnitOf, unitOf } from "../../src/sheets/table/units";
import { currencyWords, inHouseWords, materialWords, priorityWords, standingWords, yesNo } from "../../src/sheets/table/words";
import { headingText } from "../../src/sheets/table/normalText";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { WorkbookError, type Workbook, type WrittenCell } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";

const LANGUAGES: readonly Language[] = ["zh-CN", "en"];
const SIZES: readonly TemplateSize[] = ["simple", "full"];
const each = SIZES.flatMap((size) => LANGUAGES.map((language) => [size, language] as const));
const tables: readonly SheetTable[] = [
  placesTable, distancesTable, factoriesTable, equipmentTable, productsTable, demandTable, capacityTable, standingTable, lastYearTable,
]; // prettier-ignore
const textOf = (cell: WrittenCell): string => String(typeof cell === "object" && cell !== null && "formula" in cell ? cell.value : cell);
const asset = (path: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, "../../assets", path)));

async function readingOf(workbook: Workbook, language: Language): Promise<Reading> {
  const sheets = await Promise.all((await workbook.sheets()).map(({ name }) => workbook.read(name)));
  return readSituation(sheets, { withoutInvalid: false, language });
}

type Rows = readonly Readonly<Record<string, string | number>>[];

/** Fills a committed template with another program: each value under the heading it names, in row 3. */
function filled(
  size: TemplateSize,
  language: Language,
  sheets: Readonly<Record<string, Rows>>,
  cells: Readonly<Record<string, string | number>> = {},
) {
  const book: WorkBook = read(asset(`templates/${size}.${language}.xlsx`), { type: "array" });
  for (const [name, rows] of Object.entries(sheets)) {
    const [, , headings] = utils.sheet_to_json<string[]>(book.Sheets[name], { header: 1 });
    rows.forEach((row, index) => {
      for (const [heading, value] of Object.entries(row)) {
        const c = headings.indexOf(heading);
        if (c < 0) throw new RangeError(`${name} has no heading ${heading}`);
        utils.sheet_add_aoa(book.Sheets[name], [[value]], { origin: { r: 3 + index, c } });
      }
    });
  }
  for (const [place, value] of Object.entries(cells)) {
    const [name, origin] = place.split("!");
    utils.sheet_add_aoa(book.Sheets[name], [[value]], { origin });
  }
  return openXlsx(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));
}

function agreed(outcome: BalanceOutcome) {
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.kind === "must fix" ? outcome.problems : outcome.kind));
  return outcome.result.agreements.rows.map(({ supplier, buyer, product, quantities }) => ({ supplier, buyer, product, quantities }));
}

test.each(each)("the %s template in %s is committed byte for byte as it is made", async (size, language) => {
  const workbook = blankXlsx();
  await makeTemplate(workbook, { size, language });
  expect(Buffer.compare(workbook.bytes(), asset(`templates/${size}.${language}.xlsx`))).toBe(0);
});

test.each(LANGUAGES)("the sample in %s is committed byte for byte as it is made", async (language) => {
  const workbook = blankXlsx();
  await workbook.write(sampleSheets(language));
  expect(Buffer.compare(workbook.bytes(), asset(`samples/heilongjiang-1956.${language}.xlsx`))).toBe(0);
});

test.each(LANGUAGES)("the unfilled simple template in %s has no problem at all", async (language) => {
  const workbook = new MemoryWorkbook();
  await makeTemplate(workbook, { size: "simple", language });
  const reading = await readingOf(workbook, language);
  expect(reading.problems).toEqual([]);
  expect(reading.language).toBe(language);
});

test.each(LANGUAGES)("the unfilled full template in %s only lacks the office", async (language) => {
  const workbook = openXlsx(asset(`templates/full.${language}.xlsx`));
  const reading = await readingOf(workbook, language);
  expect(reading.problems).toMatchObject([{ rule: "E02", sheet: coverTable.names[language], row: 2, column: 1 }]);
  expect(reading.keys.quarters).toEqual(["1957Q1", "1957Q2", "1957Q3", "1957Q4", "1958Q1"]);
  expect(reading.keys.demand).toEqual([...reading.keys.quarters, "1957 any", "1958 any"]);
});

test.each(each)("every heading of the %s template in %s is one that reading knows, or waits for a class", (size, language) => {
  const sheets = templateSheets(size, language).filter(({ name }) => tables.some(({ names }) => names[language] === name));
  expect(sheets).toHaveLength(size === "simple" ? 2 : 9);
  for (const { name, rows } of sheets) {
    const table = tables.find(({ names }) => names[language] === name) ?? demandTable;
    const match = headingMatcher(table);
    const headings = rows[2].map(textOf).filter((heading) => heading !== normPlaceholder[language]);
    const unknown = headings.filter((heading) => !match(heading) && !(table.columns.some(isPeriods) && readPeriod(heading)));
    expect([name, unknown]).toEqual([name, []]);
    expect([name, new Set(headings).size]).toEqual([name, headings.length]);
  }
});

test("a simple template filled in Chinese balances end to end", async () => {
  const workbook = filled("simple", "zh-CN", {
    需要: [
      { 需方工厂: "佳木斯电机厂", 产品: "螺栓 M12", 数量: "1.2万", 轻重缓急: "重点" },
      { 需方工厂: "鹤岗矿", 产品: "螺栓 M12", 数量: 9_000 },
    ],
    能力: [{ 工厂: "富锦农具厂", 项目: "螺栓 M12", 数量: 20_000 }],
  });
  const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language: "zh-CN" });
  expect(agreed(outcome)).toEqual([
    { supplier: "富锦农具厂", buyer: "佳木斯电机厂", product: "螺栓 M12", quantities: [12_000] },
    { supplier: "富锦农具厂", buyer: "鹤岗矿", product: "螺栓 M12", quantities: [8_000] },
  ]);
  expect((await workbook.sheets()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["填写说明", "需要", "能力", "协作协议", "未解决问题"]),
  );
});

test("a full template filled in English balances equipment hours by the norms under a heading the clerk chose", async () => {
  const book = filled(
    "full",
    "en",
    {
      Places: [{ Place: "Harbin" }, { Place: "Jiamusi" }],
      Factories: [
        { Factory: "Motor Works", Place: "Jiamusi" },
        { Factory: "Machine Works", Place: "Harbin" },
      ],
      Equipment: [{ Equipment: "Lathes", "Capacity unit": "hours" }],
      Products: [{ Product: "Shaft", Unit: "pieces", Remark: "by lathe" }],
      Demand: [{ Factory: "Motor Works", Product: "Shaft", "1957Q2": 30, Priority: "1 urgent", Kind: "Outside", Material: "maker's" }],
      Capacity: [{ Factory: "Machine Works", Item: "Lathes", "1957Q2": 50, "1957Q2 own": 10 }],
    },
    { "Cover!B3": "Heilongjiang", "Products!I3": "Lathes", "Products!I4": 2 },
  );
  const outcome = await balanceWorkbook(book, { withoutInvalid: false, language: "en" });
  expect(agreed(outcome)).toEqual([{ supplier: "Machine Works", buyer: "Motor Works", product: "Shaft", quantities: [0, 20, 0, 0, 0] }]);
});

test("a plan of three quarters leaves dashes in the headings, which are nobody's columns", async () => {
  const unused = { "需要!G3": "—", "需要!H3": "—", "需要!J3": "—", "能力!I3": "—", "能力!J3": "—", "能力!N3": "—", "能力!O3": "—" };
  const workbook = filled(
    "full",
    "zh-CN",
    {
      工厂: [{ 厂名: "甲厂", 所在地: "某县" }],
      产品: [{ 产品名称: "销", 计量单位: "件" }],
      需要: [{ 需方工厂: "甲厂", 产品: "销", "1957年一季度": 10 }],
      能力: [{ 工厂: "甲厂", 项目: "销", "1957年一季度": 10 }],
    },
    { "封面!B3": "某县", "封面!B5": 3, ...unused },
  );
  const reading = await readingOf(workbook, "zh-CN");
  expect(reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
  expect(reading.keys).toEqual({ quarters: ["1957Q1", "1957Q2", "1957Q3"], demand: ["1957Q1", "1957Q2", "1957Q3", "1957 any"] });
  expect(reading.situation).toMatchObject({
    demands: [{ cells: [{ quantity: 10 }] }],
    capacities: [{ available: [10, 0, 0], own: [0, 0, 0] }],
  });
});

test("a workbook that already has a sheet of one of the names is left as it is", async () => {
  const workbook = new MemoryWorkbook([{ name: "demand", values: [["mine"]] }]);
  await expect(makeTemplate(workbook, { size: "full", language: "en" })).rejects.toThrow(new WorkbookError("sheets there", "demand"));
  expect(workbook.written).toEqual([]);
});

describe.each(each)("the %s template in %s", (size, language) => {
  const sheets = templateSheets(size, language);
  const laid = sheets.filter(({ name }) => name !== simpleNote.tab[language] && name !== coverTable.names[language]);

  test("has help on every heading, in sight while one scrolls, and prints it on every page", () => {
    for (const { rows, validations, freeze, print } of laid) {
      for (let column = 0; column < rows[2].length; column++) {
        const help = validations?.filter(({ range }) => range.top === 2 && range.bottom === 2 && range.left === column);
        expect(help).toHaveLength(1);
        expect(help?.[0].prompt?.length).toBeGreaterThan(0);
        expect(help?.[0].prompt?.length).toBeLessThanOrEqual(255);
      }
      expect(freeze?.rows).toBe(3);
      expect(print).toMatchObject({ landscape: true, repeatRows: [2, 2] });
    }
  });

  test("offers names from cells that lie below the heading they are meant from", () => {
    for (const { validations } of sheets)
      for (const { rule } of validations ?? [])
        if (rule?.kind === "list" && rule.source.startsWith("="))
          for (const [, name, letter] of rule.source.matchAll(/'?([^'!(,>=]+)'?!\$([A-Z])\$4:/g)) {
            const source = sheets.find((sheet) => sheet.name === name);
            expect(source?.rows[2][letter.charCodeAt(0) - 65]).toMatch(
              /^(地区|厂名|设备类别|产品名称|产品|Place|Factory|Equipment|Product)$/,
            );
          }
  });

  test("holds no data below its headings", () => {
    for (const { rows } of laid) expect(rows).toHaveLength(3);
  });
});

test("every word a drop-down offers is understood, and all meanings are offered", () => {
  const meanings: Readonly<Record<WordList, (word: string) => unknown>> = {
    kind: (word) => inHouseWords.get(headingText(word)),
    yesNo: (word) => yesNo.get(headingText(word)),
    priority: (word) => priorityWords.get(headingText(word)),
    material: (word) => materialWords.get(headingText(word)),
    standing: (word) => standingWords.get(headingText(word)),
    currency: (word) => currencyWords.get(headingText(word)),
    capacityUnit: capacityUnitOf,
    unit: (word) => unitOf(word)?.family,
    normBase: Number,
  };
  const counts = { kind: 2, yesNo: 2, priority: 3, material: 3, standing: 4, currency: 2, capacityUnit: 2, unit: 4, normBase: 3 };
  for (const [list, count] of Object.entries(counts) as [WordList, number][])
    for (const language of LANGUAGES) {
      const found = wordLists[list][language].split(",").map(meanings[list]);
      expect([list, found]).toEqual([list, found.map(() => expect.anything())]);
      expect(new Set(found).size).toBe(count);
    }
});

test("while the Cover's start can't be read, no heading is taken for a period", () => {
  for (const language of LANGUAGES) expect(readPeriod(startUnreadable[language])).toBeUndefined();
});

test("every sheet of the full template but the note has an example, and the simple note has ten lines at most", () => {
  for (const language of LANGUAGES) {
    const notes = templateSheets("full", language).map(({ rows }) => rows[1][0]);
    expect(notes).toEqual(Object.values(sheetNotes).map((note) => note[language]));
  }
  expect(simpleNote.lines.length).toBeLessThanOrEqual(10);
  expect(fieldColumns(coverTable).length).toBe(12);
});
