/** Where words go. Results are said, faults and progress are not: they never stand between the words of a result. */
import { systemCauses, wordsOfTheProgram, type UsageFault } from "../i18n/commandLine";

export interface Terminal {
  /** To standard output. */
  readonly say: (text: string) => void;
  /** To standard error. */
  readonly error: (text: string) => void;
  /** One line on standard error that the next one overwrites; an empty line takes it away. Nothing where nobody watches. */
  readonly progress: (line: string) => void;
}

/** A wrong command, found after its words were read: the output is the input, a sample is missing. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  constructor(readonly fault: UsageFault) {
    super(fault.kind);
  }
}

/** Nobody reads any more: nothing is wrong. Anything else (a full disk) means that the words or the JSON are not whole. */
function notSaid({ code = "" }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") process.exit();
  process.stderr.write(`${wordsOfTheProgram.notSaid(systemCauses[code] ?? { "zh-CN": code, en: code })}\n`);
  process.exit(2);
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => notSaid(cause));
  let shown = false;
  const clear = (): void => {
    if (shown) process.stderr.write("\r\u001b[2K");
    shown = false;
  };
  return {
    say: (text) => {
      clear();
      process.stdout.write(text);
    },
    error: (text) => {
      clear();
      process.stderr.write(text);
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return;
      clear();
      if (line !== "") process.stderr.write(line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 2)));
      shown = line !== "";
    },
  };
}
