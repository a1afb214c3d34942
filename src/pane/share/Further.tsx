import { Button, Text } from "@fluentui/react-components";
import { paneTexts } from "../../i18n/pane";
import { stepNames } from "../../i18n/paneShare";
import { submitTexts } from "../../i18n/paneSubmit";
import type { State } from "../desk";
import type { ShareVerb } from "../jobs/job";
import { useLooks } from "../looks";
import type { LastStep } from "../lastStep";
import { useWords } from "../words";
import { MadeFiles } from "./MadeFiles";

interface Told {
  readonly shared: LastStep;
  /** Nothing else is under way. */
  readonly free: boolean;
  readonly onUndo: () => void;
}

/** What can be done with what came of a step: files to hand on, the workbook to write or save, undo. */
export function Further({ shared, free, onUndo }: Told) {
  const { say } = useWords();
  const looks = useLooks();
  const { desk, outcome, verb, write, canUndo } = shared;
  const state = STATES[verb];
  const { save } = desk;
  return (
    <div className={looks.tight}>
      {outcome.kind === "files" && <MadeFiles desk={desk} files={outcome.files} together={say(stepNames[verb])} />}
      {outcome.kind === "submitted" && !write && (
        <>
          <MadeFiles desk={desk} files={[outcome.file]} together={say(stepNames[verb])} />
          <Text>{say(submitTexts.telephone)}</Text>
          <Text>{say(submitTexts.remembers)}</Text>
        </>
      )}
      {(write !== undefined || canUndo) && (
        <div className={looks.buttons}>
          {write && (
            <Button appearance="primary" onClick={write}>
              {say(paneTexts.writeAgain)}
            </Button>
          )}
          {canUndo && save && state && (
            <Button appearance="primary" onClick={() => save.call(desk, state)}>
              {say(paneTexts.save)}
            </Button>
          )}
          {canUndo && (
            <Button disabledFocusable={!free} onClick={onUndo}>
              {say(paneTexts.undo)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** What a step makes of the workbook it writes into. */
const STATES: Readonly<Partial<Record<ShareVerb, State>>> = { submit: "submitted" };
