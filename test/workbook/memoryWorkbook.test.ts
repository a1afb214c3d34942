import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { plainSheet, workbookContract } from "./contract";

describe("a workbook in memory", () => {
  workbookContract({
    begin: async (sheets) => {
      const workbook = new MemoryWorkbook();
      await workbook.write(sheets);
      return workbook;
    },
    again: async (workbook) => workbook,
  });

  test("it begins with any sheets and remembers what was written, for tests that look", async () => {
    const workbook = new MemoryWorkbook([{ name: "Demand", values: [["Factory", ""], []], filtered: true }]);
    const sheet = plainSheet("Problems", [["none"]]);
    await workbook.write([sheet]);
    expect(await workbook.read("demand")).toMatchObject({ values: [["Factory"]], filtered: true, visibility: "visible" });
    expect(workbook.written).toEqual([sheet]);
  });
});
