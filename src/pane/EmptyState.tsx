import { Button, Text } from "@fluentui/react-components";
import { useRef } from "react";
import { paneTexts } from "../i18n/pane";
import { useLooks } from "./looks";
import { useWords } from "./words";

interface Ways {
  /** Absent where there is no sample to be had. */
  readonly onSample?: () => void;
  /** Absent in Excel. */
  readonly onFile?: (file: File) => void;
  /** In Excel: look at the workbook again. */
  readonly onReadAgain?: () => void;
}

/** Nothing here yet: one sentence, and the ways to begin. */
export function EmptyState({ onSample, onFile, onReadAgain }: Ways) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <div className={looks.stack}>
      <Text>{say(onFile ? paneTexts.empty : paneTexts.emptyInExcel)}</Text>
      {onSample && (
        <Button appearance="primary" size="large" onClick={onSample}>
          {say(paneTexts.trySample)}
        </Button>
      )}
      {onFile && <FileButton onFile={onFile} label={say(paneTexts.openFile)} />}
      {onFile && <Text className={looks.quiet}>{say(paneTexts.dropHere)}</Text>}
      {onReadAgain && (
        <Button appearance={onSample ? "secondary" : "primary"} onClick={onReadAgain}>
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
