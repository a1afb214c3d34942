import type { CellValue } from "../../src/workbook/workbook";
import { factsOf, problemsOf, read, sheet } from "../support/sheet";

const others = [
  sheet("工厂", [
    ["厂名", "所在地"],
    ["电机厂", "佳木斯"],
    ["富锦厂", "富锦县"],
  ]),
  sheet("需要", [
    ["需要编号", "需方工厂", "产品", "1957Q1", "1957Q2"],
    ["D1", "电机厂", "螺丝", 50, 60],
  ]),
  sheet("能力", [
    ["工厂", "项目", "1957Q1", "1957Q2"],
    ["富锦厂", "螺丝", 500, 500],
  ]),
];
const HEAD = ["协议编号", "状态", "承制厂", "需方工厂", "需要编号", "产品", "1957Q1", "1957Q2", "依据", "承制方意见", "需方意见"];
const agreements = (...rows: readonly (readonly CellValue[])[]) => read([...others, sheet("协作协议", [HEAD, ...rows])]);
const row = (no: string | null, status: string | null, supplierReply: string | null = null, buyerReply: string | null = null) => [
  no, status, "富锦厂", "电机厂", "D1", "螺丝", 50, null, "新", supplierReply, buyerReply,
]; // prettier-ignore

describe("rows of an earlier Agreements sheet", () => {
  it("keep number, partners, quarters and basis", () => {
    const reading = agreements(row("D1-1", "拟议"));
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.earlierAgreements).toEqual([
      {
        no: "D1-1",
        status: "Proposed",
        supplier: "富锦厂",
        buyer: "电机厂",
        demandNo: "D1",
        product: "螺丝",
        quantities: [50, 0],
        basis: "new",
        settledAt: "",
      },
    ]);
    expect(reading.cells.agreements.get("D1-1")).toEqual({ sheet: "协作协议", row: 1 });
  });

  it.each([
    ["拟议", null, null, "Proposed"],
    ["议定", null, null, "Agreed"],
    ["不同意", null, null, "Rejected"],
    ["需复议", null, null, "Reconsider"],
    ["作废", null, null, "Void"],
    ["拟议", "同意", "同意", "Agreed"],
    ["拟议", "同意", null, "Proposed"],
    ["拟议", null, "同意", "Proposed"],
    ["拟议", "同意", "不同意", "Rejected"],
    ["拟议", "不同意", null, "Rejected"],
    ["议定", "不同意", "同意", "Rejected"],
    ["作废", "同意", "同意", "Void"],
    ["Proposed", "Agree", "agree", "Agreed"],
  ])("with status %s and replies %s and %s are %s", (status, supplierReply, buyerReply, expected) => {
    const reading = agreements(row("D1-1", status, supplierReply, buyerReply));
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.earlierAgreements.map((each) => each.status)).toEqual([expected]);
  });

  it("that the clerk typed have no number and count as agreed, with a hint", () => {
    const reading = agreements(row(null, null));
    expect(reading.situation.earlierAgreements[0]).toMatchObject({ status: "Agreed", quantities: [50, 0] });
    expect(problemsOf(reading, "hint")).toContain("I17 协作协议!B2");
  });

  it("refuse a word that is no status and a quantity that is none", () => {
    expect(problemsOf(agreements(row("D1-1", "差不多")))).toEqual(["E05 word 协作协议!B2"]);
    expect(problemsOf(agreements([...row("D1-1", "拟议").slice(0, 6), "若干"]))).toEqual(["E03 协作协议!G2"]);
  });

  it("never use a number twice", () => {
    expect(problemsOf(agreements(row("D1-1", "拟议"), row("D1-1", "拟议")))).toEqual(["E06 number 协作协议!A3"]);
  });

  it("agreed for a demand line that is not there must be explained", () => {
    const reading = agreements(["X-1", "议定", "富锦厂", "电机厂", "D9", "螺丝", 5]);
    expect(problemsOf(reading)).toEqual([]);
    expect(problemsOf(reading, "explain")).toEqual(["E15 unknown 协作协议!C2"]);
    expect(factsOf(reading, "E15 unknown")).toMatchObject({ value: "D9" });
  });

  it("agreed with a factory that can't make it must be explained", () => {
    const reading = agreements(["D1-1", "议定", "电机厂", "电机厂", "D1", "螺丝", 5]);
    expect(problemsOf(reading, "explain")).toEqual(["E15 cannot 协作协议!C2"]);
  });
});

test("partners of agreements settled above lie outside, and are not hinted at; a name misspelt at home is", () => {
  const settledAt = (place: string): readonly string[] => {
    const cover = sheet("封面", [["填报单位", "佳木斯"], ["计划起始季度", "1957Q1"]]); // prettier-ignore
    const rows = [
      [...HEAD, "平衡层级"],
      [...row("D1-1", "拟议").map((cell) => (cell === "富锦厂" ? "外省厂" : cell)), place],
    ];
    return problemsOf(read([cover, ...others, sheet("协作协议", rows)]), "hint").filter((hint) => hint.startsWith("I14 factory"));
  };
  expect(settledAt("省")).toEqual([]);
  expect(settledAt("佳木斯")).toEqual(["I14 factory 协作协议!C2"]);
});
