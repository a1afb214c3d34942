import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { LocalLanguageRegular } from "@fluentui/react-icons";
import type { Language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { useWords } from "./words";

/** Each language is offered in its own words. */
export function LanguageMenu({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const { say, language } = useWords();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems[0] === "en" ? "en" : "zh-CN")}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<LocalLanguageRegular />} aria-label={say(paneTexts.language)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="language" value="zh-CN" lang="zh-CN">
            中文
          </MenuItemRadio>
          <MenuItemRadio name="language" value="en" lang="en">
            English
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
