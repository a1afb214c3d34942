import type { Workbook } from "./workbook";
import { WorkbookError } from "./workbook";
import { budgets, type Budgets } from "./xlsx/budgets";
import { openLegacyWorkbook } from "./xlsx/openLegacyWorkbook";
import { openXlsx } from "./xlsxWorkbook";

/**
 * Opens whatever workbook these bytes are, by content and not by name: .xlsx and .xlsm to read and write, .xls, .ods and .xlsb to read.
 * Faults: "not a workbook", "encrypted", "damaged", "too large", "unsupported".
 */
export async function openWorkbookFile(bytes: Uint8Array, limits: Budgets = budgets): Promise<Workbook> {
  try {
    return openXlsx(bytes, limits);
  } catch (fault) {
    const other = fault instanceof WorkbookError && (fault.fault === "unsupported" || fault.fault === "not a workbook");
    if (!other) throw fault;
    return openLegacyWorkbook(bytes, limits);
  }
}
