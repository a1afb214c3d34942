import { letOthersGoFirst } from "../../actions/letOthersGoFirst";
import type { Progress } from "../../i18n/progress";
import type { CellStyle, WrittenCell } from "../../workbook/workbook";
import type { Job, JobMessage, JobOrder, JobOutcome } from "./job";
import { Gathered, readPieces, withoutValues } from "./pieces";

export interface RunningJob {
  /** Never rejects. */
  readonly outcome: Promise<JobOutcome>;
  /** Ends the work at once; the outcome is then "called off". */
  cancel(): void;
}

/**
 * Starts a job in a worker of its own, or in that of the balance before; where a worker is refused, in slices on the page with the same result.
 *
 *     const running = startJob({ verb: "check", source, withoutInvalid: false, language: "zh-CN" }, show);
 */
export function startJob(job: Job, onProgress: (progress: Progress) => void): RunningJob {
  const stop = new AbortController();
  const cancelled = new Promise<JobOutcome>((resolve) => stop.signal.addEventListener("abort", () => resolve({ kind: "called off" })));
  const work = inWorker(job, onProgress, stop.signal).catch(() => inSlices(job, onProgress, stop.signal));
  return { outcome: Promise.race([work, cancelled]), cancel: () => stop.abort() };
}

/** The worker of the last balance, for the next: it remembers what it solved. */
let idle: Worker | undefined;

/** A worker that read more than so many rows, or bytes of a file, is let go: what it used stays with it while it idles. */
const MOST_ROWS = 250_000;
const MOST_BYTES = 16_000_000;

function mayIdle({ source, verb }: Job): boolean {
  if (verb !== "balance") return false;
  if (source.kind === "file") return source.bytes.length <= MOST_BYTES;
  return source.sheets.reduce((rows, { values }) => rows + values.length, 0) <= MOST_ROWS;
}

function takeWorker({ verb }: Job): Worker {
  const known = verb === "balance" ? idle : undefined;
  if (known) idle = undefined;
  return known ?? new Worker(new URL("./worker.ts", import.meta.url));
}

/** Rejects only where the worker can't be had, never for what the job itself came to. */
function inWorker(job: Job, onProgress: (progress: Progress) => void, stop: AbortSignal): Promise<JobOutcome> {
  return new Promise((resolve, reject) => {
    const kept = mayIdle(job);
    const worker = takeWorker(job);
    const written = new Gathered<WrittenCell, ReadonlyMap<number, CellStyle>>();
    const listening = new AbortController();
    const { signal } = listening;
    const end = (settle: () => void, keep = false): void => {
      listening.abort();
      if (keep && !idle) idle = worker;
      else worker.terminate();
      settle();
    };
    stop.addEventListener("abort", () => end(() => undefined), { signal });
    worker.addEventListener("error", (event) => end(() => reject(new Error(event.message))), { signal });
    worker.addEventListener("messageerror", () => end(() => reject(new Error("an answer of the worker can't be read"))), { signal });
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<JobMessage>) => {
        if (data.kind === "progress") onProgress(data.progress);
        else if (data.kind === "piece") written.add(data.piece);
        else end(() => resolve(withRows(data.outcome, written)), kept && data.outcome.kind !== "failed");
      },
      { signal },
    );
    void order(worker, job, signal).catch((error: unknown) => end(() => reject(asError(error))));
  });
}

/** Between two pieces the page is free. */
async function order(worker: Worker, job: Job, over: AbortSignal): Promise<void> {
  const say = (message: JobOrder): void => worker.postMessage(message);
  const { source } = job;
  if (source.kind === "file") return say({ kind: "job", job });
  for (const piece of readPieces(source.sheets)) {
    if (over.aborted) return;
    say({ kind: "piece", piece });
    await letOthersGoFirst();
  }
  if (!over.aborted) say({ kind: "job", job: { ...job, source: { ...source, sheets: source.sheets.map(withoutValues) } } });
}

function withRows(outcome: JobOutcome, gathered: Gathered<WrittenCell, ReadonlyMap<number, CellStyle>>): JobOutcome {
  if (!("written" in outcome) || outcome.written.kind === "file") return outcome;
  const sheets = outcome.written.sheets.map((sheet, index) => ({
    ...sheet,
    rows: gathered.rows(index),
    cellStyles: sheet.cellStyles && gathered.said(index),
  }));
  return { ...outcome, written: { kind: "sheets", sheets } };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function inSlices(job: Job, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<JobOutcome> {
  const { runJob } = await import("./runJob");
  return runJob(job, { onProgress, signal });
}
