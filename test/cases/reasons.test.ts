import type { Situation } from "../../src/engine/model";
import { balanced, machined, machines, makes, need, open, product, PROVINCE, settled, situationOf, type Telling } from "../support/stories";

const ring = { 立车: 30 };
/** A ring gear for the mine, and what 富拉尔基 would need to make it. */
const ringGear = (more: { weight?: number; grade?: number; largestPiece?: number; at?: number } = {}): Situation =>
  situationOf({
    places: { 鸡西县: ["鸡西矿务局"], 齐齐哈尔市: ["齐齐哈尔第二机床厂"] },
    grades: { 齐齐哈尔第二机床厂: more.at ?? 6 },
    products: [machined("大齿圈", ring, { grade: more.grade ?? 5, unitWeight: (more.weight ?? 2_000) * 1_000_000 })],
    demands: [need("D1", "鸡西矿务局", "大齿圈", [2, 0])],
    capacities: [machines("齐齐哈尔第二机床厂", "立车", { hours: [90, 90], largestPiece: (more.largestPiece ?? 3_000) * 1_000_000 })],
  });

describe("无人能做大齿圈", () => {
  it("有立车、够等级、够吨位，就能做", async () => {
    expect(open(await balanced(ringGear()))).toEqual([]);
  });

  it("U2：全省没有一台立车", async () => {
    expect(open(await balanced({ ...ringGear(), capacities: [machines("齐齐哈尔第二机床厂", "车床", { hours: [90, 90] })] }))).toEqual([
      "U2 D1 Q1 2",
    ]);
  });

  it("U2：只有需方自己有立车，也等于没有", async () => {
    expect(open(await balanced({ ...ringGear(), capacities: [machines("鸡西矿务局", "立车", { hours: [90, 90] })] }))).toEqual([
      "U2 D1 Q1 2",
    ]);
  });

  it("U3：有立车，技术等级不够；降一级就能做，解决办法写明", async () => {
    const result = await balanced(ringGear({ grade: 7 }));
    expect(open(result)).toEqual(["U3 D1 Q1 2"]);
    expect(result.cures.get("D1")).toContainEqual({ measure: { kind: "lower grade", grade: 6 }, resolves: 2 });
  });

  it("U4：等级够，齿圈太重，机床吃不下", async () => {
    expect(open(await balanced(ringGear({ weight: 3_500 })))).toEqual(["U4 D1 Q1 2"]);
  });

  it("能力行上的等级管用，不看工厂的等级", async () => {
    const rows = [machines("齐齐哈尔第二机床厂", "立车", { hours: [90, 90], grade: 4 })];
    expect(open(await balanced({ ...ringGear(), capacities: rows }))).toEqual(["U3 D1 Q1 2"]);
  });
});

describe("每个原因代码一个例子", () => {
  const screws = (told: Partial<Telling>): Situation =>
    situationOf({
      places: { 佳木斯市: ["电机厂"], 富锦县: ["富锦厂", "五金社"] },
      demands: [need("D1", "电机厂", "螺丝", [40, 0])],
      capacities: [makes("富锦厂", "螺丝", [100, 100])],
      ...told,
    });
  const asked = (more: Parameters<typeof need>[4], quarters = [40, 0]) => [need("D1", "电机厂", "螺丝", quarters, more)];

  it("U1：材料未落实，别的都不问", async () => {
    const result = await balanced(screws({ demands: asked({ material: "not secured" }) }));
    expect(open(result)).toEqual(["U1 D1 Q1 40"]);
    expect(result.cures.get("D1")).toContainEqual({ measure: { kind: "lift rule", rule: "material" }, resolves: 40 });
  });

  it("U5：限定的承制厂做不了", async () => {
    const result = await balanced(screws({ demands: asked({ onlySuppliers: ["五金社"] }) }));
    expect(open(result)).toEqual(["U5 D1 Q1 40"]);
    expect(result.cures.get("D1")).toContainEqual({ measure: { kind: "lift rule", rule: "only" }, resolves: 40 });
  });

  it("U5：唯一能做的厂列为不宜", async () => {
    expect(open(await balanced(screws({ demands: asked({ notSuppliers: ["富锦厂"] }) })))).toEqual(["U5 D1 Q1 40"]);
  });

  it("U5：不可分厂，一家做不完", async () => {
    const capacities = [makes("富锦厂", "螺丝", [30, 0]), makes("五金社", "螺丝", [30, 0])];
    const result = await balanced(screws({ demands: asked({ maySplit: false }), capacities }));
    expect(settled(result)).toEqual([]);
    expect(open(result)).toEqual(["U5 D1 Q1 40"]);
    expect(result.cures.get("D1")).toContainEqual({ measure: { kind: "lift rule", rule: "split" }, resolves: 40 });
  });

  it("U5：余下的不够最小批量", async () => {
    const capacities = [makes("富锦厂", "螺丝", [32, 0]), makes("五金社", "螺丝", [30, 0])];
    const result = await balanced(screws({ products: [product("螺丝", { minimumLot: 30 })], demands: asked({}), capacities }));
    expect(open(result)).toEqual(["U5 D1 Q1 8"]);
    expect(result.agreements).toHaveLength(1);
  });

  it("U6：双方未谈妥，又没有别家", async () => {
    const rejected = {
      no: "D1-1",
      status: "Rejected",
      supplier: "富锦厂",
      buyer: "电机厂",
      demandNo: "D1",
      product: "螺丝",
      quantities: [40, 0],
      basis: "new",
      settledAt: PROVINCE,
    } as const;
    expect(open(await balanced(screws({ earlierAgreements: [rejected] })))).toEqual(["U6 D1 Q1 40"]);
    const other = await balanced(
      screws({ earlierAgreements: [rejected], capacities: [makes("富锦厂", "螺丝", [100, 0]), makes("五金社", "螺丝", [100, 0])] }),
    );
    expect(settled(other)).toEqual([`五金社→电机厂 螺丝 40/0 @${PROVINCE} new`]);
  });

  it("U7：二季度有能力，一季度要货；推迟一季就能解决", async () => {
    const result = await balanced(screws({ capacities: [makes("富锦厂", "螺丝", [0, 100])] }));
    expect(open(result)).toEqual(["U7 D1 Q1 40"]);
    expect(result.cures.get("D1")).toContainEqual({ measure: { kind: "widen window", early: 0, late: 1 }, resolves: 40 });
    expect(open(await balanced(screws({ demands: asked({ late: 1 }), capacities: [makes("富锦厂", "螺丝", [0, 100])] })))).toEqual([]);
  });

  it("U8：能力太小，瓶颈写明缺多少", async () => {
    const result = await balanced(screws({ capacities: [makes("富锦厂", "螺丝", [25, 0])] }));
    expect(open(result)).toEqual(["U8 D1 Q1 15"]);
    expect(result.bottlenecks).toEqual([
      { products: ["螺丝"], factories: ["富锦厂"], demandNos: ["D1"], needed: 40, capacity: 25, exact: true },
    ]);
  });

  it("U9：本县先用了，外县让位，虽然外县是重点", async () => {
    const result = await balanced(
      screws({
        demands: [...asked({ priority: 1 }), need("D2", "五金社", "螺丝", [90, 0], { priority: 3 })],
        capacities: [makes("富锦厂", "螺丝", [100, 0])],
      }),
    );
    expect(settled(result)).toEqual(["富锦厂→五金社 螺丝 90/0 @富锦县 new", `富锦厂→电机厂 螺丝 10/0 @${PROVINCE} new`]);
    expect(open(result)).toEqual(["U9 D1 Q1 30"]);
  });
});

describe("轻重缓急", () => {
  it("重点先得，可缓的最后得", async () => {
    const result = await balanced(
      situationOf({
        places: { 佳木斯市: ["甲厂", "乙厂", "丙厂"], 富锦县: ["富锦厂"] },
        demands: [
          need("缓", "甲厂", "螺丝", [40, 0], { priority: 3 }),
          need("重", "乙厂", "螺丝", [40, 0], { priority: 1 }),
          need("常", "丙厂", "螺丝", [40, 0]),
        ],
        capacities: [makes("富锦厂", "螺丝", [70, 0])],
      }),
    );
    expect([...open(result)].sort()).toEqual(["U8 常 Q1 10", "U8 缓 Q1 40"]);
    expect(settled(result)).toEqual([`富锦厂→丙厂 螺丝 30/0 @${PROVINCE} new`, `富锦厂→乙厂 螺丝 40/0 @${PROVINCE} new`]);
  });
});
