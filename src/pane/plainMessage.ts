import type { Language, Text } from "../i18n/language";
import { notOpenedTexts, openAgain, withoutExcel, type NotOpened } from "../i18n/paneOpening";

const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/**
 * A message in plain HTML, for where the pane could not open or broke down; never a blank page. In both languages, since nothing is
 * known of the clerk then; with a button that opens the page again and a link to the page without Excel.
 */
export function plainMessage(why: NotOpened): HTMLElement {
  const message = element("div");
  message.className = "plain";
  message.setAttribute("role", "alert");
  for (const language of LANGUAGES) {
    const paragraph = element("p", notOpenedTexts[why][language]);
    paragraph.lang = language;
    message.append(paragraph);
  }
  const again = element("button", inBoth(openAgain));
  again.addEventListener("click", () => location.reload());
  const link = element("a", inBoth(withoutExcel));
  link.href = "index.html";
  message.append(again, link);
  return message;
}

function inBoth(text: Text): string {
  return LANGUAGES.map((language) => text[language]).join(" · ");
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
