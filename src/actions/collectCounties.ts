/** Collect: takes what lower offices sent into the Received sheets, file by file; one bad file never stops the rest. */
import type { Language } from "../i18n/language";
import type { Reading } from "../sheets/reading";
import { assemble, offendersIn, withoutKnownLists } from "../sheets/sharing/assemble";
import type { FileState, Incoming, Refusal, SlipProblem } from "../sheets/sharing/incoming";
import type { Answers } from "../sheets/sharing/answers";
import type { FieldCells } from "../sheets/sharing/fieldCells";
import { hearAnswers } from "../sheets/sharing/hearAnswers";
import { judgeIncoming, judgeReturned, type Here, type KnownSubmission } from "../sheets/sharing/judgeIncoming";
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
import { CalledOff, report, type RunControl } from "./solverDoors";
import type { SharedFile } from "./submitUpward";

export interface CollectOptions extends RunControl {
  readonly language: Language;
}

/** What became of one file. */
export interface FileOutcome {
  readonly file: string;
  readonly state: FileState;
  readonly office?: string;
  readonly incoming?: Incoming;
  readonly refusal?: Refusal;
  /** Replies to agreements of this office, where the file is a return that was filled in; those of a submission are its rows. */
  readonly answers?: Answers;
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
 * submissions; the office's own sheets stay as they are. Called off, the workbook stays as it was.
 */
export async function collectCounties(
  workbook: Workbook,
  files: readonly IncomingFile[],
  options: CollectOptions,
): Promise<CollectOutcome> {
  try {
    const read = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const judged = await judgeAll(read, files, options);
    const { outcomes, byOffice } = await tried(read, judged, options);
    const entries = register(read, outcomes);
    const changed = outcomes.some(({ state }) => state === "accepted" || state === "late");
    report(options, { stage: "writing" });
    const sheets = [...(changed ? receivedSheets(byOffice, read.reading) : []), registerSheet(entries, read.reading)];
    await workbook.write(sheets);
    return { kind: "done", files: await withSlips(outcomes, read, options), register: entries, reading: read.reading };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}

/** Each file in turn; of several from one office the highest version stays. */
async function judgeAll(read: WorkbookRead, files: readonly IncomingFile[], options: CollectOptions): Promise<readonly FileOutcome[]> {
  const { reading, sheets } = read;
  const known = new Map<string, KnownSubmission>(readRegister(read));
  const here: Here = {
    ...{ office: reading.situation.office, cover: reading.cover, known },
    ...{ quarters: planQuarters(reading), dated: reading.keys.quarters[0] !== "any" },
    ...placesHere(reading, sheets),
  };
  const outcomes: FileOutcome[] = [];
  const latest = new Map<string, number>();
  for (const file of files) {
    report(options, { stage: "collecting", place: file.name, done: outcomes.length, total: files.length });
    const outcome = await judge(file, here, options);
    const before = outcome.office === undefined ? undefined : latest.get(outcome.office);
    if (outcome.state === "accepted" && outcome.office !== undefined && outcome.incoming) {
      if (before !== undefined) outcomes[before] = { ...outcomes[before], state: "superseded" };
      latest.set(outcome.office, outcomes.length);
      known.set(outcome.office, outcome.incoming);
    }
    const older = before !== undefined && outcome.refusal?.kind === "old version" && outcome.refusal.version < outcome.refusal.known;
    outcomes.push(older ? { ...outcome, state: "superseded", refusal: undefined } : outcome);
  }
  const late = lateHere(read);
  return outcomes.map((outcome) =>
    outcome.state === "accepted" && outcome.incoming && late && outcome.office !== undefined && !readRegister(read).has(outcome.office)
      ? { ...outcome, state: "late" }
      : outcome,
  );
}

async function judge(file: IncomingFile, here: Here, options: CollectOptions): Promise<FileOutcome> {
  const read = await readIncoming(file, { language: options.language, addressee: here.office, control: options });
  if (read.kind === "refused") {
    const office = read.office === undefined ? undefined : (here.places.entry(read.office)?.name ?? read.office);
    return { file: file.name, state: "refused", office, refusal: read.refusal };
  }
  if (read.kind === "answered") {
    const { office, refusal } = judgeReturned(read.returned, here);
    return { file: file.name, state: refusal ? "refused" : "accepted", office, refusal, answers: read.answers };
  }
  const { incoming } = read;
  const verdict = judgeIncoming(incoming, here);
  if (verdict.kind === "refuse") return { file: file.name, state: "refused", office: verdict.office, incoming, refusal: verdict.refusal };
  return { file: file.name, state: verdict.kind === "duplicate" ? "duplicate" : "accepted", office: verdict.office, incoming };
}

interface Tried {
  readonly outcomes: readonly FileOutcome[];
  readonly byOffice: ReadonlyMap<string, RowsByKind>;
}

/** Puts what was accepted beside what is here; an office whose rows cannot stand here is refused, and the rest tried again. */
async function tried(read: WorkbookRead, judged: readonly FileOutcome[], options: CollectOptions): Promise<Tried> {
  const kept = rowsReceived(read.reading, read.sheets);
  let outcomes = judged;
  for (;;) {
    const heard = hearAnswers({ ...read, sheet: read.earlier.tables.get("Agreements") }, kept, outcomes);
    const byOffice = withReplies(assemble(read.reading, kept, outcomes), heard.byOffice);
    const trial = new MemoryWorkbook(read.sheets, read.definedCells);
    await trial.write(receivedSheets(byOffice, read.reading));
    const after = await readWorkbook(trial, { withoutInvalid: false, language: options.language }, { signal: options.signal });
    const offenders = offendersIn(after, outcomes);
    if (offenders.size === 0) {
      const told = (outcome: FileOutcome): FileOutcome => {
        const { count: replies = 0, notes: passedOver = [] } = heard.told.get(outcome) ?? {};
        const again = isTaken(outcome) && outcome.answers && replies === 0 && passedOver.length === 0;
        const notes = isTaken(outcome) ? [...(outcome.incoming?.unexplained ?? []), ...passedOver] : [];
        const touched = agreedRowsTouched(outcome, kept, byOffice, read);
        return { ...outcome, state: again ? "duplicate" : outcome.state, touched, replies, notes };
      };
      return { outcomes: outcomes.map(told), byOffice: withoutKnownLists(byOffice, after) };
    }
    outcomes = outcomes.map((outcome) => {
      const problems = isTaken(outcome) && outcome.incoming ? offenders.get(outcome.office ?? "") : undefined;
      return problems ? { ...outcome, state: "refused", refusal: { kind: "must fix", problems } } : outcome;
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

function isTaken({ state }: FileOutcome): boolean {
  return state === "accepted" || state === "late";
}

/** A return slip for every file that was refused. */
function withSlips(outcomes: readonly FileOutcome[], { reading }: WorkbookRead, { language }: CollectOptions): Promise<FileOutcome[]> {
  return Promise.all(
    outcomes.map(async (outcome) => {
      if (outcome.state !== "refused" || !outcome.refusal) return outcome;
      const slipLanguage = outcome.incoming?.language ?? language;
      const workbook = blankXlsx();
      const slip = { file: outcome.file, office: outcome.office, incoming: outcome.incoming, refusal: outcome.refusal };
      await workbook.write([layReturnSlip(slip, { from: reading.situation.office, language: slipLanguage })]);
      return { ...outcome, slip: { name: slipName(outcome.file, slipLanguage), bytes: workbook.bytes() } };
    }),
  );
}
