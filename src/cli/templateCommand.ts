/** `template simple|full|sample OUT.xlsx`: an empty template, or a copy of the sample. */
import { makeTemplate } from "../actions/makeTemplates";
import { wordsOfTheProgram } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import { WorkbookError } from "../workbook/workbook";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import { sampleFile } from "./balanceCommand";
import type { Command } from "./commandArguments";
import { exists, readWhole, sameFile, writeWhole } from "./files";
import type { ProgramPlace } from "./main";
import { UsageError } from "./terminal";

type TemplateCommand = Extract<Command, { verb: "template" }>;

export async function templateCommand(
  { size, out }: TemplateCommand,
  { root, terminal }: ProgramPlace,
  language: Language,
): Promise<number> {
  writeWhole(out, size === "sample" ? sampleBytes(root, out, language) : await templateBytes(size, language));
  terminal.say(`${wordsOfTheProgram.written[language](out)}\n`);
  return 0;
}

function sampleBytes(root: string, out: string, language: Language): Uint8Array {
  const sample = sampleFile(root, language);
  if (!exists(sample)) throw new WorkbookError("cannot read", wordsOfTheProgram.noSample[language](sample));
  if (sameFile(sample, out)) throw new UsageError({ kind: "output is the input", file: out });
  return readWhole(sample);
}

async function templateBytes(size: "simple" | "full", language: Language): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await makeTemplate(workbook, { size, language });
  return workbook.bytes();
}
