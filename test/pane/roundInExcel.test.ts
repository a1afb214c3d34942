/** A round in the emulated Excel: collected, undone, collected again, called off, received; the clerks' own cells stay. */
import type { GivenFile } from "../../src/pane/jobs/job";
import { clerksCells } from "../excel/clerksCells";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import { PaneOnDesk } from "./paneOnDesk";
import { countySheets, provinceSheets, returnFor, saidNothing, submission, type Sheets } from "./roundFixture";
import { hastyDesk } from "./sweep";

beforeAll(() => void emulatedExcel());

async function paneOn(sheets: Sheets) {
  const host = freshHost();
  const own = Object.entries(sheets).map(([name, rows]) => typeRows(host, name, rows));
  const pane = await PaneOnDesk.on(hastyDesk());
  const visible = () => host.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
  return { host, pane, visible, cells: () => clerksCells(own, host.book.sheets) };
}

const gone = (name: string): GivenFile => ({ name, content: { arrayBuffer: () => Promise.reject(new Error("gone")) } as unknown as Blob });
const states = ({ shared }: PaneOnDesk) =>
  shared?.outcome.kind === "collected" ? shared.outcome.files.map(({ state, office }) => [state, office]) : shared?.outcome;

test("what cannot be read is refused and the rest taken; only Received sheets come, and undo takes them away again", async () => {
  const { host, pane, visible, cells } = await paneOn(provinceSheets);
  const before = cells();
  const opened = pane.board;
  const given = [gone("a folder"), await submission("Jia", 130)];
  await pane.share.take({ verb: "collect", given });
  expect(states(pane)).toEqual([["refused", undefined], ["accepted", "Jia"]]); // prettier-ignore
  expect(pane.shared?.outcome).toMatchObject({ missing: ["Yi"], files: [{ slip: { name: expect.stringContaining("a folder") } }, {}] });
  expect(visible()).toEqual(expect.arrayContaining(["Received demand", "Received capacity", "Submissions"]));
  expect(pane.board).toMatchObject({ kind: "ready", check: { anything: true, mustFix: 0 } });
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
  await pane.share.take({ verb: "collect", given: [await submission("Jia", 130), second] });
  expect(pane.notice).toEqual({ kind: "called off" });
  expect(pane.shared).toBeUndefined();
  expect(pane.board.kind).toBe("ready");
  expect(visible()).toEqual(Object.keys(provinceSheets));
});

test("a return is received into the county's workbook, twice without a change; another file is told apart from a broken workbook", async () => {
  const jia = await paneOn(countySheets("Jia", 130));
  const own = jia.cells();
  await jia.pane.desk.balance(false);
  await jia.pane.share.take({ verb: "submit", said: saidNothing });
  const given = await returnFor([await submission("Jia", 130), await submission("Yi", 20)]);
  await jia.pane.share.take({ verb: "receive", given: { name: "letter.xlsx", content: new Blob(["Dear office"]) } });
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "not done", why: { en: expect.stringContaining("workbook") } });
  await jia.pane.share.take({ verb: "receive", given: gone(given.name) });
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "not done", why: { en: expect.stringContaining(given.name) } });
  await jia.pane.share.take({ verb: "receive", given });
  expect(jia.pane.shared).toMatchObject({
    canUndo: true,
    outcome: { kind: "received", from: "Province", version: "1", agreements: 2, unresolved: 1 },
  });
  expect(jia.cells()).toBe(own);
  await jia.pane.share.take({ verb: "receive", given });
  expect(jia.pane.shared).toMatchObject({ canUndo: false, outcome: { kind: "not done" } });
  await jia.pane.desk.balance(false);
  await jia.pane.share.take({ verb: "verify" });
  expect(jia.pane.shared?.outcome).toMatchObject({ kind: "verified", found: { verified: true } });
});

test("the steps tell how the office stands with others, as its workbook remembers it", async () => {
  const standing = ({ board }: PaneOnDesk) => (board.kind === "empty" || board.kind === "reading" ? undefined : board.check?.standing);
  const jia = await paneOn(countySheets("Jia", 130));
  expect(standing(jia.pane)).toEqual({ sendTo: "Province" });
  await jia.pane.desk.balance(false);
  expect(standing(jia.pane)).toEqual({ sendTo: "Province" });
  await jia.pane.share.take({ verb: "submit", said: saidNothing });
  expect(standing(jia.pane)).toMatchObject({ sent: { sendTo: "Province", version: "1", back: false } });
  const given = await returnFor([await submission("Jia", 130), await submission("Yi", 20)]);
  await jia.pane.share.take({ verb: "receive", given });
  expect(standing(jia.pane)).toMatchObject({ sent: { version: "1", back: true }, received: { from: "Province", returnNo: "1" } });
  const { pane } = await paneOn(provinceSheets);
  expect(standing(pane)).toEqual({});
  await pane.share.take({ verb: "collect", given: [await submission("Jia", 130)] });
  expect(standing(pane)).toEqual({ below: { taken: 1, refused: [], missing: ["Yi"] } });
});
