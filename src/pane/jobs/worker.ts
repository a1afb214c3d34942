/** The worker: a job after the other, each told by a message, answered by progress and at last by its outcome. */
import { rememberedRuns } from "../../actions/solverDoors";
import type { Job, JobMessage } from "./job";
import { runJob } from "./runJob";

const say = (message: JobMessage): void => self.postMessage(message);

/** After an edit, only what the edit touches is solved again. */
const memory = rememberedRuns();

self.addEventListener("message", (event: MessageEvent<Job>) => {
  const onProgress = (progress: Extract<JobMessage, { kind: "progress" }>["progress"]): void => say({ kind: "progress", progress });
  void runJob(event.data, { onProgress, memory }).then((outcome) => say({ kind: "outcome", outcome }));
});
