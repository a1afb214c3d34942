import { Button, ProgressBar } from "@fluentui/react-components";
import { CheckmarkCircleFilled, CircleHalfFillRegular, CircleRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { paneStages, paneTexts, placesSoFar, stageSoFar, type PaneStage } from "../i18n/pane";
import type { Progress } from "../i18n/progress";
import type { Running } from "./board";
import { useLooks } from "./looks";
import { shareDone, stageOf, stages } from "./runStages";
import { useWords } from "./words";

/** Milliseconds before a bar is worth showing. */
const SHORT = 1_000;

interface Shown {
  readonly running: Running;
  readonly progress?: Progress;
  /** The office's name, where it is known. */
  readonly office?: string;
  readonly onCancel: () => void;
}

/** One bar and the named stages of what is under way with their ticks; nothing of it under a second. */
export function RunningState({ running, progress, office, onCancel }: Shown) {
  const { say } = useWords();
  const looks = useLooks();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT);
    return () => clearTimeout(timer);
  }, []);
  const [places, setPlaces] = useState<number>();
  const told = progress?.stage === "settling" && progress.total !== undefined ? progress.total - 1 : places;
  if (told !== places) setPlaces(told);
  if (!long) return null;
  const stage = stageOf(progress);
  const at = stages[running].indexOf(stage);
  return (
    <div className={looks.stack}>
      <ProgressBar
        value={shareDone(running, progress)}
        aria-label={say(running === "balance" ? paneTexts.balancing : paneTexts.working)}
        thickness="large"
      />
      <ol className={looks.list}>
        {stages[running].map((name, index) => (
          <li key={name} className={looks.stage} aria-current={index === at ? "step" : undefined}>
            <Tick done={index < at} now={index === at} />
            <span>
              <StageName name={name} now={index === at} {...{ progress, office, places }} />
            </span>
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

function Tick({ done, now }: { readonly done: boolean; readonly now: boolean }) {
  if (done) return <CheckmarkCircleFilled aria-hidden />;
  return now ? <CircleHalfFillRegular aria-hidden /> : <CircleRegular aria-hidden />;
}

interface Named extends Pick<Shown, "progress" | "office"> {
  readonly name: PaneStage;
  readonly now: boolean;
  /** How many places meet before the office, once that is known. */
  readonly places: number | undefined;
}

function StageName({ name, now, progress, office, places }: Named) {
  const { say, tell } = useWords();
  if (name === "office" && office !== undefined && office !== "") return office;
  if (now && progress?.total !== undefined && (name === "collecting" || name === "returning"))
    return tell(stageSoFar, {
      stage: say(paneStages[name]),
      total: progress.total,
      done: (progress.done ?? 0) + 1,
      now: progress.place ?? "",
    });
  if (name !== "places" || !places) return say(paneStages[name]);
  return tell(placesSoFar, {
    places,
    ...(now && progress?.place !== undefined && { done: (progress.done ?? 0) + 1, now: progress.place }),
  });
}
