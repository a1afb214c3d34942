import type { Progress } from "../../i18n/progress";
import type { Job, JobMessage, JobOutcome } from "./job";

export interface RunningJob {
  /** Never rejects. */
  readonly outcome: Promise<JobOutcome>;
  /** Ends the work at once; the outcome is then "called off". */
  cancel(): void;
}

/**
 * Starts a job in a worker of its own; where a worker is refused, in slices on the page with the same result.
 *
 *     const running = startJob({ verb: "check", source, withoutInvalid: false, language: "zh-CN" }, show);
 */
export function startJob(job: Job, onProgress: (progress: Progress) => void): RunningJob {
  const stop = new AbortController();
  const cancelled = new Promise<JobOutcome>((resolve) => stop.signal.addEventListener("abort", () => resolve({ kind: "called off" })));
  const work = inWorker(job, onProgress, stop.signal).catch(() => inSlices(job, onProgress, stop.signal));
  return { outcome: Promise.race([work, cancelled]), cancel: () => stop.abort() };
}

/** Rejects only where the worker can't be had, never for what the job itself came to. */
function inWorker(job: Job, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<JobOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    signal.addEventListener("abort", () => worker.terminate());
    worker.addEventListener("error", (event) => end(() => reject(new Error(event.message))));
    worker.addEventListener("messageerror", () => end(() => reject(new Error("an answer of the worker can't be read"))));
    worker.addEventListener("message", ({ data }: MessageEvent<JobMessage>) => {
      if (data.kind === "progress") onProgress(data.progress);
      else end(() => resolve(data.outcome));
    });
    worker.postMessage(job);
  });
}

async function inSlices(job: Job, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<JobOutcome> {
  const { runJob } = await import("./runJob");
  return runJob(job, { onProgress, signal });
}
