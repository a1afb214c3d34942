/** `check IN.xlsx`: the problems in words; as a sheet in a copy, or as JSON, where asked for. */
import { checkWorkbook } from "../actions/checkWorkbook";
import { problemsJson } from "../actions/resultJson";
import { wordsOfTheProgram } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { settlementTexts } from "../i18n/settlement";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import { writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { outputTargets } from "./outputTargets";
import { problemWords } from "./problemWords";
import { writeJson } from "./writeJson";

type CheckCommand = Extract<Command, { verb: "check" }>;

export async function checkCommand(
  { input, out, json, language: asked }: CheckCommand,
  { terminal }: ProgramPlace,
  usual: Language,
): Promise<number> {
  const { say } = outputTargets({ input, out, json }, terminal);
  const workbook = await openFile(input);
  const outcome = await aboutFile(input, () =>
    checkWorkbook(workbook, {
      language: usual,
      write: out !== undefined,
      onProgress: (progress) => terminal.progress(progressLine[usual](progress)),
    }),
  );
  if (outcome.kind === "called off") return 1;
  const language = asked ?? outcome.reading.language;
  terminal.progress("");
  if (out !== undefined) writeWhole(out, workbook.bytes());
  writeJson(json, { problems: problemsJson(outcome.problems, language) }, terminal);
  const words = outcome.problems.length === 0 ? [settlementTexts.noProblems[language]] : problemWords(outcome.problems, language).slice(1);
  say([...words, ...(out === undefined ? [] : [wordsOfTheProgram.written[language](out)]), ""].join("\n"));
  return outcome.mustFix ? 3 : 0;
}
