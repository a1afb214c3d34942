/** Writes the sample round's four workbooks into a folder. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenSheet } from "../../src/workbook/workbook";
import { blankXlsx } from "../../src/workbook/xlsxWorkbook";
import { hulan, shuangcheng, wuchang } from "./roundRows";
import { countySheets, englishCountySheets, ownLayoutSheets, provinceSheets } from "./roundSheets";
import { withLayout } from "./withLayout";

export async function writeRound(folder: string): Promise<void> {
  const own = ownLayoutSheets(shuangcheng);
  const demandPart = `xl/worksheets/sheet${own.sheets.findIndex(({ name }) => name === "需求表") + 1}.xml`;
  const files: Readonly<Record<string, Uint8Array>> = {
    "province.xlsx": await bytesOf(provinceSheets([hulan, shuangcheng, wuchang])),
    "hulan.xlsx": await bytesOf(countySheets(hulan)),
    "shuangcheng.xlsx": withLayout(await bytesOf(own.sheets), demandPart, own.demand),
    "wuchang.en.xlsx": await bytesOf(englishCountySheets(wuchang)),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
}

async function bytesOf(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await workbook.write(sheets);
  return workbook.bytes();
}
