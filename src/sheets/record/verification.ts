/**
 * Verify: do these agreements belong to these inputs? The digests of the last whole run are worked out again from what the
 * workbook holds now; a sheet whose digest differs has changed since, and of the agreements every row is known by itself.
 */
import { atOnce } from "../../engine/slices";
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import type { SheetTable } from "../table/column";
import { inputTables } from "../inputs/desk";
import { checkCode } from "./digest";
import { cellText, type EarlierOutput } from "../table/earlierOutput";
import { locateOutputs, type EarlierOutputs } from "./locateOutputs";
import { codeUnitOrder } from "../table/naturalOrder";
import { formTables } from "../forms/formTables";
import { outputTables } from "../outputs";
import type { OutputKind, Reading } from "../reading";
import { digestsOf, isComplete, recordDigest, withHistory, type RunRecord, type RunRow } from "./runRecord";
import { rowsChangedByHand } from "./rowsChangedByHand";
import { inputDigests, outputDigest, pageDigest } from "./sheetDigests";

/** `decided`: the agreements stand as they were written; only a status, a version or the order of the rows differs. */
export type SheetState = "same" | "changed" | "decided" | "missing" | "added";

export interface VerifiedSheet {
  /** The tab, or where it is missing the name it should have. */
  readonly sheet: string;
  readonly state: SheetState;
}

/** An agreement row that is not as the run wrote it. */
export interface ChangedRow {
  readonly sheet: string;
  /** From 0; absent: the row was taken away. */
  readonly row?: number;
  /** First and last of our columns. */
  readonly columns?: readonly [number, number];
  /** Empty where the clerk typed the row without one. */
  readonly no: string;
  readonly change: "edited" | "typed" | "removed";
}

export interface Verification {
  /** The last run that was written whole; absent: there is nothing to compare with. */
  readonly run: RunRow | undefined;
  /** A later run broke off before its end. */
  readonly brokenOff: boolean;
  readonly sheets: readonly VerifiedSheet[];
  readonly rows: readonly ChangedRow[];
  /** Of the sheets as they are now: the printed one where nothing changed since it was printed, also by submitting or receiving. */
  readonly checkCode: string;
}

/** Everything belongs together. */
export function isVerified({ run, brokenOff, sheets, rows }: Verification): boolean {
  return run !== undefined && !brokenOff && rows.length === 0 && sheets.every(({ state }) => state === "same");
}

export function verification(reading: Reading, sheets: readonly Sheet[], definedCells: readonly DefinedCell[]): Verification {
  const outputs = locateOutputs(sheets, definedCells);
  const { record } = outputs;
  const run = record?.runs.findLast((row) => isComplete(row) && row.digests !== "");
  if (!record || !run)
    return {
      run: undefined,
      brokenOff: record !== undefined && record.runs.length > 0,
      sheets: [],
      rows: [],
      checkCode: "",
    };
  const recorded = digestsOf(run);
  const now = digestsNow({ reading, sheets, outputs, record, run });
  const kinds = [...new Set([...recorded.keys(), ...now.keys()])].sort(codeUnitOrder);
  const tabs = tabsOf(reading, outputs);
  const agreements = outputs.tables.get("Agreements");
  const rows = changedRows(agreements, record);
  return {
    run,
    brokenOff: record.runs.some((row) => !isComplete(row)),
    sheets: kinds.map((kind) => {
      const state = stateOf(recorded.get(kind), now.get(kind));
      const decided = kind === "Agreements" && agreements !== undefined && state === "changed" && rows.length === 0;
      return { sheet: tabs.get(kind) ?? usualName(kind, reading), state: decided ? "decided" : state };
    }),
    rows,
    checkCode: rows.length === 0 && kinds.every((kind) => recorded.get(kind) === now.get(kind)) ? run.checkCode : codeOf(now),
  };
}

function codeOf(digests: ReadonlyMap<string, string>): string {
  return checkCode(new Map([...digests].filter(([kind]) => !OUTSIDE_CHECK_CODE.has(kind))));
}

/** Sheets that hold the check code, are written after it is known, or look at the others. */
const OUTSIDE_CHECK_CODE: ReadonlySet<string> = new Set(["Summary", "Problems", "Run record", ...formTables.map(({ kind }) => kind)]);

function stateOf(recorded: string | undefined, now: string | undefined): SheetState {
  if (recorded === undefined) return "added";
  if (now === undefined) return "missing";
  return recorded === now ? "same" : "changed";
}

interface Scene {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  readonly outputs: EarlierOutputs;
  readonly record: RunRecord;
  readonly run: RunRow;
}

function digestsNow({ reading, sheets, outputs, record, run }: Scene): ReadonlyMap<string, string> {
  const digests = new Map(atOnce(inputDigests(sheets, reading.receipts)));
  for (const [kind, sheet] of outputs.sheets) {
    if (kind === "Run record")
      digests.set(
        kind,
        withHistory(
          atOnce(recordDigest({ ...record, agreements: [...record.agreements.values()] }, run)),
          record.runs.slice(0, record.runs.indexOf(run)),
        ),
      );
    else if (kind === "Summary") digests.set(kind, pageDigest(sheet.values, run.checkCode));
    else digests.set(kind, tableDigest(kind, outputs.tables.get(kind), run.checkCode));
  }
  return digests;
}

/** No digest at all where the headings are gone, or where another check code is printed above them. */
function tableDigest(kind: OutputKind, output: EarlierOutput | undefined, code: string): string {
  const table = outputTables.find((each) => each.kind === kind);
  if (!table || !output) return "no headings";
  const above = output.sheet.values.slice(0, output.headerRow).flat().map(cellText);
  const printed = above.flatMap((text) => /(?:核对码|Check code)\s*[::]\s*(\S*)/u.exec(text)?.[1] ?? []);
  return printed.every((text) => text === code) ? atOnce(outputDigest(output, table)) : "another check code";
}

function tabsOf({ receipts }: Reading, { sheets }: EarlierOutputs): ReadonlyMap<string, string> {
  const inputs = receipts.flatMap(({ kind, sheet }): [string, string][] => (kind === undefined ? [] : [[kind, sheet]]));
  return new Map([...inputs, ...[...sheets].map(([kind, { name }]): [string, string] => [kind, name])]);
}

function usualName(kind: string, { language }: Reading): string {
  const tables: readonly SheetTable[] = [...inputTables, ...outputTables];
  return tables.find((table) => table.kind === kind)?.names[language] ?? kind;
}

/** Rows of the Agreements sheet that the clerk typed, edited or took away; where the sheet itself is missing, that is told of the sheet. */
function changedRows(agreements: EarlierOutput | undefined, record: RunRecord): readonly ChangedRow[] {
  if (!agreements) return [];
  const { sheet, columnOf, headerRow } = agreements;
  const columns = [Math.min(...columnOf.values()), Math.max(...columnOf.values())] as const;
  const numberColumn = columnOf.get("no") ?? -1;
  const noOf = (row: number): string => cellText(sheet.values[row]?.[numberColumn]);
  const edited = atOnce(rowsChangedByHand(agreements, record));
  const copies = [...sheet.values.keys()].filter((row) => row > headerRow && noOf(row) !== "" && agreements.row(noOf(row)) !== row);
  const changed = [...new Set([...edited, ...copies])].map((row): ChangedRow => {
    const known = record.agreements.has(noOf(row)) && agreements.row(noOf(row)) === row;
    return { sheet: sheet.name, row, columns, no: noOf(row), change: known ? "edited" : "typed" };
  });
  const present = new Set(agreements.numbers());
  const removed = [...record.agreements.keys()].filter((no) => !present.has(no));
  return [...changed, ...removed.map((no): ChangedRow => ({ sheet: sheet.name, no, change: "removed" }))];
}
