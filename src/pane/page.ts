/** Entry of index.html: the pane without Excel, on files. */
import type { Language } from "../i18n/language";
import { download } from "./download";
import { draw } from "./draw";
import { FileDesk } from "./fileDesk";
import { sampleBytes, sampleName } from "./sample";
import { rememberedLanguage, rememberLanguage, type TemplateSize } from "./surroundings";

const darkness = matchMedia("(prefers-color-scheme: dark)");

async function openSample(language: Language): Promise<FileDesk> {
  return new FileDesk(sampleName(language), await sampleBytes(language));
}

/** Saved as a file: the clerk fills it in and opens it again. */
async function makeTemplate(size: TemplateSize, language: Language): Promise<undefined> {
  const { templateFile } = await import("./templateFile");
  const { name, bytes } = await templateFile(size, language);
  download(name, bytes);
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
  makeTemplate,
});
