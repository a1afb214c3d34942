import { emulatedExcel, freshHost, typeRows } from "./emulatedExcel";
import { Fault } from "./fault";
import type { ExcelHost } from "./excelHost";

let host: ExcelHost;
beforeAll(() => void emulatedExcel());
beforeEach(() => void (host = freshHost()));

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => "none",
    (error: { code?: string }) => error.code ?? String(error),
  );
}

test("a value written through the genuine client is read back through it", async () => {
  typeRows(host, "需求", [["品名", 3]]);
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("需求").getRangeByIndexes(0, 0, 1, 2);
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(seen).toEqual([["品名", 3]]);
  expect(host.syncs).toBe(1);
});

test("more than 1,500 cells arrive in place although the client cuts them up", async () => {
  host.book.add("A");
  const rows = Array.from({ length: 700 }, (_, row) => [row, `r${row}`, row * 2]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("A").getRangeByIndexes(2, 1, 700, 3).values = rows;
    await context.sync();
  });
  expect(host.book.find("A")?.cell(701, 2)?.value).toBe("r699");
});

test("an API that nobody wrote down fails loudly", async () => {
  host.book.add("A");
  const code = await codeOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("A").getRangeByIndexes(0, 0, 1, 1).insert("Down");
      await context.sync();
    }),
  );
  expect(code).toBe("ApiNotFound");
});

test("typed text is coerced as Excel does it", async () => {
  const sheet = typeRows(host, "A", [["00123", "1-2", "=1+1", "'007", "-5%", "TRUE", "#N/A", "50件"]]);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((column) => sheet.cell(0, column)?.value)).toEqual([
    123,
    expect.any(Number),
    0,
    "007",
    -0.05,
    true,
    "#N/A",
    "50件",
  ]);
  expect(sheet.cell(0, 2)?.formula).toBe("=1+1");
});

test("a request above five megabytes is refused with the real code", async () => {
  host.book.add("A");
  const code = await codeOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("A").getRangeByIndexes(0, 0, 6000, 1).values = Array.from({ length: 6000 }, () => [
        "x".repeat(1000),
      ]);
      await context.sync();
    }),
  );
  expect(code).toBe("RequestPayloadSizeLimitExceeded");
});

test("an answer above five megabytes is refused with the real code", async () => {
  typeRows(
    host,
    "A",
    Array.from({ length: 6000 }, () => ["x".repeat(1000)]),
  );
  const code = await codeOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("A").getRangeByIndexes(0, 0, 6000, 1).load("values");
      await context.sync();
    }),
  );
  expect(code).toBe("ResponsePayloadSizeLimitExceeded");
});

test("cell edit mode is the client's own error", async () => {
  host.book.add("A");
  host.fault = new Fault("fail", "InvalidOperationInCellEditMode", 1, false);
  expect(await codeOf(() => Excel.run((context) => (context.workbook.worksheets.load("items/name"), context.sync())))).toBe(
    "InvalidOperationInCellEditMode",
  );
});

test("a batch that fails half way keeps what ran before", async () => {
  host.book.add("A");
  host.fault = new Fault("half", "GeneralException", 1, false);
  const code = await codeOf(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("A");
      sheet.getRangeByIndexes(0, 0, 1, 1).values = [["first"]];
      for (let row = 1; row < 9; row++) sheet.getRangeByIndexes(row, 0, 1, 1).values = [["later"]];
      await context.sync();
    }),
  );
  expect([code, host.book.find("A")?.cell(0, 0)?.value, host.book.find("A")?.cell(8, 0)]).toEqual(["GeneralException", "first", undefined]);
});

test.each([
  ["too long", "x".repeat(32), "InvalidArgument"],
  ["a forbidden sign", "a/b", "InvalidArgument"],
  ["another's name in other case", "demand", "ItemAlreadyExists"],
])("a sheet name is refused: %s", async (_, name, code) => {
  host.book.add("Demand");
  expect(await codeOf(() => Excel.run((context) => (context.workbook.worksheets.add(name), context.sync())))).toBe(code);
});

test("protection refuses the whole write, structure protection a new sheet", async () => {
  host.book.add("A").isProtected = true;
  const write = (): Promise<unknown> =>
    Excel.run((context) => {
      context.workbook.worksheets.getItem("A").getRangeByIndexes(0, 0, 1, 1).values = [[1]];
      return context.sync();
    });
  expect(await codeOf(write)).toBe("AccessDenied");
  host.book.structureProtected = true;
  expect(await codeOf(() => Excel.run((context) => (context.workbook.worksheets.add("B"), context.sync())))).toBe("AccessDenied");
});

test("formulas that look at a deleted sheet turn to #REF!, at a renamed one follow", async () => {
  typeRows(host, "A", [["=Old!A1", "=Gone!B2"]]);
  host.book.add("Old");
  host.book.add("Gone");
  await Excel.run((context) => {
    context.workbook.worksheets.getItem("Old").name = "New";
    context.workbook.worksheets.getItem("Gone").delete();
    return context.sync();
  });
  expect([0, 1].map((column) => host.book.find("A")?.cell(0, column)?.formula)).toEqual(["=New!A1", "=#REF!B2"]);
});

test("an API above the level is not there", async () => {
  emulatedExcel(9);
  freshHost().book.add("A");
  const code = await codeOf(() =>
    Excel.run((context) => {
      context.workbook.worksheets.getItem("A").getRangeByIndexes(0, 0, 1, 1).getMergedAreasOrNullObject().load("address");
      return context.sync();
    }),
  );
  emulatedExcel();
  expect(code).toBe("ApiNotFound");
});
