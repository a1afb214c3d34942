import { paneTexts } from "../../i18n/pane";
import { gridTexts } from "../../i18n/paneGrid";
import { columnLetters } from "../../i18n/columnLetters";
import type { ReceiptView } from "../jobs/views";
import { useWords } from "../words";
import { COLUMN, ROW_HEAD, useGridLooks } from "./gridLooks";
import { numbersOf, type Range } from "./range";

/** The columns' letters, and below each what the column was understood as. */
export function GridHeader({ columns, receipt }: { readonly columns: Range; readonly receipt: ReceiptView | undefined }) {
  const { say } = useWords();
  const looks = useGridLooks();
  const known = new Map(receipt?.columns.map((entry) => [entry.column, entry]));
  const meaning = (column: number): string => {
    const entry = known.get(column);
    if (!entry) return "";
    return entry.understood ? say(entry.understood) : `(${say(paneTexts.leftAlone)})`;
  };
  return (
    <div role="row" aria-rowindex={1} className={looks.headings}>
      <div role="columnheader" aria-colindex={1} className={looks.corner}>
        {say(gridTexts.row)}
      </div>
      {numbersOf(columns).map((column) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={column + 2}
          className={looks.heading}
          style={{ left: ROW_HEAD + column * COLUMN }}
          title={meaning(column)}
        >
          {columnLetters(column)}
          <span className={looks.understood}>{meaning(column)}</span>
        </div>
      ))}
    </div>
  );
}
