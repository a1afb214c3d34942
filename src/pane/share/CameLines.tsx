import { paneTexts } from "../../i18n/pane";
import { collectedLine } from "../../i18n/paneCollect";
import { filesMade } from "../../i18n/paneShare";
import { submittedLine, submitTexts } from "../../i18n/paneSubmit";
import { receivedWords } from "../../i18n/sharingWords";
import { verificationLines } from "../../i18n/verification";
import type { CollectedView } from "../jobs/collectedView";
import type { ShareOutcome } from "../jobs/job";
import type { LastStep } from "../lastStep";
import { useWords, type Words } from "../words";

/** What came of a step, in sentences. */
export function CameLines({ shared: { outcome, write } }: { readonly shared: LastStep }) {
  const words = useWords();
  const lines = [...linesOf(outcome, words), ...(write ? [words.say(paneTexts.notWritten)] : [])];
  return (
    <>
      {lines.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </>
  );
}

function linesOf(outcome: ShareOutcome, { say, tell, language }: Words): readonly string[] {
  switch (outcome.kind) {
    case "verified":
      return verificationLines(outcome.found, language);
    case "not done":
      return [say(outcome.why)];
    case "asked":
      return [say(submitTexts.first)];
    case "files":
      return [tell(filesMade, outcome.files.length)];
    case "submitted":
      return [tell(submittedLine, outcome)];
    case "collected":
      return [tell(collectedLine, { ...outcome, states: countedStates(outcome.files) })];
    case "received":
      return [tell(receivedWords, { ...outcome, kind: "done" })];
  }
}

/** In the order in which the states first occur. */
function countedStates(files: readonly CollectedView[]): ReadonlyMap<CollectedView["state"], number> {
  const counts = new Map<CollectedView["state"], number>();
  for (const { state } of files) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
