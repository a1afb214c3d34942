/** The Share tab's work, as the worker does it: a round and a new year are made, a balanced workbook verifies, results are returned, a missing list is told. */
import { readFileSync } from "node:fs";
import { collectCounties } from "../../src/actions/collectCounties";
import { cannotReturn, staleWords } from "../../src/i18n/sharingWords";
import type { JobOutcome, ShareVerb, Source } from "../../src/pane/jobs/job";
import { runJob } from "../../src/pane/jobs/runJob";
import { blankXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";

const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync("assets/samples/heilongjiang-1956.en.xlsx"));
const run = (verb: Exclude<ShareVerb, "submit" | "collect" | "receive"> | "balance", source: Source): Promise<JobOutcome> =>
  runJob({ ...(verb === "balance" ? { verb, withoutInvalid: false } : { verb }), source, language: "en" }, {});

test("a workbook that was never balanced has nothing to go by; balanced, all belongs together", async () => {
  expect(await run("verify", { kind: "file", bytes: bytes() })).toMatchObject({
    kind: "verified",
    found: { verified: false, record: "none" },
  });
  const balanced = await run("balance", { kind: "file", bytes: bytes() });
  if (balanced.kind !== "balanced" || balanced.written.kind !== "file") throw new RangeError(balanced.kind);
  expect(await run("verify", balanced.written)).toMatchObject({ kind: "verified", found: { verified: true } });
});

test("a round makes a file for every office below, a new year one; without places the reason is told in both languages", async () => {
  const round = await run("start round", { kind: "file", bytes: bytes() });
  expect(round.kind === "files" && round.files.length).toBe(12);
  const year = await run("start year", { kind: "file", bytes: bytes() });
  expect(year.kind === "files" && year.files.length).toBe(1);
  const none = await run("start round", { kind: "sheets", sheets: [], definedCells: [] });
  expect(none).toMatchObject({ kind: "not done", why: { en: expect.any(String), "zh-CN": expect.any(String) } });
});

const cover = (office: string, ...more: (readonly (string | number)[])[]) =>
  plainSheet("Cover", [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 2], ["Round", "Autumn 1956"], ...more]);

async function province(): Promise<XlsxWorkbook> {
  const workbook = blankXlsx();
  const places = [["Code", "Place"], ["01", "Jia"]]; // prettier-ignore
  const factories = [["Factory", "Place"], ["Motor", "Jia"]]; // prettier-ignore
  await workbook.write([cover("Province"), plainSheet("Places", places), plainSheet("Factories", factories)]);
  return workbook;
}

async function county(): Promise<Uint8Array> {
  const workbook = blankXlsx();
  const capacity = [["Factory", "Item", "1957Q1", "1957Q2"], ["Motor", "shaft", 5, 5]]; // prettier-ignore
  const demand = [["No.", "Factory", "Product", "1957Q1", "1957Q2"], ["1", "Motor", "screw", 60, 40]]; // prettier-ignore
  const factories = [["Factory", "Place"], ["Motor", "Jia"]]; // prettier-ignore
  await workbook.write([
    cover("Jia", ["Send to", "Province"]),
    plainSheet("Factories", factories),
    plainSheet("Demand", demand),
    plainSheet("Capacity", capacity),
  ]);
  return workbook.bytes();
}

const asSource = (workbook: XlsxWorkbook): Source => ({ kind: "file", bytes: new Uint8Array(workbook.bytes()) });

test("results are returned, to each office that submitted, once what was collected is balanced; before, the reason is told", async () => {
  const workbook = await province();
  const collected = await collectCounties(workbook, [{ name: "jia.xlsx", read: county }], { language: "en" });
  expect(collected).toMatchObject({ files: [{ state: "accepted", office: "Jia" }] });
  expect(await run("return", asSource(workbook))).toMatchObject({
    kind: "not done",
    why: { en: staleWords.en({ kind: "never balanced" }) },
  });
  const balanced = await run("balance", asSource(workbook));
  if (balanced.kind !== "balanced" || balanced.written.kind !== "file") throw new RangeError(balanced.kind);
  expect(await run("return", balanced.written)).toMatchObject({ kind: "files", files: [{ name: "return_Jia_Autumn 1956_1.xlsx" }] });
});

test("where nobody submitted there is nothing to return", async () => {
  const balanced = await run("balance", { kind: "file", bytes: bytes() });
  if (balanced.kind !== "balanced" || balanced.written.kind !== "file") throw new RangeError(balanced.kind);
  expect(await run("return", balanced.written)).toEqual({ kind: "not done", why: cannotReturn["nobody submitted"] });
});
