import { Text } from "@fluentui/react-components";
import { moreChanges, resultTexts } from "../../i18n/paneResult";
import { amount } from "../../i18n/wording";
import type { ResultView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";

/** What this balance changed of the one before, and why. */
export function Changes({ changes }: { readonly changes: NonNullable<ResultView["changes"]> }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const rest = changes.count - changes.first.length;
  if (changes.count === 0) return <Text>{say(resultTexts.sinceNothing)}</Text>;
  return (
    <>
      <ul className={looks.list}>
        {changes.first.map(({ no, supplier, buyer, product, unit, before, after, cause }) => (
          <li key={no}>
            <div className={looks.row}>
              <span>{product}</span>
              <span className={looks.number}>
                {before === undefined ? "—" : amount(before)} → {amount(after)} {unit}
              </span>
            </div>
            <div className={looks.quiet}>
              {supplier} → {buyer} · {no}
            </div>
            <div className={looks.quiet}>{say(cause)}</div>
          </li>
        ))}
      </ul>
      {rest > 0 && <Text className={looks.quiet}>{tell(moreChanges, rest)}</Text>}
    </>
  );
}
