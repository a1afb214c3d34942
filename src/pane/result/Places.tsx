import { agreementsOf } from "../../i18n/paneResult";
import type { ResultView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";
import { Amounts } from "./Amounts";

/** What each place settled, in the order of their meetings. */
export function Places({ places }: Pick<ResultView, "places">) {
  const { tell } = useWords();
  const looks = useLooks();
  return (
    <ul className={looks.list}>
      {places.map(({ place, agreements, amounts }) => (
        <li key={place}>
          <div className={looks.row}>
            <span>{place}</span>
            <span className={looks.number}>{tell(agreementsOf, agreements)}</span>
          </div>
          <Amounts amounts={amounts} />
        </li>
      ))}
    </ul>
  );
}
