import { Menu, MenuButton, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio } from "@fluentui/react-components";
import { MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import type { Language } from "../i18n/language";
import { menuTexts } from "../i18n/paneMenu";
import { useWords } from "./words";

/** A page beside the tabs. */
export type Aside = "goals" | "about";

interface Choices {
  readonly onLanguage: (language: Language) => void;
  readonly onAside: (aside: Aside) => void;
}

/** Language (each in its own words), goals, about. */
export function PaneMenu({ onLanguage, onAside }: Choices) {
  const { say, language } = useWords();
  return (
    <Menu
      inline
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => onLanguage(checkedItems[0] === "en" ? "en" : "zh-CN")}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" menuIcon={null} icon={<MoreHorizontalRegular />} aria-label={say(menuTexts.menu)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{say(menuTexts.language)}</MenuGroupHeader>
            <MenuItemRadio name="language" value="zh-CN" lang="zh-CN">
              中文
            </MenuItemRadio>
            <MenuItemRadio name="language" value="en" lang="en">
              English
            </MenuItemRadio>
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={() => onAside("goals")}>{say(menuTexts.goals)}</MenuItem>
          <MenuItem onClick={() => onAside("about")}>{say(menuTexts.about)}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
