import { Button, Text } from "@fluentui/react-components";
import { paneTexts } from "../../i18n/pane";
import { collectTexts } from "../../i18n/paneCollect";
import { shareTabTexts, stepNames } from "../../i18n/paneShare";
import { submitTexts } from "../../i18n/paneSubmit";
import type { State } from "../desk";
import type { ShareVerb } from "../jobs/job";
import type { LastStep } from "../lastStep";
import { useLooks } from "../looks";
import { useWords } from "../words";
import { CollectedFiles } from "./CollectedFiles";
import { MadeFiles } from "./MadeFiles";

interface Told {
  readonly shared: LastStep;
  /** Nothing else is under way. */
  readonly free: boolean;
  readonly onUndo: () => void;
}

/** What a step makes of the workbook it writes into. */
const STATES: Readonly<Partial<Record<ShareVerb, State>>> = { submit: "submitted", collect: "collected", receive: "received" };

/** What can be done with what came of a step: files to hand on, the workbook to write or save, undo. */
export function Further({ shared, free, onUndo }: Told) {
  const { say } = useWords();
  const looks = useLooks();
  const { desk, verb, write, canUndo } = shared;
  const state = STATES[verb];
  const { save } = desk;
  return (
    <div className={looks.stack}>
      <Results shared={shared} />
      {canUndo && <Text>{say(shareTabTexts.saveWorkbook)}</Text>}
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

/** Files are handed on only once the workbook knows of them. */
function Results({ shared: { desk, outcome, verb, write } }: { readonly shared: LastStep }) {
  const { say } = useWords();
  const together = say(stepNames[verb]);
  switch (outcome.kind) {
    case "files":
      return <MadeFiles saved {...{ desk, files: outcome.files, together }} />;
    case "submitted":
      return write ? null : (
        <>
          <MadeFiles saved {...{ desk, files: [outcome.file], together }} />
          <Text>{say(submitTexts.telephone)}</Text>
        </>
      );
    case "collected": {
      const slips = outcome.files.flatMap(({ slip }) => (slip ? [slip] : []));
      return (
        <>
          <CollectedFiles files={outcome.files} />
          {slips.length > 0 && <MadeFiles {...{ desk, files: slips, together: say(collectTexts.slips) }} />}
          <Text>{say(collectTexts.next)}</Text>
        </>
      );
    }
    case "received":
      return <Text>{say(shareTabTexts.balanceAgain)}</Text>;
    default:
      return null;
  }
}
