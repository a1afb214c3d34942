import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { morePlease } from "../../i18n/pane";
import { resultTexts } from "../../i18n/paneResult";
import { amount } from "../../i18n/wording";
import { CellLink } from "../CellLink";
import type { Desk } from "../desk";
import type { IssueView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";

const FIRST = 5;

interface Shown {
  readonly issues: readonly IssueView[];
  /** How many more stand only on the sheet. */
  readonly more: number;
  readonly show: Desk["show"];
}

/** What stayed open: the amount, why, and what would help; five at first. */
export function Issues({ issues, more, show }: Shown) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const [all, setAll] = useState(false);
  if (issues.length === 0) return <Text>{say(resultTexts.nothingUnresolved)}</Text>;
  const rest = issues.length - FIRST;
  return (
    <div className={looks.stack}>
      <ul className={looks.list}>
        {(all ? issues : issues.slice(0, FIRST)).map((issue) => (
          <li key={issue.no} className={looks.tight}>
            <div className={looks.row}>
              <Text weight="semibold" className={looks.breakable}>
                <CellLink cell={issue.line} show={show}>
                  {issue.product}
                </CellLink>
              </Text>
              <Text weight="semibold" className={looks.number}>
                {amount(issue.total)} {issue.unit}
              </Text>
            </div>
            <span>{issue.factory}</span>
            <span className={looks.quiet}>
              {say(issue.reason)} — {say(issue.proof)}
            </span>
            {issue.cure && <span className={looks.quiet}>{say(resultTexts.cure) + say(issue.cure)}</span>}
          </li>
        ))}
      </ul>
      {!all && rest > 0 && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {tell(morePlease, rest)}
        </Button>
      )}
      {(all || rest <= 0) && more > 0 && <Text className={looks.quiet}>{say(resultTexts.allSheets)}</Text>}
    </div>
  );
}
