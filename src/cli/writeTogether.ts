/** Several files at once: into a folder, which is made where it is missing, or into one .zip. Each is written whole or not at all. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withOwnNames } from "../actions/withOwnNames";
import { WorkbookError } from "../workbook/workbook";
import { zipFiles } from "../workbook/xlsx/zipFiles";
import { sameFile, writeWhole } from "./files";
import { UsageError } from "./terminal";

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives where each file is now (within the .zip: its name there). Two files of one name get `(2)`; the input is never written over. */
export function writeTogether(files: readonly NamedFile[], out: string, input: string): readonly string[] {
  const named = withOwnNames(files);
  if (/\.zip$/iu.test(out)) {
    writeWhole(out, zipFiles(named));
    return named.map(({ name }) => name);
  }
  const targets = named.map(({ name }) => join(out, name));
  const over = targets.find((target) => sameFile(target, input));
  if (over !== undefined) throw new UsageError({ kind: "output is the input", file: over });
  try {
    mkdirSync(out, { recursive: true });
  } catch (cause) {
    throw new WorkbookError("cannot write", out, { cause });
  }
  named.forEach(({ bytes }, index) => writeWhole(targets[index], bytes));
  return targets;
}
