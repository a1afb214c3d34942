import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import type { Language } from "../../src/i18n/language";
import { MemoryWorkbook, type MemorySheet } from "../../src/workbook/memoryWorkbook";
import type { WrittenCell } from "../../src/workbook/workbook";
import type { Cell } from "./cells";
import type { ExcelHost } from "./excelHost";

/**
 * In what the workbook differs from a whole, unmarked result of a balance of these sheets: one line each, none where it is whole.
 * Values by value, formulas by their text.
 */
export async function missingFromResult(host: ExcelHost, inputs: readonly MemorySheet[], language: Language = "en"): Promise<string[]> {
  const expected = new MemoryWorkbook(inputs);
  await balanceWorkbook(expected, { withoutInvalid: false, language });
  const left = [...host.book.names.values()]
    .filter(({ name }) => /^CB\.(Incomplete|Staging)/.test(name))
    .map(({ name }) => `${name} is left`);
  return [...left, ...expected.written.flatMap(({ definedName = "", rows }) => differences(host, definedName, rows))];
}

function differences(host: ExcelHost, definedName: string, rows: readonly (readonly WrittenCell[])[]): string[] {
  const sheet = host.book.names.get(definedName.toLowerCase())?.sheet;
  if (!sheet) return [`${definedName} is missing`];
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const [found, wanted] = [shown(sheet.rows.get(index)?.[column]), written(cell)];
      return found === wanted
        ? []
        : [`${definedName} ${index}:${column} holds ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
    }),
  );
}

function shown(cell: Cell | undefined): unknown {
  return cell?.formula ?? cell?.value ?? "";
}

function written(cell: WrittenCell): unknown {
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  return "formula" in cell ? cell.formula : cell.error;
}
