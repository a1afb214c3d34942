import { SettledWork } from "../../../src/engine/explain/settledWork";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { openLedger } from "../../../src/engine/ledger";
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import { register } from "../../../src/engine/register/register";
import { settle } from "../../../src/engine/settle";
import { atOnce, inSlices } from "../../../src/engine/slices";
import { machined, machines, need, situationOf } from "../../support/stories";

test("what is made on two machines stands on both, in each quarter in which it is made", async () => {
  const situation = situationOf({
    places: { 哈尔滨市: ["哈尔滨铁工厂"], 鸡西县: ["鸡西矿务局"] },
    products: [machined("轮轴", { 车床: 2, 刨床: 1 }), machined("绞车", { 车床: 5 })],
    demands: [need("轮轴", "鸡西矿务局", "轮轴", [3, 4]), need("绞车", "鸡西矿务局", "绞车", [0, 1])],
    capacities: [machines("哈尔滨铁工厂", "车床", { hours: [60, 60] }), machines("哈尔滨铁工厂", "刨床", { hours: [60, 60] })],
  });
  const ledger = atOnce(openLedger(register(situation)));
  const doors = { solveNetwork, solveLinear: loadSolveLinear, pause: async () => undefined };
  for (const place of ledger.register.places.order) await inSlices(settle(ledger, place, doors), doors.pause);

  const work = atOnce(SettledWork.of(ledger));
  const standing = ledger.register.rows.map(({ index, capacity: { item } }) => ({
    on: item.kind === "equipment" && item.equipment,
    byQuarter: [0, 1].map((quarter) => work.on(index * ledger.register.quarters + quarter).map(({ line }) => line.demand.no)),
  }));
  expect(new Map(standing.map(({ on, byQuarter }) => [on, byQuarter]))).toEqual(
    new Map([
      ["车床", [["轮轴"], ["绞车", "轮轴"]]],
      ["刨床", [["轮轴"], ["轮轴"]]],
    ]),
  );
});
