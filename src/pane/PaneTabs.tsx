import { Tab, TabList } from "@fluentui/react-components";
import { paneTexts } from "../i18n/pane";
import { useWords } from "./words";

const TABS = [
  ["balance", paneTexts.balanceTab],
  ["check", paneTexts.checkTab],
  ["share", paneTexts.shareTab],
  ["templates", paneTexts.templatesTab],
] as const;

export type TabName = (typeof TABS)[number][0];

/** What a name stands for; an unknown one for Balance. */
export function tabOf(name: unknown): TabName {
  return TABS.find(([tab]) => tab === name)?.[0] ?? "balance";
}

interface Tabs {
  readonly tab: TabName;
  /** False while a page stands in place of the tab. */
  readonly shown: boolean;
  readonly onTab: (name: unknown) => void;
}

/** The four parts of the pane, as the ribbon names them. */
export function PaneTabs({ tab, shown, onTab }: Tabs) {
  const { say } = useWords();
  return (
    <TabList size="small" selectedValue={tab} onTabSelect={(_, { value }) => onTab(value)} aria-label={say(paneTexts.tabs)}>
      {TABS.map(([name, text]) => (
        <Tab key={name} value={name} id={`tab-${name}`} aria-controls={shown ? "panel" : undefined}>
          {say(text)}
        </Tab>
      ))}
    </TabList>
  );
}
