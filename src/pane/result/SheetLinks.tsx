import { resultTexts } from "../../i18n/paneResult";
import { CellLink } from "../CellLink";
import type { Desk } from "../desk";
import { useLooks } from "../looks";
import { useWords } from "../words";

/** The sheets written, each a link to it. */
export function SheetLinks({ sheets, show }: { readonly sheets: readonly string[]; readonly show: Desk["show"] }) {
  const { say } = useWords();
  const looks = useLooks();
  if (!show) return null;
  return (
    <ul className={looks.inline} aria-label={say(resultTexts.sheets)}>
      {sheets.map((sheet) => (
        <li key={sheet}>
          <CellLink cell={{ sheet, row: 0 }} show={show}>
            {sheet}
          </CellLink>
        </li>
      ))}
    </ul>
  );
}
