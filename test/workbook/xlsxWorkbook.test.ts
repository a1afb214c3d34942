import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { workbookContract } from "./contract";

describe("a workbook in an .xlsx file", () => {
  workbookContract({
    begin: async (sheets) => {
      const workbook = blankXlsx();
      await workbook.write(sheets);
      return openXlsx(workbook.bytes());
    },
    again: async (workbook) => openXlsx(workbook.bytes()),
  });
});
