import { balance } from "../../src/engine/balance";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Demand, Product, Situation } from "../../src/engine/model";

const pieces = { name: "件", family: "pieces", size: 1 } as const;

/** A piece that takes so many ten-thousandths of an hour. */
function turned(name: string, tenThousandths: number): Product {
  return {
    key: name,
    name,
    specification: "",
    unit: pieces,
    normBase: 1000,
    norms: [{ equipment: "车床", amount: tenThousandths * 100_000 }],
  };
}

function one(no: string, factory: string, product: string): Demand {
  const cells = [{ period: { kind: "quarter", quarter: 0 }, quantity: 1 }] as const;
  const rules = { inHouse: false, recurrent: false, priority: 2, early: 0, late: 0, maySplit: true, material: "maker's" } as const;
  return { no, factory, product, cells, ...rules, wishedSuppliers: [], onlySuppliers: [], notSuppliers: [] };
}

/** 0.0040 hours in 富锦; a screw of 0.0016 hours is needed there, and in 佳木斯 a pin. */
function meeting(pin: number): Situation {
  const lathe = { kind: "equipment", equipment: "车床" } as const;
  return {
    office: "省",
    horizon: { firstYear: 1957, firstQuarter: 1, quarters: 1 },
    laterGoals: ["kept", "fit", "partner", "near", "on time"],
    places: [{ name: "富锦" }, { name: "佳木斯" }],
    factories: [
      { name: "富锦机械厂", place: "富锦" },
      { name: "富锦农具厂", place: "富锦" },
      { name: "佳木斯电机厂", place: "佳木斯" },
    ],
    equipment: [{ name: "车床", unit: "hours" }],
    products: [turned("螺丝", 16), turned("销", pin)],
    demands: [one("1", "富锦农具厂", "螺丝"), one("2", "佳木斯电机厂", "销")],
    capacities: [{ no: "c", factory: "富锦机械厂", item: lathe, available: [4], own: [0] }],
    ...{ distances: [], earlierAgreements: [], standingAgreements: [], lastYear: [] },
  };
}

function settled(situation: Situation): Promise<readonly string[]> {
  const linear = loadSolveLinear();
  return balance(situation, { solveNetwork, solveLinear: () => linear, pause: async () => undefined }).then(({ agreements }) =>
    agreements.map(({ demandNo }) => demandNo),
  );
}

test("a county sends up whole thousandths of an hour: of 0.0024 the province gets 0.002", async () => {
  expect(await settled(meeting(20))).toEqual(["1", "2"]);
  expect(await settled(meeting(22))).toEqual(["1"]);
});
