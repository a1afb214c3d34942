import { Button } from "@fluentui/react-components";
import { stepNames } from "../../i18n/paneShare";
import type { Board } from "../board";
import { FileButton } from "../FileButton";
import { GIVEN } from "../fileEndings";
import type { ShareVerb } from "../jobs/job";
import { useWords } from "../words";

interface Plain {
  readonly board: Board;
  readonly verb: ShareVerb;
  readonly onTake: () => void;
}

/** The button of a step, by the step's name. */
export function StepButton({ board, verb, onTake }: Plain) {
  const { say } = useWords();
  return (
    <Button disabledFocusable={!isFree(board)} onClick={onTake}>
      {say(stepNames[verb])}
    </Button>
  );
}

interface OnFiles {
  readonly board: Board;
  readonly verb: ShareVerb;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The button of a step that takes files of other offices. */
export function StepFileButton({ board, verb, multiple, onFiles }: OnFiles) {
  const { say } = useWords();
  return <FileButton label={say(stepNames[verb])} endings={GIVEN} disabled={!isFree(board)} {...{ multiple, onFiles }} />;
}

/** Nothing else is under way but reading, which is waited for, and no balance waits to be written. */
export function isFree(board: Board): boolean {
  return board.kind === "ready" || board.kind === "reading" || (board.kind === "result" && !board.write);
}
