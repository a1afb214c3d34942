/** Does one piece of work; the same in a worker and, where workers are refused, in slices on the page. */
import { balanceWorkbook } from "../../actions/balanceWorkbook";
import { checkWorkbook } from "../../actions/checkWorkbook";
import type { RunControl } from "../../actions/solverDoors";
import type { Workbook } from "../../workbook/workbook";
import { openXlsx } from "../../workbook/xlsxWorkbook";
import { checkView } from "./checkView";
import { failureOf } from "./failureOf";
import type { Job, JobOutcome, Source, Written } from "./job";
import { resultView } from "./resultView";
import { shareJob } from "./shareJob";
import { SheetsWorkbook } from "./sheetsWorkbook";
import { usedSheets } from "./usedSheets";

/** Never rejects: a failure is an outcome. */
export async function runJob(job: Job, control: RunControl): Promise<JobOutcome> {
  try {
    const { workbook, written } = opened(job.source);
    switch (job.verb) {
      case "check":
        return await checked(workbook, job, control);
      case "balance":
        return await balanced({ workbook, written }, job, control);
      default:
        return await shareJob({ workbook, written }, job, control);
    }
  } catch (error) {
    return failureOf(error);
  }
}

/** A workbook, and how what was written to it is handed back. */
export interface Opened {
  readonly workbook: Workbook;
  readonly written: () => Written;
}

function opened(source: Source): Opened {
  if (source.kind === "file") {
    const workbook = openXlsx(source.bytes);
    return { workbook, written: () => ({ kind: "file", bytes: new Uint8Array(workbook.bytes()) }) };
  }
  const workbook = new SheetsWorkbook(source.sheets, source.definedCells);
  return { workbook, written: () => ({ kind: "sheets", sheets: workbook.written }) };
}

async function checked(workbook: Workbook, { language }: Job, control: RunControl): Promise<JobOutcome> {
  const outcome = await checkWorkbook(workbook, { ...control, language, write: false });
  if (outcome.kind === "called off") return outcome;
  const check = checkView(outcome.reading, outcome.problems, await sheetsOfOurs(workbook));
  return { kind: "checked", check: { ...check, standing: outcome.standing } };
}

async function balanced({ workbook, written }: Opened, job: Extract<Job, { verb: "balance" }>, control: RunControl): Promise<JobOutcome> {
  const { language, withoutInvalid, forms } = job;
  const outcome = await balanceWorkbook(workbook, { ...control, language, withoutInvalid, forms });
  if (outcome.kind === "called off") return outcome;
  const reading = outcome.kind === "done" ? outcome.result.reading : outcome.reading;
  const check = checkView(reading, outcome.problems, await sheetsOfOurs(workbook));
  const keep = { written: written(), used: usedSheets(reading) };
  if (outcome.kind === "must fix") return { kind: "must fix", check, ...keep };
  return { kind: "balanced", check, result: resultView(outcome), ...keep };
}

async function sheetsOfOurs(workbook: Workbook): Promise<ReadonlySet<string>> {
  return new Set((await workbook.definedCells()).map(({ sheet }) => sheet));
}
