import { balanced, machined, machines, makes, need, situationOf, type Telling } from "../../support/stories";

const places = { 佳木斯市: ["电机厂", "农机厂"], 富锦县: ["富锦厂"], 鹤岗市: ["鹤岗厂"] };
const bottlenecks = async (told: Omit<Telling, "places">) => (await balanced(situationOf({ places, ...told }))).bottlenecks;

describe("a bottleneck", () => {
  it("takes in every line that competes for the same capacity, and every factory they could use", async () => {
    const found = await bottlenecks({
      demands: [need("D1", "电机厂", "螺丝", [40, 0]), need("D2", "农机厂", "螺丝", [30, 0]), need("D3", "电机厂", "螺母", [5, 0])],
      capacities: [makes("富锦厂", "螺丝", [25, 0]), makes("鹤岗厂", "螺丝", [15, 0]), makes("鹤岗厂", "螺母", [9, 0])],
    });
    expect(found).toEqual([
      { products: ["螺丝"], factories: ["富锦厂", "鹤岗厂"].sort(), demandNos: ["D1", "D2"], needed: 70, capacity: 40, exact: true },
    ]);
  });

  it("is none where the line is barred by its own rules", async () => {
    const demands = [need("D1", "电机厂", "螺丝", [40, 0], { notSuppliers: ["富锦厂"] })];
    expect(await bottlenecks({ demands, capacities: [makes("富锦厂", "螺丝", [25, 0])] })).toEqual([]);
  });

  it("counts only the quarters that its lines could use", async () => {
    const found = await bottlenecks({
      demands: [need("D1", "电机厂", "螺丝", [40, 0]), need("D2", "农机厂", "螺丝", [0, 90])],
      capacities: [makes("富锦厂", "螺丝", [25, 90])],
    });
    expect(found).toMatchObject([{ demandNos: ["D1"], needed: 40, capacity: 25 }]);
  });

  it("of machines is true as well where one class alone is short", async () => {
    const found = await bottlenecks({
      products: [machined("齿轮", { 滚齿机: 2 })],
      demands: [need("D1", "电机厂", "齿轮", [40, 0])],
      capacities: [machines("富锦厂", "滚齿机", { hours: [50, 0] })],
    });
    expect(found).toMatchObject([{ products: ["齿轮"], factories: ["富锦厂"], needed: 40, capacity: 25 }]);
  });
});
