import { Text } from "@fluentui/react-components";
import type { DragEvent, ReactNode } from "react";
import { stepPurposes } from "../../i18n/paneShare";
import { checkOn, type Board } from "../board";
import type { ShareVerb } from "../jobs/job";
import type { LastStep } from "../lastStep";
import { useLooks } from "../looks";
import { RunningState } from "../RunningState";
import { UnderWay } from "../UnderWay";
import type { Deeds } from "../useBoard";
import { useWords } from "../words";
import { CameLines } from "./CameLines";
import { Further } from "./Further";
import { Standing } from "./Standing";
import { isFree } from "./StepButton";

export interface StepPlace {
  readonly board: Board;
  readonly shared: LastStep | undefined;
  readonly deeds: Deeds;
}

interface Taken extends StepPlace {
  readonly verb: ShareVerb;
  /** Its button, and what has to be said before it is pressed. */
  readonly children: ReactNode;
  /** Where files that are dropped on this step are meant for it alone. */
  readonly onDrop?: (event: DragEvent) => void;
}

/** One step: what it is for, its button, how far it is, what came of it and what can be done with that. */
export function Step({ board, shared, deeds, verb, children, onDrop }: Taken) {
  const { say } = useWords();
  const looks = useLooks();
  const running = board.kind === "running" && board.verb === verb ? board : undefined;
  const came = shared?.verb === verb && !running ? shared : undefined;
  return (
    <li className={looks.offer} onDrop={onDrop}>
      <Text className={looks.quiet}>{say(stepPurposes[verb])}</Text>
      <Standing verb={verb} standing={checkOn(board)?.standing} />
      {children}
      {running && <RunningState running={verb} progress={running.progress} office={running.check?.office} onCancel={deeds.cancel} />}
      {/* Always there, so that screen readers are told of what comes into it. */}
      <div role="status" className={looks.breakable}>
        {running ? <UnderWay board={running} /> : came && <CameLines shared={came} />}
      </div>
      {came && <Further shared={came} free={board.kind !== "reading" && isFree(board)} onUndo={deeds.undo} />}
    </li>
  );
}
