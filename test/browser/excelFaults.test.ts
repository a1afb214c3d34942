/**
 * What can go wrong in Excel, on the built pane: the sentence shown in both languages, the button that mends it pressed, and then
 * the result whole and the clerk's cells as they were to the byte.
 */
import type { MemorySheet } from "../../src/workbook/memoryWorkbook";
import { clerksCells } from "../excel/clerksCells";
import { typeRows } from "../excel/emulatedExcel";
import { ExcelHost } from "../excel/excelHost";
import { Fault, type FaultKind } from "../excel/fault";
import { missingFromResult } from "../excel/wholeResult";
import { openStage } from "./openStage";
import { paneOnExcel, type PaneOnExcel, type PaneOptions } from "./paneOnExcel";

const stage = openStage();
let host: ExcelHost;
let pane: PaneOnExcel;
let before: () => string;

afterEach(async () => {
  expect(pane.wrongs).toEqual([]);
  await pane.page.context().close();
});

const INPUTS = [
  {
    name: "Demand",
    values: [
      ["Factory", "Product", "Quantity"],
      ["Jiamusi Motor", "screw", 120],
      ["Jiamusi Motor", "nut", 70],
    ],
  },
  {
    name: "Capacity",
    values: [
      ["Factory", "Item", "Quantity"],
      ["Fujin Parts", "screw", 100],
      ["Fujin Parts", "nut", 500],
    ],
  },
];

/** A workbook of a clerk, with a sheet of his own that looks at ours. */
async function opened(options: PaneOptions & { readonly arrange?: () => void } = {}): Promise<void> {
  host = new ExcelHost();
  for (const { name, values } of INPUTS) typeRows(host, name, values);
  typeRows(host, "Mine", [["'007", "=Demand!C2*2", "=1+1 is no formula"]]);
  options.arrange?.();
  const sheets = [...host.book.sheets];
  before = () => clerksCells(sheets, host.book.sheets);
  pane = await paneOnExcel(stage, host, options);
  await pane.button("Balance").waitFor();
  await pane.page.getByText("2 rows").first().waitFor();
}

async function expectWhole(inputs: readonly MemorySheet[] = INPUTS): Promise<void> {
  await pane.settled();
  expect(await missingFromResult(host, inputs)).toEqual([]);
}

function breaks(kind: FaultKind, code = ""): void {
  host.fault = new Fault(kind, code, host.syncs + 1, true);
}

/** Runs the story: Balance under a fault, the sentence, the remedy. */
async function balanceUnder(arrange: () => void, tell: () => Promise<void>, mend: () => void): Promise<void> {
  const cells = before();
  arrange();
  await pane.button("Balance").click();
  await tell();
  expect(before()).toBe(cells);
  mend();
}

describe("Excel refuses, and Try again mends it", () => {
  test.each([
    ["InvalidOperationInCellEditMode", "cell edit mode"],
    ["GeneralException", "unknown"],
    ["HostIsBusy", "unknown"],
    ["AnErrorOfTomorrow", "unknown"],
    ["InactiveWorkbook", "other workbook"],
    ["InvalidSelection", "other workbook"],
    ["AccessDenied", "protected"],
    ["RequestPayloadSizeLimitExceeded", "too much data"],
    ["InvalidOrTimedOutSession", "closed"],
  ] as const)("%s: %s", async (code, fault) => {
    await opened();
    const cells = before();
    await balanceUnder(
      () => breaks("fail", code),
      () => pane.expectTells(fault),
      () => (host.fault = null),
    );
    await pane.press("again");
    await expectWhole();
    expect(before()).toBe(cells);
  });

  test("an error that passes is not worth a word", async () => {
    await opened();
    host.fault = new Fault("fail", "GeneralException", host.syncs + 3, false);
    await pane.button("Balance").click();
    await expectWhole();
    expect(await pane.page.getByRole("group").filter({ hasText: "error" }).count()).toBe(0);
  });

  test.each(["hang", "answer lost"] as const)("no answer ever comes (%s)", async (kind) => {
    await opened({ prepare: (page) => page.clock.install() });
    const cells = before();
    breaks(kind);
    await pane.button("Balance").click();
    await pane.page.clock.fastForward(20_000);
    await pane.expectTells("no answer");
    host.fault = null;
    await pane.press("again");
    await expectWhole();
    expect(before()).toBe(cells);
  });
});

describe("the workbook stands in the way, and Try again goes on once that is mended", () => {
  test("its structure is protected", async () => {
    await opened();
    await balanceUnder(
      () => (host.book.structureProtected = true),
      () => pane.expectTells("structure protected"),
      () => (host.book.structureProtected = false),
    );
    await pane.press("again");
    await expectWhole();
  });

  test("it is open for reading only", async () => {
    await opened();
    await balanceUnder(
      () => (host.book.readOnly = true),
      () => pane.expectTells("read-only"),
      () => (host.book.readOnly = false),
    );
    await pane.press("again");
    await expectWhole();
  });

  test("a result sheet is protected: it is named before anything is computed", async () => {
    await opened();
    await pane.button("Balance").click();
    await expectWhole();
    const agreements = host.book.find("Agreements");
    if (!agreements) throw new TypeError("no Agreements");
    agreements.isProtected = true;
    const started = pane.workers();
    await balanceUnder(
      () => undefined,
      () => pane.expectTells("protected", [{ sheet: "Agreements" }]),
      () => (agreements.isProtected = false),
    );
    expect(pane.workers()).toBe(started);
    await pane.press("again");
    await expectWhole();
  });

  test("its formulas are not calculated: Calculate goes on", async () => {
    await opened();
    await balanceUnder(
      () => (host.book.calculationState = "Pending"),
      () => pane.expectTells("not calculated"),
      () => undefined,
    );
    await pane.press("calculate");
    await expectWhole();
    expect(host.book.calculationState).toBe("Done");
  });
});

describe("the clerk or somebody else works on while it balances", () => {
  test("a changed cell is named, nothing is written, Balance again takes the new value", async () => {
    await opened();
    pane.page.once("worker", () => void typeRows(host, "Demand", [[], [null, null, 90]]));
    await pane.button("Balance").click();
    await pane.expectTells("changed meanwhile", [{ sheet: "Demand", row: 1, column: 2 }]);
    expect(host.book.names.size).toBe(0);
    await pane.press("balance");
    const [{ name, values }, capacity] = INPUTS;
    await expectWhole([{ name, values: values.map((row, index) => (index === 1 ? ["Jiamusi Motor", "screw", 90] : row)) }, capacity]);
  });

  test("a sheet renamed meanwhile is named, and understood by its new name", async () => {
    await opened();
    const demand = host.book.find("Demand");
    if (demand) pane.page.once("worker", () => host.book.rename(demand, "Needs"));
    await pane.button("Balance").click();
    await pane.expectTells("changed meanwhile", [{ sheet: "Demand" }]);
    await pane.press("balance");
    await expectWhole([{ ...INPUTS[0], name: "Needs" }, INPUTS[1]]);
  });

  test("what he types on a sheet of his own stops nothing", async () => {
    await opened();
    pane.page.once("worker", () => void typeRows(host, "Mine", [[], ["a note"]]));
    await pane.button("Balance").click();
    await expectWhole();
    expect(host.book.find("Mine")?.rows.get(1)?.[0].value).toBe("a note");
  });

  test("clicking Balance twice balances once", async () => {
    await opened();
    const started = pane.workers();
    await pane.button("Balance").dblclick();
    await expectWhole();
    expect(pane.workers()).toBe(started + 1);
  });
});

describe("the result is not lost", () => {
  /** Everything up to the writing goes well. */
  function breaksWriting(): void {
    const fault = new Fault("fail", "ItemNotFound", 0, true);
    host.fault = Object.assign(fault, { strikes: () => host.book.names.has("cb.staging.1") });
  }

  test("it is kept until the clerk lets it go: written later without being computed again", async () => {
    await opened();
    const cells = before();
    breaksWriting();
    await pane.button("Balance").click();
    await pane.expectTells("unknown");
    const started = pane.workers();
    await pane.button("Dismiss").click();
    expect(await pane.button("Undo").count()).toBe(0);
    host.fault = null;
    await pane.button("Write the result").click();
    await expectWhole();
    expect(pane.workers()).toBe(started);
    expect(before()).toBe(cells);
  });

  test("a pane closed half-way and opened again knows that the result is incomplete, and Balance again makes it whole", async () => {
    await opened();
    const cells = before();
    const half = new Fault("half", "GeneralException", 0, true);
    host.fault = Object.assign(half, { strikes: () => host.book.names.has("cb.incomplete") });
    await pane.button("Balance").click();
    await pane.button("Write the result").waitFor();
    await pane.page.context().close();
    host.fault = null;
    expect(before()).toBe(cells);
    pane = await paneOnExcel(stage, host);
    await pane.expectTells("incomplete");
    await pane.press("balance");
    await expectWhole();
    expect(before()).toBe(cells);
  });

  test("Undo that fails says so, and Try again brings back what was before", async () => {
    await opened();
    await pane.button("Balance").click();
    await pane.settled();
    breaks("fail", "ItemNotFound");
    await pane.button("Undo").click();
    await pane.expectTells("unknown");
    host.fault = null;
    await pane.press("again");
    await pane.page.getByText("The workbook is as it was before.").waitFor();
    expect(host.book.find("Agreements")?.usedArea(true)).toBeNull();
  });
});

describe("odd workbooks", () => {
  test("formats down to the last cell, hidden, filtered and protected inputs, merged titles: balanced without a word", async () => {
    await opened({
      arrange: () => {
        const [demand, capacity, mine] = host.book.sheets;
        demand.reach(1_048_575, 16_383).numberFormat = "0.00";
        demand.hiddenRows.add(2);
        demand.isProtected = true;
        capacity.visibility = "VeryHidden";
        capacity.filter = { area: { top: 0, left: 0, rows: 3, columns: 3 }, hides: new Set([1]) };
        mine.merges = [{ top: 0, left: 0, rows: 2, columns: 1 }];
        host.mostCellsRead = 60;
      },
    });
    const cells = before();
    await pane.button("Balance").click();
    const [demand, capacity] = INPUTS;
    await expectWhole([
      { ...demand, hiddenRows: new Set([2]) },
      { ...capacity, visibility: "very hidden", filtered: true, hiddenRows: new Set([1]) },
    ]);
    expect(before()).toBe(cells);
  });

  test("a cell filled far away by mistake is too much: Go to the cell shows it", async () => {
    await opened();
    typeRows(host, "Mine", [[]]).reach(1_048_575, 16_383).value = "x";
    await pane.button("Balance").click();
    await pane.expectTells("too much data", [{ sheet: "Mine", row: 1_048_575, column: 16_383 }]);
    await pane.press("go");
    while (host.book.selection === null) await pane.page.waitForTimeout(50);
    expect(host.book.selection).toMatchObject({ sheet: { name: "Mine" }, row: 1_048_575, column: 16_383 });
  });

  test("an error value in a cell is a problem with its cell, not a fault", async () => {
    await opened({ arrange: () => void typeRows(host, "Demand", [[], [null, null, "#BUSY!"]]) });
    await pane.button("Fix 1 problem").click();
    await pane.page.getByText("Demand!C2").waitFor();
    expect(host.book.names.size).toBe(0);
  });

  test("our sheet is found again though the clerk renamed and hid it", async () => {
    await opened();
    await pane.button("Balance").click();
    await pane.settled();
    const agreements = host.book.find("Agreements");
    if (!agreements) throw new TypeError("no Agreements");
    host.book.rename(agreements, "协议 1956");
    agreements.visibility = "Hidden";
    await pane.button("Balance").click();
    await pane.button("Cancel").or(pane.button("Undo")).first().waitFor();
    await expectWhole();
    expect(host.book.names.get("cb.agreements")?.sheet).toBe(agreements);
    expect([agreements.name, agreements.visibility]).toEqual(["协议 1956", "Hidden"]);
  });

  test("a link to a sheet that is hidden meanwhile says so", async () => {
    await opened();
    const demand = host.book.find("Demand");
    if (demand) demand.visibility = "Hidden";
    await pane.button("Demand").click();
    await pane.expectTells("hidden sheet", [{ sheet: "Demand" }]);
  });
});
