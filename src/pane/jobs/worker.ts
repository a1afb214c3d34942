/** The worker: one job, told by a message, answered by progress and at last by its outcome. */
import type { Job, JobMessage } from "./job";
import { runJob } from "./runJob";

const say = (message: JobMessage): void => self.postMessage(message);

self.addEventListener("message", (event: MessageEvent<Job>) => {
  const onProgress = (progress: Extract<JobMessage, { kind: "progress" }>["progress"]): void => say({ kind: "progress", progress });
  void runJob(event.data, { onProgress }).then((outcome) => say({ kind: "outcome", outcome }));
});
