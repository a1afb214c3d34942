/** The language the pane speaks now, and how a component gets its words. */
import { createContext, useContext } from "react";
import type { Language, Text, TextOf } from "../i18n/language";

export const Speaking = createContext<Language>("zh-CN");

export interface Words {
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly tell: <Facts>(text: TextOf<Facts>, facts: Facts) => string;
}

export function useWords(): Words {
  const language = useContext(Speaking);
  return { language, say: (text) => text[language], tell: (text, facts) => text[language](facts) };
}
