/** Where the outputs of a command go, and whether they may go there: IN is never written. */
import { sameFile } from "./files";
import { UsageError, type Terminal } from "./terminal";

export interface Targets {
  readonly input: string;
  readonly out: string | undefined;
  /** A file, or "-" for standard output. */
  readonly json: string | undefined;
}

/** Words go to standard output, or to standard error where JSON goes there. Throws a UsageError where an output is the input. */
export function outputTargets({ input, out, json }: Targets, terminal: Terminal): { readonly say: (text: string) => void } {
  for (const file of [out, json]) {
    if (file !== undefined && file !== "-" && sameFile(input, file)) throw new UsageError({ kind: "output is the input", file });
  }
  if (out !== undefined && json !== undefined && json !== "-" && sameFile(out, json))
    throw new UsageError({ kind: "two outputs in one", file: out });
  return { say: json === "-" ? terminal.error : terminal.say };
}
