/**
 * A workbook of made-up rows from file to file, stage by stage, beside reading and writing alone: the same file read into cells
 * and the very sheets of the result written into it, by the same code, in the same process. Nothing is checked, balanced or put
 * together there. Both are warm, as in a worker that has balanced before: a smaller workbook goes first. They take turns, and of
 * each the least time counts. Last the result is balanced once more, as a clerk does after an edit: then all its rows are read too.
 */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import type { Progress } from "../../src/i18n/progress";
import type { WrittenSheet } from "../../src/workbook/workbook";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { madeUpWorkbook } from "./madeUpWorkbook";
import { now, peakMemory, since, StageClock, type Taken } from "./stageClock";

const WARMING_LINES = 10_000;

/** Prints one line for each stage; `demandLines` lines and half as many capacity rows. */
export async function fileToFile(demandLines: number, seed: number, print: (line: string) => void): Promise<void> {
  const cold = await balancing(await madeUpWorkbook(Math.min(demandLines, WARMING_LINES), seed));
  const bytes = await madeUpWorkbook(demandLines, seed);
  print(`\nfile to file: ${demandLines} demand lines, ${Math.floor(demandLines / 2)} capacity rows, ${kilobytes(bytes)}`);
  print(`  ${"warming up".padEnd(STAGE)} ${words(cold.total)}: a workbook of up to ${WARMING_LINES} lines`);
  const out = await inTurn(bytes, demandLines > MANY_LINES ? 1 : ROUNDS, print);
  const again = await balancing(out);
  print(
    `  ${"again".padEnd(STAGE)} ${words(again.total)}: the result balanced once more; longest silent stretch ${Math.round(again.silent)} ms`,
  );
}

/** The engine that runs this code makes its loops faster until the fourth or fifth. */
const ROUNDS = 8;
/** Beyond so many one round takes minutes. */
const MANY_LINES = 200_000;

/** The whole and reading and writing alone, so many times each. Gives the result as a file. */
async function inTurn(bytes: Uint8Array, rounds: number, print: (line: string) => void): Promise<Uint8Array> {
  const { written, out, ...first } = await balancing(bytes);
  const memory = peakMemory();
  const wholes = [first];
  const alones = [await alone(bytes, written)];
  while (alones.length < rounds) {
    const { stages, total, silent } = await balancing(bytes);
    wholes.push({ stages, total, silent });
    alones.push(await alone(bytes, written));
  }
  const best = wholes.reduce((one, other) => (other.total.clock < one.total.clock ? other : one));
  const totals = wholes.map(({ total }) => total);
  for (const [stage, time] of best.stages)
    print(`  ${stage.padEnd(STAGE)} ${words(time)}, ${Math.round((100 * time.processor) / best.total.processor)} %`);
  print(`  ${"in all".padEnd(STAGE)} ${words(least(totals))}${each(totals)}`);
  print(`  ${"alone".padEnd(STAGE)} ${words(least(alones))}${each(alones)}: reading it and writing the same result`);
  print(`  ${"".padEnd(STAGE)} the whole is ${ratio(least(totals), least(alones))} times that`);
  const silent = Math.max(...wholes.map((whole) => whole.silent));
  print(
    `  ${"".padEnd(STAGE)} longest silent stretch ${Math.round(silent)} ms; peak memory of the first ${memory} MB; ${agreementsIn(written)} agreements, the result has ${kilobytes(out)}`,
  );
  return out;
}

function agreementsIn(written: readonly WrittenSheet[]): number {
  const rows = written.find(({ definedName }) => definedName === "CB.Agreements")?.rows.length ?? 0;
  return Math.max(0, rows - 3);
}

/** Reads every sheet, and writes these. */
async function alone(bytes: Uint8Array, written: readonly WrittenSheet[]): Promise<Taken> {
  const start = now();
  const workbook = openXlsx(bytes);
  for (const { name } of await workbook.sheets()) await workbook.read(name);
  await workbook.write(written);
  workbook.bytes();
  return since(start);
}

function least(times: readonly Taken[]): Taken {
  return { clock: Math.min(...times.map(({ clock }) => clock)), processor: Math.min(...times.map(({ processor }) => processor)) };
}

/** What each round took by the clock, where there were several. */
function each(times: readonly Taken[]): string {
  return times.length < 2 ? "" : `, the least of ${times.map(({ clock }) => Math.round(clock)).join(", ")}`;
}

function kilobytes(bytes: Uint8Array): string {
  return `${Math.round(bytes.length / 1024)} KB`;
}

function words({ clock, processor }: Taken): string {
  return `${Math.round(clock)} ms (processor ${Math.round(processor)} ms)`;
}

function ratio(one: Taken, other: Taken): string {
  return `${(one.clock / other.clock).toFixed(2)} (processor ${(one.processor / other.processor).toFixed(2)})`;
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
  const start = now();
  const stages = new StageClock();
  stages.turn("reading");
  let silent = 0;
  let heard = performance.now();
  const listen = (progress: Progress): void => {
    silent = Math.max(silent, performance.now() - heard);
    heard = performance.now();
    stages.turn(stageOf(progress));
  };
  const workbook = openXlsx(bytes);
  const written = keepingWritten(workbook);
  const outcome = await balanceWorkbook(workbook, {
    withoutInvalid: false,
    language: "en",
    onProgress: listen,
  });
  if (outcome.kind !== "done") throw new Error(`the made-up workbook was not balanced: ${outcome.kind}`);
  stages.turn("packing");
  const out = workbook.bytes();
  stages.turn("");
  return { stages: stages.taken, total: since(start), silent, written, out };
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
