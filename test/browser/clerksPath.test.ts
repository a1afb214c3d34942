/** The clerk's path in Excel: a blank workbook, the sample, Balance; then the workbook holds, cell by cell, what the command line writes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { ExcelHost } from "../excel/excelHost";
import { openStage } from "./openStage";
import { paneOnExcel } from "./paneOnExcel";

const stage = openStage();

const WORDS = {
  "zh-CN": { sample: "试用示例", balance: "平衡", undo: "撤销" },
  en: { sample: "Try the sample", balance: "Balance", undo: "Undo" },
} as const;

test.each([
  ["zh-CN", "zh-CN"],
  ["en", "en-US"],
] as const)("two clicks on the pane; every result sheet is what the command line writes (%s)", async (language, office) => {
  const host = new ExcelHost();
  host.book.add("Sheet1");
  const pane = await paneOnExcel(stage, host, { language: office });
  const words = WORDS[language];
  const began = Date.now();
  await pane.button(words.sample).click();
  await pane.button(words.balance).click();
  await pane.button(words.undo).waitFor({ timeout: 90_000 });
  console.log(`${language}: the ribbon's button and 2 clicks, ${((Date.now() - began) / 1000).toFixed(1)} s from the sample to the result`);
  const file = openXlsx(new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/heilongjiang-1956.${language}.xlsx`))));
  await balanceWorkbook(file, { withoutInvalid: false, language });
  const written = openXlsx(new Uint8Array(file.bytes()));
  const names = (await written.definedCells()).filter(({ name }) => name.startsWith("CB."));
  expect(names.length).toBeGreaterThan(4);
  let compared = 0;
  for (const { name, sheet } of names) {
    const [wanted, found] = [await written.read(sheet), host.book.names.get(name.toLowerCase())?.sheet];
    expect(found?.name).toBe(sheet);
    const different = wanted.values.flatMap((row, index) =>
      row.flatMap((value, column) => {
        compared++;
        const cell = found?.cell(index, column);
        const formula = wanted.formulas.get(index)?.get(column);
        const same = formula === undefined ? (cell?.value ?? "") === (value ?? "") : cell?.formula === formula;
        return same
          ? []
          : [`${sheet} ${index}:${column} ${JSON.stringify(cell?.formula ?? cell?.value)} ≠ ${JSON.stringify(formula ?? value)}`];
      }),
    );
    expect(different.slice(0, 5)).toEqual([]);
    expect((found?.usedArea(true)?.rows ?? 0) + (found?.usedArea(true)?.top ?? 0)).toBe(wanted.values.length);
  }
  expect(compared).toBeGreaterThan(1_000);
  expect(pane.wrongs).toEqual([]);
});
