import { Text } from "@fluentui/react-components";
import { resultTexts } from "../../i18n/paneResult";
import { CellLink } from "../CellLink";
import type { Desk } from "../desk";
import type { ResultView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";

interface Shown extends Pick<ResultView, "scarcest" | "bottlenecks"> {
  readonly show: Desk["show"];
}

/** Where a little more capacity would settle something, and what is short as a whole. */
export function Scarcest({ scarcest, bottlenecks, show }: Shown) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <>
      {scarcest.length === 0 && <Text>{say(resultTexts.nothingScarce)}</Text>}
      <ul className={looks.list}>
        {scarcest.map(({ at, gain, cell }) => (
          <li key={say(at)} className={looks.tight}>
            <span className={looks.breakable}>
              <CellLink cell={cell} show={show}>
                {say(at)}
              </CellLink>
            </span>
            <span className={looks.quiet}>{say(gain)}</span>
          </li>
        ))}
      </ul>
      {bottlenecks.length > 0 && (
        <>
          <h4 className={looks.heading}>{say(resultTexts.bottlenecks)}</h4>
          <ul className={looks.list}>
            {bottlenecks.map((sentence) => (
              <li key={say(sentence)}>{say(sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
