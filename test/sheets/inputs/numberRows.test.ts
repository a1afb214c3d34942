import { codesOf } from "../../../src/engine/codes";
import type { Demand } from "../../../src/engine/model";
import { atOnce } from "../../../src/engine/slices";
import { numberDemands } from "../../../src/sheets/inputs/numberRows";
import { ProblemList } from "../../../src/sheets/table/problemList";
import { anyOf, need } from "../../support/stories";

const inQuarter = (quarter: number, quantity: number) => ({ period: { kind: "quarter", quarter } as const, quantity });

/** The lines' numbers, and what tells each line again. */
function numbered(demands: readonly Partial<Demand>[]) {
  const rows = demands.map((said, row) => ({
    demand: need("", "Motor works", "screw", [100], said),
    ...{ sheet: "Demand", row, valid: true, decimals: 0 },
  }));
  const codes = codesOf({ factories: [], products: [], equipment: [] });
  const marks = atOnce(numberDemands(rows, { prefix: "JMS", problems: new ProblemList(), codes, known: [], named: new Set() }));
  return { numbers: rows.map(({ demand }) => demand.no), marks };
}

describe("lines of one factory for one product, without numbers", () => {
  it("are numbered by their first period, then by the digits of its quantity, then by what follows", () => {
    const { numbers } = numbered([
      { cells: [inQuarter(1, 9)] },
      { cells: [inQuarter(0, 5)] },
      { cells: [anyOf(1957, 1)] },
      { cells: [inQuarter(0, 10)] },
      { cells: [{ period: { kind: "undated" }, quantity: 1 }] },
      { cells: [inQuarter(1, 3), inQuarter(0, 5)] },
      { cells: [] },
      { cells: [inQuarter(0, 50)] },
    ]);
    expect(numbers).toEqual([5, 4, 7, 1, 6, 3, 8, 2].map((running) => `JMS-000${running}`));
  });

  it("are told apart by everything they say", () => {
    const said: readonly Partial<Demand>[] = [
      {},
      { cells: [inQuarter(0, 101)] },
      { cells: [inQuarter(1, 100)] },
      { cells: [inQuarter(1, 23)] },
      { cells: [inQuarter(12, 3)] },
      { priority: 1 },
      { inHouse: true },
      { recurrent: true },
      { grade: 3 },
      { early: 1 },
      { late: 1 },
      { early: 11 },
      { early: 1, late: 1 },
      { maySplit: false },
      { presentSupplier: "A" },
      { material: "buyer's" },
      { material: "not secured" },
      { wishedSuppliers: ["A"] },
      { onlySuppliers: ["A"] },
      { notSuppliers: ["A"] },
      { notSuppliers: ["A", "B"] },
    ];
    expect(new Set(numbered(said).marks.map(({ content }) => content)).size).toBe(said.length);
  });
});
