import { Text } from "@fluentui/react-components";
import type { Goal, LaterGoal } from "../engine/model";
import { goalNames } from "../i18n/outputs";
import { goalMeanings, menuTexts } from "../i18n/paneMenu";
import { useLooks } from "./looks";
import { useWords } from "./words";

const FIRST: readonly Goal[] = ["priority 1", "priority 2", "priority 3", "in-house"];
const USUAL: readonly LaterGoal[] = ["kept", "fit", "partner", "near", "on time"];

/** The goals in the order of the workbook that is open, else in the usual one. */
export function GoalsPage({ later = USUAL }: { readonly later?: readonly LaterGoal[] }) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <>
      <Text>{say(menuTexts.strictly)}</Text>
      <ol className={looks.numbered}>
        {[...FIRST, ...later].map((goal) => (
          <li key={goal}>
            <Text weight="semibold">{say(goalNames[goal])}</Text>
            <div className={looks.quiet}>{say(goalMeanings[goal])}</div>
          </li>
        ))}
      </ol>
      <Text className={looks.quiet}>{say(menuTexts.reorder)}</Text>
    </>
  );
}
