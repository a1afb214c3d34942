/** A workbook with its balance forms: what every cell of a form carries, and what its formula gives. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import type { FormKind } from "../../src/sheets/reading";
import type { CellValue, Sheet, Workbook } from "../../src/workbook/workbook";
import { Formulas } from "./formulas";

export interface FormRow {
  readonly [heading: string]: CellValue | undefined;
}

interface FormRead {
  readonly sheet: Sheet;
  readonly rows: readonly FormRow[];
}

const HEADINGS = 2;

export async function sheetsOf(workbook: Workbook): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
  return sheets;
}

export async function balancedWithForms(workbook: Workbook, more: { readonly withoutInvalid?: boolean } = {}): Promise<readonly Sheet[]> {
  const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language: "zh-CN", forms: true, ...more });
  if (outcome.kind !== "done") throw new Error(outcome.kind === "must fix" ? JSON.stringify(outcome.problems) : outcome.kind);
  return sheetsOf(workbook);
}

const NAMES: Readonly<Record<FormKind, readonly string[]>> = {
  "Balance by product": ["产品平衡表", "Balance by product"],
  "Balance by capacity": ["能力平衡表", "Balance by capacity"],
};

/** The form as it stands, a row by its headings. */
export function formIn(sheets: readonly Sheet[], kind: FormKind): FormRead {
  const sheet = sheets.find(({ name }) => NAMES[kind].includes(name));
  if (!sheet) throw new Error(`no ${kind} among ${sheets.map(({ name }) => name).join(", ")}`);
  return { sheet, rows: rowsOf(sheet, (row, column) => sheet.values[row][column] ?? null) };
}

/** The form as its formulas give it now, whatever the cells carry. */
export function workedOut(sheets: readonly Sheet[], kind: FormKind): readonly FormRow[] {
  const { sheet } = formIn(sheets, kind);
  const formulas = new Formulas(sheets);
  return rowsOf(sheet, (row, column) => formulas.cell(sheet, row, column));
}

function rowsOf(sheet: Sheet, cell: (row: number, column: number) => CellValue): readonly FormRow[] {
  const headings = sheet.values[HEADINGS];
  return sheet.values
    .slice(HEADINGS + 1)
    .map((_, index) => Object.fromEntries(headings.map((heading, column) => [String(heading), blank(cell(HEADINGS + 1 + index, column))])));
}

function blank(value: CellValue): CellValue {
  return value === "" ? null : value;
}

/** The sheets with one cell changed by hand. */
export function withCell(sheets: readonly Sheet[], name: string, at: { row: number; heading: string }, value: CellValue): readonly Sheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const column = sheet.values.find((row) => row.includes(at.heading))?.indexOf(at.heading) ?? -1;
    if (column < 0) throw new Error(`no column ${at.heading} on ${name}`);
    return { ...sheet, values: sheet.values.map((row, index) => (index === at.row ? row.with(column, value) : row)) };
  });
}
