import { Button, Text } from "@fluentui/react-components";
import { paneTexts } from "../i18n/pane";
import { templateTexts } from "../i18n/paneTemplates";
import { FileButton } from "./FileButton";
import { OPENED } from "./fileEndings";
import { useLooks } from "./looks";
import type { Beginnings } from "./useBeginnings";
import { useWords } from "./words";

interface Ways {
  readonly beginnings: Beginnings;
  /** In Excel: look at the workbook again. */
  readonly onReadAgain?: () => void;
}

/** Nothing here yet: one sentence, and the ways to begin. */
export function EmptyState({ beginnings, onReadAgain }: Ways) {
  const { say } = useWords();
  const looks = useLooks();
  const { file, sample, template } = beginnings;
  return (
    <div className={looks.stack}>
      <Text>{say(file ? paneTexts.empty : paneTexts.emptyInExcel)}</Text>
      <Button appearance="primary" size="large" onClick={sample}>
        {say(paneTexts.trySample)}
      </Button>
      {file && <FileButton label={say(paneTexts.openFile)} endings={OPENED} onFiles={([chosen]) => file(chosen)} />}
      {file && <Text className={looks.quiet}>{say(paneTexts.dropHere)}</Text>}
      <Button onClick={() => template("simple")}>{say(file ? templateTexts.saveSimple : templateTexts.insertSimple)}</Button>
      <Button onClick={() => template("full")}>{say(file ? templateTexts.saveFull : templateTexts.insertFull)}</Button>
      {onReadAgain && (
        <Button appearance="subtle" onClick={onReadAgain}>
          {say(paneTexts.readAgain)}
        </Button>
      )}
    </div>
  );
}
