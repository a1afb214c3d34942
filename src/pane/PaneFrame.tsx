import { mergeClasses } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import type { Language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { checkOn, deskOn, writtenOn, type Board } from "./board";
import type { Desk } from "./desk";
import { keepFocus } from "./keepFocus";
import { useLooks } from "./looks";
import { NoticeBar } from "./NoticeBar";
import { PaneMenu, type Aside } from "./PaneMenu";
import { PaneTabs, tabOf } from "./PaneTabs";
import { emptyDraft } from "./share/draft";
import type { Surroundings } from "./surroundings";
import { TabPanel } from "./TabPanel";
import { useBeginnings } from "./useBeginnings";
import { useBoard } from "./useBoard";
import { useDrops } from "./useDrops";
import { useWords } from "./words";

const AsidePage = lazy(async () => ({ default: (await import("./AsidePage")).AsidePage }));
const WorkbookView = lazy(async () => ({ default: (await import("./grid/WorkbookView")).WorkbookView }));

interface Frame {
  readonly surroundings: Surroundings;
  readonly onLanguage: (language: Language) => void;
}

/** Tabs and menu at the top, a bar for what happened, and the tab that is open. */
export function PaneFrame({ surroundings, onLanguage }: Frame) {
  const { say, language } = useWords();
  const looks = useLooks();
  const frame = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState(tabOf(surroundings.tab));
  const [aside, setAside] = useState<Aside>();
  const [draft, setDraft] = useState(emptyDraft);
  const { board, notice, shared, deeds } = useBoard(language, surroundings.desk);
  useEffect(() => (frame.current ? keepFocus(frame.current) : undefined), []);
  useEffect(() => {
    if (surroundings.desk) deeds.open(surroundings.desk);
  }, [surroundings, deeds]);
  const turnTo = (name: unknown): void => {
    setTab(tabOf(name));
    setAside(undefined);
  };
  const open = (desk: Desk): void => {
    turnTo("balance");
    setDraft(emptyDraft);
    deeds.open(desk);
  };
  const beginnings = useBeginnings(surroundings, deeds, open);
  const { file } = beginnings;
  const openOne = file && ((files: readonly File[]) => (files.length === 1 ? file(files[0]) : deeds.tell({ kind: "several files" })));
  useDrops(tab === "share" && board.kind !== "empty" ? deeds.collect : openOne);
  const grid = gridOf(board);
  return (
    <div ref={frame} className={mergeClasses(looks.pane, grid ? looks.beside : false)}>
      <div className={grid ? looks.column : undefined}>
        <header className={looks.bar}>
          <h1 className={looks.unseen}>{say(paneTexts.product)}</h1>
          <PaneTabs tab={tab} shown={aside === undefined} onTab={turnTo} />
          <PaneMenu onLanguage={onLanguage} onAside={setAside} />
        </header>
        <main className={looks.content}>
          {/* Always there, so that screen readers are told of what comes into it. */}
          <div role={notice?.kind === "fault" ? "alert" : "status"} className={notice && looks.notice}>
            {notice && <NoticeBar notice={notice} onDismiss={deeds.dismiss} />}
          </div>
          {aside ? (
            <Suspense fallback={null}>
              <AsidePage aside={aside} check={checkOn(board)} onBack={() => setAside(undefined)} />
            </Suspense>
          ) : (
            <TabPanel tab={tab} onTab={turnTo} onDraft={setDraft} {...{ board, deeds, beginnings, surroundings, shared, draft }} />
          )}
        </main>
      </div>
      {grid}
    </div>
  );
}

/** The opened file's sheets beside the pane, or below it where the window is narrow; Excel shows its own. */
function gridOf(board: Board): ReactNode {
  const desk = deskOn(board);
  if (!desk?.bytes || !desk.watch) return undefined;
  return (
    <Suspense fallback={null}>
      <WorkbookView bytes={desk.bytes()} watch={desk.watch} check={checkOn(board)} written={writtenOn(board)} />
    </Suspense>
  );
}
