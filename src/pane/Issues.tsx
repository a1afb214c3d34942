import { Button, Link, Text } from "@fluentui/react-components";
import { useState } from "react";
import { morePlease, paneTexts } from "../i18n/pane";
import { amount } from "../i18n/wording";
import type { Desk } from "./desk";
import { useLooks } from "./looks";
import { useWords } from "./words";
import type { IssueView } from "./jobs/views";

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
  if (issues.length === 0) return <Text>{say(paneTexts.nothingUnresolved)}</Text>;
  const rest = issues.length - FIRST;
  return (
    <div className={looks.stack}>
      <ul className={looks.list}>
        {(all ? issues : issues.slice(0, FIRST)).map((issue) => (
          <li key={issue.no} className={looks.tight}>
            <div className={looks.row}>
              <IssueTitle issue={issue} show={show} />
              <Text weight="semibold" className={looks.number}>
                {amount(issue.total)} {issue.unit}
              </Text>
            </div>
            <span>{issue.factory}</span>
            <span className={looks.quiet}>
              {say(issue.reason)} — {say(issue.proof)}
            </span>
            {issue.cure && (
              <span className={looks.quiet}>
                {say(paneTexts.cure)}: {say(issue.cure)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {!all && rest > 0 && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {tell(morePlease, rest)}
        </Button>
      )}
      {(all || rest <= 0) && more > 0 && <Text className={looks.quiet}>{say(paneTexts.allSheets)}</Text>}
    </div>
  );
}

function IssueTitle({ issue, show }: { readonly issue: IssueView; readonly show: Desk["show"] }) {
  const { line } = issue;
  if (!show || !line) return <Text weight="semibold">{issue.product}</Text>;
  return (
    <Link as="button" onClick={() => void show({ ...line, column: 0 })}>
      {issue.product}
    </Link>
  );
}
