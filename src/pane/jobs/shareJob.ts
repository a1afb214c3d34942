/** What an office does with others that needs nothing written into its workbook: verify it, start a round or a new year from it, return results. */
import { returnResults, type ReturnOutcome } from "../../actions/returnResults";
import type { RunControl } from "../../actions/solverDoors";
import { startRound, type StartOutcome } from "../../actions/startRound";
import { startYear } from "../../actions/startYear";
import type { SharedFile } from "../../actions/submitUpward";
import { verificationJson } from "../../actions/verificationJson";
import { verify } from "../../actions/verify";
import type { Language, Text } from "../../i18n/language";
import { cannotReturn, staleWords } from "../../i18n/sharingWords";
import { cannotStart, mustFixFor } from "../../i18n/starting";
import type { Workbook } from "../../workbook/workbook";
import type { MadeFile, ShareVerb, ShareOutcome } from "./job";

interface ShareWork {
  readonly workbook: Workbook;
  readonly verb: ShareVerb;
  readonly language: Language;
}

export async function shareJob({ workbook, verb, language }: ShareWork, control: RunControl): Promise<ShareOutcome> {
  const options = { ...control, language };
  if (verb === "verify") {
    const outcome = await verify(workbook, options);
    return outcome.kind === "done" ? { kind: "verified", found: verificationJson(outcome.verification) } : outcome;
  }
  if (verb === "return") return returned(await returnResults(workbook, options));
  if (verb === "start year") return made(await startYear(workbook, options), (file) => [file]);
  return made(await startRound(workbook, options), (files) => files);
}

function made<Made>(outcome: StartOutcome<Made>, filesOf: (made: Made) => readonly SharedFile[]): ShareOutcome {
  switch (outcome.kind) {
    case "done":
      return saved(filesOf(outcome.made));
    case "must fix":
      return { kind: "not started", why: bothOf((language) => mustFixFor[language]({ problems: outcome.problems.length })) };
    case "cannot start":
      return { kind: "not started", why: cannotStart[outcome.why] };
    case "called off":
      return outcome;
  }
}

function returned(outcome: ReturnOutcome): ShareOutcome {
  switch (outcome.kind) {
    case "done":
      return saved(outcome.returns.map(({ file }) => file));
    case "stale":
      return { kind: "not started", why: bothOf((language) => staleWords[language](outcome.why)) };
    case "called off":
      return outcome;
    default:
      return { kind: "not started", why: cannotReturn[outcome.kind] };
  }
}

function saved(files: readonly SharedFile[]): ShareOutcome {
  return { kind: "files", files: files.map(({ name, bytes }): MadeFile => ({ name, bytes: new Uint8Array(bytes) })) };
}

function bothOf(text: (language: Language) => string): Text {
  return { "zh-CN": text("zh-CN"), en: text("en") };
}
