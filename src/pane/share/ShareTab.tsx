import { Text } from "@fluentui/react-components";
import { paneTexts } from "../../i18n/pane";
import { shareTabTexts } from "../../i18n/paneShare";
import { deskOn } from "../board";
import { useLooks } from "../looks";
import { useWords } from "../words";
import type { Draft } from "./draft";
import { ReceiveStep } from "./ReceiveStep";
import { Step, type StepPlace } from "./Step";
import { StepButton, StepFileButton } from "./StepButton";
import { SubmitStep } from "./SubmitStep";

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
        <Step {...place} verb="collect">
          <StepFileButton board={board} verb="collect" multiple onFiles={deeds.collect} />
        </Step>
        <PlainStep {...place} verb="return" />
        <ReceiveStep {...place} />
        {(["verify", "start round", "start year"] as const).map((verb) => (
          <PlainStep key={verb} {...place} verb={verb} />
        ))}
      </ul>
    </div>
  );
}

/** A step that only has to be asked for. */
function PlainStep({ verb, ...place }: StepPlace & { readonly verb: "return" | "verify" | "start round" | "start year" }) {
  const { board, deeds } = place;
  return (
    <Step {...place} verb={verb}>
      <StepButton board={board} verb={verb} onTake={() => deeds.share({ verb })} />
    </Step>
  );
}
