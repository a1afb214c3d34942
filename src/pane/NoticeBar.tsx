import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { paneTexts } from "../i18n/pane";
import { faultTexts } from "../i18n/paneFaults";
import type { Notice } from "./board";
import { useWords } from "./words";

/** What happened, what is safe, what to do: a bar, never a dialog. */
export function NoticeBar({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const { say } = useWords();
  const again = notice.kind === "fault" ? notice.again : undefined;
  const text = notice.kind === "fault" ? faultTexts[notice.fault] : notice.kind === "undone" ? paneTexts.undone : paneTexts.calledOff;
  const named = notice.kind === "fault" && notice.fault === "sheets there" ? notice.detail : "";
  const close = <Button appearance="transparent" icon={<DismissRegular />} aria-label={say(paneTexts.close)} onClick={onDismiss} />;
  return (
    <MessageBar intent={notice.kind === "fault" ? "error" : "info"} layout="multiline">
      <MessageBarBody>
        {say(text)}
        {named !== "" && ` (${named})`}
      </MessageBarBody>
      <MessageBarActions containerAction={close}>{again && <Button onClick={again}>{say(paneTexts.tryAgain)}</Button>}</MessageBarActions>
    </MessageBar>
  );
}
