/**
 * What the clerk can start on the pane, with a fault at its first sync, its second, its third … until it runs through untouched.
 * After each run the clerk's cells are as they were to the byte; what is ours is old, new, or marked as incomplete; and the button
 * that the pane then offers makes it whole. A few of the faults in turn; FAULTS=all for every one at every sync.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeTemplate } from "../../src/actions/makeTemplates";
import { ExcelDesk } from "../../src/pane/excelDesk";
import { insertSample } from "../../src/pane/insertSample";
import type { Written } from "../../src/pane/jobs/job";
import { runJob } from "../../src/pane/jobs/runJob";
import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import { WorkbookError } from "../../src/workbook/workbook";
import type { SheetCells } from "../excel/cells";
import { clerksCells } from "../excel/clerksCells";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import type { ExcelHost } from "../excel/excelHost";
import { Fault } from "../excel/fault";
import { FAULTS, faultsAt } from "../excel/faultGrid";

const SAMPLE = readFileSync(join(__dirname, "../../assets/samples/heilongjiang-1956.en.xlsx"));
const USED = ["Demand", "Capacity", "Agreements", "Unresolved"];

const desk = (): ExcelDesk => new ExcelDesk(new ExcelWorkbook({ answerWithin: 8, millisecondsPerKilobyte: 0, pauseBeforeRetry: 0 }));

/** One run: the workbook, the clerk's own sheets, and a pane that is open on it. */
interface Story {
  readonly host: ExcelHost;
  readonly own: readonly SheetCells[];
  readonly pane: ExcelDesk;
}

function workbookOfAClerk(withInputs: boolean): Pick<Story, "host" | "own"> {
  const host = freshHost();
  typeRows(host, "Mine", [["'007", "=1+1"]]).hiddenRows.add(3);
  if (withInputs) demand(120)(host);
  return { host, own: [...host.book.sheets] };
}

const demand =
  (quantity: number) =>
  (host: ExcelHost): void => {
    typeRows(host, "Demand", [
      ["Factory", "Product", "Quantity"],
      ["Jiamusi Motor", "screw", quantity],
    ]);
    typeRows(host, "Capacity", [
      ["Factory", "Item", "Quantity"],
      ["Fujin Parts", "screw", 100],
    ]);
  };

/** Values, formulas and number formats of all that is not the clerk's and can be seen or found by a name of ours. */
function ours({ host, own }: Pick<Story, "host" | "own">): string {
  const named = [...host.book.names.values()].filter(({ name }) => !/^CB\.(Incomplete|Staging)/.test(name)).map(({ sheet }) => sheet);
  const sheets = host.book.sheets.filter((sheet) => !own.includes(sheet) && (sheet.visibility === "Visible" || named.includes(sheet)));
  return JSON.stringify(sheets.map((sheet) => [sheet.name, cellsOf(sheet)]).filter(([, cells]) => cells.length > 0));
}

function cellsOf(sheet: SheetCells): unknown[] {
  const rows = [...sheet.rows].sort(([one], [other]) => one - other);
  return rows.flatMap(([row, cells]) =>
    cells.flatMap((cell, column) =>
      cell.value === "" && cell.formula === null ? [] : [[row, column, cell.value, cell.formula, cell.numberFormat]],
    ),
  );
}

async function computed(pane: ExcelDesk): Promise<Written> {
  const outcome = await runJob({ verb: "balance", source: await pane.source(), withoutInvalid: false, language: "en" }, {});
  if (outcome.kind !== "balanced") throw new TypeError(`not balanced: ${outcome.kind}`);
  return outcome.written;
}

/** What a pane has computed and not been able to write is written again, not computed anew. */
const unwritten = new WeakMap<ExcelDesk, Written>();

async function balanced(pane: ExcelDesk): Promise<void> {
  const written = unwritten.get(pane) ?? (await computed(pane));
  unwritten.set(pane, written);
  await pane.keep(written, USED);
  unwritten.delete(pane);
}

const onBlank = async (): Promise<Story> => ({ ...workbookOfAClerk(false), pane: desk() });
const onInputs = async (): Promise<Story> => ({ ...workbookOfAClerk(true), pane: desk() });
const onResult = async (): Promise<Story> => {
  const story = await onInputs();
  await balanced(story.pane);
  demand(90)(story.host);
  typeRows(story.host, "Mine", [[], ["=Agreements!B2"]]);
  return story;
};
const onTwoResults = async (): Promise<Story> => {
  const story = await onResult();
  await balanced(story.pane);
  return story;
};

/** What stands where the operation runs through. */
async function outcomeOf(begin: () => Promise<Story>, run: (pane: ExcelDesk) => Promise<unknown>): Promise<string> {
  const story = await begin();
  await run(story.pane);
  return ours(story);
}

const insertTemplate = (pane: ExcelDesk): Promise<void> =>
  pane.insert((workbook) => makeTemplate(workbook, { size: "full", language: "zh-CN" }));
const insertTheSample = (pane: ExcelDesk): Promise<void> => pane.insert((workbook) => insertSample(workbook, SAMPLE));
const check = async (pane: ExcelDesk): Promise<unknown> => runJob({ verb: "check", source: await pane.source(), language: "en" }, {});

const tally = { runs: 0, untouched: 0, old: 0, new: 0, marked: 0, losses: 0 };

jest.setTimeout(1_800_000);
beforeAll(() => void emulatedExcel());

test.each([
  ["insert the full template", 17, onBlank, insertTemplate],
  ["insert the sample", 61, onBlank, insertTheSample],
  ["check", 7, onInputs, check],
  ["balance for the first time", 7, onInputs, balanced],
  ["balance again", 23, onResult, balanced],
  ["undo", 7, onTwoResults, (pane: ExcelDesk) => pane.undo()],
])("%s", async (_, oneIn, begin, run) => {
  const after = await outcomeOf(begin, run);
  const clean = await begin();
  const start = clean.host.syncs;
  await run(clean.pane);
  const syncs = clean.host.syncs - start;
  for (let at = 1; at <= syncs + 1; at++) {
    for (const given of at > syncs ? FAULTS.slice(0, 1) : faultsAt(at, oneIn)) await expectMended({ begin, run, after }, at, given);
  }
});

interface Tried {
  readonly begin: () => Promise<Story>;
  readonly run: (pane: ExcelDesk) => Promise<unknown>;
  readonly after: string;
}

/** The pane's own button does once more what failed. */
async function expectMended({ begin, run, after }: Tried, at: number, given: (typeof FAULTS)[number]): Promise<void> {
  const story = await begin();
  const [cells, old] = [clerksOwn(story), ours(story)];
  const { host, pane } = story;
  const start = host.syncs;
  host.fault = new Fault(given.kind, given.code, start + at, given.persistent, given.share);
  const failure: unknown = await run(pane).then(
    () => null,
    (error: unknown) => error,
  );
  const untouched = host.syncs < start + at;
  host.fault = null;
  tally.runs++;
  if (untouched) tally.untouched++;
  const marked = host.book.names.has("cb.incomplete");
  const now = ours(story);
  if (marked) tally.marked++;
  else if (now === after) tally.new++;
  else if (now === old) tally.old++;
  if (clerksOwn(story) !== cells || !(marked || now === after || now === old)) tally.losses++;
  expect({ at, ...given, lost: clerksOwn(story) !== cells, whole: marked || now === after || now === old }).toMatchObject({
    lost: false,
    whole: true,
  });
  if (failure !== null) expect(failure).toBeInstanceOf(WorkbookError);
  // Where all was done and only the answer was lost, an insertion finds its own sheets there.
  if (failure !== null)
    await run(pane).catch((error: unknown) => expect([error, now]).toEqual([expect.objectContaining({ fault: "sheets there" }), after]));
  expect(clerksOwn(story) === cells).toBe(true);
  expect(ours(story) === after ? "whole" : { at, ...given, marked, now: ours(story).slice(0, 300) }).toBe("whole");
  expect([...host.book.names.keys()].filter((name) => /staging|incomplete/.test(name))).toEqual([]);
  expect(host.book.sheets.filter((sheet) => sheet.name.startsWith("CB~"))).toEqual([]);
}

function clerksOwn({ host, own }: Story): string {
  return clerksCells(own, host.book.sheets);
}

afterAll(() => {
  console.log(
    `pane's fault sweep: ${tally.runs} runs, ${tally.untouched} through untouched; old ${tally.old}, new ${tally.new}, marked incomplete ${tally.marked}; losses ${tally.losses}`,
  );
  expect(tally.losses).toBe(0);
});
