import { Text } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { paneTexts } from "../i18n/pane";
import { deskOn, type Board } from "./board";
import type { Desk } from "./desk";
import { EmptyState } from "./EmptyState";
import { FileButton } from "./FileButton";
import { OPENED } from "./fileEndings";
import { ReadyState } from "./ReadyState";
import { useLooks } from "./looks";
import { RunningState } from "./RunningState";
import { StatusLine } from "./StatusLine";
import type { Beginnings } from "./useBeginnings";
import type { Deeds } from "./useBoard";
import { useWords } from "./words";

const ResultState = lazy(async () => ({ default: (await import("./result/ResultState")).ResultState }));

interface Shown {
  readonly board: Board;
  readonly deeds: Deeds;
  readonly beginnings: Beginnings;
  /** Excel's workbook; absent on the page without Excel. */
  readonly excel?: Desk;
  readonly onFix: () => void;
}

/** One state of the board at a time. */
export function BalanceTab(props: Shown) {
  const { say } = useWords();
  const looks = useLooks();
  const { board, beginnings } = props;
  const { file } = beginnings;
  const name = deskOn(board)?.name;
  return (
    <>
      {name !== undefined && name !== "" && <Text className={looks.quiet}>{name}</Text>}
      {!nothingThere(props) && <StatusLine board={board} />}
      <State {...props} />
      {file && (board.kind === "ready" || board.kind === "result") && (
        <FileButton label={say(paneTexts.openAnother)} endings={OPENED} onFiles={([chosen]) => file(chosen)} />
      )}
    </>
  );
}

/** Nothing to balance is there; on the page without Excel an opened file always shows what was found in it. */
function nothingThere({ board, excel }: Pick<Shown, "board" | "excel">): boolean {
  return board.kind === "empty" || (board.kind === "ready" && !board.check.anything && excel !== undefined);
}

function State({ board, deeds, beginnings, excel, onFix }: Shown) {
  const readAgain = excel && (() => deeds.open(excel));
  if (nothingThere({ board, excel })) return <EmptyState beginnings={beginnings} onReadAgain={readAgain} />;
  switch (board.kind) {
    case "empty":
      return null;
    case "running":
      return <RunningState running={board.verb} progress={board.progress} office={board.check?.office} onCancel={deeds.cancel} />;
    case "result":
      return (
        <Suspense fallback={null}>
          <ResultState
            {...board}
            onBalance={() => deeds.balance(false)}
            onForms={() => deeds.balance(board.check.mustFix > 0, true)}
            onUndo={deeds.undo}
          />
        </Suspense>
      );
    default:
      return <ReadyState board={board} onBalance={deeds.balance} onFix={onFix} onReadAgain={readAgain} />;
  }
}
