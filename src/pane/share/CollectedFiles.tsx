import { Text } from "@fluentui/react-components";
import { fileStates } from "../../i18n/collecting";
import { collectTexts, moreSeen, submissionLine } from "../../i18n/paneCollect";
import { registerNote } from "../../i18n/sharing";
import { repliesTaken } from "../../i18n/sharingWords";
import type { CollectedView } from "../jobs/collectedView";
import { useLooks } from "../looks";
import { useWords } from "../words";

/** A row per file, those refused first: office, version, rows; why it was refused, in the cells of the office's own workbook. */
export function CollectedFiles({ files }: { readonly files: readonly CollectedView[] }) {
  const looks = useLooks();
  const refused = files.filter(({ state }) => state === "refused");
  const others = files.filter(({ state }) => state !== "refused");
  return (
    <ul className={looks.list}>
      {[...refused, ...others].map((file, index) => (
        <li key={index} className={looks.breakable}>
          <CollectedFile {...file} />
        </li>
      ))}
    </ul>
  );
}

function CollectedFile(view: CollectedView) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const { file, state, office, version, balancedHere, why, replies, problems, moreProblems, reconsider } = view;
  return (
    <>
      <div>
        <Text weight="semibold">{say(fileStates[state])}</Text> {office ?? file}
      </div>
      {office !== undefined && <div className={looks.quiet}>{file}</div>}
      {version !== undefined && <div className={looks.quiet}>{tell(submissionLine, { ...view, version })}</div>}
      {balancedHere && <div className={looks.quiet}>{say(collectTexts.balancedHere)}</div>}
      {replies > 0 && <div>{tell(repliesTaken, replies)}</div>}
      {reconsider.length > 0 && <div>{tell(registerNote, { touched: reconsider })}</div>}
      {why && <div>{say(why)}</div>}
      {problems.length > 0 && (
        <ul className={looks.tightList}>
          {problems.map(({ sheet, cell, text }, index) => (
            <li key={index}>
              <Text weight="semibold">{cell === "" ? sheet : `${sheet}!${cell}`}</Text> — {say(text)}
            </li>
          ))}
        </ul>
      )}
      {moreProblems > 0 && <div>{tell(moreSeen, moreProblems)}</div>}
    </>
  );
}
