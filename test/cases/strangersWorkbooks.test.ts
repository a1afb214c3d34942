/** Workbooks as strangers make them, from file to file: what the rules promise, tried through nothing but sheets and the JSON. */
import { readFileSync } from "node:fs";
import type { resultJson } from "../../src/actions/resultJson";
import type { WrittenCell } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { lay, runInside, workFolder } from "../cli/program";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(() => folder.clear());

type Sheets = Readonly<Record<string, Rows>>;
type Result = ReturnType<typeof resultJson>;
let files = 0;

/** What Balance says of these sheets. */
async function balanced(sheets: Sheets): Promise<Result> {
  const file = await lay(folder.file(`book-${++files}.xlsx`), sheets);
  return resultOf(file);
}

async function resultOf(file: string): Promise<Result> {
  const { said } = await runInside(["balance", file, "--json", "-"]);
  return JSON.parse(said) as Result;
}

/** `W01 Demand!C2`, by severity. */
function problems({ problems: all }: Result, severity: Result["problems"][number]["severity"]): readonly string[] {
  return all.filter((each) => each.severity === severity).map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
}

/** `B → A bolt 6` for every agreement. */
function agreed({ agreements }: Result): readonly string[] {
  return agreements.map(({ supplier, buyer, product, quantities }) => {
    const total = Object.values(quantities).reduce((sum, quantity) => sum + quantity, 0);
    return `${supplier} → ${buyer} ${product} ${total}`;
  });
}

const NEED = ["Factory", "Product", "Quantity"];
const MAKES = ["Factory", "Item", "Quantity"];

describe("quantities near 2^53", () => {
  const most = 9_007_199_254_740_991;

  it("are exact as long as their sum is", async () => {
    expect(agreed(await balanced({ Demand: [NEED, ["A", "bolt", most]], Capacity: [MAKES, ["B", "bolt", most]] }))).toEqual([
      `B → A bolt ${most}`,
    ]);
  });

  it("must be fixed where their sum is not, whatever the order of the rows", async () => {
    const rows = [
      ["A", "bolt", most - 5],
      ["C", "bolt", 100],
    ];
    const capacity = [MAKES, ["B", "bolt", 50]];
    expect(problems(await balanced({ Demand: [NEED, ...rows], Capacity: capacity }), "must fix")).toEqual(["E03 Demand!B2"]);
    expect(problems(await balanced({ Demand: [NEED, ...[...rows].reverse()], Capacity: capacity }), "must fix")).toEqual(["E03 Demand!B3"]);
  });

  it("must be fixed where hours or norms can't be counted in one finest unit", async () => {
    const hours = (norm: number, capacity: number): Sheets => ({
      Equipment: [["Equipment", "Capacity unit"], ["lathe", "hours"]], // prettier-ignore
      Products: [["Product", "Unit", "Norm base", "lathe"], ["gear", "件", 1, norm], ["pin", "件", 1000, 0.000001]], // prettier-ignore
      Demand: [NEED, ["A", "gear", 10]],
      Capacity: [MAKES, ["B", "lathe", capacity]],
    });
    expect(problems(await balanced(hours(2, 100_000)), "must fix")).toEqual([]);
    expect(problems(await balanced(hours(2, 100_000_000)), "must fix")).toEqual(["E03 Capacity!B2"]);
    expect(problems(await balanced(hours(900_000_000, 100)), "must fix")).toEqual(["E03 Products!A2"]);
  });
});

describe("what can't be counted", () => {
  it("is told in the unit in which it was written, and an equipment class in a list as what it is", async () => {
    const { problems: told } = await balanced({
      Equipment: [["Equipment", "Capacity unit"], ["lathe", "hours"]],
      Products: [["Product", "Unit", "lathe"], ["bolt", "打", 1], ["bar", "吨", 1]],
      Demand: [[...NEED, "Unit"], ["A", "bolt", 13, "个"], ["A", "bar", 250.5, "公斤"], ["A", "bolt", 1.5, "打"]],
      Capacity: [MAKES, ["B", "bolt、lathe", 5]],
    }); // prettier-ignore
    expect(told.filter(({ severity }) => severity === "must fix").map(({ cell, text }) => `${cell}: ${text}`)).toEqual([
      "C2: 13 个 can't be counted in 打; converted, it must be a whole number.",
      "C3: 250.5 公斤 can't be counted in 吨; converted, it must be a number with at most 3 decimals.",
      "C4: 1.5 can't be counted in 打; it must be a whole number.",
      "B2: “lathe” is an equipment class, which can't share a row. Give it a row of its own.",
    ]);
  });
});

describe("without a Products sheet", () => {
  const [need, makes] = [
    [...NEED, "Unit"],
    [...MAKES, "Unit"],
  ];

  it("a unit on either sheet holds for both", async () => {
    const iron = { Demand: [NEED, ["A", "iron", 1.5]], Capacity: [makes, ["B", "iron", 2, "吨"]] };
    expect(agreed(await balanced(iron))).toEqual(["B → A iron 1.5"]);
  });

  it("the finest unit of the rows counts, whatever their order", async () => {
    const rows = [
      ["A", "bolt", 1, "打"],
      ["C", "bolt", 5, "件"],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const result = await balanced({ Demand: [need, ...order], Capacity: [makes, ["B", "bolt", 20, "件"]] });
      expect(problems(result, "must fix")).toEqual([]);
      expect([...agreed(result)].sort()).toEqual(["B → A bolt 12", "B → C bolt 5"]);
    }
  });

  it("kinds of unit are never joined", async () => {
    const rows = [need, ["A", "bolt", 1, "吨"], ["C", "bolt", 5, "件"]];
    expect(problems(await balanced({ Demand: rows, Capacity: [makes, ["B", "bolt", 20, "件"]] }), "must fix")).toEqual([
      "E07 Demand!C2",
      "E07 Demand!D2",
    ]);
  });
});

describe("headings of time", () => {
  const dated = (need: readonly string[], makes: readonly string[]): Promise<Result> =>
    balanced({
      Demand: [["Factory", "Product", ...need], ["A", "bolt", 5, 1]], // prettier-ignore
      Capacity: [["Factory", "Item", ...makes], ["B", "bolt", 8, 3]], // prettier-ignore
    });

  it("E16: a need in a bare year or an own-plan column is never passed over", async () => {
    expect(problems(await dated(["1957", "1957Q1"], ["1957"]), "must fix")).toEqual(["E16 Demand!C1"]);
    expect(problems(await dated(["1957Q1", "1957Q2 own"], ["1957"]), "must fix")).toEqual(["E16 Demand!D1"]);
    expect(problems(await dated(["1957Q1", "1957 any"], ["1957"]), "must fix")).toEqual([]);
  });

  it("E16: an own plan without a quarter beside dated capacity is not passed over", async () => {
    expect(problems(await dated(["1957Q1"], ["1957Q1", "own"]), "must fix")).toEqual(["E16 Capacity!D1"]);
  });

  it("E06: capacity of a year and of one of its quarters would count twice", async () => {
    expect(problems(await dated(["1957Q1"], ["1957", "1957Q2"]), "must fix")).toEqual(["E06 Capacity!D1"]);
    expect(problems(await dated(["1957Q1"], ["1957", "1957 own"]), "must fix")).toEqual([]);
    expect(problems(await dated(["1957Q1"], ["1957", "1956Q4"]), "must fix")).toEqual([]);
  });
});

it("names in one cell may stand on lines of their own", async () => {
  const result = await balanced({
    Demand: [[...NEED, "Only these"], ["A", "bolt", 4, "B；E, F\nG"]], // prettier-ignore
    Capacity: [MAKES, ["B", "bolt", 1], ["E", "bolt\nnut", 1], ["F", "nut\nbolt", 1], ["G", "bolt", 1]], // prettier-ignore
  });
  expect(agreed(result)).toEqual(["B → A bolt 1", "E → A bolt 1", "F → A bolt 1", "G → A bolt 1"]);
});

it("with leave to leave rows out, nothing but the left-out rows is told where none is left", async () => {
  const file = await lay(folder.file("none-left.xlsx"), { Demand: [NEED, ["A", "bolt", "x"]], Capacity: [MAKES, ["B", "bolt", 5]] }); // prettier-ignore
  const { status, said } = await runInside(["balance", file, "--without-invalid", "--json", "-"]);
  expect(status).toBe(0);
  expect((JSON.parse(said) as Result).unresolved).toMatchObject([{ reason: "U0", quantities: {} }]);
});

describe("against last year", () => {
  const LAST = ["Year", "Supplier", "Buyer", "Product", "Quantity", "Unit", "Value"];
  const against = (needs: Rows, ...last: Rows): Promise<Result> =>
    balanced({
      Products: [["Product", "Unit", "Price"], ["gear", "件", 10]], // prettier-ignore
      Demand: [NEED, ...needs],
      Capacity: [MAKES, ["B", "gear", 1000]],
      "Last year": [LAST, ...last],
    });

  it("W01: ten times as much, or a tenth; 9.9 times is not", async () => {
    expect(problems(await against([["A", "gear", 10]], [1955, "B", "A", "gear", 1, "件"]), "explain")).toEqual(["W01 Demand!B2"]);
    expect(problems(await against([["A", "gear", 10]], [1955, "B", "A", "gear", 100, "件"]), "explain")).toEqual(["W01 Demand!B2"]);
    expect(problems(await against([["A", "gear", 99]], [1955, "B", "A", "gear", 10, "件"]), "explain")).toEqual([]);
  });

  it("W01 compares in one unit, all lines of a buyer together, with the latest year stated", async () => {
    expect(problems(await against([["A", "gear", 24]], [1955, "B", "A", "gear", 2, "打"]), "explain")).toEqual([]);
    expect(problems(await against([["A", "gear", 6], ["A", "gear", 4]], [1955, "B", "A", "gear", 1, "件"]), "explain")).toEqual(["W01 Demand!B2"]); // prettier-ignore
    expect(problems(await against([["A", "gear", 10]], [1955, "B", "A", "gear", 9, "件"], [1954, "B", "A", "gear", 500, "件"]), "explain")).toEqual([]); // prettier-ignore
    expect(problems(await against([["A", "gear", 10]], [1955, "B", "A", "gear", 1, "吨"]), "explain")).toEqual([]);
  });

  it("W02: a value a thousand times price × quantity, in one unit", async () => {
    expect(problems(await against([["A", "gear", 10]], [1955, "B", "A", "gear", 10, "件", 100_000]), "explain")).toEqual(["W02 Last year!G2"]); // prettier-ignore
    expect(problems(await against([["A", "gear", 10]], [1955, "B", "A", "gear", 10, "件", 99_999]), "explain")).toEqual([]);
    expect(problems(await against([["A", "gear", 20]], [1955, "B", "A", "gear", 1, "打", 100_000]), "explain")).toEqual([]);
  });
});

describe("standing agreements", () => {
  const HEAD = ["Agreement no.", "Supplier", "Buyer", "Product", "From", "To", "Yearly quantity", "Tolerance", "Status"];
  const standing = (...rows: Rows): Promise<Result> =>
    balanced({
      Products: [["Product", "Unit"], ["iron", "吨"]], // prettier-ignore
      Demand: [["Factory", "Product", "1957Q1", "1957Q2", "1957Q3", "1957Q4"], ["A", "iron", 5, 5, 5, 5]], // prettier-ignore
      Capacity: [["Factory", "Item", "1957"], ["B", "iron", 12], ["E", "iron", 40]], // prettier-ignore
      "Standing agreements": [HEAD, ...rows],
    });

  it("W07 counts all of a buyer's for one product, in the product's unit", async () => {
    const [half, other] = [["s1", "B", "A", "iron", 57, 57, 10, 10, "In force"], ["s2", "E", "A", "iron", 57, 57, 10, 10, "In force"]]; // prettier-ignore
    expect(problems(await standing(half, other), "explain")).toEqual([]);
    const alone = await standing(half);
    expect(problems(alone, "explain")).toEqual(["W07 Standing agreements!G2"]);
    expect(alone.problems.find(({ rule }) => rule === "W07")?.text).toContain("quantity 10 differs from the need 20");
  });

  it("keep their quantity for a maker elsewhere: told by its number and name, with no cure from here, and capacity for a buyer elsewhere serves none", async () => {
    const SHEET = ["Agreement no.", "Supplier", "Buyer", "Product", "From", "To", "Yearly quantity", "Status"];
    const { unresolved, agreements, remaining } = await balanced({
      Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2", "Split"], ["D1", "A", "gear", 10, 10, "no"], ["D2", "A", "bolt", 8, null, "yes"]],
      Capacity: [["No.", "Factory", "Item", "1957Q1", "1957Q2"], ["C1", "B", "gear", 50, 50], ["C2", "B", "bolt", 4, 4]],
      "Standing agreements": [SHEET, ["S1", "Far", "A", "gear", 1957, 1957, 16, "In force"], ["S2", "B", "Near", "bolt", 1957, 1957, 12, "In force"]],
    }); // prettier-ignore
    expect(agreements.map(({ demandNo, quantities }) => [demandNo, quantities])).toEqual([
      ["D1", { "1957Q1": 6, "1957Q2": 6 }],
      ["D2", { "1957Q1": 1 }],
    ]);
    expect(unresolved.map(({ demandNo, quantities, reason }) => [demandNo, quantities, reason])).toEqual([
      ["D1", { "1957Q1": 4, "1957Q2": 4 }, "U5"],
      ["D2", { "1957Q1": 7 }, "U7"],
    ]);
    expect(unresolved[0]).toMatchObject({
      proof: expect.stringMatching(/^按长期协作 S1 留给本区以外的Far|^Kept by standing agreement S1 for Far/),
      cures: [],
    });
    // 3 of the 4 in each quarter are Near's: one more in the second quarter is all that a later delivery brings
    expect(unresolved[1].cures.map(({ resolves }) => resolves)).toEqual([1, 7]);
    expect(remaining.find(({ capacityNo }) => capacityNo === "C2")).toMatchObject({ quantities: { "1957Q1": 3, "1957Q2": 4 } });
  });

  it("E11 where those of one supplier together need more than it has", async () => {
    const rows = ["s1", "s2"].map((no) => [no, "B", "A", "iron", 57, 57, 10, 10, "In force"]);
    expect(problems(await standing(...rows), "explain")).toEqual(Array.from({ length: 4 }, () => "E11 Standing agreements!G3"));
  });
});

it("a problem stands on the sheet it is about, and is told once", async () => {
  const far = await balanced({
    Places: [["Place"], ["X"], ["Y"], ["Z"]],
    Distances: [["From", "To", "Km"], ["X", "Y", 5]], // prettier-ignore
    Factories: [["Factory", "Place"], ["A", "X"], ["B", "Y"], ["E", "Z"]], // prettier-ignore
    Demand: [NEED, ["A", "bolt", 5]], // prettier-ignore
    Capacity: [MAKES, ["B", "bolt", 10], ["E", "bolt", 10]], // prettier-ignore
  });
  expect(problems(far, "hint")).toEqual(["I05 Distances!"]);
  const wrong = await balanced({
    Products: [["Product", "Unit"], ["bolt", "箱"]], // prettier-ignore
    Demand: [NEED, ["A", "bolt", 5]], // prettier-ignore
    Capacity: [MAKES, ["B", "bolt", 10]],
  });
  expect(problems(wrong, "must fix")).toEqual(["E05 Products!B2"]);
});

it("I10: a control total over units of different kinds is neither added nor checked", async () => {
  const total = (second: string): Promise<Result> =>
    balanced({
      Demand: [[...NEED, "Unit"], ["A", "bolt", 10, "件"], ["A", "iron", 5, second], ["Total", null, 999]], // prettier-ignore
      Capacity: [
        [...MAKES, "Unit"],
        ["B", "bolt", 10, "件"],
      ],
    });
  expect(problems(await total("个"), "must fix")).toEqual(["E14 Demand!C4"]);
  const mixed = await total("吨");
  expect(problems(mixed, "must fix")).toEqual([]);
  expect(problems(mixed, "hint")).toEqual(["I10 Demand!C4"]);
});

it("E14: a control total adds the rows of data, not headings printed again nor notes", async () => {
  const rows = [["Factory", "Product", "1957Q1"], ["A", "bolt", 3], ["小计", null, 3], ["Factory", "Product", "1957Q1"], ["C", "bolt", 4]]; // prettier-ignore
  const told = (total: number): Promise<Result> =>
    balanced({ Demand: [...rows, ["合计", null, total]], Capacity: [["Factory", "Item", "1957Q1"], ["B", "bolt", 10]] }); // prettier-ignore
  expect(problems(await told(7), "must fix")).toEqual([]);
  expect(problems(await told(8), "must fix")).toEqual(["E14 Demand!C6"]);
});

it("E06 stands at the number that is used twice", async () => {
  const result = await balanced({ Demand: [["No.", ...NEED], ["1", "A", "bolt", 1], ["1", "A", "nut", 1]], Capacity: [MAKES, ["B", "bolt", 1]] }); // prettier-ignore
  expect(problems(result, "must fix")).toEqual(["E06 Demand!A3"]);
});

describe("the price of local-first", () => {
  const county = (office: Rows = [["Office", "Prov"]]): Sheets => ({
    Cover: [...office, ["Plan starts", "1957Q1"]],
    Factories: [["Factory", "Place"], ["mine", "M"], ["farm", "C"], ["works", "C"]], // prettier-ignore
    Demand: [["Factory", "Product", "1957Q1", "Priority"], ["mine", "bolt", 40, 1], ["farm", "bolt", 90, 3]], // prettier-ignore
    Capacity: [["Factory", "Item", "1957Q1"], ["works", "bolt", 100]], // prettier-ignore
  });

  it("is told by priority: what counties first keep from urgent work elsewhere", async () => {
    expect((await balanced(county())).priceOfLocalFirst).toEqual({
      points: { "priority 1": { localFirst: 10, pooled: 40 }, "priority 3": { localFirst: 90, pooled: 60 } },
      estimate: false,
    });
  });

  it("is not told where nobody sat down first", async () => {
    const one = await balanced({ Demand: [NEED, ["A", "bolt", 40]], Capacity: [MAKES, ["B", "bolt", 10]] }); // prettier-ignore
    expect(one.complete).toBe(true);
    expect(one.priceOfLocalFirst).toBeUndefined();
  });
});

describe("an agreement that the clerk typed", () => {
  const lists: Sheets = {
    Demand: [["No.", ...NEED], ["D1", "A", "gear", 10]], // prettier-ignore
    Capacity: [MAKES, ["B", "gear", 8], ["E", "gear", 8], ["F", "nut", 8]], // prettier-ignore
  };
  const HEAD = ["No.", "Status", "Supplier", "Buyer", "Demand no.", "Product", "Quantity", "Remark", "My note"];
  const typed = (...cells: readonly WrittenCell[]): Sheets => ({ ...lists, Agreements: [HEAD, cells] });

  /** The Agreements sheet that Balance wrote, as cells by heading. */
  async function written(sheets: Sheets): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const file = await lay(folder.file(`typed-${++files}.xlsx`), sheets);
    await resultOf(file);
    const { values } = await openXlsx(new Uint8Array(readFileSync(file.replace(/\.xlsx$/, "-balanced.xlsx")))).read("Agreements");
    const headings = values[2];
    return values.slice(3).map((row) => Object.fromEntries(headings.map((heading, column) => [String(heading), row[column]])));
  }

  it("gets the demand's next number, the mark of the hand, and keeps its remark and the clerk's own columns", async () => {
    const rows = await written(typed(null, null, "E", "A", "D1", "gear", 7, "by telephone", "ask Li"));
    expect(rows.find((row) => row.Supplier === "E" && row.Status === "Agreed")).toMatchObject({
      "No.": "D1-1",
      Total: 7,
      Remark: "by telephone",
      "My note": "ask Li",
      Why: expect.stringMatching(/^\[by hand\]/),
    });
  });

  it("is for the buyer's one line of that product where no demand number stands", async () => {
    const rows = await written(typed(null, null, "E", "A", null, "gear", 7));
    expect(rows.find((row) => row.Status === "Agreed")).toMatchObject({ "No.": "D1-1", "Demand no.": "D1" });
  });

  it("has a number too where it finds no place", async () => {
    const rows = await written(typed(null, null, "F", "A", "D1", "gear", 7, "promised"));
    expect(rows.find((row) => row.Status === "Reconsider")).toMatchObject({ "No.": "D1-3", Supplier: "F", Remark: "promised" });
  });

  it("is put to reconsideration where its demand is another factory's or for another product, and says so", async () => {
    const both = await balanced({
      ...lists,
      Demand: [["No.", ...NEED], ["D1", "A", "gear", 10], ["D2", "G", "gear", 1]],
      Agreements: [HEAD, ["D1-1", "Agreed", "B", "G", "D1", "gear", 3], ["D1-2", "Agreed", "F", "A", "D1", "nut", 2]],
    }); // prettier-ignore
    expect(problems(both, "explain")).toEqual(["E15 Agreements!E4", "E15 Agreements!E5"]);
    const fixed = both.agreements.filter(({ no }) => no === "D1-1" || no === "D1-2");
    expect(fixed.map(({ no, status, buyer }) => [no, status, buyer])).toEqual([
      ["D1-1", "Reconsider", "G"],
      ["D1-2", "Reconsider", "A"],
    ]);
  });

  it("says of a maker elsewhere no more than that", async () => {
    const result = await balanced({ ...lists, Agreements: [HEAD, ["D1-1", "Agreed", "Far away", "A", "D1", "gear", 3]] }); // prettier-ignore
    expect(result.agreements.find(({ no }) => no === "D1-1")).toMatchObject({ status: "Agreed", why: "made outside this office" });
  });

  it("uses capacity alone where its buyer lies elsewhere, though a line here happens to have the number of that office's", async () => {
    const result = await balanced({ ...lists, Agreements: [HEAD, ["D1-1", "Agreed", "B", "Far away", "D1", "gear", 3]] }); // prettier-ignore
    expect(result.agreements.find(({ no }) => no === "D1-1")).toMatchObject({ status: "Agreed", buyer: "Far away" });
    expect(agreed(result)).toEqual(expect.arrayContaining(["B → A gear 5", "B → Far away gear 3", "E → A gear 5"]));
  });

  it("is told of in the cell where it then stands, once, and what the clerk explains beside it is found again", async () => {
    const unknown = ["D9-1", "Agreed", "B", "A", "D9", "gear", 1, null, null];
    const file = await lay(folder.file(`typed-${++files}.xlsx`), { ...lists, Agreements: [HEAD, unknown, [null, null, "E", "A", "D1", "gear", 7]] }); // prettier-ignore
    const result = await resultOf(file);
    expect(problems(result, "explain")).toEqual(["E15 Agreements!E6"]);
    expect(problems(result, "hint").filter((text) => text.includes("Agreements"))).toEqual(["I21 Agreements!A4"]);
    const balanced = openXlsx(new Uint8Array(readFileSync(file.replace(/\.xlsx$/, "-balanced.xlsx"))));
    const { values } = await balanced.read("Agreements");
    expect([values[3][0], values[5][0], values[5][4]]).toEqual(["D1-1", "D9-1", "B"]);
    const { values: told } = await balanced.read("Problems");
    expect(told.some((row) => row[1] === "Agreements" && row[2] === "E6" && row[3] === "E15")).toBe(true);
  });
});

it("a number of an agreement that could not be read is not given to another, and an explained point is no longer counted", async () => {
  const file = await lay(folder.file("kept.xlsx"), {
    Products: [["Product", "Unit"], ["gear", "件"]], // prettier-ignore
    Demand: [["No.", ...NEED], ["D1", "A", "gear", 10]], // prettier-ignore
    Capacity: [MAKES, ["B", "gear", 8]],
    Agreements: [["No.", "Status", "Supplier", "Buyer", "Demand no.", "Product", "Quantity"], ["D1-7", "Agreed", "B", "A", "D1", "geer", 4]], // prettier-ignore
    Problems: [["Severity", "Sheet", "Cell", "Rule", "Problem", "Explanation"], ["explain", "Demand", "C2", "W04", "…", "asked for abroad"]], // prettier-ignore
  });
  const { said, errors } = await runInside(["balance", file, "--without-invalid", "--lang", "en", "--json", "-"]);
  expect((JSON.parse(said) as Result).agreements.map(({ no }) => no)).toEqual(["D1-8"]);
  expect(errors).toContain("1 must be fixed, 0 to be explained");
});

it("a plan without dates names no round on its sheets", async () => {
  const file = await lay(folder.file("undated.xlsx"), { Demand: [NEED, ["A", "gear", 10]], Capacity: [MAKES, ["B", "gear", 8]] }); // prettier-ignore
  const { checkCode } = await resultOf(file);
  const { values } = await openXlsx(new Uint8Array(readFileSync(folder.file("undated-balanced.xlsx")))).read("Agreements");
  expect(values[1][0]).toBe(`Office: All places   Check code: ${checkCode}`);
});

it("the same workbook balanced again is the same bytes", async () => {
  const first = folder.file("again.xlsx");
  await lay(first, { Demand: [NEED, ["A", "gear", 10]], Capacity: [MAKES, ["B", "gear", 8]] }); // prettier-ignore
  const [once, twice] = [folder.file("once.xlsx"), folder.file("twice.xlsx")];
  await runInside(["balance", first, "--out", once]);
  await runInside(["balance", once, "--out", twice]);
  expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
});
