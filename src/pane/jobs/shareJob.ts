/** What an office does with others. What is written into its workbook is handed back, to be kept where the workbook lies. */
import { askedJson } from "../../actions/askedJson";
import { returnResults, type ReturnOutcome } from "../../actions/returnResults";
import type { RunControl } from "../../actions/solverDoors";
import { startRound, type StartOutcome } from "../../actions/startRound";
import { startYear } from "../../actions/startYear";
import { submitUpward, type SharedFile, type SubmitOutcome } from "../../actions/submitUpward";
import { verificationJson } from "../../actions/verificationJson";
import { verify } from "../../actions/verify";
import type { Language } from "../../i18n/language";
import { cannotReturn, staleWords } from "../../i18n/sharingWords";
import { cannotStart, mustFixFor } from "../../i18n/starting";
import type { Problem } from "../../sheets/reading";
import type { Staleness } from "../../sheets/sharing/freshness";
import { inBoth } from "./inBoth";
import type { JobOutcome, MadeFile, Said, ShareStep } from "./job";
import type { Opened } from "./runJob";
import { usedSheets } from "./usedSheets";

type Step = ShareStep & { readonly language: Language };

export async function shareJob(opened: Opened, step: Step, control: RunControl): Promise<JobOutcome> {
  const { workbook } = opened;
  const options = { ...control, language: step.language };
  switch (step.verb) {
    case "verify": {
      const outcome = await verify(workbook, options);
      return outcome.kind === "done" ? { kind: "verified", found: verificationJson(outcome.verification) } : outcome;
    }
    case "submit":
      return submitted(await submitUpward(workbook, { ...options, ...spoken(step.said) }), opened);
    case "return":
      return returned(await returnResults(workbook, options));
    case "start year":
      return made(await startYear(workbook, options), (file) => [file]);
    case "start round":
      return made(await startRound(workbook, options), (files) => files);
  }
}

/** What was left blank was not said. */
function spoken({ office, sendTo, contacts, explanations }: Said): Pick<Parameters<typeof submitUpward>[1], keyof Said> {
  return {
    ...(office.trim() !== "" && { office: office.trim() }),
    ...(sendTo.trim() !== "" && { sendTo: sendTo.trim() }),
    contacts,
    explanations: new Map([...explanations].map(([key, text]) => [key, text.trim()] as const).filter(([, text]) => text !== "")),
  };
}

function submitted(outcome: SubmitOutcome, { written }: Opened): JobOutcome {
  switch (outcome.kind) {
    case "done": {
      const { office, sendTo, version } = outcome.submission.cover;
      const { checkCode } = outcome.submission;
      const keep = { written: written(), used: usedSheets(outcome.reading) };
      return { kind: "submitted", office, sendTo, version, checkCode, again: outcome.again, file: madeFile(outcome.file), ...keep };
    }
    case "ask":
      return { kind: "asked", asked: { "zh-CN": askedJson(outcome, "zh-CN"), en: askedJson(outcome, "en") } };
    case "must fix":
      return mustFix(outcome);
    case "stale":
      return stale(outcome.why);
    case "called off":
      return outcome;
  }
}

function made<Made>(outcome: StartOutcome<Made>, filesOf: (made: Made) => readonly SharedFile[]): JobOutcome {
  switch (outcome.kind) {
    case "done":
      return { kind: "files", files: filesOf(outcome.made).map(madeFile) };
    case "must fix":
      return mustFix(outcome);
    case "cannot start":
      return { kind: "not done", why: cannotStart[outcome.why] };
    case "called off":
      return outcome;
  }
}

function returned(outcome: ReturnOutcome): JobOutcome {
  switch (outcome.kind) {
    case "done":
      return { kind: "files", files: outcome.returns.map(({ file }) => madeFile(file)) };
    case "stale":
      return stale(outcome.why);
    case "called off":
      return outcome;
    default:
      return { kind: "not done", why: cannotReturn[outcome.kind] };
  }
}

function mustFix({ problems }: { readonly problems: readonly Problem[] }): JobOutcome {
  const { length } = problems.filter(({ severity }) => severity === "must fix");
  return { kind: "not done", why: inBoth((language) => mustFixFor[language]({ problems: length })) };
}

function stale(why: Staleness): JobOutcome {
  return { kind: "not done", why: inBoth((language) => staleWords[language](why)) };
}

function madeFile({ name, bytes }: SharedFile): MadeFile {
  return { name, bytes: new Uint8Array(bytes) };
}
