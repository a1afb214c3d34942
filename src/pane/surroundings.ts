/** Where the pane stands: in Excel, or on a page of its own. */
import type { Language } from "../i18n/language";
import type { TemplateOptions } from "../actions/makeTemplates";
import type { Desk } from "./desk";

export type TemplateSize = TemplateOptions["size"];

export interface Surroundings {
  readonly language: Language;
  readonly remember: (language: Language) => void;
  readonly tab: string | null;
  readonly isDark: () => boolean;
  /** Returns what ends the listening. */
  readonly onThemeChange: (told: () => void) => () => void;
  /** The workbook that is there from the beginning: Excel's. */
  readonly desk?: Desk;
  /** Where there are files: on a page of its own. */
  readonly openFile?: (file: File) => Promise<Desk>;
  /** The sample on a desk: as a file of its own, or as sheets inserted beside the clerk's. */
  readonly openSample: (language: Language) => Promise<Desk>;
  /** A template handed over: as a file to save, or as sheets inserted; rejects with a WorkbookError. */
  readonly makeTemplate: (size: TemplateSize, language: Language) => Promise<Desk | undefined>;
}

const KEY = "collaboration-balance.language";

/** What the clerk chose last time. A browser may refuse to remember anything. */
export function rememberedLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "en" || kept === "zh-CN" ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Then it is asked for again next time.
  }
}
