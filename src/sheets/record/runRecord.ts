/**
 * The Run record · 办理记录, a hidden sheet: a row per run with the digests of what was balanced and what came out, a digest of
 * every agreement row as it was written (so that a row the clerk typed or changed is known again), and the highest running
 * numbers ever used. Its last cell is the last run's "complete", written after everything else.
 */
import type { AgreementStatus } from "../../engine/model";
import { forEachInSlices, ROWS_AT_ONCE } from "../../engine/slices";
import type { CellValue, Sheet } from "../../workbook/workbook";
import { fieldColumns } from "../table/column";
import { SheetDigest } from "./digest";
import { cellText } from "../table/earlierOutput";
import type { DerivedNumber, DerivedNumbers } from "../table/derivedNumbers";
import type { HighestNumbers } from "../table/numbering";
import { runRecordTable, type RunRecordField } from "../outputs";

/** One run, as texts. `digests` has a line `Demand=…` per sheet. */
export type RunRow = Readonly<Record<RunRecordField, string>>;

export interface RunRecord {
  /** A write broke off: rows and record may be of two runs, and a row that differs from its record may be ours all the same. */
  readonly halfWritten?: boolean;
  readonly runs: readonly RunRow[];
  /** By number. */
  readonly agreements: ReadonlyMap<string, RecordedAgreement>;
  readonly highest: HighestNumbers;
  /** Numbers of rows to which the clerk gave none. */
  readonly derived: DerivedNumbers;
}

/** An agreement row as the run wrote it. */
export interface RecordedAgreement {
  readonly no: string;
  readonly digest: string;
  /** Absent where the record has a word that is no status. */
  readonly status: AgreementStatus | undefined;
}

/** What the record keeps beside the runs, to be written. */
export interface Recorded extends Pick<RunRecord, "derived"> {
  readonly agreements: readonly RecordedAgreement[];
  /** See HighestNumbers; in the order in which they are to stand. */
  readonly highest: Iterable<readonly [string, number]>;
}

/** A run whose last cell was written: nothing is missing from the workbook. */
export function isComplete(run: RunRow): boolean {
  return run.complete === COMPLETE["zh-CN"] || run.complete === COMPLETE.en;
}
export const COMPLETE = { "zh-CN": "是", en: "yes" } as const;

/** First cells of the sections above the runs; no clerk reads them. */
const SECTIONS = { rowDigests: "#agreement rows", highest: "#highest numbers", derived: "#derived numbers" } as const;

const FIRST_CELLS: ReadonlySet<string> = new Set(Object.values(SECTIONS));

/** "Complete" stands last, because cells are written from left to right. */
const RUN_FIELDS: readonly RunRecordField[] = [
  ...fieldColumns(runRecordTable)
    .map((entry) => entry.field)
    .filter((field) => field !== "complete"),
  "complete",
];

/** The sheet's rows under its title. With a yield now and then. */
export function* runRecordRows(record: Recorded & Pick<RunRecord, "runs">, language: "zh-CN" | "en"): Generator<void, CellValue[][]> {
  const names = new Map(fieldColumns(runRecordTable).map((entry) => [entry.field, entry.names[language]]));
  const rows: CellValue[][] = [[SECTIONS.rowDigests]];
  yield* addSideBySide(rows, record.agreements, ({ no, digest, status }) => [no, digest, statusMark(status)]);
  rows.push([SECTIONS.highest]);
  yield* addSideBySide(rows, [...record.highest], ([stem, running]) => [stem, running]);
  if (record.derived.length > 0) rows.push([SECTIONS.derived]);
  yield* addSideBySide(rows, record.derived, ({ no, group, content }) => [no, group, content]);
  rows.push(RUN_FIELDS.map((field) => names.get(field) ?? field));
  for (const run of record.runs) rows.push(RUN_FIELDS.map((field) => run[field] || null));
  return rows;
}

/** Most rows are proposed, so that is left blank. */
function statusMark(status: AgreementStatus | undefined): string | null {
  return status === undefined || status === "Proposed" ? null : status;
}

function statusOf(cell: CellValue | undefined): AgreementStatus | undefined {
  const text = cellText(cell);
  return text === "" ? "Proposed" : STATUSES.find((status) => status === text);
}
const STATUSES: readonly AgreementStatus[] = ["Agreed", "Rejected", "Reconsider", "Void"];

/** Rows a section may have: what does not fit goes beside, because a million agreements have more entries than a sheet has rows. */
const MOST_ROWS = 100_000;

/** Entries from left to right, then from top to bottom: one a row where they fit. */
function* addSideBySide<Entry>(
  rows: CellValue[][],
  entries: readonly Entry[],
  cells: (entry: Entry) => CellValue[],
): Generator<void, void> {
  const beside = Math.ceil(entries.length / MOST_ROWS);
  for (let at = 0; at < entries.length; at += beside) {
    if (rows.length % ROWS_AT_ONCE === 0) yield;
    let row = cells(entries[at]);
    const end = Math.min(at + beside, entries.length);
    for (let next = at + 1; next < end; next++) row = row.concat(cells(entries[next]));
    rows.push(row);
  }
}

/** Reads the record; absent where the sheet is none of ours. With a yield now and then. */
export function* readRunRecord(sheet: Sheet): Generator<void, RunRecord | undefined> {
  const header = sheet.values.findIndex((row) => isRunHeader(row));
  if (header < 0) return undefined;
  const columns = new Map<RunRecordField, number>();
  for (const { field, names } of fieldColumns(runRecordTable)) {
    columns.set(
      field,
      sheet.values[header].findIndex((cell) => cell === names["zh-CN"] || cell === names.en),
    );
  }
  const agreements = new Map<string, RecordedAgreement>();
  const highest = new Map<string, number>();
  const derived = new Map<string, DerivedNumber>();
  let section = "";
  for (const [index, row] of sheet.values.slice(0, header).entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    const first = cellText(row[0]);
    if (FIRST_CELLS.has(first)) section = first;
    else if (section === SECTIONS.rowDigests) {
      for (let at = 0; cellText(row[at]) !== ""; at += 3) {
        const no = cellText(row[at]);
        agreements.set(no, { no, digest: cellText(row[at + 1]), status: statusOf(row[at + 2]) });
      }
    } else if (section === SECTIONS.highest)
      for (let at = 0; cellText(row[at]) !== ""; at += 2) highest.set(cellText(row[at]), Number(row[at + 1]));
    else if (section === SECTIONS.derived)
      for (let at = 0; cellText(row[at]) !== ""; at += 3)
        derived.set(cellText(row[at]), { no: cellText(row[at]), group: cellText(row[at + 1]), content: cellText(row[at + 2]) });
  }
  const runs = sheet.values.slice(header + 1).filter((row) => row.some((cell) => cell !== null && cell !== ""));
  const text = (row: readonly CellValue[], field: RunRecordField): string => cellText(row[columns.get(field) ?? -1]);
  return { agreements, highest, derived: [...derived.values()], runs: runs.map((row) => runOf((field) => text(row, field))) };
}

/** What the heading row of the runs says at least. */
const HEADINGS = fieldColumns(runRecordTable)
  .filter(({ field }) => field === "action" || field === "checkCode" || field === "complete")
  .map(({ names }) => names);

function isRunHeader(row: readonly CellValue[]): boolean {
  return HEADINGS.every((names) => row.some((cell) => cell === names["zh-CN"] || cell === names.en));
}

function runOf(text: (field: RunRecordField) => string): RunRow {
  return {
    action: text("action"),
    office: text("office"),
    engine: text("engine"),
    goals: text("goals"),
    digests: text("digests"),
    checkCode: text("checkCode"),
    proof: text("proof"),
    version: text("version"),
    sendTo: text("sendTo"),
    sentCode: text("sentCode"),
    complete: text("complete"),
    time: text("time"),
  };
}

/** The lines of a run's `digests` by kind of sheet. */
export function digestsOf({ digests }: Pick<RunRow, "digests">): ReadonlyMap<string, string> {
  const lines = digests.split("\n").map((line) => line.trim());
  return new Map(lines.flatMap((line) => (line.includes("=") ? [[line.slice(0, line.lastIndexOf("=")), line.slice(line.lastIndexOf("=") + 1)] as const] : []))); // prettier-ignore
}

/** Of what the record itself says of a run: all but the digests, whether it is complete, and when it was (which nobody can compute again). */
export function* recordDigest(
  { agreements, highest, derived }: Recorded,
  run: Omit<RunRow, "digests" | "complete" | "time">,
): Generator<void, string> {
  const digest = new SheetDigest(["0", "1"]);
  for (const field of ["action", "office", "engine", "goals", "checkCode", "proof", "version", "sendTo", "sentCode"] as const)
    digest.add([field, run[field]]);
  yield* forEachInSlices(agreements, ({ no, digest: row, status }) => digest.addWords(no, row, status ?? "?"));
  yield* forEachInSlices([...highest], (entry) => digest.add(entry));
  yield* forEachInSlices(derived, ({ no, group, content }) => digest.addWords(no, group, content));
  return digest.hex();
}

/** That digest with the runs before this one in it, so that what was done before can't be changed unseen either. */
export function withHistory(digest: string, before: readonly RunRow[]): string {
  const runs = before.filter(isComplete);
  if (runs.length === 0) return digest;
  const chained = new SheetDigest(["0", "1"]);
  chained.add(["", digest]);
  for (const run of runs) for (const field of RUN_FIELDS) chained.add([field, run[field]]);
  return chained.hex();
}

/** What a run did, as the sheet names it. */
export const ACTIONS = {
  balance: { "zh-CN": "平衡", en: "Balance" },
  submit: { "zh-CN": "上报", en: "Submit" },
  receive: { "zh-CN": "收下达", en: "Receive" },
} as const;
export type Action = keyof typeof ACTIONS;

export function actionOf({ action }: RunRow): Action | undefined {
  return (Object.keys(ACTIONS) as Action[]).find((key) => Object.values<string>(ACTIONS[key]).includes(action));
}

/** Adds a run, as it is after the runs before it, unless it says the same as the last one. */
export function withRun(runs: readonly RunRow[], runAfter: (before: readonly RunRow[]) => RunRow): readonly RunRow[] {
  const last = runs.at(-1);
  const run = runAfter(runs.slice(0, -1));
  const same =
    last !== undefined &&
    isComplete(last) &&
    last.action === run.action &&
    last.digests === run.digests &&
    last.version === run.version &&
    last.sentCode === run.sentCode &&
    last.engine === run.engine &&
    last.goals === run.goals;
  return same ? runs : [...runs.filter(isComplete), runAfter(runs)];
}
