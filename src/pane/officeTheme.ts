/** Office's theme. Excel has no event that tells of a change, so it is looked at again whenever that costs nothing. */
import type { Surroundings } from "./surroundings";

/** As Office.context.officeTheme gives it; Excel on the web gives none, older Excel no `isDarkTheme`. */
export interface ThemeOfOffice {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

/** Milliseconds between two looks. */
const LOOK_AGAIN = 1_000;

/** Where Office gives no theme, the system's. */
export function officeTheme(read: () => ThemeOfOffice | undefined): Pick<Surroundings, "isDark" | "onThemeChange"> {
  const system = matchMedia("(prefers-color-scheme: dark)");
  return {
    isDark: () => darkness(read()) ?? system.matches,
    onThemeChange: (told) => {
      const timer = setInterval(told, LOOK_AGAIN);
      window.addEventListener("focus", told);
      system.addEventListener("change", told);
      return () => {
        clearInterval(timer);
        window.removeEventListener("focus", told);
        system.removeEventListener("change", told);
      };
    },
  };
}

function darkness(theme: ThemeOfOffice | undefined): boolean | undefined {
  if (typeof theme?.isDarkTheme === "boolean") return theme.isDarkTheme;
  const colour = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(theme?.bodyBackgroundColor ?? "");
  if (!colour) return undefined;
  const [red, green, blue] = colour.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
