import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { morePlease, paneTexts, problemCounts } from "../i18n/pane";
import { severityWords } from "../i18n/settlement";
import { CellLink } from "./CellLink";
import { cellOf } from "./cellOf";
import type { Desk } from "./desk";
import type { CheckView, ProblemView } from "./jobs/views";
import { useLooks } from "./looks";
import { Receipt } from "./Receipt";
import { useWords } from "./words";

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
            <Receipt receipt={receipt} show={show} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProblemLine({ problem, show }: { readonly problem: ProblemView; readonly show: Desk["show"] }) {
  const { say } = useWords();
  const looks = useLooks();
  const { sheet } = problem;
  const place = problem.cell === "" ? sheet : `${sheet}!${problem.cell}`;
  return (
    <div className={looks.breakable}>
      <span className={looks.quiet}>{say(severityWords[problem.severity])}　</span>
      <Text weight="semibold">
        <CellLink cell={sheet === "" ? undefined : { sheet, row: 0, ...cellOf(problem.cell) }} show={show}>
          {place}
        </CellLink>
      </Text>{" "}
      — {say(problem.text)}
    </div>
  );
}
