import { lazy, Suspense } from "react";
import { paneTexts } from "../i18n/pane";
import type { Board } from "./board";
import type { Desk } from "./desk";
import { EmptyState, FileButton } from "./EmptyState";
import { ReadyState } from "./ReadyState";
import { RunningState } from "./RunningState";
import type { Beginnings } from "./useBeginnings";
import type { Deeds } from "./useBoard";
import { useWords } from "./words";

const ResultState = lazy(async () => ({ default: (await import("./ResultState")).ResultState }));

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
  const { board, beginnings } = props;
  const { file } = beginnings;
  return (
    <>
      <State {...props} />
      {file && (board.kind === "ready" || board.kind === "result") && <FileButton label={say(paneTexts.openAnother)} onFile={file} />}
    </>
  );
}

function State({ board, deeds, beginnings, excel, onFix }: Shown) {
  const readAgain = excel && (() => deeds.open(excel));
  const nothing = board.kind === "empty" || (board.kind === "ready" && !board.check.anything && excel !== undefined);
  if (nothing) return <EmptyState beginnings={beginnings} onReadAgain={readAgain} />;
  if (board.kind === "running") return <RunningState progress={board.progress} onCancel={deeds.cancel} />;
  if (board.kind !== "result") return <ReadyState board={board} onBalance={deeds.balance} onFix={onFix} onReadAgain={readAgain} />;
  return (
    <Suspense fallback={null}>
      <ResultState {...board} onBalance={() => deeds.balance(false)} onUndo={deeds.undo} />
    </Suspense>
  );
}
