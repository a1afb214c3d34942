/** `start IN.xlsx`: a workbook for every office directly below, or with --year next year's workbook. IN is never written. */
import { basename, dirname, join } from "node:path";
import { problemsJson } from "../actions/resultJson";
import { startRound, type StartOutcome } from "../actions/startRound";
import { startYear } from "../actions/startYear";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { problemLine, severityWords } from "../i18n/settlement";
import { cannotStart, mustFixBeforeStart, roundFileLine, roundMade, yearMade } from "../i18n/starting";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import { sameFile, writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { UsageError } from "./terminal";
import { writeTogether } from "./writeTogether";

type StartCommand = Extract<Command, { verb: "start" }>;

export async function startCommand(command: StartCommand, { terminal }: ProgramPlace, usual: Language): Promise<number> {
  const { input } = command;
  const workbook = await openFile(input);
  const options = {
    language: usual,
    onProgress: (progress: Parameters<(typeof progressLine)[Language]>[0]) => terminal.progress(progressLine[usual](progress)),
  };
  const say = (lines: readonly string[]): void => {
    terminal.progress("");
    terminal.say([...lines, ""].join("\n"));
  };
  return aboutFile(input, async () =>
    command.year
      ? finish(await startYear(workbook, options), command, say, (made, language) => [
          yearMade[language]({ ...made, file: yearFile(made, command) }),
        ])
      : finish(await startRound(workbook, options), command, say, (made, language, reading) => {
          const out = command.out ?? join(dirname(input), `${basename(input).replace(/\.[^.]*$/, "")}-round`);
          const files = writeTogether(made, out, input);
          const { office, round = reading.cover.planStarts } = reading.cover;
          return [
            roundMade[language]({ office, round, files: made.length }),
            ...made.map((file, index) => roundFileLine[language]({ ...file, file: files[index] })),
          ];
        }),
  );
}

function yearFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }, { input, out }: StartCommand): string {
  const file = out ?? join(dirname(input), name);
  if (sameFile(input, file)) throw new UsageError({ kind: "output is the input", file });
  writeWhole(file, bytes);
  return file;
}

type Reading = Extract<StartOutcome<unknown>, { kind: "done" }>["reading"];

function finish<Made>(
  outcome: StartOutcome<Made>,
  { language: asked }: StartCommand,
  say: (lines: readonly string[]) => void,
  write: (made: Made, language: Language, reading: Reading) => readonly string[],
): number {
  if (outcome.kind === "called off") return 1;
  const language = asked ?? outcome.reading.language;
  if (outcome.kind === "done") {
    say(write(outcome.made, language, outcome.reading));
    return 0;
  }
  if (outcome.kind === "cannot start") say([cannotStart[outcome.why][language]]);
  else {
    const lines = problemsJson(outcome.problems, language).map(
      (problem) => `  ${problemLine[language]({ ...problem, severity: severityWords[problem.severity][language] })}`,
    );
    say([mustFixBeforeStart[language], ...lines]);
  }
  return 3;
}
