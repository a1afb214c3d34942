import { Button, Link, mergeClasses, Text } from "@fluentui/react-components";
import { balanceWithout, fixProblems, inputNames, officeLine, paneTexts, problemCounts, rowsOf } from "../i18n/pane";
import { periodName } from "../i18n/wording";
import type { InputKind } from "../sheets/reading";
import type { Board } from "./board";
import type { Desk } from "./desk";
import { useLooks } from "./looks";
import { useWords } from "./words";
import type { CheckView } from "./jobs/views";

interface Ready {
  readonly board: Extract<Board, { kind: "reading" | "ready" }>;
  readonly onBalance: (withoutInvalid: boolean) => void;
  readonly onFix: () => void;
  /** In Excel, where the clerk mends cells beside the pane. */
  readonly onReadAgain?: () => void;
}

/** The office, what was found, and Balance; it is there before reading has ended. */
export function ReadyState({ board, onBalance, onFix, onReadAgain }: Ready) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const check = board.kind === "ready" ? board.check : undefined;
  const waiting = board.kind === "reading" && board.wanted;
  return (
    <div className={looks.stack}>
      {board.desk.name !== "" && <Text className={looks.quiet}>{board.desk.name}</Text>}
      {check ? (
        <Found check={check} show={board.desk.show} />
      ) : (
        <Text role="status">{say(waiting ? paneTexts.waiting : paneTexts.reading)}</Text>
      )}
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
  const { say, tell, language } = useWords();
  const looks = useLooks();
  const counted = check.receipts.filter((receipt) => receipt.kind !== undefined && receipt.kind in inputNames && receipt.rows.read > 0);
  return (
    <>
      <Text weight="semibold">
        {tell(officeLine, { office: check.office, from: periodName(check.from, language), to: periodName(check.to, language) })}
      </Text>
      <ul className={mergeClasses(looks.list, looks.tight)} aria-label={say(paneTexts.found)}>
        {counted.map((receipt) => (
          <li key={receipt.sheet} className={looks.row}>
            <span className={looks.breakable}>
              {show ? (
                <Link as="button" onClick={() => void show({ sheet: receipt.sheet, row: 0, column: 0 })}>
                  {sheetTitle(receipt.sheet, say(inputNames[receipt.kind as InputKind]))}
                </Link>
              ) : (
                sheetTitle(receipt.sheet, say(inputNames[receipt.kind as InputKind]))
              )}
            </span>
            <span className={looks.number}>{tell(rowsOf, receipt.rows.read)}</span>
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
