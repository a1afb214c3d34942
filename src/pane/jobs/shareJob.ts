/** What an office does with others. What is written into its workbook is handed back, to be kept where the workbook lies. */
import { collectCounties, type CollectOutcome } from "../../actions/collectCounties";
import { returnResults, type ReturnOutcome } from "../../actions/returnResults";
import type { RunControl } from "../../actions/solverDoors";
import { startRound, type StartOutcome } from "../../actions/startRound";
import { startYear } from "../../actions/startYear";
import type { SharedFile } from "../../actions/submitUpward";
import { verificationJson } from "../../actions/verificationJson";
import { verify } from "../../actions/verify";
import type { Language } from "../../i18n/language";
import type { RegisterState } from "../../i18n/sharing";
import { cannotReturn } from "../../i18n/sharingWords";
import { cannotStart } from "../../i18n/starting";
import { collectedViews } from "./collectedView";
import { givenBytes } from "./givenBytes";
import type { JobOutcome, ShareStep } from "./job";
import { madeFile } from "./madeFile";
import { notDone } from "./notDone";
import { receiveJob } from "./receiveJob";
import type { Opened } from "./runJob";
import { submitJob } from "./submitJob";
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
      return submitJob(opened, step.said, options);
    case "collect": {
      const files = step.given.map((given) => ({ name: given.name, read: () => givenBytes(given) }));
      return collected(await collectCounties(workbook, files, options), opened);
    }
    case "receive":
      return receiveJob(opened, step.given, options);
    case "return":
      return returned(await returnResults(workbook, options));
    case "start year":
      return made(await startYear(workbook, options), (file) => [file]);
    case "start round":
      return made(await startRound(workbook, options), (files) => files);
  }
}

function collected(outcome: CollectOutcome, { written }: Opened): JobOutcome {
  if (outcome.kind === "called off") return outcome;
  const offices = (wanted: RegisterState): readonly string[] =>
    outcome.register.filter(({ state }) => state === wanted).map(({ office }) => office);
  const lacking = { missing: offices("missing"), refused: offices("refused") };
  return { kind: "collected", files: collectedViews(outcome), ...lacking, written: written(), used: usedSheets(outcome.reading) };
}

function made<Made>(outcome: StartOutcome<Made>, filesOf: (made: Made) => readonly SharedFile[]): JobOutcome {
  switch (outcome.kind) {
    case "done":
      return { kind: "files", files: filesOf(outcome.made).map(madeFile) };
    case "cannot start":
      return { kind: "not done", why: cannotStart[outcome.why] };
    case "called off":
      return outcome;
    default:
      return notDone(outcome);
  }
}

function returned(outcome: ReturnOutcome): JobOutcome {
  switch (outcome.kind) {
    case "done":
      return { kind: "files", files: outcome.returns.map(({ file }) => madeFile(file)) };
    case "called off":
      return outcome;
    case "stale":
      return notDone(outcome);
    default:
      return { kind: "not done", why: cannotReturn[outcome.kind] };
  }
}
