/** Files on disk: read whole, written whole or not at all. Faults are WorkbookErrors. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { WorkbookError } from "../workbook/workbook";

/** Faults: "cannot read". */
export function readWhole(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw new WorkbookError("cannot read", file, { cause });
  }
}

/**
 * Writes beside the target, then renames: nobody ever sees half a file. A link stays a link, a file marked read-only stays as it
 * is, and what is no file (`/dev/null`, a pipe) is written to and not replaced. Faults: "cannot write".
 */
export function writeWhole(file: string, content: Uint8Array | Iterable<string>): void {
  const pieces = content instanceof Uint8Array ? [content] : encoded(content);
  try {
    const known = existsSync(file) ? statSync(file) : undefined;
    if (known && !known.isFile()) writeAll(openSync(file, "w"), pieces);
    else if (known && (known.mode & OWNER_MAY_WRITE) === 0) throw Object.assign(new Error("read-only"), { code: "EACCES" });
    else replace(known ? realpathSync(file) : resolve(file), pieces);
  } catch (cause) {
    throw new WorkbookError("cannot write", file, { cause });
  }
}

const OWNER_MAY_WRITE = 0o200;

function replace(target: string, pieces: Iterable<Uint8Array>): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, "wx");
    writeAll(descriptor, pieces, () => fsyncSync(descriptor));
    renameSync(temporary, target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** Writes to the end and closes, whatever happens. */
function writeAll(descriptor: number, pieces: Iterable<Uint8Array>, settle?: () => void): void {
  try {
    for (const bytes of pieces) for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at);
    settle?.();
  } finally {
    closeSync(descriptor);
  }
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const text of texts) yield encoder.encode(text);
}

/** Do both names mean one file, also through links and on systems that do not tell upper from lower case? */
export function sameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return (a.dev === b.dev && a.ino === b.ino && a.ino !== 0) || realpathSync(one) === realpathSync(other);
  } catch {
    return resolve(one) === resolve(other);
  }
}

export function exists(file: string): boolean {
  return existsSync(file);
}

/** `IN-balanced.xlsx` beside IN; a balanced workbook balanced again is `IN-balanced-2.xlsx`, never `-balanced-balanced`. */
export function balancedName(input: string): string {
  return suffixedName(input, "balanced");
}

/** `IN-submitted.xlsx` beside IN, never `-submitted-submitted`; a further one is `IN-submitted-2.xlsx`. */
export function suffixedName(input: string, suffix: string): string {
  const name = basename(input).replace(/\.[^.]*$/, "");
  const again = new RegExp(`^(.*-${suffix})(?:-(\\d+))?$`, "u").exec(name);
  return join(dirname(input), `${again ? `${again[1]}-${Number(again[2] ?? 1) + 1}` : `${name}-${suffix}`}.xlsx`);
}
