import { lazy, Suspense } from "react";
import { paneTexts } from "../i18n/pane";
import type { Board } from "./board";
import type { Desk } from "./desk";
import { EmptyState, FileButton } from "./EmptyState";
import { ReadyState } from "./ReadyState";
import { RunningState } from "./RunningState";
import type { Surroundings } from "./surroundings";
import type { Deeds } from "./useBoard";
import { useWords } from "./words";

const ResultState = lazy(async () => ({ default: (await import("./ResultState")).ResultState }));

interface Shown {
  readonly board: Board;
  readonly deeds: Deeds;
  readonly surroundings: Surroundings;
  readonly onOpen: (desk: Desk) => void;
  readonly onFix: () => void;
}

/** One state of the board at a time. */
export function BalanceTab(props: Shown) {
  const { board, surroundings } = props;
  const another = surroundings.openFile && (board.kind === "ready" || board.kind === "result");
  return (
    <>
      <State {...props} />
      {another && <AnotherFile {...props} />}
    </>
  );
}

function State({ board, deeds, surroundings, onOpen, onFix }: Shown) {
  const { language } = useWords();
  const { openSample, openFile, desk } = surroundings;
  const sample =
    openSample && (() => void openSample(language).then(onOpen, () => deeds.tell({ kind: "fault", fault: "no sample", detail: "" })));
  const file = openFile && ((chosen: File) => void openFile(chosen).then(onOpen));
  const again = desk && (() => onOpen(desk));
  const nothing = board.kind === "empty" || (board.kind === "ready" && !board.check.anything && desk !== undefined);
  if (nothing) return <EmptyState onSample={sample} onFile={file} onReadAgain={again} />;
  if (board.kind === "running") return <RunningState progress={board.progress} onCancel={deeds.cancel} />;
  if (board.kind !== "result") return <ReadyState board={board} onBalance={deeds.balance} onFix={onFix} />;
  return (
    <Suspense fallback={null}>
      <ResultState desk={board.desk} result={board.result} onBalance={() => deeds.balance(false)} onUndo={deeds.undo} />
    </Suspense>
  );
}

function AnotherFile({ surroundings, onOpen }: Shown) {
  const { say } = useWords();
  const { openFile } = surroundings;
  return openFile && <FileButton label={say(paneTexts.openAnother)} onFile={(file) => void openFile(file).then(onOpen)} />;
}
