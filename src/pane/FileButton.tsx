import { Button } from "@fluentui/react-components";
import { useRef } from "react";

interface Choosing {
  readonly label: string;
  readonly multiple?: boolean;
  /** Endings of the files that are offered. */
  readonly endings: readonly string[];
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the system's own dialog for files. */
export function FileButton({ label, multiple = false, endings, disabled = false, onFiles }: Choosing) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={label}
        accept={endings.map((ending) => `.${ending}`).join(",")}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again is opened again.
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
