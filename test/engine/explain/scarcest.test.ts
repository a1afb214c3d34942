import { balanced, machined, machines, makes, need, product, situationOf } from "../../support/stories";

const PLACES = { 鸡西县: ["鸡西矿务局", "滴道矿"], 哈尔滨市: ["哈尔滨铁工厂"] };

describe("the scarcest capacities", () => {
  it("one more hour settles as many pieces as are made in an hour", async () => {
    const { scarcest } = await balanced(
      situationOf({
        places: PLACES,
        products: [machined("螺栓", { 车床: 0.07 })],
        demands: [need("D1", "鸡西矿务局", "螺栓", [1_000, 0])],
        capacities: [machines("哈尔滨铁工厂", "车床", { hours: [7, 0] })],
      }),
    );
    expect(scarcest).toEqual([{ capacityNo: "哈尔滨铁工厂:车床", quarters: [0], units: 1, demandNo: "D1", steps: 14 }]);
  });

  it("asks for as many hours as one piece needs, and no more than stays open", async () => {
    const { scarcest } = await balanced(
      situationOf({
        places: PLACES,
        products: [machined("绞车", { 车床: 20 })],
        demands: [need("D1", "鸡西矿务局", "绞车", [2, 0])],
        capacities: [machines("哈尔滨铁工厂", "车床", { hours: [25, 0] })],
      }),
    );
    expect(scarcest).toMatchObject([{ units: 15, steps: 1 }]);
  });

  it("puts what gains most points for a unit first, and leaves out what lacks two things at once", async () => {
    const { scarcest } = await balanced(
      situationOf({
        places: PLACES,
        products: [machined("齿轮", { 车床: 1, 铣床: 1 }), product("螺母", { points: 3_000_000 }), product("螺丝")],
        demands: [need("D1", "鸡西矿务局", "齿轮", [10, 0]), need("D2", "滴道矿", "螺丝", [10, 0]), need("D3", "滴道矿", "螺母", [10, 0])],
        capacities: [
          machines("哈尔滨铁工厂", "车床", { hours: [2, 0] }),
          machines("哈尔滨铁工厂", "铣床", { hours: [2, 0] }),
          makes("哈尔滨铁工厂", "螺丝", [4, 0]),
          makes("哈尔滨铁工厂", "螺母", [4, 0]),
        ],
      }),
    );
    expect(scarcest.map(({ demandNo, units, steps }) => ({ demandNo, units, steps }))).toEqual([
      { demandNo: "D3", units: 1, steps: 1 },
      { demandNo: "D2", units: 1, steps: 1 },
    ]);
  });

  it("names every quarter in which it helps the same, once", async () => {
    const { scarcest } = await balanced(
      situationOf({
        places: PLACES,
        demands: [need("D1", "滴道矿", "螺丝", [{ period: { kind: "undated" }, quantity: 9 }])],
        capacities: [makes("哈尔滨铁工厂", "螺丝", [4, 4])],
      }),
    );
    expect(scarcest).toMatchObject([{ quarters: [0, 1], units: 1, steps: 1 }]);
  });

  it("is silent where everything is settled", async () => {
    const { scarcest } = await balanced(
      situationOf({ places: PLACES, demands: [need("D1", "滴道矿", "螺丝", [4, 0])], capacities: [makes("哈尔滨铁工厂", "螺丝", [4, 0])] }),
    );
    expect(scarcest).toEqual([]);
  });
});
