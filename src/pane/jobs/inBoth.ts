import type { Language, Text } from "../../i18n/language";

/** A sentence in every language, so that the clerk may change the language while it is shown. */
export function inBoth(sentence: (language: Language) => string): Text {
  return { "zh-CN": sentence("zh-CN"), en: sentence("en") };
}
