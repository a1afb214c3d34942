import { uncovered } from "../../src/workbook/xlsx/uncovered";

test("what a program left under a merged area is not there; the top-left cell and everything beside it stays", () => {
  const rows = [
    ["title", "x", null],
    ["A", 3, 4],
    ["B", 5, 6],
  ];
  expect(uncovered(rows, [{ top: 0, left: 0, bottom: 0, right: 2 }, { top: 1, left: 1, bottom: 9, right: 2 }])).toEqual([["title", null, null], ["A", 3, null], ["B", null, null]]); // prettier-ignore
  expect(uncovered(rows, [])).toBe(rows);
});
