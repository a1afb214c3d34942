/** What was understood of each sheet, and the hints about what was passed over. */
import type { Sheet } from "../../workbook/workbook";
import { fieldColumns, type SheetTable } from "../table/column";
import { cellText } from "../table/earlierOutput";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { ProblemList } from "../table/problemList";
import { problemAddress } from "../table/problemAddress";
import type { Problem, SheetLanguage, SheetReceipt } from "../reading";
import { plainNumber, readNumber } from "../table/readNumber";
import type { TableRows } from "../table/tableRows";

/** One hint per sheet and kind: hidden rows, merges, repeated headers, rows not filled in, numbers from text, control totals. */
export function reportRows(rows: TableRows<string>, problems: ProblemList): void {
  const { sheet, header } = rows;
  const place = { sheet: sheet.name };
  if (rows.hiddenRead > 0) problems.ofSheet("I01", place, { count: rows.hiddenRead });
  if (sheet.visibility !== "visible") problems.ofSheet("I01 sheet", place);
  const merges = sheet.merges.filter(({ bottom }) => bottom > header.row).length;
  if (merges > 0) problems.ofSheet("I02", place, { count: merges });
  if (rows.numbersFromText > 0) problems.ofSheet("I03", place, { count: rows.numbersFromText });
  if (rows.fullWidth.size > 0) problems.ofSheet("I04", place, { count: rows.fullWidth.size, value: [...rows.fullWidth].slice(0, 3) });
  if (rows.repeatedHeaders > 0) problems.ofSheet("I11", place, { count: rows.repeatedHeaders });
  if (rows.notFilledIn > 0) problems.ofSheet("I14 rows", place, { count: rows.notFilledIn });
  checkTotals(rows);
}

/** A control total is the sum of the rows above it, down from the control total before; columns with unreadable cells are left alone. */
function checkTotals(rows: TableRows<string>): void {
  if (rows.totals.length === 0) return;
  if (rows.units.size > 1) {
    const place = { sheet: rows.sheet.name, row: rows.totals[0], column: rows.header.periods[0]?.column };
    rows.problems.inRow("I10", place, { value: [...rows.units.values()] });
    return;
  }
  const totals = new Set(rows.totals);
  for (const { column } of rows.header.periods) {
    let since = 0;
    let whole = 0;
    for (let row = rows.header.row + 1; row <= rows.totals[rows.totals.length - 1]; row++) {
      if (!totals.has(row) && rows.kindOf(row) !== "data") continue;
      const reading = readNumber(rows.cellAt(row, column));
      if (reading.kind === "not a number" && !totals.has(row)) break;
      const value = reading.kind === "number" ? plainNumber(reading.value) : 0;
      if (!totals.has(row)) {
        since += value;
        whole += value;
        continue;
      }
      const close = (sum: number): boolean => Math.abs(sum - value) < HALF_A_STEP;
      if (reading.kind === "number" && !close(since) && !close(whole))
        rows.report("E14 total", row, { column }, { value, expected: Number(whole.toPrecision(15)) });
      since = 0;
    }
  }
}

/** Of the finest step a quantity can have. */
const HALF_A_STEP = 0.0005;

export function receiptOf(sheet: Sheet, table: SheetTable | undefined, rows: TableRows<string> | undefined): SheetReceipt {
  const kind = table?.kind;
  if (!table || !rows) return { sheet: sheet.name, kind, columns: [], rowsRead: 0, rowsHidden: 0, rowsNotFilledIn: 0, numbersFromText: 0 };
  const { header } = rows;
  const names = new Map(fieldColumns(table).map((column) => [column.field, column.names]));
  const fields = new Map<number, string>();
  for (const { column, field } of header.fields) fields.set(column, field);
  for (const { column, heading } of header.periods) fields.set(column, heading);
  for (const { column, name } of header.named) fields.set(column, name);
  return {
    sheet: sheet.name,
    kind,
    headerRow: header.row,
    columns: header.headings.flatMap((text, column) => {
      const field = fields.get(column);
      return text === "" ? [] : [{ column, header: text, field, names: names.get(field ?? "") }];
    }),
    rowsRead: rows.rowsRead,
    rowsHidden: rows.hiddenRead,
    rowsNotFilledIn: rows.notFilledIn,
    numbersFromText: rows.numbersFromText,
  };
}

/** Chinese where any of the first rows holds a Han character outside a name of ours, else English. */
export function languageOf(sheet: Sheet): SheetLanguage | undefined {
  const texts = [
    sheet.name,
    ...sheet.values
      .slice(0, 3)
      .flat()
      .filter((cell) => typeof cell === "string"),
  ].join(" ");
  const han = /\p{Script=Han}/u.test(sheet.name);
  if (han) return "zh-CN";
  return /[A-Za-z]/.test(sheet.name) ? "en" : /\p{Script=Han}/u.test(texts) ? "zh-CN" : undefined;
}

/** Problems with the explanations that the clerk wrote beside them on the Problems sheet of an earlier run. */
export function explained(problems: readonly Problem[], { tables }: EarlierOutputs): readonly Problem[] {
  const earlier = tables.get("Problems");
  if (!earlier) return problems;
  const { columnOf, sheet, headerRow } = earlier;
  const at = (row: number, field: string): string => cellText(sheet.values[row][columnOf.get(field) ?? -1]);
  const texts = new Map<string, string>();
  for (let row = headerRow + 1; row < sheet.values.length; row++) {
    const text = at(row, "explanation");
    if (text !== "") texts.set(`${at(row, "sheet")}\n${at(row, "cell")}\n${at(row, "rule")}`, text);
  }
  return problems.map((problem) => {
    const explanation = texts.get(`${problem.sheet}\n${problemAddress(problem)}\n${problem.rule}`);
    return explanation === undefined ? problem : { ...problem, explanation };
  });
}
