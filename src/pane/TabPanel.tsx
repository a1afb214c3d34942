import { Text } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { paneTexts } from "../i18n/pane";
import { BalanceTab } from "./BalanceTab";
import { checkOn, deskOn, type Board } from "./board";
import { useLooks } from "./looks";
import type { TabName } from "./PaneTabs";
import type { Draft } from "./share/draft";
import type { LastStep } from "./lastStep";
import type { Surroundings } from "./surroundings";
import type { Beginnings } from "./useBeginnings";
import type { Deeds } from "./useBoard";
import { useWords } from "./words";

const CheckTab = lazy(async () => ({ default: (await import("./CheckTab")).CheckTab }));
const ShareTab = lazy(async () => ({ default: (await import("./share/ShareTab")).ShareTab }));
const TemplatesTab = lazy(async () => ({ default: (await import("./TemplatesTab")).TemplatesTab }));

interface Panel {
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  readonly board: Board;
  readonly deeds: Deeds;
  readonly beginnings: Beginnings;
  readonly surroundings: Surroundings;
  readonly shared: LastStep | undefined;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** The tab that is open; all but Balance are fetched when they are first turned to. */
export function TabPanel(panel: Panel) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <div id="panel" role="tabpanel" aria-labelledby={`tab-${panel.tab}`} className={looks.panel}>
      <Suspense fallback={<Text>{say(paneTexts.reading)}</Text>}>
        <Shown {...panel} />
      </Suspense>
    </div>
  );
}

function Shown({ tab, onTab, board, deeds, beginnings, surroundings, ...sharing }: Panel) {
  const excel = surroundings.desk;
  switch (tab) {
    case "balance":
      return <BalanceTab board={board} deeds={deeds} beginnings={beginnings} excel={excel} onFix={() => onTab("check")} />;
    case "check":
      return <CheckTab check={checkOn(board)} show={deskOn(board)?.show} />;
    case "share":
      return <ShareTab {...{ board, deeds }} {...sharing} />;
    case "templates":
      return <TemplatesTab beginnings={beginnings} inExcel={excel !== undefined} />;
  }
}
