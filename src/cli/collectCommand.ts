/** `collect PROVINCE.xlsx FILES…`: a copy of the workbook with what was taken, and a return slip for every file that was not. */
import { basename, dirname, join } from "node:path";
import { collectCounties } from "../actions/collectCounties";
import { collectJson } from "../actions/collectJson";
import { collectedLines } from "../i18n/sharingWords";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import { readWhole, sameFile, suffixedName, writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { outputTargets } from "./outputTargets";
import { wordsOfTheProgram } from "../i18n/commandLine";
import { UsageError } from "./terminal";
import { writeJson } from "./writeJson";

type CollectCommand = Extract<Command, { verb: "collect" }>;

export async function collectCommand(command: CollectCommand, { terminal }: ProgramPlace, usual: Language): Promise<number> {
  const { input, files, json } = command;
  const out = command.out ?? suffixedName(input, "collected");
  const { say } = outputTargets({ input, out, json }, terminal);
  for (const file of files) if (sameFile(file, out)) throw new UsageError({ kind: "output is the input", file: out });
  const workbook = await openFile(input);
  const outcome = await aboutFile(input, () =>
    collectCounties(
      workbook,
      files.map((file) => ({ name: basename(file), read: async () => readWhole(file) })),
      { language: usual, onProgress: (progress) => terminal.progress(progressLine[usual](progress)) },
    ),
  );
  if (outcome.kind === "called off") return 1;
  const language = command.language ?? outcome.reading.language;
  writeWhole(out, workbook.bytes());
  terminal.progress("");
  const slips = outcome.files.flatMap(({ slip }) => {
    if (!slip) return [];
    const file = join(command.slips ?? dirname(out), slip.name);
    writeWhole(file, slip.bytes);
    return [file];
  });
  const told = collectJson(outcome, language);
  writeJson(json, told, terminal);
  const written = [out, ...slips].map((file) => wordsOfTheProgram.written[language](file));
  const read = outcome.files.map((file, index) => (file.state === "refused" ? file : { ...file, seen: told.files[index].problems }));
  say([...collectedLines({ ...outcome, files: read }, language), "", ...written, ""].join("\n"));
  return outcome.files.some(({ state }) => state === "refused") ? 3 : 0;
}
