/** A round in the emulated Excel: collected, undone, collected again, balanced, returned, received; the clerks' own cells stay. */
import { submitUpward } from "../../src/actions/submitUpward";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { ExcelDesk } from "../../src/pane/excelDesk";
import type { GivenFile } from "../../src/pane/jobs/job";
import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import { blankXlsx } from "../../src/workbook/xlsxWorkbook";
import { clerksCells } from "../excel/clerksCells";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import { plainSheet } from "../workbook/contract";
import { PaneOnDesk } from "./paneOnDesk";

beforeAll(() => void emulatedExcel());

type Rows = readonly (readonly (string | number)[])[];
const cover = (office: string, ...more: Rows): Rows => [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ["Round", "Autumn"], ...more]; // prettier-ignore
const FACTORIES: Rows = [["Factory", "Place"], ["Motor", "Jia"], ["Parts", "Yi"]]; // prettier-ignore
const countySheets = (office: string, factory: string, needs: number): Readonly<Record<string, Rows>> => ({
  Cover: cover(office, ["Send to", "Province"]),
  Factories: FACTORIES.filter(([name]) => name === "Factory" || name === factory),
  Demand: [["No.", "Factory", "Product", "1957Q1"], [`${office}-1`, factory, "screw", needs]], // prettier-ignore
  Capacity: [["Factory", "Item", "1957Q1"], [factory, "screw", 100]], // prettier-ignore
});
const provinceSheets: Readonly<Record<string, Rows>> = {
  Cover: cover("Province"),
  Places: [["Code", "Place"], ["01", "Jia"], ["02", "Yi"]], // prettier-ignore
  Factories: FACTORIES,
};

async function paneOn(sheets: Readonly<Record<string, Rows>>) {
  const host = freshHost();
  const own = Object.entries(sheets).map(([name, rows]) => typeRows(host, name, rows));
  const pane = await PaneOnDesk.on(new ExcelDesk(new ExcelWorkbook({ answerWithin: 50, millisecondsPerKilobyte: 0, pauseBeforeRetry: 0 })));
  const visible = () => host.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
  return { host, pane, visible, cells: () => clerksCells(own, host.book.sheets) };
}

async function submission(office: string, factory: string, needs: number): Promise<GivenFile> {
  const workbook = blankXlsx();
  await workbook.write(Object.entries(countySheets(office, factory, needs)).map(([name, rows]) => plainSheet(name, rows)));
  await balanceWorkbook(workbook, { language: "en", withoutInvalid: false });
  const sent = await submitUpward(workbook, { language: "en", contacts: false, explanations: new Map() });
  if (sent.kind !== "done") throw new TypeError(sent.kind);
  return { name: sent.file.name, content: new Blob([new Uint8Array(sent.file.bytes)]) };
}

const gone = (name: string): GivenFile => ({ name, content: { arrayBuffer: () => Promise.reject(new Error("gone")) } as unknown as Blob });
const states = ({ shared }: PaneOnDesk) =>
  shared?.outcome.kind === "collected" ? shared.outcome.files.map(({ state, office }) => [state, office]) : shared?.outcome;

test("what cannot be read is refused and the rest taken; only Received sheets come, and undo takes them away again", async () => {
  const { host, pane, visible, cells } = await paneOn(provinceSheets);
  const before = cells();
  const opened = pane.board;
  const given = [gone("a folder"), await submission("Jia", "Motor", 130)];
  await pane.share.take({ verb: "collect", given });
  expect(states(pane)).toEqual([["refused", undefined], ["accepted", "Jia"]]); // prettier-ignore
  expect(pane.shared?.outcome).toMatchObject({ missing: ["Yi"], files: [{ slip: { name: expect.stringContaining("a folder") } }, {}] });
  expect(visible()).toEqual(expect.arrayContaining(["Received demand", "Received capacity", "Submissions"]));
  expect(cells()).toBe(before);
  await pane.desk.undo();
  await pane.atRest();
  expect(visible()).toEqual(Object.keys(provinceSheets));
  if (pane.board.kind !== "ready" || opened.kind !== "ready") throw new TypeError(pane.board.kind);
  expect(pane.board.check.problems).toEqual(opened.check.problems);
  expect(cells()).toBe(before);
  await pane.share.take({ verb: "collect", given });
  expect(states(pane)).toEqual([["refused", undefined], ["accepted", "Jia"]]); // prettier-ignore
  expect(host.book.find("Received demand")?.visibility).toBe("Visible");
  await pane.share.take({ verb: "collect", given: [given[1]] });
  expect(states(pane)).toEqual([["duplicate", "Jia"]]);
});

test("collecting is called off between two files, and nothing is written", async () => {
  const { pane, visible } = await paneOn(provinceSheets);
  const second: GivenFile = {
    name: "second",
    content: { arrayBuffer: async () => (pane.running.current?.cancel(), new ArrayBuffer(0)) } as unknown as Blob,
  };
  await pane.share.take({ verb: "collect", given: [await submission("Jia", "Motor", 130), second] });
  expect(pane.notice).toEqual({ kind: "called off" });
  expect(pane.shared).toBeUndefined();
  expect(pane.board.kind).toBe("ready");
  expect(visible()).toEqual(Object.keys(provinceSheets));
});

test("a return is received into the county's workbook, twice without a change; another file is told apart from a broken workbook", async () => {
  const jia = await paneOn(countySheets("Jia", "Motor", 130));
  await jia.pane.desk.balance(false);
  await jia.pane.share.take({ verb: "submit", said: { office: "", sendTo: "", contacts: false, explanations: new Map() } });
  if (jia.pane.shared?.outcome.kind !== "submitted") throw new TypeError("not submitted");
  const { file } = jia.pane.shared.outcome;
  const sent = { name: file.name, content: new Blob([file.bytes]) };
  const own = jia.cells();
  const books = jia.host;

  const province = await paneOn(provinceSheets);
  await province.pane.share.take({ verb: "collect", given: [sent, await submission("Yi", "Parts", 20)] });
  await province.pane.desk.balance(false);
  await province.pane.share.take({ verb: "return" });
  if (province.pane.shared?.outcome.kind !== "files") throw new TypeError("not returned");
  const [back] = province.pane.shared.outcome.files;
  expect(back.name).toContain("Jia");

  const again = await paneOn(countySheets("Jia", "Motor", 130));
  await again.pane.desk.balance(false);
  await again.pane.share.take({ verb: "submit", said: { office: "", sendTo: "", contacts: false, explanations: new Map() } });
  const given = { name: back.name, content: new Blob([back.bytes]) };
  await again.pane.share.take({ verb: "receive", given: { name: "letter.xlsx", content: new Blob(["Dear office"]) } });
  expect(again.pane.shared?.outcome).toMatchObject({ kind: "not done", why: { en: expect.stringContaining("workbook") } });
  await again.pane.share.take({ verb: "receive", given: gone(back.name) });
  expect(again.pane.shared?.outcome).toMatchObject({ kind: "not done", why: { en: expect.stringContaining(back.name) } });
  await again.pane.share.take({ verb: "receive", given });
  expect(again.pane.shared).toMatchObject({
    canUndo: true,
    outcome: { kind: "received", from: "Province", version: "1", agreements: 2, unresolved: 1 },
  });
  expect(again.cells()).toBe(own);
  await again.pane.share.take({ verb: "receive", given });
  expect(again.pane.shared).toMatchObject({ canUndo: false, outcome: { kind: "not done" } });
  await again.pane.desk.balance(false);
  await again.pane.share.take({ verb: "verify" });
  expect(again.pane.shared?.outcome).toMatchObject({ kind: "verified", found: { verified: true } });
  expect(books.book.find("Sent up")).not.toBeNull();
});
