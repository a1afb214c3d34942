/** LibreOffice works the balance forms out anew and comes to the values that they carry. Fails where `soffice` is missing. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellValue, Sheet, WrittenCell, WrittenSheet } from "../../src/workbook/workbook";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { balancedWithForms, sheetsOf } from "../support/formsOf";
import { officeWorkbook } from "../support/officeWorkbook";
import { randomSituation } from "../support/randomSituation";
import { workbookOf } from "../support/workbookOf";
import { plainSheet } from "../workbook/contract";

const folder = mkdtempSync(join(tmpdir(), "balance-forms-"));
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;
beforeAll(() => {
  mkdirSync(join(folder, "profile", "user"), { recursive: true });
  writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), ALWAYS_CALCULATE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The forms' formulas with a value that none of them can have. */
function forgetting({ name, values, formulas }: Sheet, definedName: string): WrittenSheet {
  const rows = values.map((cells, row) =>
    cells.map((value, column): WrittenCell => {
      const formula = formulas.get(row)?.get(column);
      return formula === undefined ? value : { formula, value: -987_654_321 };
    }),
  );
  return { ...plainSheet(name, [], { definedName }), rows };
}

/** The file as LibreOffice saves it. */
async function savedAgain(file: Uint8Array, name: string): Promise<XlsxWorkbook> {
  writeFileSync(join(folder, `${name}.xlsx`), file);
  const words = [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "saved")];
  execFileSync("soffice", [...words, join(folder, `${name}.xlsx`)], { stdio: "pipe" });
  return openXlsx(new Uint8Array(readFileSync(join(folder, "saved", `${name}.xlsx`))));
}

async function expectTheSameWorkedOut(workbook: XlsxWorkbook, name: string): Promise<void> {
  const carried = await balancedWithForms(workbook);
  const forms = (await workbook.definedCells()).filter((cell) => cell.name.startsWith("CB.BalanceBy"));
  const sheets = forms.flatMap(({ name: definedName, sheet }) =>
    carried.filter((each) => each.name === sheet).map((each) => forgetting(each, definedName)),
  );
  await workbook.write(sheets);
  const found = await sheetsOf(await savedAgain(workbook.bytes(), name));
  expect(sheets.length).toBeGreaterThan(0);
  for (const { name: tab, values, formulas } of carried.filter((each) => forms.some(({ sheet }) => sheet === each.name))) {
    const again = found.find((sheet) => sheet.name === tab);
    expect(formulas.size).toBeGreaterThan(0);
    for (const [row, cells] of formulas)
      for (const column of cells.keys())
        expect([tab, row, column, shown(again?.values[row]?.[column])]).toEqual([tab, row, column, shown(values[row]?.[column])]);
  }
}

/** A blank that a formula gives is an empty text. */
function shown(value: CellValue | undefined): CellValue {
  return typeof value === "number" ? Number(value.toFixed(6)) : (value ?? "");
}

test("the sample workbook", async () => {
  for (const language of ["zh-CN", "en"])
    await expectTheSameWorkedOut(
      openXlsx(new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/heilongjiang-1956.${language}.xlsx`)))),
      language,
    );
});

test("names with signs that mean something in a formula", async () => {
  const names = ["<5", "=1+1", ">3", "<>甲", "a*c", "abc", "a?c", "axc", "~x", "x~*y", "6204", "06204", "1e3", "1000", "1/2", "TRUE", '"引号"', "@x", "x".repeat(130), "m6", "M6"]; // prettier-ignore
  const file = await workbookOf({
    需要: [["需方工厂", "产品", "单位", "数量", "需要性质"], ...names.map((name, index) => ["甲厂", name, "件", 2 ** index, null]), ["甲厂", "06204", "打", 3, null]], // prettier-ignore
    未解决问题: [["我的笔记"]],
    能力: [["工厂", "项目", "数量"], ["乙厂", "abc", 8], ["乙厂", "06204", 1000], ["丙厂", "a*c", 3]], // prettier-ignore
  });
  await expectTheSameWorkedOut(openXlsx(file), "signs");
});

test("random workbooks", async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const situation = randomSituation(seed);
    await expectTheSameWorkedOut(openXlsx(await officeWorkbook({ office: situation.office, situation })), `random-${seed}`);
  }
});
