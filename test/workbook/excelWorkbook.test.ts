import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import type { ExcelHost } from "../excel/excelHost";
import { workbookContract } from "./contract";

let host: ExcelHost;
beforeAll(() => void emulatedExcel());
beforeEach(() => void (host = newHost()));

function newHost(): ExcelHost {
  const made = freshHost();
  made.evaluate = (formula) => (formula === "=A1*B1" ? 6 : 0);
  return made;
}

describe("the workbook in Excel", () => {
  workbookContract({
    begin: async (sheets) => {
      for (const sheet of sheets) {
        const quoted = sheet.rows.map((row) =>
          row.map((cell) => (typeof cell === "string" ? `'${cell}` : typeof cell === "object" ? null : cell)),
        );
        typeRows(host, sheet.name, quoted);
      }
      return new ExcelWorkbook();
    },
    again: async () => new ExcelWorkbook(),
  });
});
