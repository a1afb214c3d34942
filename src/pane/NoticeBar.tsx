import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Text } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { faultTexts, placesNamed, remedyTexts } from "../i18n/paneFaults";
import type { Notice } from "./board";
import { useWords } from "./words";

/** What happened and where, what is safe, what to do, one button: a bar, never a dialog. */
export function NoticeBar({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const { say, tell } = useWords();
  const { places = [], remedy } = notice.kind === "fault" ? notice : {};
  const close = <Button appearance="transparent" icon={<DismissRegular />} aria-label={say(paneTexts.close)} onClick={onDismiss} />;
  return (
    <MessageBar intent={notice.kind === "fault" ? "error" : "info"} layout="multiline">
      <MessageBarBody>
        {say(sentence(notice))}
        {places.length > 0 && ` (${tell(placesNamed, places)})`}
      </MessageBarBody>
      <MessageBarActions containerAction={close}>
        {remedy && <Button onClick={remedy.act}>{say(remedyTexts[remedy.kind])}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

function sentence(notice: Notice): Text {
  switch (notice.kind) {
    case "fault":
      return faultTexts[notice.fault];
    case "undone":
      return paneTexts.undone;
    case "inserting":
      return paneTexts.inserting;
    case "several files":
      return paneTexts.severalFiles;
    case "called off":
      return paneTexts.calledOff;
  }
}
