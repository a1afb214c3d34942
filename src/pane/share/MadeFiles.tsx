import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { filesSaved, openNew, saveNamed, shareTabTexts } from "../../i18n/paneShare";
import type { Desk } from "../desk";
import { download } from "../download";
import { handOn } from "../handOn";
import type { MadeFile } from "../jobs/job";
import { useLooks } from "../looks";
import { useWords } from "../words";

interface Made {
  readonly desk: Desk;
  readonly files: readonly MadeFile[];
  /** Several are saved as one .zip of this name. */
  readonly together: string;
  /** On the page they have been handed over already. */
  readonly saved?: boolean;
}

/** Files to hand on: the browser saves them; in Excel each opens as a new workbook. */
export function MadeFiles({ desk, ...made }: Made) {
  const { openBeside } = desk;
  return openBeside ? <Openings files={made.files} open={openBeside} /> : <SavedFiles {...made} />;
}

function SavedFiles({ files, together, saved = false }: Omit<Made, "desk">) {
  const { say, tell } = useWords();
  const name = files.length === 1 ? files[0].name : `${together}.zip`;
  return (
    <>
      {saved && <Text>{tell(filesSaved, { files: files.length, name })}</Text>}
      <div>
        <Button onClick={() => void handOn(files, together)}>{saved ? say(shareTabTexts.saveAgain) : tell(saveNamed, name)}</Button>
      </div>
    </>
  );
}

function Openings({ files, open }: { readonly files: readonly MadeFile[]; readonly open: NonNullable<Desk["openBeside"]> }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const [refused, setRefused] = useState(false);
  const take = async ({ name, bytes }: MadeFile): Promise<void> => {
    try {
      await open(bytes);
    } catch (error) {
      console.warn(error);
      setRefused(true);
      download(name, bytes);
    }
  };
  return (
    <>
      {files.length > 1 && <Text>{say(shareTabTexts.oneByOne)}</Text>}
      <ul className={looks.tightList}>
        {files.map((file, index) => (
          <li key={index}>
            <Button onClick={() => void take(file)}>{tell(openNew, file.name)}</Button>
          </li>
        ))}
      </ul>
      <div role="status">{refused && say(shareTabTexts.notOpened)}</div>
    </>
  );
}
