import { FluentProvider, Tab, TabList, Text, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState, type DragEvent } from "react";
import type { Language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { BalanceTab } from "./BalanceTab";
import { checkOn, deskOn } from "./board";
import type { Desk } from "./desk";
import { LanguageMenu } from "./LanguageMenu";
import { useLooks } from "./looks";
import { NoticeBar } from "./NoticeBar";
import type { Surroundings } from "./surroundings";
import { useBoard } from "./useBoard";
import { useBeginnings } from "./useBeginnings";
import { Speaking, useWords } from "./words";

const TemplatesTab = lazy(async () => ({ default: (await import("./TemplatesTab")).TemplatesTab }));
const CheckTab = lazy(async () => ({ default: (await import("./CheckTab")).CheckTab }));

/** The whole pane, in Excel or on a page of its own. */
export function Pane({ surroundings }: { readonly surroundings: Surroundings }) {
  const [language, setLanguage] = useState<Language>(surroundings.language);
  const [dark, setDark] = useState(surroundings.isDark());
  useEffect(() => surroundings.onThemeChange(() => setDark(surroundings.isDark())), [surroundings]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = paneTexts.product[language];
  }, [language]);
  const choose = (chosen: Language): void => {
    setLanguage(chosen);
    surroundings.remember(chosen);
  };
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <Speaking.Provider value={language}>
        <Tabs surroundings={surroundings} onLanguage={choose} />
      </Speaking.Provider>
    </FluentProvider>
  );
}

function Tabs({ surroundings, onLanguage }: { readonly surroundings: Surroundings; readonly onLanguage: (language: Language) => void }) {
  const { say, language } = useWords();
  const looks = useLooks();
  const [tab, setTab] = useState(tabOf(surroundings.tab));
  const { board, notice, deeds } = useBoard(language, surroundings.desk);
  useEffect(() => {
    if (surroundings.desk) deeds.open(surroundings.desk);
  }, [surroundings, deeds]);
  const open = (desk: Desk): void => {
    setTab("balance");
    deeds.open(desk);
  };
  const beginnings = useBeginnings(surroundings, deeds, open);
  const { file } = beginnings;
  const drop = file && {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const [dropped] = event.dataTransfer.files;
      if (dropped) file(dropped);
    },
  };
  return (
    <div className={looks.pane} {...drop}>
      <header className={looks.bar}>
        <h1 className={looks.unseen}>{say(paneTexts.product)}</h1>
        <TabList selectedValue={tab} onTabSelect={(_, { value }) => setTab(tabOf(value))} aria-label={say(paneTexts.tabs)}>
          <Tab value="balance" id="tab-balance" aria-controls="panel">
            {say(paneTexts.balanceTab)}
          </Tab>
          <Tab value="check" id="tab-check" aria-controls="panel">
            {say(paneTexts.checkTab)}
          </Tab>
          <Tab value="templates" id="tab-templates" aria-controls="panel">
            {say(paneTexts.templatesTab)}
          </Tab>
        </TabList>
        <LanguageMenu onChoose={onLanguage} />
      </header>
      {notice && (
        <div className={looks.notice}>
          <NoticeBar notice={notice} onDismiss={deeds.dismiss} />
        </div>
      )}
      <main>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={looks.content}>
          {tab === "balance" ? (
            <BalanceTab board={board} deeds={deeds} beginnings={beginnings} excel={surroundings.desk} onFix={() => setTab("check")} />
          ) : (
            <Suspense fallback={<Text>{say(paneTexts.reading)}</Text>}>
              {tab === "check" ? (
                <CheckTab check={checkOn(board)} show={deskOn(board)?.show} />
              ) : (
                <TemplatesTab beginnings={beginnings} inExcel={surroundings.desk !== undefined} />
              )}
            </Suspense>
          )}
        </div>
      </main>
    </div>
  );
}

type TabName = "balance" | "check" | "templates";

/** A tab that is not there is Balance: the ribbon's Share button opens the pane, too. */
function tabOf(name: unknown): TabName {
  return name === "check" || name === "templates" ? name : "balance";
}
