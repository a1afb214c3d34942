/** `receive COUNTY.xlsx RETURN.xlsx`: a copy of the county's workbook with the return taken in. */
import { receiveResults } from "../actions/receiveResults";
import { wordsOfTheProgram } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { receivedWords, returnRefusal } from "../i18n/sharingWords";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import { readWhole, sameFile, suffixedName, writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { UsageError } from "./terminal";

type ReceiveCommand = Extract<Command, { verb: "receive" }>;

export async function receiveCommand(command: ReceiveCommand, { terminal }: ProgramPlace, usual: Language): Promise<number> {
  const { input, returned, time } = command;
  const out = command.out ?? suffixedName(input, "received");
  for (const file of [input, returned]) if (sameFile(file, out)) throw new UsageError({ kind: "output is the input", file: out });
  const workbook = await openFile(input);
  const bytes = readWhole(returned);
  const outcome = await aboutFile(input, () =>
    receiveResults(workbook, bytes, { language: usual, time, onProgress: (progress) => terminal.progress(progressLine[usual](progress)) }),
  );
  terminal.progress("");
  const language = command.language ?? usual;
  if (outcome.kind === "called off") return 1;
  if (outcome.kind === "unreadable") return aboutFile(returned, () => Promise.reject(outcome.error));
  if (outcome.kind === "refused") {
    terminal.say(`${returnRefusal[language](outcome.refusal)}\n`);
    return 3;
  }
  writeWhole(out, outcome.kind === "unchanged" ? readWhole(input) : workbook.bytes());
  terminal.say(`${receivedWords[language](outcome)}\n${wordsOfTheProgram.written[language](out)}\n`);
  return 0;
}
