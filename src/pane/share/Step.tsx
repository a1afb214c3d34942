import { Button, Text } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { stepNames, stepPurposes } from "../../i18n/paneShare";
import type { Board } from "../board";
import type { ShareVerb } from "../jobs/job";
import { useLooks } from "../looks";
import { RunningState } from "../RunningState";
import type { LastStep } from "../lastStep";
import { UnderWay } from "../UnderWay";
import type { Deeds } from "../useBoard";
import { useWords } from "../words";
import { CameLines } from "./CameLines";
import { Further } from "./Further";

export interface StepPlace {
  readonly board: Board;
  readonly shared: LastStep | undefined;
  readonly deeds: Deeds;
}

interface Taken extends StepPlace {
  readonly verb: ShareVerb;
  readonly onTake: () => void;
  /** Between the purpose and the button. */
  readonly children?: ReactNode;
}

/** One step: what it is for, its button, how far it is, what came of it and what can be done with that. */
export function Step({ board, shared, deeds, verb, onTake, children }: Taken) {
  const { say } = useWords();
  const looks = useLooks();
  const running = board.kind === "running" && board.verb === verb ? board : undefined;
  const came = shared?.verb === verb && !running ? shared : undefined;
  return (
    <li className={looks.offer}>
      <Text className={looks.quiet}>{say(stepPurposes[verb])}</Text>
      {children}
      <Button disabledFocusable={!isFree(board)} onClick={onTake}>
        {say(stepNames[verb])}
      </Button>
      {running && <RunningState running={verb} progress={running.progress} office={running.check?.office} onCancel={deeds.cancel} />}
      {/* Always there, so that screen readers are told of what comes into it. */}
      <div role="status" className={looks.breakable}>
        {running ? <UnderWay board={running} /> : came && <CameLines shared={came} />}
      </div>
      {came && <Further shared={came} free={isFree(board)} onUndo={deeds.undo} />}
    </li>
  );
}

/** Nothing else is under way, and no balance waits to be written. */
function isFree(board: Board): boolean {
  return board.kind === "ready" || (board.kind === "result" && !board.write);
}
