import { Text } from "@fluentui/react-components";
import { paneTexts } from "../../i18n/pane";
import { shareTabTexts } from "../../i18n/paneShare";
import { deskOn } from "../board";
import { useLooks } from "../looks";
import { useWords } from "../words";
import type { Draft } from "./draft";
import { Step, type StepPlace } from "./Step";
import { SubmitStep } from "./SubmitStep";

/** Steps that only have to be asked for. */
const PLAIN = ["return", "verify", "start round", "start year"] as const;

interface ShareTabProps extends StepPlace {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** What this office can do with other offices, step by step; what came of the last step stands below it. */
export function ShareTab({ draft, onDraft, ...place }: ShareTabProps) {
  const { say } = useWords();
  const looks = useLooks();
  const { board, deeds } = place;
  if (!deskOn(board)) return <Text>{say(paneTexts.nothingToCheck)}</Text>;
  return (
    <div className={looks.stack}>
      {board.kind === "result" && board.write && <Text>{say(shareTabTexts.writeFirst)}</Text>}
      <ul className={looks.list}>
        <SubmitStep {...place} draft={draft} onDraft={onDraft} />
        {PLAIN.map((verb) => (
          <Step key={verb} {...place} verb={verb} onTake={() => deeds.share({ verb })} />
        ))}
      </ul>
      <Text className={looks.quiet}>{say(shareTabTexts.commandLine)}</Text>
    </div>
  );
}
