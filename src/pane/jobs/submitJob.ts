import { askedJson } from "../../actions/askedJson";
import { submitUpward, type SubmitOptions } from "../../actions/submitUpward";
import type { JobOutcome, Said } from "./job";
import { madeFile } from "./madeFile";
import { notDone } from "./notDone";
import type { Opened } from "./runJob";
import { usedSheets } from "./usedSheets";

/** Submit: asks for what has to be said first, else hands back the submission and what the workbook remembers of it. */
export async function submitJob(
  { workbook, written }: Opened,
  said: Said,
  options: Pick<SubmitOptions, "language" | "onProgress" | "signal">,
): Promise<JobOutcome> {
  const outcome = await submitUpward(workbook, { ...options, ...spoken(said) });
  switch (outcome.kind) {
    case "done": {
      const { office, sendTo, version } = outcome.submission.cover;
      const { checkCode } = outcome.submission;
      const keep = { written: written(), used: usedSheets(outcome.reading) };
      return { kind: "submitted", office, sendTo, version, checkCode, again: outcome.again, file: madeFile(outcome.file), ...keep };
    }
    case "ask":
      return { kind: "asked", asked: { "zh-CN": askedJson(outcome, "zh-CN"), en: askedJson(outcome, "en") } };
    case "called off":
      return outcome;
    default:
      return notDone(outcome);
  }
}

/** What was left blank was not said. */
function spoken({ office, sendTo, contacts, explanations }: Said): Pick<SubmitOptions, keyof Said> {
  return {
    ...(office.trim() !== "" && { office: office.trim() }),
    ...(sendTo.trim() !== "" && { sendTo: sendTo.trim() }),
    contacts,
    explanations: new Map([...explanations].map(([key, text]) => [key, text.trim()] as const).filter(([, text]) => text !== "")),
  };
}
