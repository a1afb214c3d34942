import { balance } from "../../src/engine/balance";
import { check } from "../../src/engine/checker";
import type { FaultCode } from "../../src/engine/checker/fault";
import type { Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Agreement, Balance, Demand, Product, Remaining, Situation } from "../../src/engine/model";
import { randomSituation } from "../support/randomSituation";

const doors: Doors = { solveNetwork, solveLinear: () => loadSolveLinear(), pause: async () => {} };
const PIECE = { name: "件", family: "pieces", size: 1 } as const;

const product = (key: string, more: Partial<Product> = {}): Product => ({
  key,
  name: key,
  specification: "",
  unit: PIECE,
  normBase: 1,
  norms: [],
  ...more,
});
const line = (no: string, factory: string, more: Partial<Demand>): Demand => ({
  no,
  factory,
  product: "screw",
  cells: [{ period: { kind: "quarter", quarter: 0 }, quantity: 10 }],
  inHouse: false,
  recurrent: false,
  priority: 2,
  early: 0,
  late: 0,
  maySplit: true,
  wishedSuppliers: [],
  onlySuppliers: [],
  notSuppliers: [],
  material: "maker's",
  ...more,
});
const makes = (no: string, factory: string, item: string, amount: number, own = 0) =>
  ({ no, factory, item: { kind: "products", products: [item], unit: PIECE }, available: [amount, amount], own: [own, own] }) as const;

/** Two counties; screws settled in the east, gears from the west, an agreed row, a standing agreement, and bolts handed over. */
const situation: Situation = {
  office: "province",
  horizon: { firstYear: 1957, firstQuarter: 1, quarters: 2 },
  laterGoals: ["kept", "fit", "partner", "near", "on time"],
  places: [{ name: "east" }, { name: "west" }],
  distances: [{ from: "east", to: "west", km: 100 }],
  factories: [
    { name: "Fujin", place: "east", grade: 3 },
    { name: "Jiamusi", place: "east" },
    { name: "Harbin", place: "west", grade: 5 },
  ],
  equipment: [{ name: "lathe", unit: "hours" }],
  products: [
    product("screw", { minimumLot: 4 }),
    product("gear", { norms: [{ equipment: "lathe", amount: 2_000_000 }], unitWeight: 5_000_000 }),
    product("bolt"),
    product("nut"),
  ],
  demands: [
    line("screws", "Jiamusi", {
      cells: [
        { period: { kind: "quarter", quarter: 0 }, quantity: 10 },
        { period: { kind: "quarter", quarter: 1 }, quantity: 20 },
      ],
    }),
    line("gears", "Jiamusi", { product: "gear", grade: 5, maySplit: false }),
    line("bolts", "Harbin", { product: "bolt", inHouse: true }),
    line("morebolts", "Jiamusi", { product: "bolt", onlySuppliers: ["Harbin"], priority: 1 }),
    line("nuts", "Jiamusi", { product: "nut" }),
    line("stock", "Harbin", { product: "nut" }),
  ],
  capacities: [
    makes("K1", "Fujin", "screw", 15),
    {
      no: "K2",
      factory: "Harbin",
      item: { kind: "equipment", equipment: "lathe" },
      largestPiece: 9_000_000,
      available: [50_000, 50_000],
      own: [0, 0],
    },
    makes("K3", "Harbin", "bolt", 14, 10),
    makes("K4", "Fujin", "bolt", 8),
    makes("K5", "Fujin", "nut", 12),
  ],
  earlierAgreements: [
    {
      no: "nuts-1",
      status: "Agreed",
      supplier: "Fujin",
      buyer: "Jiamusi",
      demandNo: "nuts",
      product: "nut",
      quantities: [6, 0],
      basis: "new",
      settledAt: "east",
    },
  ],
  standingAgreements: [{ no: "S1", supplier: "Fujin", buyer: "Harbin", product: "nut", fromYear: 1957, toYear: 1957, yearlyQuantity: 8 }],
  lastYear: [],
};

let valid: Balance;
beforeAll(async () => {
  valid = await balance(situation, doors);
});

const changed = (demandNo: string, more: Partial<Agreement>, base = valid): Balance => ({
  ...base,
  agreements: base.agreements.map((row) => (row.demandNo === demandNo ? { ...row, ...more } : row)),
});
const lineChanged = (no: string, more: Partial<Demand>): Situation => ({
  ...situation,
  demands: situation.demands.map((each) => (each.no === no ? { ...each, ...more } : each)),
});
const accountChanged = (no: string, more: Partial<Remaining>): Balance => ({
  ...valid,
  remaining: valid.remaining.map((row) => (row.capacityNo === no ? { ...row, ...more } : row)),
});
const openCells = (demandNo: string, cells: readonly (readonly [number, number])[]): Balance => ({
  ...valid,
  unresolved: [
    ...valid.unresolved.filter((row) => row.demandNo !== demandNo),
    { demandNo, cells: cells.map(([quarter, quantity]) => ({ period: { kind: "quarter", quarter }, quantity, reason: "U8" })) },
  ],
});
const productChanged = (key: string, more: Partial<Product>): Situation => ({
  ...situation,
  products: situation.products.map((each) => (each.key === key ? { ...each, ...more } : each)),
});

/** A planted fault: what to change, and the code that must name it. */
const planted: readonly (readonly [string, FaultCode, () => readonly [Situation, Balance]])[] = [
  [
    "two agreements with one number",
    "number repeated",
    () => [situation, changed("gears", { no: valid.agreements.find((row) => row.demandNo === "screws")?.no ?? "" })],
  ],
  ["an agreement for a line nobody wrote", "unknown line", () => [situation, changed("gears", { demandNo: "ghost" })]],
  ["an unresolved line nobody wrote", "unknown line", () => [situation, openCells("ghost", [[0, 1]])]],
  ["a supplier that is not in the office", "unknown supplier", () => [situation, changed("gears", { supplier: "Shenyang" })]],
  ["a place that is not in the office", "unknown place", () => [situation, changed("gears", { settledAt: "Beijing" })]],
  [
    "a county that settles with another county's factory",
    "not under the place",
    () => [situation, changed("gears", { settledAt: "east" })],
  ],
  ["another product than the line's", "other product", () => [situation, changed("gears", { product: "bolt" })]],
  ["another buyer than the line's", "other buyer", () => [situation, changed("gears", { buyer: "Fujin" })]],
  ["half a piece", "not a whole quantity", () => [situation, changed("gears", { quantities: [9.5, 0] })]],
  ["a negative quantity", "not a whole quantity", () => [situation, changed("gears", { quantities: [10, -1] })]],
  ["a quarter too many", "other number of quarters", () => [situation, changed("gears", { quantities: [10, 0, 0] })]],
  ["an agreement about nothing", "empty agreement", () => [situation, changed("gears", { quantities: [0, 0] })]],
  ["a factory that supplies itself", "own supply", () => [situation, changed("gears", { supplier: "Jiamusi" })]],
  ["a factory without the machine", "no means", () => [situation, changed("gears", { supplier: "Fujin", settledAt: "east" })]],
  ["work beyond the supplier's grade", "grade too low", () => [lineChanged("gears", { grade: 6 }), valid]],
  ["a piece too large for the machine", "piece too large", () => [productChanged("gear", { unitWeight: 9_000_001 }), valid]],
  ["a supplier outside the only ones allowed", "not among only these", () => [lineChanged("gears", { onlySuppliers: ["Fujin"] }), valid]],
  ["a supplier the clerk excluded", "among not these", () => [lineChanged("gears", { notSuppliers: ["Harbin"] }), valid]],
  [
    "a supplier that refused",
    "rejected",
    () => [
      {
        ...situation,
        earlierAgreements: [
          ...situation.earlierAgreements,
          {
            no: "x",
            status: "Rejected",
            supplier: "Harbin",
            buyer: "Jiamusi",
            demandNo: "gears",
            product: "gear",
            quantities: [1, 0],
            basis: "new",
            settledAt: "province",
          },
        ],
      },
      valid,
    ],
  ],
  ["work without secured material", "material not secured", () => [lineChanged("gears", { material: "not secured" }), valid]],
  ["a delivery in a quarter that did not ask", "not asked for then", () => [situation, changed("gears", { quantities: [0, 10] })]],
  ["more than the line asks for", "not asked for then", () => [situation, changed("gears", { quantities: [11, 0] })]],
  ["an agreement below the minimum lot", "below the lot", () => [productChanged("screw", { minimumLot: 26 }), valid]],
  ["a part of a line that may not be split", "split", () => [situation, changed("gears", { quantities: [5, 0] })]],
  [
    "more than a row has",
    "capacity exceeded",
    () => [
      { ...situation, capacities: situation.capacities.map((row) => (row.no === "K2" ? { ...row, available: [19_999, 0] } : row)) },
      valid,
    ],
  ],
  ["a capacity row without account", "no remaining row", () => [situation, { ...valid, remaining: valid.remaining.slice(1) }]],
  ["a wrong use of a row", "used differs", () => [situation, accountChanged("K2", { used: [0, 0] })]],
  ["capacity freed by nobody", "freed differs", () => [situation, accountChanged("K1", { freed: [3, 0] })]],
  ["more left than there is", "remaining differs", () => [situation, accountChanged("K2", { quantities: [50_000, 50_000] })]],
  ["less than nothing left", "remaining below zero", () => [situation, accountChanged("K1", { quantities: [-1, 0] })]],
  ["an account that does not add up", "capacity does not add up", () => [situation, accountChanged("K4", { quantities: [0, 0] })]],
  [
    "an agreed row that was cut silently",
    "agreed row lost",
    () => [situation, { ...valid, agreements: valid.agreements.filter((row) => row.no !== "nuts-1") }],
  ],
  [
    "an agreed row that grew",
    "agreed row grown",
    () => [
      situation,
      { ...valid, agreements: valid.agreements.map((row) => (row.no === "nuts-1" ? { ...row, quantities: [7, 0] } : row)) },
    ],
  ],
  [
    "a standing agreement that was dropped",
    "standing agreement lost",
    () => [situation, { ...valid, agreements: valid.agreements.filter((row) => row.basis !== "standing") }],
  ],
  [
    "an unresolved quantity that was forgotten",
    "line does not add up",
    () => [situation, { ...valid, unresolved: valid.unresolved.filter((row) => row.demandNo !== "screws") }],
  ],
  ["an unresolved quantity in the wrong quarter", "cell does not add up", () => [situation, openCells("screws", [[0, 5]])]],
  ["an unresolved cell nobody asked for", "unknown cell", () => [lineChanged("gears", {}), openCells("gears", [[1, 1]])]],
  [
    "an unresolved cell listed twice",
    "cell repeated",
    () => [
      situation,
      openCells("screws", [
        [1, 5],
        [1, 5],
      ]),
    ],
  ],
  ["in-house work listed as unresolved", "in-house unresolved", () => [situation, openCells("bolts", [[0, 1]])]],
  ["a hand-over without its transfer", "transfer missing", () => [situation, { ...valid, transfers: [] }]],
];

test("the plan the faults are planted into is valid, and settles, fixes, hands over and leaves open", () => {
  expect(check(situation, valid)).toEqual([]);
  expect(valid.agreements.map((row) => `${row.demandNo} ${row.supplier} ${row.settledAt} ${row.quantities.join("+")}`).sort()).toEqual([
    "bolts Fujin province 6+0",
    "gears Harbin province 10+0",
    "morebolts Harbin province 10+0",
    "nuts Fujin east 4+0",
    "nuts Fujin east 6+0",
    "screws Fujin east 10+15",
    "stock Fujin province 2+0",
  ]);
});

test.each(planted)("%s is caught: %s", (_, code, plant) => {
  const [given, plan] = plant();
  expect(check(given, plan).map((fault) => fault.code)).toContain(code);
});

test("at least 25 kinds of fault are planted", () => {
  expect(new Set(planted.map(([, code]) => code)).size).toBeGreaterThanOrEqual(25);
});

test("every balance of 300 random situations passes", async () => {
  for (let seed = 5_000; seed < 5_300; seed += 1) {
    const given = randomSituation(seed);
    expect({ seed, faults: check(given, await balance(given, doors)) }).toEqual({ seed, faults: [] });
  }
});
