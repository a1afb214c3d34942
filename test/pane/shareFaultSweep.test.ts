/**
 * Submit, Collect and Receive in Excel with a fault at their first sync, their second, their third …: as faultSweep.test.ts does with
 * Balance. What is marked as incomplete says what broke off. FAULTS=all for every fault at every sync.
 */
import type { ExcelDesk } from "../../src/pane/excelDesk";
import type { Kept } from "../../src/pane/desk";
import type { GivenFile, ShareStep } from "../../src/pane/jobs/job";
import { runJob } from "../../src/pane/jobs/runJob";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import { Fault } from "../excel/fault";
import { PaneOnDesk } from "./paneOnDesk";
import { countySheets, provinceSheets, returnFor, saidNothing, submission, type Sheets } from "./roundFixture";
import { expectMendedThroughout, hastyDesk, tally, type Story } from "./sweep";

const submit: ShareStep = { verb: "submit", said: saidNothing };
const files: Record<"jia" | "corrected" | "yi" | "back", GivenFile> = {} as never;

jest.setTimeout(1_800_000);
beforeAll(async () => {
  emulatedExcel();
  files.jia = await submission("Jia", 130);
  files.corrected = await submission("Jia", 140, 2);
  files.yi = await submission("Yi", 20);
  files.back = await returnFor([files.jia, files.yi]);
});

/** What a pane has worked out and not been able to write is written again, not worked out anew. */
const unwritten = new WeakMap<ExcelDesk, Kept>();

async function take(pane: ExcelDesk, step: ShareStep | "balance"): Promise<void> {
  const kept = unwritten.get(pane) ?? (await workedOut(pane, step));
  unwritten.set(pane, kept);
  await pane.keep(kept);
  unwritten.delete(pane);
}

async function workedOut(pane: ExcelDesk, step: ShareStep | "balance"): Promise<Kept> {
  const what = step === "balance" ? ({ verb: step, withoutInvalid: false } as const) : step;
  const outcome = await runJob({ ...what, source: await pane.source(), language: "en" }, {});
  if (!("written" in outcome)) throw new TypeError(outcome.kind);
  return { verb: what.verb as Kept["verb"], ...outcome };
}

async function story(sheets: Sheets, ...steps: readonly (ShareStep | "balance")[]): Promise<Story> {
  const host = freshHost();
  typeRows(host, "Mine", [["'007", "=1+1"]]).hiddenRows.add(3);
  for (const [name, rows] of Object.entries(sheets)) typeRows(host, name, rows);
  const own = [...host.book.sheets];
  const pane = hastyDesk();
  for (const step of steps) await take(pane, step);
  return { host, own, pane };
}

const collect = (...given: readonly GivenFile[]): ShareStep => ({ verb: "collect", given });

test.each([
  ["submit", 131, () => story(countySheets("Jia", 130), "balance"), submit],
  ["collect for the first time", 131, () => story(provinceSheets), () => collect(files.jia)],
  [
    "collect a correction and another county",
    31,
    () => story(provinceSheets, collect(files.jia)),
    () => collect(files.corrected, files.yi),
  ],
  ["receive", 131, () => story(countySheets("Jia", 130), "balance", submit), () => ({ verb: "receive", given: files.back }) as const],
] as const)("%s", (_, oneIn, begin, step) =>
  expectMendedThroughout({ oneIn, begin, run: (pane) => take(pane, typeof step === "function" ? step() : step) }),
);

test("undo a collect", () =>
  expectMendedThroughout({
    oneIn: 131,
    begin: () => story(provinceSheets, collect(files.jia), collect(files.corrected)),
    run: (pane) => pane.undo(),
  }));

test.each([
  ["submit", () => story(countySheets("Jia", 130), "balance"), () => submit],
  ["collect", () => story(provinceSheets, collect(files.jia)), () => collect(files.corrected, files.yi)],
  ["receive", () => story(countySheets("Jia", 130), "balance", submit), (): ShareStep => ({ verb: "receive", given: files.back })],
] as const)("a pane opened on a broken %s knows what broke off", async (verb, begin, step) => {
  const { host, pane } = await begin();
  const closed = new Fault("hang", "", 1, true);
  host.fault = Object.assign(closed, { strikes: () => host.book.names.has("cb.incomplete") });
  await expect(take(pane, step())).rejects.toThrow("no answer");
  host.fault = null;
  const opened = await PaneOnDesk.on(hastyDesk());
  expect(opened.notice).toMatchObject({ kind: "fault", fault: `${verb} incomplete` });
});

afterAll(() => {
  console.log(
    `sharing's fault sweep: ${tally.runs} runs, ${tally.untouched} through untouched; old ${tally.old}, new ${tally.new}, marked incomplete ${tally.marked}; losses ${tally.losses}`,
  );
  expect(tally.losses).toBe(0);
});
