/** Entry of index.html: the pane without Excel, on files. */
import type { Language } from "../i18n/language";
import { draw } from "./draw";
import { FileDesk } from "./fileDesk";
import { rememberedLanguage, rememberLanguage } from "./surroundings";

const darkness = matchMedia("(prefers-color-scheme: dark)");

async function openSample(language: Language): Promise<FileDesk> {
  const name = `heilongjiang-1956.${language}.xlsx`;
  const answer = await fetch(new URL(`assets/samples/${name}`, document.baseURI));
  if (!answer.ok) throw new RangeError(`${name}: ${answer.status}`);
  return new FileDesk(name, new Uint8Array(await answer.arrayBuffer()));
}

draw({
  language: rememberedLanguage() ?? "zh-CN",
  remember: rememberLanguage,
  tab: new URLSearchParams(location.search).get("tab"),
  isDark: () => darkness.matches,
  onThemeChange: (told) => {
    darkness.addEventListener("change", told);
    return () => darkness.removeEventListener("change", told);
  },
  openFile: async (file) => new FileDesk(file.name, new Uint8Array(await file.arrayBuffer())),
  openSample,
});
