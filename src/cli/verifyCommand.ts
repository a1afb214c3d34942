/** `verify IN.xlsx`: whether the agreements belong to the inputs, or what changed since, in words and as JSON where asked for. */
import { verify } from "../actions/verify";
import { verificationJson } from "../actions/verificationJson";
import type { Language } from "../i18n/language";
import { verificationLines } from "../i18n/verification";
import { progressLine } from "../i18n/progress";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { outputTargets } from "./outputTargets";
import { writeJson } from "./writeJson";

type VerifyCommand = Extract<Command, { verb: "verify" }>;

export async function verifyCommand(
  { input, json, language: asked }: VerifyCommand,
  { terminal }: ProgramPlace,
  usual: Language,
): Promise<number> {
  const { say } = outputTargets({ input, out: undefined, json }, terminal);
  const workbook = await openFile(input);
  const outcome = await aboutFile(input, () =>
    verify(workbook, { language: usual, onProgress: (progress) => terminal.progress(progressLine[usual](progress)) }),
  );
  if (outcome.kind === "called off") return 1;
  terminal.progress("");
  const found = verificationJson(outcome.verification);
  writeJson(json, found, terminal);
  say([...verificationLines(found, asked ?? outcome.reading.language), ""].join("\n"));
  return found.verified ? 0 : 3;
}
