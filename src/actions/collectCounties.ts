/** Collect: takes what lower offices sent into the Received sheets, file by file; one bad file never stops the rest. */
import type { Language } from "../i18n/language";
import type { Reading } from "../sheets/reading";
import { assemble, offendersIn, withoutKnownLists } from "../sheets/sharing/assemble";
import type { FieldCells } from "../sheets/sharing/fieldCells";
import { hearAnswers } from "../sheets/sharing/hearAnswers";
import { mustFix, type FileJudged, type SlipProblem } from "../sheets/sharing/incoming";
import { isTaken, judgeAll, type FileRead } from "../sheets/sharing/judgeAll";
import type { Here } from "../sheets/sharing/judgeIncoming";
import { placesHere } from "../sheets/sharing/placesHere";
import { planQuarters } from "../sheets/sharing/planQuarters";
import { rowsReceived, type RowsByKind } from "../sheets/sharing/receivedRows";
import { receivedSheets } from "../sheets/sharing/receivedSheets";
import { layReturnSlip, slipName } from "../sheets/sharing/returnSlip";
import { readRegister, register, registerSheet, type RegisterEntry } from "../sheets/sharing/register";
import { lateHere } from "../sheets/sharing/lateHere";
import { agreedRowsTouched } from "../sheets/sharing/touched";
import { MemoryWorkbook } from "../workbook/memoryWorkbook";
import type { Workbook } from "../workbook/workbook";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import { readIncoming, type IncomingFile } from "./readIncoming";
import { readWorkbook, type WorkbookRead } from "./readWorkbook";
import { CalledOff, report, rests, type RunControl } from "./solverDoors";
import type { SharedFile } from "./submitUpward";

export interface CollectOptions extends RunControl {
  readonly language: Language;
}

/** What became of one file. */
export interface FileOutcome extends FileJudged {
  /** How many agreements it answers anew. */
  readonly replies?: number;
  /** What was seen in it and not taken, in the cells of its own office. */
  readonly notes?: readonly SlipProblem[];
  /** Numbers of agreed rows that a correction touches: they are put to reconsideration, none is cut. */
  readonly touched?: readonly string[];
  readonly slip?: SharedFile;
}

export type CollectOutcome =
  | {
      readonly kind: "done";
      readonly files: readonly FileOutcome[];
      /** One row per office, those that sent nothing among them. */
      readonly register: readonly RegisterEntry[];
      /** The workbook as it was before. */
      readonly reading: Reading;
    }
  | { readonly kind: "called off" };

/**
 * Reads every file, decides by the rules of identity, and writes the Received sheets, Settled below and the register of
 * submissions; the office's own sheets stay as they are. Where no file was taken, and where the run is called off, the workbook
 * stays as it was.
 */
export async function collectCounties(
  workbook: Workbook,
  given: readonly IncomingFile[],
  options: CollectOptions,
): Promise<CollectOutcome> {
  try {
    const read = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const files = await readAll(given, read, options);
    const { outcomes, byOffice } = await tried(read, files, options);
    const entries = register(read, outcomes);
    report(options, { stage: "writing" });
    if (outcomes.some(isTaken)) {
      const rest = rests(options);
      const sheets = [...receivedSheets(byOffice, read.reading), registerSheet(entries, read.reading)];
      await workbook.write(sheets, (done, total) => rest({ stage: "writing", done, total }));
    }
    return { kind: "done", files: await withSlips(outcomes, read, options), register: entries, reading: read.reading };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}

/** Each file in turn. */
async function readAll(given: readonly IncomingFile[], { reading }: WorkbookRead, options: CollectOptions): Promise<readonly FileRead[]> {
  const files: FileRead[] = [];
  const { language } = options;
  for (const file of given) {
    report(options, { stage: "collecting", place: file.name, done: files.length, total: given.length });
    const read = await readIncoming(file, { language, addressee: reading.situation.office, control: options });
    files.push({ ...read, file: file.name });
  }
  return files;
}

interface Tried {
  readonly outcomes: readonly FileOutcome[];
  readonly byOffice: ReadonlyMap<string, RowsByKind>;
}

/** Puts what is to be taken beside what is here; a file whose rows cannot stand here is refused, and the rest judged again. */
async function tried(read: WorkbookRead, given: readonly FileRead[], options: CollectOptions): Promise<Tried> {
  const { reading, sheets } = read;
  const here: Here = {
    ...{ office: reading.situation.office, cover: reading.cover, known: readRegister(read) },
    ...{ quarters: planQuarters(reading), dated: reading.keys.quarters[0] !== "any" },
    ...placesHere(reading, sheets),
  };
  const kept = rowsReceived(reading, sheets);
  let files = given;
  for (;;) {
    const judged = judgeAll(files, here, lateHere(read));
    if (!judged.some(isTaken)) return { outcomes: judged, byOffice: kept };
    const heard = hearAnswers({ ...read, sheet: read.earlier.tables.get("Agreements") }, kept, judged);
    const byOffice = withReplies(assemble(reading, kept, judged), heard.byOffice);
    report(options, { stage: "checking" });
    const trial = new MemoryWorkbook(sheets, read.definedCells);
    await trial.write(receivedSheets(byOffice, reading));
    const after = await readWorkbook(trial, { withoutInvalid: false, language: options.language }, { signal: options.signal });
    const offenders = offendersIn(after, judged);
    if (offenders.size === 0) {
      const told = (outcome: FileJudged): FileOutcome => {
        const { count: replies = 0, notes: passedOver = [] } = heard.told.get(outcome) ?? {};
        const again = isTaken(outcome) && outcome.answers && replies === 0 && passedOver.length === 0;
        const notes = isTaken(outcome) ? [...(outcome.incoming?.unexplained ?? []), ...passedOver] : [];
        const touched = agreedRowsTouched(outcome, kept, byOffice, read);
        return { ...outcome, state: again ? "duplicate" : outcome.state, touched, replies, notes };
      };
      return { outcomes: judged.map(told), byOffice: withoutKnownLists(byOffice, after) };
    }
    files = files.map((file, index) => {
      const { office = "", incoming } = judged[index];
      const problems = isTaken(judged[index]) && incoming ? offenders.get(office) : undefined;
      return problems ? { ...file, office, refusal: mustFix(problems) } : file;
    });
  }
}

/** Replies stay where an office sends anew: they are heard row by row. */
function withReplies(
  byOffice: ReadonlyMap<string, RowsByKind>,
  replies: ReadonlyMap<string, readonly FieldCells[]>,
): ReadonlyMap<string, RowsByKind> {
  const offices = new Set([...byOffice.keys(), ...replies.keys()]);
  return new Map(
    [...offices].map((office) => [office, new Map([...(byOffice.get(office) ?? []), ["Replies", replies.get(office) ?? []]])]),
  );
}

/** A return slip for every file that was refused, one after another: hundreds at once would fill the memory. */
async function withSlips(
  outcomes: readonly FileOutcome[],
  { reading }: WorkbookRead,
  { language }: CollectOptions,
): Promise<FileOutcome[]> {
  const told: FileOutcome[] = [];
  const names = new Set<string>();
  for (const outcome of outcomes) {
    const { file, state, office, incoming, refusal } = outcome;
    if (state !== "refused" || !refusal) {
      told.push(outcome);
      continue;
    }
    const slipLanguage = incoming?.language ?? language;
    const workbook = blankXlsx();
    await workbook.write([layReturnSlip({ file, office, incoming, refusal }, { from: reading.situation.office, language: slipLanguage })]);
    const name = freeName(slipName(file, slipLanguage), names);
    told.push({ ...outcome, slip: { name, bytes: workbook.bytes() } });
  }
  return told;
}

/** Two files of one name, from two folders, get a slip each. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let time = 2; taken.has(name.toLowerCase()); time++) name = wanted.replace(/(?=\.xlsx$)/, ` ${time}`);
  taken.add(name.toLowerCase());
  return name;
}
