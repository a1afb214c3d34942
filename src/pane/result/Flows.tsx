import { Text } from "@fluentui/react-components";
import { agreementsOf, resultTexts } from "../../i18n/paneResult";
import { amount } from "../../i18n/wording";
import type { FlowView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";
import { Amounts } from "./Amounts";
import { FlowPicture } from "./FlowPicture";

/** What goes from place to place: the widest as a picture and as a list. */
export function Flows({ flows }: { readonly flows: readonly FlowView[] }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  if (flows.length === 0) return <Text>{say(resultTexts.noFlows)}</Text>;
  return (
    <>
      <FlowPicture flows={flows} />
      <ol className={looks.list}>
        {flows.map(({ from, to, agreements, points, amounts }) => (
          <li key={`${from} → ${to}`}>
            <div className={looks.row}>
              <span>
                {from} → {to}
              </span>
              <span className={looks.number}>
                {amount(Math.round(points))} {say(resultTexts.points)}
              </span>
            </div>
            <div className={looks.quiet}>{tell(agreementsOf, agreements)}</div>
            <Amounts amounts={amounts} />
          </li>
        ))}
      </ol>
    </>
  );
}
