/** The stages of a run as the pane ticks them off, from what the run tells of itself. */
import type { Progress } from "../i18n/progress";
import type { PaneStage } from "../i18n/pane";

export const STAGES: readonly PaneStage[] = ["reading", "checking", "places", "office", "explaining", "writing"];

/** The last place to meet is the office itself; putting the rows in order comes before the places. */
export function stageOf(progress: Progress | undefined): PaneStage {
  if (progress === undefined) return "reading";
  switch (progress.stage) {
    case "collecting":
      return "reading";
    case "returning":
      return "writing";
    case "ordering":
      return "places";
    case "settling":
      return (progress.done ?? 0) + 1 >= (progress.total ?? 0) ? "office" : "places";
    default:
      return progress.stage;
  }
}

/** From 0 to 1; each stage counts the same. */
export function shareDone(progress: Progress | undefined): number {
  const stage = stageOf(progress);
  const within = stage !== "office" && progress?.total ? Math.min(1, (progress.done ?? 0) / progress.total) : 0;
  return (STAGES.indexOf(stage) + within) / STAGES.length;
}
