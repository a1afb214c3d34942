/** The Problems sheet with the explanations given to Submit, so that they stand where those of the clerk's own hand do. */
import { atOnce } from "../../engine/slices";
import type { CellValue, WrittenSheet } from "../../workbook/workbook";
import { problemsTable, type ProblemField } from "../outputs";
import { layTable } from "../table/layTable";
import { draftSheet } from "../table/sheetDraft";
import { lookOf } from "../writeResult";
import { problemKeyOf } from "./decidedRows";
import { lastRun, type WorkbookSeen } from "./freshness";

/** `given` by rule, sheet and cell. None to write where nothing was given to a problem that stands there, or the workbook has no such sheet. */
export function explainedOnSheet({ reading, earlier }: WorkbookSeen, given: ReadonlyMap<string, string>): readonly WrittenSheet[] {
  const table = earlier.tables.get("Problems");
  if (!table || given.size === 0) return [];
  const { sheet, headerRow, columnOf } = table;
  const at = (row: number, field: ProblemField): CellValue => sheet.values[row][columnOf.get(field) ?? -1] ?? null;
  const explanationOf = (row: number): string | undefined =>
    given.get(problemKeyOf(String(at(row, "rule")), String(at(row, "sheet")), String(at(row, "cell") ?? "")));
  const rows = sheet.values.flatMap((_, row) => (row > headerRow && at(row, "rule") !== null ? [row] : []));
  if (rows.every((row) => explanationOf(row) === undefined)) return [];
  const draft = draftSheet<number, ProblemField>({
    ...{ table: problemsTable, language: reading.language, periods: [], rows, numberFields: ["sheet", "cell", "rule"] },
    cells: {
      cell: (field) => (row) => (field === "explanation" ? explanationOf(row) : undefined) ?? at(row, field),
      quantity: () => 0,
    },
  });
  const look = lookOf(reading, earlier, lastRun(earlier)?.checkCode ?? "");
  return [atOnce(layTable(atOnce(draft), look("Problems"))).sheet];
}
