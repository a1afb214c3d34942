import { Button, Text } from "@fluentui/react-components";
import { useRef } from "react";
import { paneTexts } from "../i18n/pane";
import { templateTexts } from "../i18n/paneTemplates";
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
      {file && <FileButton onFile={file} label={say(paneTexts.openFile)} />}
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

/** Opens the system's own dialog for an .xlsx file. */
export function FileButton({ onFile, label }: { readonly onFile: (file: File) => void; readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file chosen again is opened again.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{label}</Button>
    </>
  );
}
