import { cellAddress, columnLetters, moveOwnRowFormula } from "../../src/sheets/table/ownRowFormula";

/** From row 5 to row 9; column M has become N, column Z is gone. */
const moved = (formula: string): string | undefined =>
  moveOwnRowFormula(formula, { fromRow: 4, toRow: 8, column: (column) => (column === 12 ? 13 : column === 25 ? undefined : column) });

test.each([
  ["=M5*2", "=N9*2"],
  ["=$M5+M$5+$M$5", "=$N9+N$9+$N$9"],
  ["=SUM(A5:M5)/1E5", "=SUM(A9:N9)/1E5"],
  ['=IF(B5="M5! ""x""",TRUE,C5&"甲")', '=IF(B9="M5! ""x""",TRUE,C9&"甲")'],
  ["=LOG10(C5)", "=LOG10(C9)"],
  ["=1.5%+C5", "=1.5%+C9"],
])("%s looks only at its own row and moves to %s", (formula, expected) => {
  expect(moved(formula)).toBe(expected);
});

test.each([
  ["=M6", "another row"],
  ["=SUM(M$4:M5)", "a range over rows"],
  ["=SUM(M:M)", "a whole column"],
  ["=SUM(5:5)", "a whole row"],
  ["=Sheet2!M5", "another sheet"],
  ["='需要 表'!M5", "another sheet in quotes"],
  ["=rate*M5", "a name"],
  ["=Table1[Total]", "a table"],
  ["=[1]x!A5", "another workbook"],
  ['=INDIRECT("A5")', "an indirect reference"],
  ["=OFFSET(A5,1,0)", "an offset"],
  ["=#REF!+M5", "a broken reference"],
  ["=Z5", "a column that is gone"],
])("%s looks at %s, so it stays behind as a value", (formula) => {
  expect(moved(formula)).toBeUndefined();
});

test("columns are lettered as in Excel", () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  expect(cellAddress(6, 1)).toBe("B7");
});
