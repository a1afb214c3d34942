/** `balance IN.xlsx`: the balanced copy beside IN, the result in words, and as JSON where asked for. */
import { join } from "node:path";
import { balanceWorkbook } from "../actions/balanceWorkbook";
import { stopping } from "../actions/readWorkbook";
import { resultJson } from "../actions/resultJson";
import { wordsOfTheProgram } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { mustFixFirst } from "../i18n/settlement";
import { WorkbookError } from "../workbook/workbook";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import { balancedName, exists, writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { outputTargets } from "./outputTargets";
import { problemWords } from "./problemWords";
import { resultWords } from "./resultWords";
import { writeJson } from "./writeJson";

type BalanceCommand = Extract<Command, { verb: "balance" }>;

export async function balanceCommand(command: BalanceCommand, place: ProgramPlace, usual: Language): Promise<number> {
  const { terminal } = place;
  const sample = command.input === undefined;
  const input = command.input ?? sampleFile(place.root, usual);
  if (sample && !exists(input)) throw new WorkbookError("cannot read", wordsOfTheProgram.noSample[usual](input));
  const out = command.out ?? balancedName(input);
  const json = command.json;
  const { say } = outputTargets({ input, out, json }, terminal);
  const workbook = await openFile(input);
  const outcome = await aboutFile(input, () =>
    balanceWorkbook(workbook, {
      ...{ withoutInvalid: command.withoutInvalid, forms: command.forms, language: usual, time: command.time },
      onProgress: (progress) => terminal.progress(progressLine[usual](progress)),
    }),
  );
  if (outcome.kind === "called off") return 1;
  const reading = outcome.kind === "done" ? outcome.result.reading : outcome.reading;
  const language = command.language ?? reading.language;
  writeWhole(out, workbook.bytes());
  terminal.progress("");
  writeJson(json, resultJson(outcome, language), terminal);
  const words =
    outcome.kind === "done"
      ? resultWords(outcome, language)
      : [
          mustFixFirst[language]({
            problems: outcome.problems.filter((problem) => problem.severity === "must fix").length,
            leaveHelps: !command.withoutInvalid && !stopping(reading, true),
          }),
        ];
  say([...words, ...problemWords(outcome.problems, language), "", wordsOfTheProgram.written[language](out), ""].join("\n"));
  return outcome.kind === "done" ? 0 : 3;
}

export function sampleFile(root: string, language: Language): string {
  return join(root, "assets", "samples", `heilongjiang-1956.${language}.xlsx`);
}
