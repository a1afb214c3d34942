/** Submit: what an office could not settle, and what capacity remains, as a workbook for the office above. */
import type { Problem, Reading } from "../sheets/reading";
import { explainedOnSheet } from "../sheets/sharing/explainedOnSheet";
import { agreementRowsAsWritten, runOfSharing } from "../sheets/sharing/sharingRun";
import { composeSubmission, type SubmissionInput } from "../sheets/sharing/composeSubmission";
import { problemKey, toExplain } from "../sheets/sharing/decidedRows";
import { lastRun, staleness, type Staleness } from "../sheets/sharing/freshness";
import { laySubmission } from "../sheets/sharing/laySubmission";
import { sentUpRows, sentUpSheet } from "../sheets/sharing/sentUpSheet";
import type { Submission } from "../sheets/sharing/submission";
import { actionOf } from "../sheets/record/runRecord";
import type { Workbook } from "../workbook/workbook";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import { readWorkbook, stopping, type WorkbookRead } from "./readWorkbook";
import { CalledOff, report, type RunControl } from "./solverDoors";
import type { Language } from "../i18n/language";
import { submissionName } from "../i18n/sharing";

export interface SubmitOptions extends RunControl {
  readonly language: Language;
  /** Asked for where the Cover names none. */
  readonly office?: string;
  readonly sendTo?: string;
  /** Send the factories' contacts too. */
  readonly contacts: boolean;
  /** Given now, by `rule sheet cell`; those on the Problems sheet count too. */
  readonly explanations?: ReadonlyMap<string, string>;
  readonly time?: string;
}

export interface SharedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type SubmitOutcome =
  | {
      readonly kind: "done";
      readonly submission: Submission;
      readonly file: SharedFile;
      readonly again: boolean;
      /** The workbook as it was before. */
      readonly reading: Reading;
    }
  | { readonly kind: "must fix"; readonly reading: Reading; readonly problems: readonly Problem[] }
  | { readonly kind: "stale"; readonly why: Staleness }
  /** What the clerk has to say first. */
  | {
      readonly kind: "ask";
      readonly office: boolean;
      readonly sendTo: boolean;
      readonly explain: readonly Problem[];
      readonly reading: Reading;
    }
  | { readonly kind: "called off" };

/**
 * Composes the submission and notes it in the workbook, on the sheets Sent up and Run record; the clerk's sheets stay as they
 * are. Nothing is sent while something must be fixed or explained, or while the balance is older than what it was made of.
 * The same content again keeps its version; other content gets the next one.
 */
export async function submitUpward(workbook: Workbook, options: SubmitOptions): Promise<SubmitOutcome> {
  try {
    const read = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const { reading } = read;
    if (stopping(reading, false)) return { kind: "must fix", reading, problems: reading.problems };
    const why = staleness(read);
    if (why) return { kind: "stale", why };
    const office = officeOf(read, options);
    const sendTo = reading.cover.sendTo ?? options.sendTo ?? before(read)?.sendTo;
    const explain = toExplain(reading).filter(
      (problem) => problem.explanation === undefined && !options.explanations?.has(problemKey(problem)),
    );
    if (office === undefined || sendTo === undefined || explain.length > 0)
      return { kind: "ask", office: office === undefined, sendTo: sendTo === undefined, explain, reading };
    const composed = composeNext(read, { ...options, office, sendTo });
    report(options, { stage: "writing" });
    await workbook.write([...explainedOnSheet(read, options.explanations ?? new Map()), ...noted(read, composed.submission, options.time)]);
    return { kind: "done", ...composed, file: await fileOf(composed.submission), reading };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}

/** The submission before this one, as the Run record has it. */
function before({
  earlier,
}: WorkbookRead): { readonly office: string; readonly sendTo: string; readonly version: number; readonly checkCode: string } | undefined {
  const run = earlier.record?.runs.findLast((row) => actionOf(row) === "submit");
  return run && { office: run.office, sendTo: run.sendTo, version: Number(run.version), checkCode: run.sentCode };
}

/** The Cover's office; without one what the clerk says, now or the last time. */
function officeOf({ reading, earlier, sheets, definedCells }: WorkbookRead, { office }: SubmitOptions): string | undefined {
  if (reading.receipts.some(({ kind }) => kind === "Cover")) return reading.situation.office;
  return office ?? before({ reading, earlier, sheets, definedCells })?.office;
}

/** With the version of the last submission where it says the same, else with the next. */
function composeNext(
  read: WorkbookRead,
  { office, sendTo, contacts, explanations }: SubmitOptions & { readonly office: string; readonly sendTo: string },
): { readonly submission: Submission; readonly again: boolean } {
  const { reading, sheets, earlier } = read;
  const last = before(read);
  const run = lastRun(earlier);
  const asSent = run !== undefined && actionOf(run) === "submit";
  const input: Omit<SubmissionInput, "version"> = {
    ...{ reading, sheets, earlier, office, sendTo, contacts, asSent },
    balanced: "at home",
    explanations: explanations ?? new Map(),
  };
  const first = composeSubmission({ ...input, version: last?.version ?? reading.cover.version });
  if (!last || first.checkCode === last.checkCode) return { submission: first, again: last !== undefined };
  return { submission: composeSubmission({ ...input, version: Math.max(last.version + 1, reading.cover.version) }), again: false };
}

/** What the workbook remembers of it. */
function noted(read: WorkbookRead, submission: Submission, time: string | undefined): ReturnType<typeof laySubmission> {
  const { reading, earlier } = read;
  const records = sentUpRows(submission);
  const run = {
    ...{ action: "submit" as const, office: submission.cover.office, sentCode: submission.checkCode, time },
    ...{ version: submission.cover.version, otherOffice: submission.cover.sendTo },
  };
  return [sentUpSheet(records, reading), runOfSharing(read, run, { sentUp: records, ...agreementRowsAsWritten(earlier) })];
}

/** The file that travels: made from nothing, with no author and no date. */
export async function fileOf(submission: Submission): Promise<SharedFile> {
  const workbook = blankXlsx();
  await workbook.write(laySubmission(submission));
  const { office, round, planStarts, version } = submission.cover;
  return { name: submissionName[submission.language]({ office, round: round || planStarts, version }), bytes: workbook.bytes() };
}
