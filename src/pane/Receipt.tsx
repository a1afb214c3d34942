import { inputNames, paneTexts, rowsReceipt } from "../i18n/pane";
import type { InputKind, SheetKind } from "../sheets/reading";
import { CellLink } from "./CellLink";
import { columnLetters } from "../i18n/columnLetters";
import type { Desk } from "./desk";
import type { ReceiptView } from "./jobs/views";
import { useLooks } from "./looks";
import { useWords } from "./words";

/** What a sheet was understood as, its rows, and what each of its columns was understood as. */
export function Receipt({ receipt, show }: { readonly receipt: ReceiptView; readonly show: Desk["show"] }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const { sheet, kind, columns, rows } = receipt;
  const title =
    kind !== undefined && isInput(kind) ? say(inputNames[kind]) : say(receipt.ours ? paneTexts.ownOutput : paneTexts.unknownSheet);
  return (
    <div className={looks.tight}>
      <h3 className={looks.heading}>
        <CellLink cell={{ sheet, row: 0 }} show={show}>
          {sheet}
        </CellLink>
        {sheet !== title && ` · ${title}`}
      </h3>
      {rows.read > 0 && <span>{tell(rowsReceipt, rows)}</span>}
      <ul className={looks.tightList}>
        {columns.map(({ column, header, understood }) => (
          <li key={column} className={looks.receipt}>
            <span>{columnLetters(column)}</span>
            <span className={looks.breakable}>{header}</span>
            <span className={looks.breakable}>{understood ? say(understood) : `(${say(paneTexts.leftAlone)})`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isInput(kind: SheetKind): kind is InputKind {
  return kind in inputNames;
}
