import type { EarlierAgreement, StandingAgreement } from "../../src/engine/model";
import { anyOf, balanced, makes, need, open, product, PROVINCE, settled, situationOf, withPlan } from "../support/stories";

const agreed = (more: Partial<EarlierAgreement> = {}): EarlierAgreement => ({
  no: "D1-1",
  status: "Agreed",
  supplier: "富锦厂",
  buyer: "电机厂",
  demandNo: "D1",
  product: "螺丝",
  quantities: [50, 0],
  basis: "new",
  settledAt: PROVINCE,
  ...more,
});
const places = { 佳木斯市: ["电机厂", "佳木斯厂"], 富锦县: ["富锦厂"] };

describe("长期协作", () => {
  const standing: StandingAgreement = {
    no: "C1",
    supplier: "富锦厂",
    buyer: "电机厂",
    product: "螺丝",
    fromYear: 1956,
    toYear: 1958,
    yearlyQuantity: 42,
  };
  const year = { firstYear: 1957, firstQuarter: 1, quarters: 4 };
  const telling = {
    places,
    horizon: year,
    demands: [need("D1", "电机厂", "螺丝", [20, 20, 20, 5])],
    capacities: [makes("富锦厂", "螺丝", [30, 30, 30, 30]), makes("佳木斯厂", "螺丝", [30, 30, 30, 30])],
    standingAgreements: [standing],
  };

  it("跨县的先按季留出四分之一，除不尽的归前几季，其余才在本市平衡", async () => {
    expect(settled(await balanced(situationOf(telling)))).toEqual([
      "佳木斯厂→电机厂 螺丝 9/9/10/0 @佳木斯市 new",
      `富锦厂→电机厂 螺丝 11/11/10/5 @${PROVINCE} standing`,
    ]);
  });

  it("需要少于协议的季，差额列为需复议", async () => {
    const result = await balanced(situationOf(telling));
    expect(result.reconsider).toEqual([{ no: "C1", standing: true, missing: [0, 0, 0, 5], cause: "demand" }]);
  });

  it("能力不够的季，差额列为需复议，缺的另找承制厂", async () => {
    const capacities = [makes("富锦厂", "螺丝", [30, 4, 30, 30]), makes("佳木斯厂", "螺丝", [30, 30, 30, 30])];
    const result = await balanced(situationOf({ ...telling, capacities }));
    expect(result.reconsider).toMatchObject([{ no: "C1", missing: [0, 7, 0, 5] }]);
    expect(open(result)).toEqual([]);
  });

  it("期满以后不再预留", async () => {
    const result = await balanced(situationOf({ ...telling, standingAgreements: [{ ...standing, toYear: 1956 }] }));
    expect(settled(result)).toEqual(["佳木斯厂→电机厂 螺丝 20/20/20/5 @佳木斯市 new"]);
    expect(result.reconsider).toEqual([]);
  });
});

describe("议定的协议", () => {
  const telling = {
    places,
    demands: [need("D1", "电机厂", "螺丝", [50, 0])],
    capacities: [makes("富锦厂", "螺丝", [60, 0]), makes("佳木斯厂", "螺丝", [60, 0])],
    earlierAgreements: [agreed()],
  };

  it("原样保留，虽然本市也能做", async () => {
    const result = await balanced(situationOf(telling));
    expect(result.agreements).toMatchObject([{ no: "D1-1", status: "Agreed", supplier: "富锦厂", quantities: [50, 0] }]);
    expect(result.agreements).toHaveLength(1);
  });

  it("能力减少后不再合适的部分列为需复议，其余保留，缺的另行平衡", async () => {
    const capacities = [makes("富锦厂", "螺丝", [30, 0]), makes("佳木斯厂", "螺丝", [60, 0])];
    const result = await balanced(situationOf({ ...telling, capacities }));
    expect(result.reconsider).toEqual([{ no: "D1-1", standing: false, missing: [20, 0], cause: "capacity" }]);
    expect(result.agreements.filter(({ no }) => no === "D1-1")).toMatchObject([{ quantities: [30, 0] }]);
    expect(open(result)).toEqual([]);
  });

  it("需要减少后多出的部分列为需复议", async () => {
    const result = await balanced(situationOf({ ...telling, demands: [need("D1", "电机厂", "螺丝", [35, 0])] }));
    expect(result.reconsider).toEqual([{ no: "D1-1", standing: false, missing: [15, 0], cause: "demand" }]);
  });

  it("所指的需要已不存在的，整行列为需复议", async () => {
    const result = await balanced(situationOf({ ...telling, earlierAgreements: [agreed({ demandNo: "D9" })] }));
    expect(result.reconsider).toEqual([{ no: "D1-1", standing: false, missing: [50, 0], cause: "unknown" }]);
    expect(settled(result)).toEqual(["佳木斯厂→电机厂 螺丝 50/0 @佳木斯市 new"]);
  });

  it("作废的不留，拒绝的不再提出", async () => {
    const withStatus = (status: EarlierAgreement["status"], supplier: string) =>
      balanced(situationOf({ ...telling, earlierAgreements: [agreed({ status, supplier })] }));
    expect(settled(await withStatus("Void", "富锦厂"))).toEqual(["佳木斯厂→电机厂 螺丝 50/0 @佳木斯市 new"]);
    expect(settled(await withStatus("Rejected", "佳木斯厂"))).toEqual([`富锦厂→电机厂 螺丝 50/0 @${PROVINCE} new`]);
  });
});

describe("最小批量与不可分厂", () => {
  it("一份协议各季合计够批量就行", async () => {
    const result = await balanced(
      situationOf({
        places,
        products: [product("螺丝", { minimumLot: 30 })],
        demands: [need("D1", "电机厂", "螺丝", [15, 15])],
        capacities: [makes("佳木斯厂", "螺丝", [15, 15])],
      }),
    );
    expect(settled(result)).toEqual(["佳木斯厂→电机厂 螺丝 15/15 @佳木斯市 new"]);
  });

  it("市里凑不够批量的，由省里整批解决", async () => {
    const result = await balanced(
      situationOf({
        places,
        products: [product("螺丝", { minimumLot: 30 })],
        demands: [need("D1", "电机厂", "螺丝", [40, 0])],
        capacities: [makes("佳木斯厂", "螺丝", [20, 0]), makes("富锦厂", "螺丝", [90, 0])],
      }),
    );
    expect(settled(result)).toEqual([`富锦厂→电机厂 螺丝 40/0 @${PROVINCE} new`]);
  });

  it("不可分厂的整项归一家，本市能力不全时不在本市拆开", async () => {
    const result = await balanced(
      situationOf({
        places,
        demands: [need("D1", "电机厂", "螺丝", [40, 40], { maySplit: false })],
        capacities: [makes("佳木斯厂", "螺丝", [40, 39]), makes("富锦厂", "螺丝", [90, 90])],
      }),
    );
    expect(settled(result)).toEqual([`富锦厂→电机厂 螺丝 40/40 @${PROVINCE} new`]);
  });
});

describe("不分季的需要", () => {
  const horizon = { firstYear: 1956, firstQuarter: 4, quarters: 5 };
  const told = (capacity: readonly number[]) =>
    situationOf({
      places,
      horizon,
      demands: [need("D1", "电机厂", "螺丝", [anyOf(1957, 20)])],
      capacities: [makes("佳木斯厂", "螺丝", capacity)],
    });

  it("在本年各季里哪一季有能力就在哪一季做", async () => {
    expect(settled(await balanced(told([9, 0, 12, 0, 9])))).toEqual(["佳木斯厂→电机厂 螺丝 0/0/12/0/8 @佳木斯市 new"]);
  });

  it("有余地时尽早做", async () => {
    expect(settled(await balanced(told([9, 15, 15, 15, 15])))).toEqual(["佳木斯厂→电机厂 螺丝 0/15/5/0/0 @佳木斯市 new"]);
  });

  it("别的年份的能力用不上", async () => {
    expect(open(await balanced(told([50, 5, 5, 5, 0])))).toEqual(["U7 D1 any 1957 5"]);
  });

  it("再平衡一次不变", async () => {
    const first = await balanced(told([9, 0, 12, 0, 9]));
    expect(settled(await balanced(withPlan(told([9, 0, 12, 0, 9]), first)))).toEqual(settled(first));
  });
});
