/** Writes the sample workbooks of assets/samples and the templates of assets/templates; the same sources give the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { makeTemplate } from "../src/actions/makeTemplates";
import { blankXlsx } from "../src/workbook/xlsxWorkbook";
import { sampleSheets } from "./sample/sampleSheets";
import { writeRound } from "./sample/writeRound";

mkdirSync("assets/samples/round", { recursive: true });
mkdirSync("assets/templates", { recursive: true });
for (const language of ["zh-CN", "en"] as const) {
  const workbook = blankXlsx();
  await workbook.write(sampleSheets(language));
  writeFileSync(`assets/samples/heilongjiang-1956.${language}.xlsx`, workbook.bytes());
  for (const size of ["simple", "full"] as const) {
    const template = blankXlsx();
    await makeTemplate(template, { size, language });
    writeFileSync(`assets/templates/${size}.${language}.xlsx`, template.bytes());
  }
}
await writeRound("assets/samples/round");
