/** The worker: a job after the other, each told by messages, answered by progress and at last by its outcome. */
import { rememberedRuns } from "../../actions/solverDoors";
import type { Progress } from "../../i18n/progress";
import type { CellValue } from "../../workbook/workbook";
import type { Job, JobMessage, JobOrder, JobOutcome } from "./job";
import { Gathered, withoutRows, writtenPieces } from "./pieces";
import { runJob } from "./runJob";

const say = (message: JobMessage, handedOver: ArrayBuffer[] = []): void => self.postMessage(message, { transfer: handedOver });

/** Milliseconds between two messages about one stage: the page draws each, and an eye sees no more. */
const BETWEEN = 100;

/** After an edit, only what the edit touches is solved again. */
const memory = rememberedRuns();

/** What came of the next job's sheets. */
let read = new Gathered<CellValue, ReadonlyMap<number, string>>();

self.addEventListener("message", ({ data }: MessageEvent<JobOrder>) => {
  if (data.kind === "piece") return read.add(data.piece);
  const job = withValues(data.job);
  read = new Gathered();
  work(job);
});

function work(job: Job): void {
  let told = { stage: "", at: 0 };
  const onProgress = (progress: Progress): void => {
    const now = performance.now();
    if (progress.stage === told.stage && now - told.at < BETWEEN) return;
    told = { stage: progress.stage, at: now };
    say({ kind: "progress", progress });
  };
  void runJob(job, { onProgress, memory }).then(answer);
}

function withValues(job: Job): Job {
  if (job.source.kind === "file") return job;
  const sheets = job.source.sheets.map((sheet, index) => ({ ...sheet, values: read.rows(index), formulas: read.said(index) }));
  return { ...job, source: { ...job.source, sheets } };
}

/** A written file is handed over rather than copied, the rows of written sheets go ahead. */
function answer(outcome: JobOutcome): void {
  if (!("written" in outcome)) return say({ kind: "outcome", outcome });
  const { written } = outcome;
  if (written.kind === "file") return say({ kind: "outcome", outcome }, [written.bytes.buffer]);
  for (const piece of writtenPieces(written.sheets)) say({ kind: "piece", piece });
  say({ kind: "outcome", outcome: { ...outcome, written: { kind: "sheets", sheets: written.sheets.map(withoutRows) } } });
}
