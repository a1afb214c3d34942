import { Checkbox } from "@fluentui/react-components";
import { submitTexts } from "../../i18n/paneSubmit";
import { useWords } from "../words";
import { AskedFields } from "./AskedFields";
import { pressed, type Draft } from "./draft";
import { Step, type StepPlace } from "./Step";
import { StepButton } from "./StepButton";

interface Submitting extends StepPlace {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** Submit; what has to be said first is asked for above its button. */
export function SubmitStep({ draft, onDraft, ...place }: Submitting) {
  const { say, language } = useWords();
  const { board, shared, deeds } = place;
  const outcome = shared?.verb === "submit" ? shared.outcome : undefined;
  const asked = outcome?.kind === "asked" ? outcome.asked[language] : undefined;
  const take = (): void => {
    const said = pressed(draft, asked);
    onDraft(said);
    deeds.share({ verb: "submit", said });
  };
  return (
    <Step {...place} verb="submit">
      {asked && <AskedFields asked={asked} show={shared?.desk.show} draft={draft} onDraft={onDraft} />}
      <Checkbox
        label={say(submitTexts.contacts)}
        checked={draft.contacts}
        onChange={(_, { checked }) => onDraft({ ...draft, contacts: checked === true })}
      />
      <StepButton board={board} verb="submit" onTake={take} />
    </Step>
  );
}
