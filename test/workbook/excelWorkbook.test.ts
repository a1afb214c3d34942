import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import type { CellStyle, WrittenSheet } from "../../src/workbook/workbook";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import type { ExcelHost } from "../excel/excelHost";
import { Fault } from "../excel/fault";
import { plainSheet, workbookContract } from "./contract";

let host: ExcelHost;
beforeAll(() => void emulatedExcel());
beforeEach(() => void (host = newHost()));

function newHost(): ExcelHost {
  const made = freshHost();
  made.evaluate = (formula) => ({ "=A1*B1": 6, "=B2*2": 10 })[formula] ?? 0;
  return made;
}

const excel = (): ExcelWorkbook => new ExcelWorkbook({ pauseBeforeRetry: 1, answerWithin: 100 });
const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "none",
    (error: { fault?: string }) => error.fault ?? error,
  );
const contents = (sheet: string): unknown[][] =>
  [...(host.book.find(sheet)?.rows ?? [])].map(([, cells]) => cells.filter(Boolean).map((cell) => cell.formula ?? cell.value));
const agreements = (rows: WrittenSheet["rows"], more: Partial<WrittenSheet> = {}): WrittenSheet => ({
  ...plainSheet("Agreements", [], {
    definedName: "CB.Agreements",
    columns: [
      { width: 12, style: "text" },
      { width: 9, style: "whole" },
    ],
  }),
  rows,
  rowStyles: new Map([[0, "header"]]),
  ...more,
});

describe("the workbook in Excel", () => {
  workbookContract({
    begin: async (sheets) => {
      for (const sheet of sheets) {
        const typed = sheet.rows.map((row) =>
          row.map((cell) => (typeof cell === "string" ? `'${cell}` : typeof cell === "object" ? null : cell)),
        );
        typeRows(host, sheet.name, typed);
      }
      return excel();
    },
    again: async () => excel(),
  });
});

describe("reading from Excel", () => {
  test("formulas, errors, merges, hidden rows and a filter are seen", async () => {
    const sheet = typeRows(host, "Demand", [[], [null, "=A1*B1", "#N/A", "'#N/A"], [null, true], [null, 3]]);
    sheet.merges = [{ top: 1, left: 1, rows: 2, columns: 1 }];
    sheet.hiddenRows.add(2);
    sheet.filter = { area: { top: 1, left: 1, rows: 3, columns: 3 }, hides: new Set([3]) };
    const read = await excel().read("demand");
    expect(read).toMatchObject({ name: "Demand", visibility: "visible", filtered: true });
    expect(read.values).toEqual([[], [null, 6, { error: "#N/A" }, "#N/A"], [null, true], [null, 3]]);
    expect([...read.formulas].map(([row, cells]) => [row, [...cells]])).toEqual([[1, [[1, "=A1*B1"]]]]);
    expect(read.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
    expect([...read.hiddenRows]).toEqual([2, 3]);
  });

  test("a table's own filter counts as a filter", async () => {
    typeRows(host, "Demand", [["a"]]).tables.push({ area: { top: 0, left: 0, rows: 1, columns: 1 }, filtered: true });
    expect((await excel().read("Demand")).filtered).toBe(true);
  });

  test("an empty sheet reads as empty", async () => {
    host.book.add("Empty");
    expect(await excel().read("Empty")).toEqual({
      name: "Empty",
      visibility: "visible",
      filtered: false,
      values: [],
      formulas: new Map(),
      merges: [],
      hiddenRows: new Set(),
    });
  });

  test("a Demand sheet of 100,000 rows is read whole, without a payload error", async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => [
      `D${row}`,
      "哈尔滨电机厂",
      "六角螺栓 M12×40",
      row,
      row * 2,
      "外协",
      "2 一般",
      null,
      row % 7,
    ]);
    typeRows(host, "Demand", rows);
    host.book.find("Demand")?.hiddenRows.add(77_777);
    const read = await excel().read("Demand");
    expect(read.values.length).toBe(100_000);
    expect(read.values[99_999]).toEqual(rows[99_999]);
    expect([...read.hiddenRows]).toEqual([77_777]);
    console.log(`100,000 rows read: ${host.syncs} syncs, ${host.responseBytes} bytes`);
    expect(host.syncs).toBeLessThan(40);
  });

  test("a far cell written by mistake is too much data, with its size named", async () => {
    typeRows(host, "Demand", [["a"]]).reach(1_048_575, 16_383).value = "x";
    expect(await faultOf(excel().read("Demand"))).toBe("too much data");
  });

  test("rows so wide that the first guess is too large are read in smaller pieces", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => [`${row}`.padEnd(5_000, "字"), row]);
    typeRows(
      host,
      "Wide",
      rows.map(([text, row]) => [`'${text}`, row]),
    );
    expect((await excel().read("Wide")).values).toEqual(rows);
  });

  test("null instead of values is taken for too much at once", async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [row, row + 1]);
    typeRows(host, "Demand", rows);
    host.mostCellsRead = 100;
    expect((await excel().read("Demand")).values).toEqual(rows);
    host.mostCellsRead = 1;
    expect(await faultOf(excel().read("Demand"))).toBe("too much data");
  });

  test("names that point nowhere, at more than one cell or are not ours are left out", async () => {
    const sheet = host.book.add("协作 协议");
    host.book.define("CB.Agreements", { sheet, row: 0, column: 0 });
    host.book.define("CB.Far", { sheet, row: 9, column: 27 });
    host.book.define("Mine", { sheet, row: 0, column: 0 });
    host.book.define("CB.Gone", { sheet, row: 0, column: 0 }).sheet = null;
    expect(await excel().definedCells()).toEqual([
      { name: "CB.Agreements", sheet: "协作 协议", row: 0, column: 0 },
      { name: "CB.Far", sheet: "协作 协议", row: 9, column: 27 },
    ]);
  });
});

const DANGEROUS = [
  "=1+1",
  "+1",
  "-5",
  "@SUM(A1)",
  "\t=1",
  " =1",
  "＝1+1",
  "'quoted",
  "00123",
  "1-2",
  "3/4",
  "TRUE",
  "#N/A",
  "12%",
  "1e5",
  "(7)",
  "10:30",
  "50件",
  "-",
  "$5",
];
const STYLES: readonly CellStyle[] = [
  "title",
  "note",
  "label",
  "header",
  "number header",
  "clerk header",
  "input",
  "text",
  "wrapped",
  "whole",
  "decimal",
  "percent",
  "money",
  "date",
];

describe("writing to Excel", () => {
  test.each(STYLES)("a text stays a text in the style %s, whatever it looks like", async (style) => {
    host.book.add("Mine");
    const rows = DANGEROUS.map((text) => [text, 7, true]);
    const columns = [0, 1, 2].map(() => ({ width: 9, style }));
    await excel().write([plainSheet("Styles", rows, { columns })]);
    expect((await excel().read("Styles")).values).toEqual(rows);
    expect((await excel().read("Styles")).formulas.size).toBe(0);
  });

  test("a host that shows the apostrophe in text cells is found out and gets texts without one", async () => {
    host.literalTextCells = true;
    host.book.add("Mine");
    const rows = [["a"], ["=1 stays"], ["'quoted"]];
    await excel().write([plainSheet("Texts", rows)]);
    expect((await excel().read("Texts")).values).toEqual(rows);
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(["Mine", "Texts"]);
  });

  test("a number of more digits than Excel keeps is written, a text longer than a cell holds is named", async () => {
    host.book.add("Mine");
    await excel().write([plainSheet("Digits", [[0.1 + 0.2, 1 / 3]])]);
    expect((await excel().read("Digits")).values).toEqual([[0.3, 0.333333333333333]]);
    const longest = "长".repeat(32_767);
    await excel().write([plainSheet("Long", [[longest], [`=${longest.slice(1)}`]])]);
    expect((await excel().read("Long")).values).toEqual([[longest], [`=${longest.slice(1)}`]]);
    const error = await excel()
      .write([plainSheet("Longer", [["a"], [`${longest}字`]])])
      .catch((fault: unknown) => fault);
    expect(error).toMatchObject({ fault: "too much data", detail: expect.stringContaining("Longer!A2") });
  });

  test("the clerk's formulas, sheets and the sheet itself stay alive when ours is written over", async () => {
    typeRows(host, "Mine", [["=Agreements!B2", "keep", 5]]);
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["001", 5],
        ["002", 6],
      ]),
    ]);
    const id = host.book.find("Agreements")?.id;
    const before = contents("Mine");
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["009", 1],
      ]),
    ]);
    expect(host.book.find("Agreements")?.id).toBe(id);
    expect(contents("Mine")).toEqual(before);
    expect((await excel().read("Agreements")).values).toEqual([
      ["No.", "Total"],
      ["009", 1],
    ]);
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(["Mine", "Agreements"]);
    expect([...host.book.names.keys()]).toEqual(["cb.agreements"]);
  });

  test("a clerk's filter and hidden rows on our sheet do not shift what is written, and the filter stands again", async () => {
    host.book.add("Mine");
    const first = agreements([
      ["No.", "Total"],
      ["001", 5],
      ["002", 6],
      ["003", 7],
    ]);
    await excel().write([first]);
    const sheet = host.book.find("Agreements");
    if (sheet === null) throw new Error("not written");
    sheet.filter = { area: { top: 0, left: 0, rows: 4, columns: 2 }, hides: new Set([1, 2]) };
    sheet.hiddenRows.add(3);
    const rows = [
      ["No.", "Total"],
      ["007", 1],
      ["008", 2],
      ["009", 3],
    ];
    await excel().write([agreements(rows, { filter: { top: 0, left: 0, bottom: 3, right: 1 } })]);
    const read = await excel().read("Agreements");
    expect(read).toMatchObject({ values: rows, filtered: false, hiddenRows: new Set() });
    expect(sheet.filter).toMatchObject({ area: { top: 0, left: 0, rows: 4, columns: 2 } });
  });

  test("a table that the clerk made of our sheet keeps its own filter", async () => {
    host.book.add("Mine");
    const rows = [
      ["No.", "Total"],
      ["001", 5],
    ];
    const sheet = agreements(rows, { filter: { top: 0, left: 0, bottom: 1, right: 1 } });
    await excel().write([sheet]);
    const written = host.book.find("Agreements");
    written?.tables.push({ area: { top: 0, left: 0, rows: 2, columns: 2 }, filtered: false });
    Object.assign(written ?? {}, { filter: null });
    await excel().write([sheet]);
    expect((await excel().read("Agreements")).values).toEqual(rows);
    expect(written?.filter).toBeNull();
  });

  test("formats, looks, widths, frozen panes, rules and the printed page arrive", async () => {
    host.book.add("Mine");
    const sheet = agreements(
      [
        ["No.", "Total"],
        ["001", 5],
        ["002", 6],
      ],
      {
        columns: [
          { width: 20, style: "text" },
          { width: 9, style: "whole" },
          { width: 9, style: "text", grouped: true },
          { width: 9, style: "text", hidden: true },
        ],
        freeze: { rows: 1, columns: 1 },
        validations: [
          {
            range: { top: 1, left: 1, bottom: 2, right: 1 },
            rule: { kind: "whole", minimum: 0 },
            prompt: "件",
            promptTitle: "Total",
            severity: "stop",
          },
          { range: { top: 1, left: 0, bottom: 2, right: 0 }, rule: { kind: "list", source: "=Mine!$A$1:$A$9" }, severity: "warning" },
        ],
        print: { landscape: true, repeatRows: [0, 0], columns: [0, 1], footer: { left: "A&B", center: "&P / &N", right: "" } },
      },
    );
    const workbook = excel();
    await workbook.write([sheet]);
    await workbook.write([sheet]);
    expect(workbook.looksRefused).toBeNull();
    const written = host.book.find("Agreements");
    expect(written?.cell(1, 0)).toMatchObject({ numberFormat: "@", value: "001" });
    expect(written?.cell(1, 1)).toMatchObject({ numberFormat: "#,##0", value: 5 });
    expect(written?.cell(0, 1)?.look).toMatchObject({ "font/bold": true, "fill/color": "#DDEBF7", wrapText: true });
    expect(written?.cell(1, 1)?.look).toEqual({});
    expect([...(written?.columnWidths ?? [])]).toEqual([
      [0, 108.75],
      [1, 51],
      [2, 51],
      [3, 51],
    ]);
    expect([...(written?.hiddenColumns ?? [])]).toEqual([3]);
    expect([...(written?.groupedColumns ?? [])]).toEqual([[2, 1]]);
    expect(written?.freeze).toMatchObject({ rows: 1, columns: 1 });
    expect(written?.validations.map((validation) => validation.settings.rule)).toEqual([
      { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      { list: { inCellDropDown: true, source: "=Mine!$A$1:$A$9" } },
    ]);
    expect(written?.page).toMatchObject({
      orientation: "Landscape",
      leftFooter: "A&&B",
      centerFooter: "&P / &N",
      printArea: { columns: 2 },
    });
  });

  test("columns grouped by an earlier run are let go, and nothing is grouped twice", async () => {
    host.book.add("Mine");
    const grouped = (...chosen: number[]): WrittenSheet => {
      const columns = [0, 1, 2, 3].map((column) => ({ width: 9, style: "text" as const, grouped: chosen.includes(column) }));
      return agreements([["a", "b", "c", "d"]], { columns });
    };
    for (const chosen of [[1, 2], [2, 3], [2, 3], []]) {
      await excel().write([grouped(...chosen)]);
      expect([...(host.book.find("Agreements")?.groupedColumns ?? [])].sort()).toEqual(chosen.map((column) => [column, 1]));
    }
  });

  test("charts of ours are drawn once, given new cells where they lie, and taken away; the clerk's stay", async () => {
    const clerks = { id: "hers", kind: "Pie", name: "CB and mine", cells: { top: 0, left: 0, rows: 2, columns: 2 }, over: null, looks: {} };
    const drawn = (): unknown[] =>
      (host.book.find("Agreements")?.charts ?? []).map(({ name, kind, cells, over, looks }) => ({ name, kind, cells, over, looks }));
    const charted = (rows: number, ...names: string[]): WrittenSheet => ({
      ...agreements([
        ["No.", "Total"],
        ["001", 5],
        ["002", 6],
      ]),
      charts: names.map((name) => ({
        name,
        title: `${rows} rows`,
        table: { top: 0, left: 0, bottom: rows, right: 1 },
        over: { top: 2, left: 4, bottom: 9, right: 7 },
      })),
    });
    host.book.add("Mine");
    await excel().write([charted(1, "CB.Needs")]);
    host.book.find("Agreements")?.charts.push(clerks);
    const one = {
      kind: "BarClustered",
      name: "CB.Needs",
      over: [
        { top: 2, left: 4, rows: 1, columns: 1 },
        { top: 9, left: 7, rows: 1, columns: 1 },
      ],
    };
    await excel().write([charted(2, "CB.Needs", "CB.More")]);
    expect(drawn()).toEqual([
      { ...one, cells: { top: 0, left: 0, rows: 3, columns: 2 }, looks: { title: "2 rows", reversed: true, legend: false } },
      { kind: "Pie", name: "CB and mine", cells: clerks.cells, over: null, looks: {} },
      {
        ...one,
        name: "CB.More",
        cells: { top: 0, left: 0, rows: 3, columns: 2 },
        looks: { title: "2 rows", reversed: true, legend: false },
      },
    ]);
    host.book.find("Agreements")?.charts.push({ ...clerks, id: "copied", name: "CB.Needs" });
    await excel().write([charted(1, "CB.Needs", "CB.More")]);
    expect(drawn()).toMatchObject([{ name: "CB.Needs", looks: { title: "1 rows" } }, {}, {}, { name: "CB.Needs", looks: {} }]);
    host.book.find("Agreements")?.charts.pop();
    await excel().write([charted(2)]);
    expect(drawn()).toMatchObject([{ name: "CB and mine" }]);
  });

  test("what only concerns looks may fail without failing the result", async () => {
    host.book.add("Mine");
    const count = newCount();
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["001", 5],
      ]),
    ]);
    const last = host.syncs - count;
    host = newHost();
    host.book.add("Mine");
    host.fault = new Fault("fail", "InvalidSelection", last, true);
    const workbook = excel();
    await workbook.write([
      agreements([
        ["No.", "Total"],
        ["001", 5],
      ]),
    ]);
    expect(workbook.looksRefused).toMatchObject({ fault: "other workbook", detail: "InvalidSelection" });
    host.fault = null;
    expect((await excel().read("Agreements")).values).toEqual([
      ["No.", "Total"],
      ["001", 5],
    ]);
    expect(await excel().definedCells()).toHaveLength(1);
  });

  test("formulas that look at sheets of the same run are written when those are there", async () => {
    host.book.add("Mine");
    const form = plainSheet("Form", [], {
      definedName: "CB.Form",
      rows: [["Total", { formula: "=Agreements!B2", value: 5 }, { formula: "=B1*2", value: 10 }]],
    });
    await excel().write([
      form,
      agreements([
        ["No.", "Total"],
        ["001", 5],
      ]),
    ]);
    const read = await excel().read("Form");
    expect([...(read.formulas.get(0) ?? [])]).toEqual([
      [1, "=Agreements!B2"],
      [2, "=B1*2"],
    ]);
  });

  test("10,000 agreements take at most 20 syncs and one and a half times the bytes of their values", async () => {
    host.book.add("Mine");
    const rows = Array.from({ length: 10_000 }, (_, row) => agreementRow(row));
    const columns = rows[0].map((cell) => ({ width: 12, style: typeof cell === "number" ? ("whole" as const) : ("text" as const) }));
    const values = new TextEncoder().encode(JSON.stringify(rows)).length;
    await excel().write([agreements([rows[0].map((_, column) => `H${column}`), ...rows], { columns })]);
    console.log(
      `10,000 agreements: ${host.syncs} syncs, ${host.requestBytes} bytes sent for ${values} bytes of values (${(host.requestBytes / values).toFixed(2)}×), ${host.responseBytes} read back`,
    );
    expect(host.syncs).toBeLessThanOrEqual(20);
    expect(host.requestBytes).toBeLessThanOrEqual(1.5 * values);
    expect((await excel().read("Agreements")).values[10_000]).toEqual(rows[9_999]);
  });
});

function newCount(): number {
  return host.syncs;
}

function agreementRow(row: number): (string | number)[] {
  const no = `佳-${String(row).padStart(5, "0")}`;
  return [
    `${no}-1`,
    1,
    "议定",
    "佳木斯",
    "佳木斯电机厂",
    "佳木斯",
    "哈尔滨轴承厂",
    "哈尔滨",
    no,
    "六角螺栓",
    "M12×40",
    "件",
    row,
    row + 1,
    row + 2,
    row + 3,
    row + 4,
    5 * row + 10,
    1234.5,
    338,
    "新",
    "就近",
    "同意",
    "同意",
    "",
  ].slice(0, 24) as (string | number)[];
}

describe("what Excel refuses", () => {
  const write = (): Promise<unknown> =>
    faultOf(
      excel().write([
        agreements([
          ["No.", "Total"],
          ["001", 5],
        ]),
      ]),
    );
  const begin = async (): Promise<void> => {
    host.book.add("Mine");
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["000", 4],
      ]),
    ]);
  };

  test.each([
    ["a protected sheet of ours", "protected", () => Object.assign(host.book.find("Agreements") ?? {}, { isProtected: true })],
    ["a protected structure", "structure protected", () => (host.book.structureProtected = true)],
    ["a workbook open for reading", "read-only", () => (host.book.readOnly = true)],
    [
      "a cell being edited",
      "cell edit mode",
      () => (host.fault = new Fault("fail", "InvalidOperationInCellEditMode", host.syncs + 1, true)),
    ],
    ["a host that falls silent", "no answer", () => (host.fault = new Fault("hang", "", host.syncs + 3, true))],
    ["an error nobody has heard of", "unknown", () => (host.fault = new Fault("fail", "SomethingNew", host.syncs + 2, false))],
  ])("%s: nothing is changed and the fault is named", async (_, fault, arrange) => {
    await begin();
    arrange();
    expect(await write()).toBe(fault);
    expect(contents("Agreements")).toEqual([
      ["No.", "Total"],
      ["000", 4],
    ]);
  });

  test("an Excel that falls silent while it tidies up after a run keeps neither the result nor the fault from us", async () => {
    await begin();
    const genuine = Excel;
    const run = (work: (context: Excel.RequestContext) => Promise<unknown>): Promise<unknown> =>
      genuine.run(work).then(
        () => new Promise(() => undefined),
        () => new Promise(() => undefined),
      );
    Object.assign(globalThis, { Excel: { ...genuine, run } });
    try {
      expect(await write()).toBe("none");
      host.fault = new Fault("hang", "", host.syncs + 2, false);
      expect(await write()).toBe("no answer");
      host.fault = new Fault("fail", "AccessDenied", host.syncs + 2, false);
      expect(await write()).toBe("protected");
    } finally {
      Object.assign(globalThis, { Excel: genuine });
    }
  }, 5_000);

  test("an error of the moment is tried again and nobody notices", async () => {
    await begin();
    host.fault = new Fault("half", "GeneralException", host.syncs + 5, false);
    expect(await write()).toBe("none");
    expect(contents("Agreements")).toEqual([
      ["No.", "Total"],
      ["001", 5],
    ]);
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(["Mine", "Agreements"]);
  });

  test("a template broken off half way is not inserted twice when it is tried again", async () => {
    host.book.add("Mine");
    host.fault = new Fault("half", "GeneralException", 5, false);
    await excel().write([plainSheet("Demand", [["Factory"]]), plainSheet("Capacity", [["Factory"]])]);
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(["Mine", "Demand", "Capacity"]);
  });

  test("a host that takes less at a time gets less at a time", async () => {
    host.book.add("Mine");
    const answer = host.answer.bind(host);
    host.answer = async (body) => (body.length > 60_000 ? { status: "failed", error: { code: 5103, message: "" } } : answer(body));
    const rows = Array.from({ length: 3_000 }, (_, row) => [`n${row}`, row]);
    await new ExcelWorkbook({ bytesPerSync: 400_000 }).write([agreements(rows)]);
    expect((await excel().read("Agreements")).values).toEqual(rows);
  });
});

describe("what stands in the way is known beforehand", () => {
  test.each([
    ["nothing", null, () => undefined],
    ["a protected structure", "structure protected", () => (host.book.structureProtected = true)],
    ["a workbook open for reading", "read-only", () => (host.book.readOnly = true)],
    ["a protected sheet of ours", "protected", () => Object.assign(host.book.find("Agreements") ?? {}, { isProtected: true })],
    [
      "a protected sheet of the clerk's, which we never write",
      null,
      () => Object.assign(host.book.find("Mine") ?? {}, { isProtected: true }),
    ],
  ])("%s", async (_, fault, arrange) => {
    host.book.add("Mine");
    await excel().write([agreements([["001", 5]])]);
    arrange();
    expect((await excel().obstacle())?.fault ?? null).toBe(fault);
  });
});

test("a cell is shown, a hidden sheet stays hidden", async () => {
  host.book.add("Mine");
  host.book.add("Secret").visibility = "Hidden";
  await excel().show({ sheet: "mine", row: 16, column: 5 });
  expect(host.book.selection).toMatchObject({ sheet: { name: "Mine" }, row: 16, column: 5 });
  expect(await faultOf(excel().show({ sheet: "Secret", row: 0, column: 0 }))).toBe("hidden sheet");
  expect(await faultOf(excel().show({ sheet: "Gone", row: 0, column: 0 }))).toBe("hidden sheet");
});

test("what the clerk types while a result is being written stays", async () => {
  const mine = typeRows(host, "Mine", [["before"]]);
  let typed = 0;
  host.beforeSync = (sync) => {
    mine.reach(sync, 3).value = `typed before sync ${sync}`;
    typed = sync;
  };
  await excel().write([
    agreements([
      ["No.", "Total"],
      ["001", 5],
    ]),
  ]);
  host.beforeSync = () => undefined;
  for (let sync = 1; sync <= typed; sync++) expect(mine.cell(sync, 3)?.value).toBe(`typed before sync ${sync}`);
  expect(typed).toBeGreaterThan(5);
});

describe("what an interrupted run leaves", () => {
  const interrupted = async (at: number): Promise<void> => {
    host.book.add("Mine");
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["000", 4],
      ]),
    ]);
    host.fault = new Fault("hang", "", host.syncs + at, true);
    await faultOf(
      excel().write([
        agreements([
          ["No.", "Total"],
          ["001", 5],
        ]),
      ]),
    );
    host.fault = null;
  };

  test("hidden sheets laid out are not listed, and the next run takes them away", async () => {
    await interrupted(4);
    expect(host.book.sheets.length).toBeGreaterThan(2);
    expect((await excel().sheets()).map((sheet) => sheet.name)).toEqual(["Mine", "Agreements"]);
    expect((await excel().definedCells()).map((cell) => cell.name)).toEqual(["CB.Agreements"]);
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["002", 6],
      ]),
    ]);
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(["Mine", "Agreements"]);
  });

  test("from the first cell copied a name says that the result is incomplete, until a run ends", async () => {
    await interrupted(6);
    expect((await excel().definedCells()).map((cell) => cell.name)).toContain("CB.Incomplete");
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["002", 6],
      ]),
    ]);
    expect((await excel().definedCells()).map((cell) => cell.name)).toEqual(["CB.Agreements"]);
  });

  test("a clerk's own sheet that is called like one of them is left alone", async () => {
    typeRows(host, "CB~1", [["mine"]]).visibility = "Hidden";
    host.book.add("Mine");
    await excel().write([
      agreements([
        ["No.", "Total"],
        ["002", 6],
      ]),
    ]);
    expect(contents("CB~1")).toEqual([["mine"]]);
    expect((await excel().sheets()).map((sheet) => sheet.name)).toEqual(["CB~1", "Mine", "Agreements"]);
  });
});

describe("undo", () => {
  test("values, formulas and number formats of our sheets come back cell by cell, and new sheets are emptied and hidden", async () => {
    typeRows(host, "Mine", [["=Agreements!B2"]]);
    await excel().write([
      agreements(
        [
          ["No.", "Total"],
          ["001", 5],
          ["=x", 6],
        ],
        { filter: { top: 0, left: 0, bottom: 2, right: 1 } },
      ),
    ]);
    const sheet = host.book.find("Agreements");
    Object.assign(sheet?.reach(1, 2) ?? {}, { formula: "=B2*2", value: 10, numberFormat: "0.00" });
    Object.assign(sheet?.reach(2, 2) ?? {}, { value: "00123", numberFormat: "General" });
    const before = JSON.stringify(cellsOf("Agreements"));
    const workbook = excel();
    const snapshot = await workbook.snapshot();
    await workbook.write([
      agreements([
        ["No.", "Total"],
        ["009", 1],
        ["010", 2],
        ["011", 3],
      ]),
      plainSheet("Transfers", [["T"]], { definedName: "CB.Transfers" }),
    ]);
    Object.assign(sheet ?? {}, { filter: { area: { top: 0, left: 0, rows: 4, columns: 2 }, hides: new Set([1, 2]) } });
    await workbook.restore(snapshot);
    expect(JSON.stringify(cellsOf("Agreements"))).toBe(before);
    expect((await excel().sheets()).map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ["Mine", "visible"],
      ["Agreements", "visible"],
      ["Transfers", "hidden"],
    ]);
    expect((await excel().read("Transfers")).values).toEqual([]);
    expect(sheet?.filter).toMatchObject({ area: { rows: 3 } });
    expect((await excel().definedCells()).map((cell) => cell.name)).toEqual(["CB.Agreements", "CB.Transfers"]);
    await workbook.write([plainSheet("Transfers", [["T"]], { definedName: "CB.Transfers" })]);
    expect(host.book.find("Transfers")?.visibility).toBe("Visible");
  });
});

function cellsOf(name: string): unknown[] {
  const found: unknown[] = [];
  for (const [row, cells] of host.book.find(name)?.rows ?? []) {
    cells.forEach((cell, column) => {
      if (cell.value !== "" || cell.formula !== null) found.push([row, column, cell.value, cell.formula, cell.numberFormat]);
    });
  }
  return found;
}

test("calls wait for each other: two writes at once leave the later one whole", async () => {
  host.book.add("Mine");
  const workbook = excel();
  await Promise.all([
    workbook.write([
      agreements([
        ["a", 1],
        ["b", 2],
      ]),
    ]),
    workbook.write([agreements([["c", 3]])]),
  ]);
  expect(contents("Agreements").filter((row) => row.length > 0)).toEqual([["c", 3]]);
});

test("a file opens beside the workbook as it is; what Excel says against it is a WorkbookError", async () => {
  const file = new Uint8Array(20_000).map((_, index) => index % 251);
  await excel().openBeside(file);
  expect(host.opened.map((bytes) => [...bytes])).toEqual([[...file]]);
  expect(host.book.sheets).toEqual([]);
  host.fault = new Fault("fail", "AccessDenied", host.syncs + 1, true);
  expect(await faultOf(excel().openBeside(file))).toBe("protected");
});
