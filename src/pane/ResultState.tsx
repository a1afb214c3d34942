import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Text } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Text as Words } from "../i18n/language";
import { agreementsOf, countsLine, headline, paneTexts } from "../i18n/pane";
import { amount } from "../i18n/wording";
import type { Desk } from "./desk";
import { Issues } from "./Issues";
import { useLooks } from "./looks";
import { Shares } from "./Shares";
import { useWords } from "./words";
import type { ResultView } from "./jobs/views";

interface Shown {
  readonly desk: Desk;
  readonly result: ResultView;
  /** Writes the result, which is not in the workbook yet; absent: it is. */
  readonly write?: () => void;
  readonly onBalance: () => void;
  readonly onUndo: () => void;
}

/** What came of the balance: numbers first, why the rest is open, the rest folded. */
export function ResultState({ desk, result, write, onBalance, onUndo }: Shown) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const { headline: first, proof } = result;
  return (
    <div className={looks.stack}>
      {desk.name !== "" && <Text className={looks.quiet}>{desk.name}</Text>}
      <div className={looks.tight} role="status">
        {first && <h2 className={looks.headline}>{tell(headline, { ...first, unit: say(first.name) })}</h2>}
        <Text>{tell(countsLine, { ...result, ...proof })}</Text>
      </div>
      {write && (
        <>
          <Text>{say(paneTexts.notWritten)}</Text>
          <Button appearance="primary" size="large" onClick={write}>
            {say(paneTexts.writeAgain)}
          </Button>
        </>
      )}
      {desk.save && (
        <Button appearance="primary" size="large" onClick={desk.save}>
          {say(paneTexts.save)}
        </Button>
      )}
      <Accordion multiple collapsible defaultOpenItems={["issues"]}>
        <Section value="issues" title={paneTexts.whyUnresolved}>
          <Issues issues={result.issues} more={result.unresolved - result.issues.length} show={desk.show} />
        </Section>
        <Section value="priorities" title={paneTexts.priorities}>
          <Shares shares={result.priorities} unit={paneTexts.points} />
        </Section>
        <Section value="quantities" title={paneTexts.quantities}>
          <Shares shares={result.families} />
        </Section>
        <Section value="places" title={paneTexts.places}>
          <Places places={result.places} />
        </Section>
        {result.bottlenecks.length > 0 && (
          <Section value="bottlenecks" title={paneTexts.bottlenecks}>
            <ul className={looks.list}>
              {result.bottlenecks.map((sentence) => (
                <li key={say(sentence)}>{say(sentence)}</li>
              ))}
            </ul>
          </Section>
        )}
      </Accordion>
      <div className={looks.buttons}>
        <Button appearance={desk.save || write ? "secondary" : "primary"} onClick={onBalance}>
          {say(paneTexts.balance)}
        </Button>
        {!write && <Button onClick={onUndo}>{say(paneTexts.undo)}</Button>}
      </div>
      <Text className={looks.quiet}>
        {say(paneTexts.checkCode)} {result.checkCode}
      </Text>
    </div>
  );
}

function Section({ value, title, children }: { readonly value: string; readonly title: Words; readonly children: ReactNode }) {
  const { say } = useWords();
  return (
    <AccordionItem value={value}>
      <AccordionHeader as="h3">{say(title)}</AccordionHeader>
      <AccordionPanel>{children}</AccordionPanel>
    </AccordionItem>
  );
}

function Places({ places }: Pick<ResultView, "places">) {
  const { say, tell } = useWords();
  const looks = useLooks();
  return (
    <ul className={looks.list}>
      {places.map(({ place, agreements, amounts }) => (
        <li key={place}>
          <div className={looks.row}>
            <span>{place}</span>
            <span className={looks.number}>{tell(agreementsOf, agreements)}</span>
          </div>
          <div className={looks.quiet}>{amounts.map(({ name, quantity }) => `${amount(quantity)} ${say(name)}`).join(" · ")}</div>
        </li>
      ))}
    </ul>
  );
}
