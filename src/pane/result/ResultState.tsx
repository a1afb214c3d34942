import { Accordion, Button, Text } from "@fluentui/react-components";
import { changeTexts } from "../../i18n/changes";
import { paneTexts } from "../../i18n/pane";
import { resultTexts } from "../../i18n/paneResult";
import { settlementTexts } from "../../i18n/settlement";
import { summaryTexts } from "../../i18n/summary";
import type { Desk } from "../desk";
import type { ResultView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";
import { Changes } from "./Changes";
import { Flows } from "./Flows";
import { Issues } from "./Issues";
import { LastYear } from "./LastYear";
import { Places } from "./Places";
import { Scarcest } from "./Scarcest";
import { Section } from "./Section";
import { Shares } from "./Shares";
import { SheetLinks } from "./SheetLinks";

interface Shown {
  readonly desk: Desk;
  readonly result: ResultView;
  /** Absent once the result is in the workbook. */
  readonly write?: () => void;
  readonly onBalance: () => void;
  /** Balances once more, with the balance forms. */
  readonly onForms: () => void;
  readonly onUndo: () => void;
}

/** What came of the balance, under its headline: why some of it is open, the rest folded. */
export function ResultState({ desk, result, write, onBalance, onForms, onUndo }: Shown) {
  const { say } = useWords();
  const looks = useLooks();
  const { lastYear, changes } = result;
  return (
    <div className={looks.stack}>
      {write && (
        <>
          <Text>{say(paneTexts.notWritten)}</Text>
          <Button appearance="primary" size="large" onClick={write}>
            {say(paneTexts.writeAgain)}
          </Button>
        </>
      )}
      {desk.save && (
        <Button appearance="primary" size="large" onClick={() => desk.save?.("balanced")}>
          {say(paneTexts.save)}
        </Button>
      )}
      {!write && <SheetLinks sheets={result.sheets} show={desk.show} />}
      <Accordion multiple collapsible defaultOpenItems={["issues"]}>
        <Section value="issues" title={resultTexts.whyUnresolved}>
          <Issues issues={result.issues} more={result.unresolved - result.issues.length} show={desk.show} />
        </Section>
        <Section value="priorities" title={resultTexts.priorities}>
          <Shares shares={result.priorities} unit={resultTexts.points} />
          <h4 className={looks.heading}>{say(resultTexts.quantities)}</h4>
          <Shares shares={result.families} />
        </Section>
        <Section value="places" title={resultTexts.places}>
          <Places places={result.places} />
        </Section>
        {result.price && (
          <Section value="price" title={settlementTexts.price}>
            {result.price.map((line) => (
              <Text key={line.en} block>
                {say(line)}
              </Text>
            ))}
            <Text className={looks.quiet}>{say(summaryTexts.localFirstNote)}</Text>
          </Section>
        )}
        <Section value="scarcest" title={resultTexts.scarcest}>
          <Scarcest scarcest={result.scarcest} bottlenecks={result.bottlenecks} show={desk.show} />
        </Section>
        <Section value="flows" title={resultTexts.flows}>
          <Flows flows={result.flows} />
        </Section>
        {lastYear && (
          <Section value="last year" title={resultTexts.lastYear}>
            <LastYear compared={lastYear} />
          </Section>
        )}
        {changes && (
          <Section value="changes" title={changeTexts.heading}>
            <Changes changes={changes} />
          </Section>
        )}
      </Accordion>
      <div className={looks.buttons}>
        <Button appearance={desk.save || write ? "secondary" : "primary"} onClick={onBalance}>
          {say(paneTexts.balance)}
        </Button>
        {!write && <Button onClick={onUndo}>{say(paneTexts.undo)}</Button>}
        {!write && !result.forms && (
          <Button appearance="subtle" onClick={onForms}>
            {say(resultTexts.addForms)}
          </Button>
        )}
      </div>
      <Text className={looks.quiet}>
        {say(resultTexts.checkCode)} {result.checkCode}
      </Text>
    </div>
  );
}
