/** The command line as a clerk meets it: a folder with workbooks, a command, and what it said, wrote and left alone. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { main } from "../../src/cli/main";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { workbookOf, type Rows } from "../support/workbookOf";

const ROOT = resolve(__dirname, "../..");

/** What a command did. */
export interface Ran {
  readonly status: number | null;
  /** Standard output. */
  readonly said: string;
  /** Standard error. */
  readonly errors: string;
}

/** The program itself, in a process of its own; its language is English unless the environment says otherwise. */
export function runProgram(words: readonly string[], folder: string, environment: Readonly<Record<string, string>> = {}): Ran {
  const { LC_ALL, LC_MESSAGES, SOURCE_DATE_EPOCH, npm_lifecycle_event, ...inherited } = process.env;
  void [LC_ALL, LC_MESSAGES, SOURCE_DATE_EPOCH, npm_lifecycle_event];
  const ran = spawnSync(process.execPath, [join(ROOT, "scripts", "run.mjs"), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...inherited, LANG: "en_US.UTF-8", ...environment },
    timeout: 30_000,
  });
  return { status: ran.status, said: ran.stdout, errors: ran.stderr };
}

/** The same commands within this process, for the many that need no process of their own; files are named in full. */
export async function runInside(words: readonly string[], language: "en" | "zh-CN" = "en"): Promise<Ran> {
  const said: string[] = [];
  const errors: string[] = [];
  const terminal = {
    say: (text: string) => void said.push(text),
    error: (text: string) => void errors.push(text),
    progress: () => undefined,
  };
  const environment = { LANG: language === "en" ? "en_US.UTF-8" : "zh_CN.UTF-8" };
  const status = await main(words, { root: ROOT, terminal, environment });
  return { status, said: said.join(""), errors: errors.join("") };
}

/** A folder of its own for one test file; `clear` takes it away. */
export function workFolder(): { readonly path: string; readonly file: (name: string) => string; readonly clear: () => void } {
  const path = mkdtempSync(join(tmpdir(), "collaboration-balance-"));
  return { path, file: (name) => join(path, name), clear: () => rmSync(path, { recursive: true, force: true }) };
}

export async function lay(file: string, sheets: Readonly<Record<string, Rows>>): Promise<string> {
  writeFileSync(file, await workbookOf(sheets));
  return file;
}

export async function sheetNames(file: string): Promise<readonly string[]> {
  return (await openXlsx(new Uint8Array(readFileSync(file))).sheets()).map(({ name }) => name);
}
