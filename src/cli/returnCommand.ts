/** `return PROVINCE-balanced.xlsx --out FOLDER|FILE.zip`: a workbook for every office that submitted. */
import { basename, dirname, join } from "node:path";
import { returnResults } from "../actions/returnResults";
import type { Language } from "../i18n/language";
import { progressLine } from "../i18n/progress";
import { cannotReturn, returnedLine, staleWords } from "../i18n/sharingWords";
import { aboutFile } from "./aboutFile";
import type { Command } from "./commandArguments";
import type { ProgramPlace } from "./main";
import { openFile } from "./openFile";
import { writeTogether } from "./writeTogether";

type ReturnCommand = Extract<Command, { verb: "return" }>;

export async function returnCommand(command: ReturnCommand, { terminal }: ProgramPlace, usual: Language): Promise<number> {
  const { input } = command;
  const workbook = await openFile(input);
  const outcome = await aboutFile(input, () =>
    returnResults(workbook, { language: usual, onProgress: (progress) => terminal.progress(progressLine[usual](progress)) }),
  );
  terminal.progress("");
  const language = command.language ?? usual;
  switch (outcome.kind) {
    case "called off":
      return 1;
    case "stale":
      terminal.say(`${staleWords[language](outcome.why)}\n`);
      return 3;
    case "done": {
      const out = command.out ?? join(dirname(input), `${basename(input).replace(/\.[^.]*$/, "")}-returns`);
      const made = outcome.returns.map(({ file, office }) => ({ ...file, office }));
      const files = writeTogether(made, out, input);
      const lines = outcome.returns.map((returned, index) => returnedLine[language]({ ...returned, file: files[index] }));
      terminal.say([...lines, ""].join("\n"));
      return 0;
    }
    default:
      terminal.say(`${cannotReturn[outcome.kind][language]}\n`);
      return 3;
  }
}
