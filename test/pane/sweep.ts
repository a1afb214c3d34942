/** An operation of the pane with a fault at its first sync, its second, its third … until it runs through untouched; what must hold after each. */
import { ExcelDesk } from "../../src/pane/excelDesk";
import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import { WorkbookError } from "../../src/workbook/workbook";
import type { SheetCells } from "../excel/cells";
import { clerksCells } from "../excel/clerksCells";
import type { ExcelHost } from "../excel/excelHost";
import { Fault } from "../excel/fault";
import { FAULTS, faultsAt } from "../excel/faultGrid";

export const hastyDesk = (): ExcelDesk =>
  new ExcelDesk(new ExcelWorkbook({ answerWithin: 8, millisecondsPerKilobyte: 0, pauseBeforeRetry: 0 }));

/** One run: the workbook, the clerk's own sheets, and a pane that is open on it. */
export interface Story {
  readonly host: ExcelHost;
  readonly own: readonly SheetCells[];
  readonly pane: ExcelDesk;
}

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

/** What stands where the operation runs through. */
async function outcomeOf(begin: () => Promise<Story>, run: (pane: ExcelDesk) => Promise<unknown>): Promise<string> {
  const story = await begin();
  await run(story.pane);
  return ours(story);
}

export const tally = { runs: 0, untouched: 0, old: 0, new: 0, marked: 0, losses: 0 };

export interface Swept {
  readonly begin: () => Promise<Story>;
  readonly run: (pane: ExcelDesk) => Promise<unknown>;
  /** Of the faults at each sync, one in so many. */
  readonly oneIn: number;
}

export async function expectMendedThroughout({ begin, run, oneIn }: Swept): Promise<void> {
  const after = await outcomeOf(begin, run);
  const clean = await begin();
  const start = clean.host.syncs;
  await run(clean.pane);
  const syncs = clean.host.syncs - start;
  for (let at = 1; at <= syncs + 1; at++) {
    for (const given of at > syncs ? FAULTS.slice(0, 1) : faultsAt(at, oneIn)) await expectMended({ begin, run, after }, at, given);
  }
}

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
