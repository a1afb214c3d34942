/** LibreOffice opens what we write and sees the same values. Fails where `soffice` is missing. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";

const folder = mkdtempSync(join(tmpdir(), "balance-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first sheet of a workbook as comma-separated text. */
function asText(file: Uint8Array, name: string): string {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, file);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, path], {
    stdio: "pipe",
  });
  return readFileSync(join(folder, `${name}.csv`), "utf8");
}

test("texts, codes, numbers and formulas of a new workbook arrive as they are", async () => {
  const workbook = blankXlsx();
  const rows = [["协作协议"], ["001234", 5, "=1+1"], ["two\nlines", { formula: "=B2*2", value: 10 }, null], ['quoted "x"', 0.5, " end "]];
  const columns = [
    { width: 20, style: "text" as const },
    { width: 9, style: "decimal" as const },
    { width: 9, style: "text" as const, grouped: true },
  ];
  const validations = [
    { range: { top: 1, left: 0, bottom: 99, right: 0 }, rule: { kind: "list" as const, source: "a,b" }, severity: "stop" as const },
  ];
  await workbook.write([
    { ...plainSheet("Agreements", []), rows, columns, validations, rowStyles: new Map([[0, "title"]]), freeze: { rows: 1, columns: 0 } },
  ]);
  expect(asText(workbook.bytes(), "new").trimEnd()).toBe('协作协议,,\n001234,5,=1+1\n"two\nlines",10,\n"quoted ""x""",0.5, end');
});

test("a rich workbook with our sheets in it still opens", async () => {
  const workbook = openXlsx(new Uint8Array(readFileSync(join(__dirname, "../workbook/fixtures/rich.xlsx"))));
  await workbook.write([
    plainSheet(
      "Agreements",
      [
        ["No.", "Supplier", "Total"],
        ["009", "Jixi", 41],
      ],
      { definedName: "CB.Agreements" },
    ),
  ]);
  const lines = asText(workbook.bytes(), "rich").split("\n");
  expect(lines[0]).toContain("Factory,Product,Quantity");
  expect(lines[1]).toContain("Factory 1,screw,10");
});
