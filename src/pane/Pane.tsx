import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { PaneFrame } from "./PaneFrame";
import type { Surroundings } from "./surroundings";
import { Speaking } from "./words";

/** The whole pane, in Excel or on a page of its own: its language and its theme, both changed while it is open. */
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
        <PaneFrame surroundings={surroundings} onLanguage={choose} />
      </Speaking.Provider>
    </FluentProvider>
  );
}
