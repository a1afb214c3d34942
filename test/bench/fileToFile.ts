/**
 * A workbook of made-up rows from file to file, stage by stage, beside reading and writing alone: the same file read into cells
 * and the very sheets of the result written into it, by the same code, in the same process. Nothing is checked, balanced or put
 * together there. Both are warm, as in a worker that has balanced before: a smaller workbook goes first. Last the result is
 * balanced once more, as a clerk does after an edit: then all its rows are read too.
 */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import type { Progress } from "../../src/i18n/progress";
import type { WrittenSheet } from "../../src/workbook/workbook";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { madeUpWorkbook } from "./madeUpWorkbook";

/** Milliseconds on the clock, and of the processor (which does not count what else the machine does meanwhile). */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

const WARMING_LINES = 10_000;

/** Prints one line for each stage; `demandLines` lines and half as many capacity rows. */
export async function fileToFile(demandLines: number, seed: number, print: (line: string) => void): Promise<void> {
  const cold = await balancing(await madeUpWorkbook(Math.min(demandLines, WARMING_LINES), seed));
  const bytes = await madeUpWorkbook(demandLines, seed);
  print(`\nfile to file: ${demandLines} demand lines, ${Math.floor(demandLines / 2)} capacity rows, ${kilobytes(bytes)}`);
  print(`  ${"warming up".padEnd(STAGE)} ${words(cold.total)}: a workbook of up to ${WARMING_LINES} lines`);
  const out = await firstAndAlone(bytes, print);
  const again = await balancing(out);
  print(
    `  ${"again".padEnd(STAGE)} ${words(again.total)}: the result balanced once more; longest silent stretch ${Math.round(again.silent)} ms`,
  );
}

/** Gives the result as a file, and lets go of everything else. */
async function firstAndAlone(bytes: Uint8Array, print: (line: string) => void): Promise<Uint8Array> {
  const { stages, total, silent, written, out } = await balancing(bytes);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  for (const [stage, time] of stages)
    print(`  ${stage.padEnd(STAGE)} ${words(time)}, ${Math.round((100 * time.processor) / total.processor)} %`);
  const rows = written.find(({ definedName }) => definedName === "CB.Agreements")?.rows.length ?? 0;
  print(
    `  ${"in all".padEnd(STAGE)} ${words(total)}; longest silent stretch ${Math.round(silent)} ms; peak memory ${memory} MB; ${Math.max(0, rows - 3)} agreements, the result has ${kilobytes(out)}`,
  );
  const alone = await taken(async () => {
    const workbook = openXlsx(bytes);
    for (const { name } of await workbook.sheets()) await workbook.read(name);
    await workbook.write(written);
    workbook.bytes();
  });
  print(
    `  ${"alone".padEnd(STAGE)} ${words(alone)}: reading it and writing the same result; the whole is ${ratio(total, alone)} times that`,
  );
  return out;
}

function kilobytes(bytes: Uint8Array): string {
  return `${Math.round(bytes.length / 1024)} KB`;
}

function words({ clock, processor }: Taken): string {
  return `${Math.round(clock)} ms (processor ${Math.round(processor)} ms)`;
}

function ratio(one: Taken, other: Taken): string {
  return `${(one.clock / other.clock).toFixed(1)} (processor ${(one.processor / other.processor).toFixed(1)})`;
}

function now(): Taken {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

function since(start: Taken): Taken {
  const end = now();
  return { clock: end.clock - start.clock, processor: end.processor - start.processor };
}

async function taken(work: () => Promise<void>): Promise<Taken> {
  const start = now();
  await work();
  return since(start);
}

interface Run {
  readonly stages: ReadonlyMap<string, Taken>;
  readonly total: Taken;
  /** Milliseconds between two signs of life, at most. */
  readonly silent: number;
  readonly written: readonly WrittenSheet[];
  readonly out: Uint8Array;
}

async function balancing(bytes: Uint8Array): Promise<Run> {
  const stages = new Map<string, Taken>();
  const start = now();
  let stage = "reading";
  let began = start;
  const turn = (next: string): void => {
    if (next === stage) return;
    const { clock, processor } = since(began);
    const before = stages.get(stage) ?? { clock: 0, processor: 0 };
    stages.set(stage, { clock: before.clock + clock, processor: before.processor + processor });
    [stage, began] = [next, now()];
  };
  let silent = 0;
  let heard = performance.now();
  const listen = (progress: Progress): void => {
    silent = Math.max(silent, performance.now() - heard);
    heard = performance.now();
    turn(stageOf(progress));
  };
  const workbook = openXlsx(bytes);
  const written = keepingWritten(workbook);
  const outcome = await balanceWorkbook(workbook, {
    withoutInvalid: false,
    language: "en",
    onProgress: listen,
  });
  if (outcome.kind !== "done") throw new Error(`the made-up workbook was not balanced: ${outcome.kind}`);
  turn("packing");
  const out = workbook.bytes();
  turn("");
  return { stages, total: since(start), silent, written, out };
}

/** The result is put together before the first row of it is written. */
function stageOf({ stage, done }: Progress): string {
  return stage === "writing" && done === undefined ? "composing" : stage;
}

const STAGE = 11;

/** The sheets that will be written to this workbook. */
function keepingWritten(workbook: XlsxWorkbook): readonly WrittenSheet[] {
  const written: WrittenSheet[] = [];
  const write = workbook.write.bind(workbook);
  workbook.write = async (sheets, pause) => {
    written.push(...sheets);
    return write(sheets, pause);
  };
  return written;
}
