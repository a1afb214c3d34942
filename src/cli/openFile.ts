/** Opens a workbook file; of an .xls or .ods file the values are taken over into a new .xlsx, since only that can be written. */
import { openWorkbookFile } from "../workbook/openWorkbookFile";
import type { Workbook } from "../workbook/workbook";
import { blankXlsx, XlsxWorkbook } from "../workbook/xlsxWorkbook";
import { aboutFile } from "./aboutFile";
import { readWhole } from "./files";
import { FileBesideAnother } from "./fileBesideAnother";

export interface WritableWorkbook extends Workbook {
  bytes(): Uint8Array;
}

export async function openFile(file: string): Promise<WritableWorkbook> {
  const bytes = readWhole(file);
  const workbook = await aboutFile(file, () => openWorkbookFile(bytes));
  return workbook instanceof XlsxWorkbook ? workbook : FileBesideAnother.of(workbook, blankXlsx());
}
