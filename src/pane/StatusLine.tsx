import { Text } from "@fluentui/react-components";
import { officeLine, paneTexts } from "../i18n/pane";
import { countsLine, headline, resultTexts } from "../i18n/paneResult";
import { periodName } from "../i18n/wording";
import type { Board } from "./board";
import type { CheckView, ResultView } from "./jobs/views";
import { useLooks } from "./looks";
import { UnderWay } from "./UnderWay";
import { useWords } from "./words";

/** How things stand, in a line or two; the same element in every state, so that screen readers are told of each change. */
export function StatusLine({ board }: { readonly board: Board }) {
  const looks = useLooks();
  return (
    <div role="status" className={looks.tight}>
      <Standing board={board} />
    </div>
  );
}

function Standing({ board }: { readonly board: Board }) {
  const { say } = useWords();
  switch (board.kind) {
    case "empty":
      return null;
    case "reading":
      return <Text>{say(board.wanted ? paneTexts.waiting : paneTexts.reading)}</Text>;
    case "ready":
      return <Office check={board.check} />;
    case "running":
      return (
        <Text>
          <UnderWay board={board} />
        </Text>
      );
    case "result":
      return <Outcome result={board.result} />;
  }
}

function Office({ check: { office, from, to } }: { readonly check: CheckView }) {
  const { tell, language } = useWords();
  return <Text weight="semibold">{tell(officeLine, { office, from: periodName(from, language), to: periodName(to, language) })}</Text>;
}

function Outcome({ result }: { readonly result: ResultView }) {
  const { say, tell } = useWords();
  const looks = useLooks();
  const { headline: first, proof } = result;
  return (
    <>
      <h2 className={looks.headline}>{first ? tell(headline, { ...first, unit: say(first.name) }) : say(resultTexts.nothingNeeded)}</h2>
      <Text>{tell(countsLine, { ...result, ...proof, gapUnit: say(proof.gapUnit) })}</Text>
    </>
  );
}
