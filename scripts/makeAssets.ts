/** Writes the sample workbooks of assets/samples; the same sources give the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { blankXlsx } from "../src/workbook/xlsxWorkbook";
import { sampleSheets } from "./sample/sampleSheets";

mkdirSync("assets/samples", { recursive: true });
for (const language of ["zh-CN", "en"] as const) {
  const workbook = blankXlsx();
  await workbook.write(sampleSheets(language));
  writeFileSync(`assets/samples/heilongjiang-1956.${language}.xlsx`, workbook.bytes());
}
