import { change, nowAndBefore, resultTexts } from "../../i18n/paneResult";
import { amount } from "../../i18n/wording";
import type { LastYearView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";

/** This year beside the last one, measure by measure, and who stayed with whom. */
export function LastYear({ compared }: { readonly compared: LastYearView }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const { year, rows, continuity } = compared;
  return (
    <>
      <ul className={looks.list}>
        {rows.map(({ name, now, before }) => (
          <li key={say(name)}>
            <div className={looks.row}>
              <span>{say(name)}</span>
              <span className={looks.number}>{tell(change, { now, before })}</span>
            </div>
            <div className={looks.quiet}>{tell(nowAndBefore, { now, before, year })}</div>
          </li>
        ))}
      </ul>
      <h4 className={looks.heading}>{say(resultTexts.continuity)}</h4>
      <ul className={looks.list}>
        {(["kept", "changed", "new", "ended"] as const).map((kind) => (
          <li key={kind} className={looks.row}>
            <span>{say(resultTexts[kind])}</span>
            <span className={looks.number}>{amount(continuity[kind])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
