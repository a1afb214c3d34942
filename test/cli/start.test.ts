/** Start a round and start a new year, as a clerk meets them: which files are made, what stands in them, and that IN stays as it was. */
import { unzipSync } from "fflate";
import { existsSync, readFileSync } from "node:fs";
import { readSituation } from "../../src/sheets/readSituation";
import type { Reading } from "../../src/sheets/reading";
import type { Sheet } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { lay, runInside, workFolder } from "./program";

const folder = workFolder();
afterAll(folder.clear);

const SAMPLE = "assets/samples/heilongjiang-1956.zh-CN.xlsx";

async function readFrom(bytes: Uint8Array): Promise<{ readonly reading: Reading; readonly sheets: readonly Sheet[] }> {
  const workbook = openXlsx(bytes);
  const sheets: Sheet[] = [];
  for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
  return { sheets, reading: readSituation(sheets, { withoutInvalid: false, language: "zh-CN" }) };
}

const readFile = (file: string): ReturnType<typeof readFrom> => readFrom(new Uint8Array(readFileSync(file)));
const namesOf = (rows: readonly { readonly name: string }[]): readonly string[] => rows.map(({ name }) => name).sort();

test("a round: each county gets its own places, factories, the whole catalogue, distances, goals and addressee; IN stays", async () => {
  const before = readFileSync(SAMPLE);
  const zip = folder.file("round.zip");
  const { status, said } = await runInside(["start", SAMPLE, "--out", zip]);
  expect(status).toBe(0);
  expect(readFileSync(SAMPLE).equals(before)).toBe(true);
  const files = unzipSync(new Uint8Array(readFileSync(zip)));
  const { reading: province } = await readFile(SAMPLE);
  const counties = province.situation.places.filter(({ under }) => under === province.situation.office).map(({ name }) => name);
  expect(Object.keys(files)).toHaveLength(counties.length);
  expect(said).toContain(`填报表_${counties[0]}`);
  const sent = new Set<string>();
  for (const bytes of Object.values(files)) {
    const { reading } = await readFrom(bytes);
    const { situation, cover } = reading;
    expect(reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
    expect(cover).toMatchObject({
      sendTo: province.situation.office,
      round: province.cover.round,
      goals: province.cover.goals,
      version: 1,
    });
    expect(cover.planStarts).toBe(province.cover.planStarts);
    expect(reading.keys.quarters).toEqual(province.keys.quarters);
    expect(situation.products).toEqual(province.situation.products);
    expect(situation.equipment).toEqual(province.situation.equipment);
    const own = province.situation.factories.filter(({ place }) => place === situation.office);
    expect(namesOf(situation.factories)).toEqual(namesOf(own));
    expect([situation.demands, situation.capacities]).toEqual([[], []]);
    for (const { supplier, buyer } of situation.standingAgreements)
      expect(own.some(({ name }) => name === supplier || name === buyer)).toBe(true);
    sent.add(situation.office);
  }
  expect([...sent].sort()).toEqual([...counties].sort());
  const again = folder.file("again.zip");
  await runInside(["start", SAMPLE, "--out", again], "zh-CN");
  expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
});

test("a new year: agreements become Last year, the quarters move on, rows stay without quantities", async () => {
  const balanced = folder.file("old.xlsx");
  await runInside(["balance", SAMPLE, "--out", balanced]);
  const before = readFileSync(balanced);
  const next = folder.file("next.xlsx");
  expect((await runInside(["start", balanced, "--year", "--out", next])).status).toBe(0);
  expect(readFileSync(balanced).equals(before)).toBe(true);
  const { reading: old, sheets } = await readFile(balanced);
  const { reading } = await readFile(next);
  expect(reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
  expect([old.cover.planStarts, reading.cover.planStarts]).toEqual(["1956Q4", "1957Q4"]);
  expect(reading.keys.quarters).toHaveLength(old.keys.quarters.length);
  expect(namesOf(reading.situation.factories)).toEqual(namesOf(old.situation.factories));
  expect(reading.situation.products).toEqual(old.situation.products);
  const agreements = sheets.find(({ name }) => name === "协作协议")?.values.slice(3) ?? [];
  const settled = agreements.filter((row) => row[2] === "拟议" || row[2] === "议定");
  expect(reading.lastYear.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(settled.length);
  expect(new Set(reading.lastYear.map(({ year }) => year))).toEqual(new Set([1957]));
  const rowsOf = (kind: string, from: Reading): number | undefined => from.receipts.find((receipt) => receipt.kind === kind)?.rowsRead;
  for (const kind of ["Demand", "Capacity"]) expect(rowsOf(kind, reading)).toBe(rowsOf(kind, old));
  expect(reading.situation.demands).toEqual([]);
});

test("no round without places or a plan, none over a list that must be fixed; each says what to do", async () => {
  const cover = [["Office", "Province"], ["Plan starts", "1957Q1"]]; // prettier-ignore
  const bare = await lay(folder.file("bare.xlsx"), { Cover: cover });
  const places = await lay(folder.file("places.xlsx"), { Cover: cover, Places: [["Place"], ["County A"], ["County A"]] });
  const undated = await lay(folder.file("undated.xlsx"), {
    Places: [
      ["Place", "Under"],
      ["Province", null],
      ["County A", "Province"],
    ],
  });
  const ran = async (file: string): Promise<readonly [number | null, string]> => {
    const { status, said } = await runInside(["start", file, "--lang", "en", "--out", folder.file("none")]);
    return [status, said];
  };
  expect(await ran(bare)).toEqual([3, expect.stringContaining("fill in the Places sheet")]);
  expect(await ran(places)).toEqual([3, expect.stringContaining("Places!A3")]);
  expect(await ran(undated)).toEqual([3, expect.stringContaining("Plan starts")]);
  expect(existsSync(folder.file("none"))).toBe(false);
});

test("a prefecture hands its own counties on to it, and starts a round with them itself", async () => {
  const input = await lay(folder.file("tiers.xlsx"), {
    Cover: [["Office", "Province"], ["Plan starts", "1957Q2"], ["Quarters", 6]],
    Places: [["Place", "Under"], ["Prefecture", null], ["County A", "Prefecture"], ["County B", "Prefecture"], ["City", null]],
    Factories: [["Factory", "Place"], ["F1", "County A"], ["F2", "County B"], ["F3", "City"], ["F4", "Prefecture"]],
  }); // prettier-ignore
  await runInside(["start", input, "--out", folder.file("tiers")]);
  const prefecture = folder.file("tiers/round_Prefecture_1957Q2.xlsx");
  const { reading } = await readFile(prefecture);
  expect(namesOf(reading.situation.places)).toEqual(["County A", "County B"]);
  expect(namesOf(reading.situation.factories)).toEqual(["F1", "F2", "F4"]);
  expect(reading.keys.quarters).toEqual(["1957Q2", "1957Q3", "1957Q4", "1958Q1", "1958Q2", "1958Q3"]);
  const { said } = await runInside(["start", prefecture, "--out", folder.file("below")]);
  expect(said).toContain("round_County A_1957Q2.xlsx");
});
