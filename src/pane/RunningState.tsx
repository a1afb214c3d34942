import { Button, ProgressBar, Text } from "@fluentui/react-components";
import { CheckmarkCircleFilled, CircleRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { Progress } from "../i18n/progress";
import { paneStages, paneTexts, placesSoFar, type PaneStage } from "../i18n/pane";
import { useLooks } from "./looks";
import { useWords } from "./words";

const STAGES: readonly PaneStage[] = ["reading", "checking", "places", "office", "explaining", "writing"];

/** Milliseconds before a bar is worth showing. */
const SHORT = 1_000;

/** The named stages of a run with their ticks; under a second only the words stand there. */
export function RunningState({ progress, onCancel }: { readonly progress?: Progress; readonly onCancel: () => void }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return <Text role="status">{say(paneTexts.balancing)}</Text>;
  const stage = stageOf(progress);
  const at = STAGES.indexOf(stage);
  return (
    <div className={looks.stack}>
      <Text role="status">{say(paneTexts.balancing)}</Text>
      <ProgressBar value={shareDone(at, progress)} aria-label={say(paneTexts.balancing)} thickness="large" />
      <ol className={looks.list}>
        {STAGES.map((name, index) => (
          <li key={name} aria-current={index === at ? "step" : undefined}>
            {index < at ? <CheckmarkCircleFilled aria-hidden /> : <CircleRegular aria-hidden />}{" "}
            {name === "places" && name === stage && progress?.place !== undefined
              ? tell(placesSoFar, { done: (progress.done ?? 0) + 1, total: (progress.total ?? 1) - 1, now: progress.place })
              : name === "office" && name === stage && progress?.place !== undefined
                ? progress.place
                : say(paneStages[name])}
          </li>
        ))}
      </ol>
      {/* Once it is being written, stopping half-way would leave the result half-written. */}
      <Button disabledFocusable={stage === "writing"} onClick={onCancel}>
        {say(paneTexts.cancel)}
      </Button>
    </div>
  );
}

function stageOf(progress: Progress | undefined): PaneStage {
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

function shareDone(at: number, progress: Progress | undefined): number {
  const within = progress?.total ? Math.min(1, (progress.done ?? 0) / progress.total) : 0;
  return (at + within) / STAGES.length;
}
