/** `submit IN.xlsx`: the submission, and a copy of IN that remembers what was sent. IN is never written. */
import { basename, dirname, join } from "node:path";
import { submitUpward, type SubmitOutcome } from "../actions/submitUpward";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { askWords, nothingSent, staleWords, submittedWords } from "../i18n/sharingWords";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import { sameFile, suffixedName, writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { problemWords } from "./problemWords";
import { UsageError } from "./terminal";

type SubmitCommand = Extract<Command, { verb: "submit" }>;

export async function submitCommand(command: SubmitCommand, { terminal }: ProgramPlace, usual: Language): Promise<number> {
  const { input, office, sendTo, contacts, explain, time } = command;
  const workbook = await openFile(input);
  const explanations = new Map(explain.map((text) => [text.slice(0, text.indexOf("=")).trim(), text.slice(text.indexOf("=") + 1).trim()]));
  const outcome = await aboutFile(input, () =>
    submitUpward(workbook, {
      ...{ language: usual, office, sendTo, contacts, explanations, time },
      onProgress: (progress) => terminal.progress(progressLine[usual](progress)),
    }),
  );
  terminal.progress("");
  if (outcome.kind === "called off") return 1;
  if (outcome.kind !== "done") {
    terminal.say([...refused(outcome, command.language ?? usual), ""].join("\n"));
    return 3;
  }
  const language = command.language ?? outcome.submission.language;
  const out = command.out ?? join(dirname(input), basename(outcome.file.name));
  const kept = command.kept ?? suffixedName(input, "submitted");
  for (const file of [out, kept]) if (sameFile(input, file)) throw new UsageError({ kind: "output is the input", file });
  if (sameFile(out, kept)) throw new UsageError({ kind: "two outputs in one", file: out });
  writeWhole(out, outcome.file.bytes);
  writeWhole(kept, workbook.bytes());
  const { cover, checkCode } = outcome.submission;
  terminal.say(`${submittedWords[language]({ ...cover, checkCode, again: outcome.again, file: out, kept })}\n`);
  return 0;
}

function refused(outcome: Exclude<SubmitOutcome, { kind: "done" } | { kind: "called off" }>, language: Language): readonly string[] {
  switch (outcome.kind) {
    case "must fix":
      return [nothingSent[language], ...problemWords(outcome.problems, language)];
    case "stale":
      return [nothingSent[language], staleWords[language](outcome.why)];
    case "ask":
      return [nothingSent[language], ...askWords[language](outcome), ...problemWords(outcome.explain, language)];
  }
}
