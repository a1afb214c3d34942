import { Text } from "@fluentui/react-components";
import { paneTexts } from "../i18n/pane";
import { useWords } from "./words";

/** What this office can do with other offices. */
export function ShareTab() {
  const { say } = useWords();
  return <Text>{say(paneTexts.nothingToShare)}</Text>;
}
