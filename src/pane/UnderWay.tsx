import { balancingStage, paneStages, paneTexts, workingStage } from "../i18n/pane";
import type { Board } from "./board";
import { stageOf } from "./runStages";
import { useWords } from "./words";

/** What is being done now, in a line. */
export function UnderWay({ board: { verb, progress } }: { readonly board: Extract<Board, { kind: "running" }> }) {
  const { say, tell } = useWords();
  if (!progress) return <>{say(verb === "balance" ? paneTexts.balancing : paneTexts.working)}</>;
  return <>{tell(verb === "balance" ? balancingStage : workingStage, say(paneStages[stageOf(progress)]))}</>;
}
