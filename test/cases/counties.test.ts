import { balanced, machined, machines, makes, need, open, PROVINCE, settled, situationOf, withPlan } from "../support/stories";

describe("佳木斯缺螺丝：县里不够的，省里同富锦协作解决", () => {
  const situation = situationOf({
    places: { 佳木斯市: ["佳木斯电机厂", "佳木斯五金社"], 富锦县: ["富锦县机械厂"], 鹤岗市: ["鹤岗机修厂"] },
    distances: [
      { from: "佳木斯市", to: "富锦县", km: 190 },
      { from: "佳木斯市", to: "鹤岗市", km: 70 },
      { from: "鹤岗市", to: "富锦县", km: 260 },
    ],
    demands: [need("D1", "佳木斯电机厂", "螺丝", [100, 100], { recurrent: true }), need("D2", "鹤岗机修厂", "螺丝", [0, 10])],
    capacities: [makes("佳木斯五金社", "螺丝", [30, 40]), makes("富锦县机械厂", "螺丝", [90, 65])],
  });

  it("佳木斯市先用本市的能力，其余由省里平衡", async () => {
    const result = await balanced(situation);
    expect(settled(result)).toEqual([
      "佳木斯五金社→佳木斯电机厂 螺丝 30/40 @佳木斯市 new",
      `富锦县机械厂→佳木斯电机厂 螺丝 70/60 @${PROVINCE} new`,
      `富锦县机械厂→鹤岗机修厂 螺丝 0/5 @${PROVINCE} new`,
    ]);
    expect(open(result)).toEqual(["U7 D2 Q2 5"]);
  });

  it("各行的次序不影响结果", async () => {
    const turned = await balanced({
      ...situation,
      places: [...situation.places].reverse(),
      factories: [...situation.factories].reverse(),
      demands: [...situation.demands].reverse(),
      capacities: [...situation.capacities].reverse(),
      distances: [...situation.distances].reverse(),
    });
    expect(settled(turned)).toEqual(settled(await balanced(situation)));
  });

  it("再平衡一次，拟议的协议一行也不变", async () => {
    const first = await balanced(situation);
    const again = await balanced(withPlan(situation, first));
    expect(settled(again)).toEqual(settled(first));
    expect(again.agreements.map(({ no }) => no)).toEqual(first.agreements.map(({ no }) => no));
  });

  it("全部议定以后，再平衡也不变", async () => {
    const first = await balanced(situation);
    const agreed = await balanced(withPlan(situation, first, "Agreed"));
    expect(settled(agreed)).toEqual(settled(first));
    expect(open(agreed).map((text) => text.slice(3))).toEqual(open(first).map((text) => text.slice(3)));
    expect(agreed.reconsider).toEqual([]);
  });
});

describe("哈尔滨让出小零件：腾出车床给矿山做绞车", () => {
  const hours = (lathe: number) =>
    situationOf({
      places: { 哈尔滨市: ["哈尔滨铁工厂"], 呼兰县: ["呼兰县机械厂"], 鸡西县: ["鸡西矿务局"] },
      grades: { 哈尔滨铁工厂: 5, 呼兰县机械厂: 2 },
      products: [machined("绞车", { 车床: 20 }, { grade: 4 }), machined("皮带轮", { 车床: 3 })],
      demands: [need("绞车", "鸡西矿务局", "绞车", [5, 0]), need("皮带轮", "哈尔滨铁工厂", "皮带轮", [20, 20], { inHouse: true })],
      capacities: [
        machines("哈尔滨铁工厂", "车床", { hours: [lathe, 100], own: [60, 60] }),
        machines("呼兰县机械厂", "车床", { hours: [90, 90] }),
      ],
    });

  it("皮带轮转给呼兰，转移表写明让出的车床用于哪一份协议", async () => {
    const result = await balanced(hours(100));
    expect(settled(result)).toEqual([
      `呼兰县机械厂→哈尔滨铁工厂 皮带轮 20/0 @${PROVINCE} transfer`,
      `哈尔滨铁工厂→鸡西矿务局 绞车 5/0 @${PROVINCE} new`,
    ]);
    const winch = result.agreements.find((row) => row.product === "绞车");
    expect(result.transfers).toMatchObject([
      {
        from: "哈尔滨铁工厂",
        to: "呼兰县机械厂",
        product: "皮带轮",
        quantities: [20, 0],
        inHouse: true,
        frees: [{ item: "车床", amount: 60_000 }],
        takes: [{ item: "车床", amount: 60_000 }],
        enables: [winch?.no],
      },
    ]);
    expect(open(result)).toEqual([]);
  });

  it("只让出必要的数量", async () => {
    const result = await balanced(hours(130));
    expect(result.transfers).toMatchObject([{ quantities: [10, 0] }]);
  });

  it("车床够用时，自制的留在本厂", async () => {
    const result = await balanced(hours(160));
    expect(result.transfers).toEqual([]);
    expect(settled(result)).toEqual([`哈尔滨铁工厂→鸡西矿务局 绞车 5/0 @${PROVINCE} new`]);
  });

  it("再平衡一次，转移也不变", async () => {
    const first = await balanced(hours(100));
    const again = await balanced(withPlan(hours(100), first));
    expect(settled(again)).toEqual(settled(first));
    expect(again.transfers).toEqual(first.transfers);
  });
});
