/** The command line: reads what was asked for, does it, and says how it ended (0 done, 1 fault, 2 usage or file, 3 must fix). */
import { fileFaults, help, systemCauses, usageFaults, wordsOfTheProgram } from "../i18n/commandLine";
import type { Language } from "../i18n/language";
import { WorkbookError } from "../workbook/workbook";
import { balanceCommand } from "./balanceCommand";
import { checkCommand } from "./checkCommand";
import { collectCommand } from "./collectCommand";
import { readCommand } from "./commandArguments";
import { receiveCommand } from "./receiveCommand";
import { returnCommand } from "./returnCommand";
import { startCommand } from "./startCommand";
import { submitCommand } from "./submitCommand";
import { templateCommand } from "./templateCommand";
import { UsageError, type Terminal } from "./terminal";
import { verifyCommand } from "./verifyCommand";

export { processTerminal } from "./terminal";

export interface ProgramPlace {
  /** The project's folder, where the samples lie. */
  readonly root: string;
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export async function main(words: readonly string[], place: ProgramPlace): Promise<number> {
  const { terminal, environment } = place;
  const usual = usualLanguage(environment);
  const read = readCommand(words, environment);
  if (!read.ok) {
    const asked = read.language ?? usual;
    terminal.error(`${usageFaults[asked](read.fault)}\n${wordsOfTheProgram.seeHelp[asked]}\n`);
    return 2;
  }
  const { command } = read;
  const language = command.language ?? usual;
  try {
    switch (command.verb) {
      case "help":
        terminal.say(help[command.about][language]);
        return 0;
      case "balance":
        return await balanceCommand(command, place, language);
      case "check":
        return await checkCommand(command, place, language);
      case "template":
        return await templateCommand(command, place, language);
      case "start":
        return await startCommand(command, place, language);
      case "verify":
        return await verifyCommand(command, place, language);
      case "submit":
        return await submitCommand(command, place, language);
      case "collect":
        return await collectCommand(command, place, language);
      case "return":
        return await returnCommand(command, place, language);
      case "receive":
        return await receiveCommand(command, place, language);
    }
  } catch (error) {
    terminal.progress("");
    return failed(error, terminal, language);
  }
}

function failed(error: unknown, terminal: Terminal, language: Language): number {
  if (error instanceof UsageError) terminal.error(`${usageFaults[language](error.fault)}\n${wordsOfTheProgram.seeHelp[language]}\n`);
  else if (error instanceof WorkbookError)
    terminal.error(`${fileFaults[error.fault][language]}\n  ${error.detail}${systemCause(error.cause, language)}\n`);
  else {
    terminal.error(`${wordsOfTheProgram.fault[language]}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
  return 2;
}

/** ` (there is no such file or folder)`, where the system said why. */
function systemCause(cause: unknown, language: Language): string {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return "";
  const code = String(cause.code);
  return ` (${systemCauses[code]?.[language] ?? code})`;
}

/** The machine's language where it is one of ours, else Chinese; --lang rules over it. */
function usualLanguage(environment: ProgramPlace["environment"]): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.startsWith("en") ? "en" : "zh-CN";
}
