import { capacity, demand, product, reading, rowsOf, situation, tab, written } from "./writeFixture";

/** 佳木斯电机厂 needs 100 + 60 screws; 五金社 at home makes 70 a quarter, 富锦 20. */
const screws = situation({
  products: [product("螺丝", { price: 12, normBase: 100 })],
  demands: [demand("2304-7", "佳木斯电机厂", "螺丝", [100, 60], { presentSupplier: "富锦县机械厂" })],
  capacities: [capacity("C1", "佳木斯五金社", "螺丝", [70, 70]), capacity("C2", "富锦县机械厂", "螺丝", [20, 20])],
});

test("佳木斯缺螺丝: home first, then the county, and the rest with its proof", async () => {
  const result = await written(reading(screws));
  expect(rowsOf(tab(result, "协作协议"))).toEqual([
    expect.objectContaining({
      协议编号: "2304-7-1",
      版次: 1,
      状态: "拟议",
      平衡层级: "佳木斯市",
      承制厂: "佳木斯五金社",
      承制地: "佳木斯市",
      需方工厂: "佳木斯电机厂",
      需要编号: "2304-7",
      产品: "螺丝",
      单位: "件",
      "56年四季度": 70,
      "57年一季度": 60,
      合计: 130,
      金额: 0.16,
      依据: "新",
    }),
    expect.objectContaining({
      协议编号: "2304-7-2",
      平衡层级: "合江地区",
      承制厂: "富锦县机械厂",
      承制地: "富锦县",
      "56年四季度": 20,
      合计: 20,
      里程: 185,
    }),
  ]);
  expect(rowsOf(tab(result, "未解决问题"))).toEqual([
    expect.objectContaining({
      需要编号: "2304-7",
      需方工厂: "佳木斯电机厂",
      地区: "佳木斯市",
      "56年四季度": 10,
      合计: 10,
      "占需要%": 0.0625,
      轻重缓急: "一般",
    }),
  ]);
  expect(rowsOf(tab(result, "剩余能力"))).toEqual([
    expect.objectContaining({
      能力编号: "C1",
      工厂: "佳木斯五金社",
      项目: "螺丝",
      可达技术等级: 3,
      单位: "件",
      "57年一季度": 10,
      合计: 10,
      "负荷率%": 0.9286,
    }),
    expect.objectContaining({ 能力编号: "C2", "57年一季度": 20, 合计: 20, "负荷率%": 0.5 }),
  ]);
});

test("sheets stand in order (富锦 lost work it had, so there are transfers), the Run record hidden and last, its last cell saying that it is complete", async () => {
  const { sheets } = await written(reading(screws));
  expect(sheets.map((sheet) => sheet.name)).toEqual(["平衡总结", "协作协议", "未解决问题", "剩余能力", "任务转移", "办理记录"]);
  expect(sheets.map((sheet) => sheet.definedName)).toEqual([
    "CB.Summary",
    "CB.Agreements",
    "CB.Unresolved",
    "CB.RemainingCapacity",
    "CB.Transfers",
    "CB.RunRecord",
  ]);
  const record = sheets[sheets.length - 1];
  expect(record.visibility).toBe("hidden");
  expect(record.rows.at(-1)?.at(-1)).toBe("是");
});

test("printed are No. to Total and Remark; the rest is grouped at the right", async () => {
  const sheet = tab(await written(reading(screws)), "协作协议");
  const printed = sheet.rows[2].slice(0, (sheet.print?.columns?.[1] ?? -1) + 1);
  expect(printed).toEqual([
    "协议编号",
    "版次",
    "状态",
    "平衡层级",
    "承制厂",
    "承制地",
    "需方工厂",
    "需方地",
    "需要编号",
    "产品",
    "规格或图号",
    "单位",
    "56年四季度",
    "57年一季度",
    "合计",
    "备注",
  ]);
  expect(sheet.columns.map((column) => column.grouped ?? false)).toEqual([...printed.map(() => false), true, true, true, true, true, true]);
  expect(sheet.print?.footer?.left).toContain("制表：");
});

test("balancing the output again changes nothing, and adds no run", async () => {
  const first = await written(reading(screws));
  const earlier = rowsOf(tab(first, "协作协议")).map((row) => ({
    ...{
      no: String(row["协议编号"]),
      status: "Proposed" as const,
      supplier: String(row["承制厂"]),
      buyer: "佳木斯电机厂",
      demandNo: "2304-7",
      product: "螺丝",
    },
    quantities: [Number(row["56年四季度"] ?? 0), Number(row["57年一季度"] ?? 0)],
    ...{ basis: row["依据"] === "新" ? ("new" as const) : ("continued" as const), settledAt: String(row["平衡层级"]) },
  }));
  const again = await written(reading({ ...screws, earlierAgreements: earlier }), first.workbook);
  expect(again.sheets).toEqual(first.sheets);
});

test("a larger need keeps the number and raises the version; a new supplier gets a number never used", async () => {
  const first = await written(reading(screws));
  const more = { ...screws, demands: [demand("2304-7", "佳木斯电机厂", "螺丝", [40, 95])] };
  const earlier = [
    {
      no: "2304-7-1",
      status: "Proposed" as const,
      supplier: "佳木斯五金社",
      buyer: "佳木斯电机厂",
      demandNo: "2304-7",
      product: "螺丝",
      quantities: [70, 60],
      basis: "new" as const,
      settledAt: "佳木斯市",
    },
  ];
  const again = await written(reading({ ...more, earlierAgreements: earlier }), first.workbook);
  expect(rowsOf(tab(again, "协作协议"))).toEqual([
    expect.objectContaining({ 协议编号: "2304-7-1", 版次: 2, 承制厂: "佳木斯五金社", "56年四季度": 40, "57年一季度": 70 }),
    expect.objectContaining({ 协议编号: "2304-7-3", 版次: 1, 承制厂: "富锦县机械厂", "57年一季度": 20 }),
  ]);
});
