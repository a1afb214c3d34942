/** The stages of what is under way as the pane ticks them off, from what it tells of itself. */
import type { PaneStage } from "../i18n/pane";
import type { Progress } from "../i18n/progress";
import type { Running } from "./board";

const WRITE: readonly PaneStage[] = ["reading", "checking", "writing"];

export const stages: Readonly<Record<Running, readonly PaneStage[]>> = {
  balance: ["reading", "checking", "places", "office", "explaining", "writing"],
  undo: ["writing"],
  verify: ["reading", "checking"],
  submit: WRITE,
  collect: ["reading", "checking", "collecting", "writing"],
  receive: WRITE,
  return: ["reading", "checking", "returning"],
  "start round": WRITE,
  "start year": WRITE,
};

/** The last place to meet is the office itself; putting the rows in order comes before the places. */
export function stageOf(progress: Progress | undefined): PaneStage {
  if (progress === undefined) return "reading";
  switch (progress.stage) {
    case "ordering":
      return "places";
    case "settling":
      return (progress.done ?? 0) + 1 >= (progress.total ?? 0) ? "office" : "places";
    default:
      return progress.stage;
  }
}

/** From 0 to 1; each stage counts the same. */
export function shareDone(running: Running, progress: Progress | undefined): number {
  const stage = stageOf(progress);
  const within = stage !== "office" && progress?.total ? Math.min(1, (progress.done ?? 0) / progress.total) : 0;
  return (Math.max(0, stages[running].indexOf(stage)) + within) / stages[running].length;
}
