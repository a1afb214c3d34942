import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { balanceWithout, fixProblems, inputNames, linesOf, paneTexts, problemCounts, rowsOf } from "../i18n/pane";
import type { InputKind } from "../sheets/reading";
import type { Board } from "./board";
import { CellLink } from "./CellLink";
import type { Desk } from "./desk";
import type { CheckView, ReceiptView } from "./jobs/views";
import { useLooks } from "./looks";
import { useWords } from "./words";

interface Ready {
  readonly board: Extract<Board, { kind: "reading" | "ready" }>;
  readonly onBalance: (withoutInvalid: boolean) => void;
  readonly onFix: () => void;
  /** In Excel, where the clerk mends cells beside the pane. */
  readonly onReadAgain?: () => void;
}

/** What was found, and Balance; it is there before reading has ended. */
export function ReadyState({ board, onBalance, onFix, onReadAgain }: Ready) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const check = board.kind === "ready" ? board.check : undefined;
  const waiting = board.kind === "reading" && board.wanted;
  return (
    <div className={looks.stack}>
      {check && <Found check={check} show={board.desk.show} />}
      {check && check.mustFix > 0 ? (
        <>
          <Button appearance="primary" size="large" onClick={onFix}>
            {tell(fixProblems, check.mustFix)}
          </Button>
          {check.rowsToLeaveOut > 0 && (
            <Button size="large" onClick={() => onBalance(true)}>
              {tell(balanceWithout, check.rowsToLeaveOut)}
            </Button>
          )}
        </>
      ) : (
        <Button appearance="primary" size="large" disabledFocusable={waiting} onClick={() => onBalance(false)}>
          {say(paneTexts.balance)}
        </Button>
      )}
      {check && onReadAgain && (
        <Button appearance="subtle" onClick={onReadAgain}>
          {say(paneTexts.readAgain)}
        </Button>
      )}
    </div>
  );
}

function Found({ check, show }: { readonly check: CheckView; readonly show: Desk["show"] }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const counted = check.receipts.filter((receipt) => receipt.kind !== undefined && receipt.kind in inputNames && receipt.rows.read > 0);
  const count = ({ kind, rows }: ReceiptView): string =>
    kind === "Demand" ? tell(linesOf, { lines: rows.read, factories: check.factories }) : tell(rowsOf, rows.read);
  return (
    <>
      <ul className={mergeClasses(looks.list, looks.tight)} aria-label={say(paneTexts.found)}>
        {counted.map((receipt) => (
          <li key={receipt.sheet} className={looks.row}>
            <span className={looks.breakable}>
              <CellLink cell={{ sheet: receipt.sheet, row: 0 }} show={show}>
                {sheetTitle(receipt.sheet, say(inputNames[receipt.kind as InputKind]))}
              </CellLink>
            </span>
            <span className={looks.number}>{count(receipt)}</span>
          </li>
        ))}
      </ul>
      {check.problems.length > 0 && <Text>{tell(problemCounts, check)}</Text>}
    </>
  );
}

/** The sheet's own name, and what it was understood as where that is another word. */
function sheetTitle(sheet: string, kind: string): string {
  return sheet === kind ? sheet : `${sheet} · ${kind}`;
}
