import { Field, Input, Text, Textarea } from "@fluentui/react-components";
import type { AskedJson, ToExplainJson } from "../../actions/askedJson";
import { moreToExplain, submitTexts } from "../../i18n/paneSubmit";
import { CellLink } from "../CellLink";
import { cellOf } from "../cellOf";
import type { Desk } from "../desk";
import { useLooks } from "../looks";
import { useWords } from "../words";
import { explanationIn, type Draft } from "./draft";

/** Shown one by one; the rest are explained together. */
const MOST = 50;

interface Asking {
  readonly asked: AskedJson;
  readonly show: Desk["show"];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** What has to be said before a submission: who sends, to whom, and why each doubtful figure is right. */
export function AskedFields({ asked: { office, sendTo, explain }, show, draft, onDraft }: Asking) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const { explanations } = draft;
  const explainOne = (key: string, text: string): void => onDraft({ ...draft, explanations: new Map([...explanations, [key, text]]) });
  return (
    <div className={looks.stack}>
      {office && (
        <Field label={say(submitTexts.office)} hint={say(submitTexts.officeHint)}>
          <Input value={draft.office} onChange={(_, { value }) => onDraft({ ...draft, office: value })} />
        </Field>
      )}
      {sendTo && (
        <Field label={say(submitTexts.sendTo)} hint={say(submitTexts.sendToHint)}>
          <Input value={draft.sendTo} onChange={(_, { value }) => onDraft({ ...draft, sendTo: value })} />
        </Field>
      )}
      {explain.slice(0, MOST).map((problem) => (
        <ToExplain
          key={problem.key}
          {...{ problem, show }}
          text={explanationIn(draft, problem.key)}
          onText={(text) => explainOne(problem.key, text)}
        />
      ))}
      {explain.length > MOST && <Text>{tell(moreToExplain, explain.length - MOST)}</Text>}
      {explain.length > 1 && (
        <Field label={say(submitTexts.rest)}>
          <Textarea resize="vertical" value={draft.rest} onChange={(_, { value }) => onDraft({ ...draft, rest: value })} />
        </Field>
      )}
    </div>
  );
}

interface Explaining {
  readonly problem: ToExplainJson;
  readonly show: Desk["show"];
  readonly text: string;
  readonly onText: (text: string) => void;
}

function ToExplain({ problem: { sheet, cell, texts }, show, text, onText }: Explaining) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <div className={looks.breakable}>
      <Text weight="semibold">
        <CellLink cell={{ sheet, row: 0, ...cellOf(cell) }} show={show}>
          {cell === "" ? sheet : `${sheet}!${cell}`}
        </CellLink>
      </Text>
      <Field label={texts.join(" ")} hint={say(submitTexts.explanation)}>
        <Textarea resize="vertical" value={text} onChange={(_, { value }) => onText(value)} />
      </Field>
    </div>
  );
}
