import { RowDigest, SheetDigest } from "../../../src/sheets/record/digest";
import type { CellValue } from "../../../src/workbook/workbook";

const row = new RowDigest(new Map([["supplier", 0], ["1956Q4", 1], ["1957Q1", 2]])); // prettier-ignore

function sheet(...rows: readonly (readonly (CellValue | undefined)[])[]): string {
  const digest = new SheetDigest(["supplier", "total"]);
  for (const cells of rows) digest.add(cells);
  return digest.hex();
}

test.each<[string, readonly CellValue[]]>([
  ["0", ["佳木斯电机厂", 60, 0]],
  ["0 as text", ["佳木斯电机厂", 60, "0"]],
  ["a full-width 0", ["佳木斯电机厂", 60, "０"]],
  ["an empty text", ["佳木斯电机厂", 60, ""]],
  ["blanks", ["佳木斯电机厂", 60, "　 "]],
  ["a number as text", ["佳木斯电机厂", "60", null]],
  ["a full-width number", ["佳木斯电机厂", "６０", null]],
  ["blanks around a name", [" 佳木斯电机厂　", 60, null]],
])("%s in a row says no more than a blank does, or the plain text", (_what, cells) => {
  expect(row.of(cells)).toBe(row.of(["佳木斯电机厂", 60, null]));
});

test("a long text says what its words say, however wide the blanks between them; a letter more says something else", () => {
  const why = "a factory in the same place; 6 factories could make it";
  const said = row.of([why, 60, null]);
  expect(row.of([` ${why.replaceAll(" ", "　 ")}`, 60, null])).toBe(said);
  expect(row.of([`${why}s`, 60, null])).not.toBe(said);
  const short = "a factory of 32 letters and more";
  expect(row.of([short.replaceAll(" ", "    "), 60, null])).toBe(row.of([short, 60, null]));
  expect(row.of([" ".repeat(40), 60, null])).toBe(row.of([null, 60, null]));
});

test("a row says something else where a quantity or its quarter is another", () => {
  const said = [[60, null], [null, 60], [61, null], [60, 1]].map((cells) => row.of(["厂", ...cells])); // prettier-ignore
  expect(new Set(said).size).toBe(said.length);
});

test("rows without anything in them do not count, rows with a 0 do; small and large numbers are their digits", () => {
  const plain = sheet(["厂", 999], ["a b", 1_000]);
  expect(sheet(["厂", 999], [null, undefined], ["　", " "], ["a b", 1_000])).toBe(plain);
  expect(sheet(["厂", "999"], ["a  b", "1000"])).toBe(plain);
  expect(sheet(["厂", 999], [null, 0], ["a b", 1_000])).not.toBe(plain);
  expect(sheet(["厂", 999.5], ["a b", 1_000])).not.toBe(plain);
});

test("a second cell given as two words is digested like the text they make", () => {
  const told = new SheetDigest(["0", "1"]);
  told.addWords("　1001-1 ", "3f05e23de373aa10", "Agreed");
  const put = new SheetDigest(["0", "1"]);
  put.add(["1001-1", "3f05e23de373aa10 Agreed"]);
  expect(told.hex()).toBe(put.hex());
});
