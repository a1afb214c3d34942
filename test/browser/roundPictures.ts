/** Pictures of three steps of the sample round for the clerk's guide, in both languages, on the page without Excel. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Locator } from "playwright-core";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
import { returnResults } from "../../src/actions/returnResults";
import { submitUpward } from "../../src/actions/submitUpward";
import { paneTexts } from "../../src/i18n/pane";
import { stepNames } from "../../src/i18n/paneShare";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { editFile } from "../support/editedFile";
import { openedPage, type Opened } from "./openedPage";
import type { Stage } from "./screenshots";

type Language = "zh-CN" | "en";
interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SAMPLES = join(__dirname, "../../assets/samples/round");
const sample = (name: string): File => ({ name, bytes: new Uint8Array(readFileSync(join(SAMPLES, name))) });
const EXPLANATIONS = new Map([["W04 需要 C7", "请省里安排"]]);

export async function roundPictures(stage: Stage): Promise<void> {
  const [hulan, shuangcheng] = [await submitted(sample("hulan.xlsx")), await submitted(sample("shuangcheng.xlsx"))];
  const wrong = await withAWrongQuantity("wuchang.en.xlsx");
  const back = await returned([hulan.sent, shuangcheng.sent]);
  for (const language of ["zh-CN", "en"] as const) {
    await submitPicture(stage, language);
    await picture(stage, language, { verb: "collect", own: sample("province.xlsx"), files: [hulan.sent, shuangcheng.sent, wrong] });
    await picture(stage, language, { verb: "receive", own: hulan.own, files: [back] });
  }
}

async function submitted(county: File): Promise<{ readonly own: File; readonly sent: File }> {
  const workbook = openXlsx(county.bytes);
  await balanceWorkbook(workbook, { language: "zh-CN", withoutInvalid: false });
  const outcome = await submitUpward(workbook, { language: "zh-CN", contacts: false, explanations: EXPLANATIONS });
  if (outcome.kind !== "done") throw new TypeError(`${county.name}: ${outcome.kind}`);
  return { own: { name: county.name, bytes: workbook.bytes() }, sent: outcome.file };
}

/** The return for the first of them. */
async function returned(submissions: readonly File[]): Promise<File> {
  const workbook = openXlsx(sample("province.xlsx").bytes);
  const read = ({ name, bytes }: File) => ({ name, read: async () => bytes });
  await collectCounties(workbook, submissions.map(read), { language: "zh-CN" });
  await balanceWorkbook(workbook, { language: "zh-CN", withoutInvalid: false });
  const outcome = await returnResults(workbook, { language: "zh-CN" });
  const file = outcome.kind === "done" ? outcome.returns.find(({ office }) => office === "呼兰县")?.file : undefined;
  if (!file) throw new TypeError("nothing was returned");
  return file;
}

/** Words where a quantity should stand, in the county's own workbook. */
async function withAWrongQuantity(name: string): Promise<File> {
  const folder = mkdtempSync(join(tmpdir(), "collaboration-pictures-"));
  const edited = join(folder, name);
  await editFile(join(SAMPLES, name), edited, "Demand", (rows) => {
    const row = rows.find((cells) => cells.some((value) => typeof value === "number"));
    if (row) row[row.findIndex((value) => typeof value === "number")] = "about 20";
  });
  const bytes = new Uint8Array(readFileSync(edited));
  rmSync(folder, { recursive: true });
  return { name: basename(edited), bytes };
}

async function submitPicture(stage: Stage, language: Language): Promise<void> {
  const opened = await openedOn(stage, language, sample("hulan.xlsx"));
  const { page, button } = opened;
  await button(paneTexts.balance[language]).click();
  await button(paneTexts.save[language]).waitFor();
  await shareTab(opened, language);
  await button(stepNames.submit[language]).click();
  await page.getByRole("textbox").waitFor();
  await taken(opened, stage, { verb: "submit", language });
}

interface Pictured {
  readonly verb: "collect" | "receive";
  readonly own: File;
  readonly files: readonly File[];
}

async function picture(stage: Stage, language: Language, { verb, own, files }: Pictured): Promise<void> {
  const opened = await openedOn(stage, language, own);
  const { page, button } = opened;
  await shareTab(opened, language);
  const given = files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
  await page.locator(`input[aria-label="${stepNames[verb][language]}"]`).setInputFiles(given);
  await button(paneTexts.undo[language]).and(page.locator(":not([aria-disabled=true])")).waitFor();
  await taken(opened, stage, { verb, language });
}

async function openedOn({ browser, site }: Stage, language: Language, { name, bytes }: File): Promise<Opened> {
  const opened = await openedPage({ browser, origin: site.origin }, language);
  await opened.page
    .getByLabel(paneTexts.openFile[language])
    .first()
    .setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
  await opened.button(paneTexts.balance[language]).waitFor();
  return opened;
}

async function shareTab({ page, button }: Opened, language: Language): Promise<void> {
  await page.getByRole("tab", { name: paneTexts.shareTab[language], exact: true }).click();
  await button(stepNames.submit[language]).waitFor();
}

/** One step alone. */
async function taken(
  { page, button, wrongs }: Opened,
  { take }: Stage,
  { verb, language }: { verb: keyof typeof stepNames; language: Language },
): Promise<void> {
  await page.setViewportSize({ width: 350, height: 1_400 });
  const step: Locator = page.getByRole("listitem").filter({ has: button(stepNames[verb][language]) });
  await take(page, `${verb}-${language}`, (await step.boundingBox()) ?? undefined);
  if (wrongs.length > 0) throw new Error(wrongs.join("\n"));
}
