import { Button, Link, Text } from "@fluentui/react-components";
import { useState } from "react";
import { morePlease, inputNames, paneTexts, problemCounts, rowsReceipt } from "../i18n/pane";
import { severityWords } from "../i18n/settlement";
import type { InputKind, SheetKind } from "../sheets/reading";
import { cellOf } from "./cellOf";
import type { Desk } from "./desk";
import { useLooks } from "./looks";
import { useWords } from "./words";
import type { CheckView, ProblemView, ReceiptView } from "./jobs/views";

const FIRST = 50;

/** Problems by severity, then sheet; below them what each sheet was understood as. */
export function CheckTab({ check, show }: { readonly check: CheckView | undefined; readonly show: Desk["show"] }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const [shown, setShown] = useState(FIRST);
  if (!check) return <Text>{say(paneTexts.nothingToCheck)}</Text>;
  const rest = check.problems.length - shown;
  return (
    <div className={looks.stack}>
      <Text weight="semibold">{check.problems.length === 0 ? say(paneTexts.noProblems) : tell(problemCounts, check)}</Text>
      <ul className={looks.list}>
        {check.problems.slice(0, shown).map((problem, index) => (
          <li key={index}>
            <ProblemLine problem={problem} show={show} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + FIRST)}>
          {tell(morePlease, Math.min(rest, FIRST))}
        </Button>
      )}
      <h2 className={looks.heading}>{say(paneTexts.receipt)}</h2>
      <ul className={looks.list}>
        {check.receipts.map((receipt) => (
          <li key={receipt.sheet}>
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProblemLine({ problem, show }: { readonly problem: ProblemView; readonly show: Desk["show"] }) {
  const { say } = useWords();
  const looks = useLooks();
  const place = problem.cell === "" ? problem.sheet : `${problem.sheet}!${problem.cell}`;
  const cell = cellOf(problem.cell);
  return (
    <div className={looks.breakable}>
      <span className={looks.quiet}>{say(severityWords[problem.severity])}　</span>
      {show && cell && problem.sheet !== "" ? (
        <Link as="button" onClick={() => void show({ sheet: problem.sheet, ...cell })}>
          {place}
        </Link>
      ) : (
        <Text weight="semibold">{place}</Text>
      )}{" "}
      — {say(problem.text)}
    </div>
  );
}

function Receipt({ receipt }: { readonly receipt: ReceiptView }) {
  const { say, tell, language } = useWords();
  const looks = useLooks();
  const { kind } = receipt;
  const title = kind === undefined ? say(paneTexts.unknownSheet) : isInput(kind) ? say(inputNames[kind]) : say(paneTexts.ownOutput);
  const comma = language === "en" ? ", " : "、";
  return (
    <div className={looks.tight}>
      <h3 className={looks.heading}>{receipt.sheet === title ? title : `${receipt.sheet} · ${title}`}</h3>
      {receipt.rows.read > 0 && kind !== undefined && isInput(kind) && <span>{tell(rowsReceipt, receipt.rows)}</span>}
      {receipt.understood.length > 0 && (
        <span className={looks.quiet}>
          {say(paneTexts.understood)}: {receipt.understood.join(comma)}
        </span>
      )}
      {receipt.leftAlone.length > 0 && (
        <span className={looks.quiet}>
          {say(paneTexts.leftAlone)}: {receipt.leftAlone.join(comma)}
        </span>
      )}
    </div>
  );
}

function isInput(kind: SheetKind): kind is InputKind {
  return kind in inputNames;
}
