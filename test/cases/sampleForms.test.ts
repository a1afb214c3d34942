/** The balance forms of the sample that is shipped, as a visitor reads them. */
import { readFileSync } from "node:fs";
import type { FormKind } from "../../src/sheets/reading";
import type { Sheet } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { balancedWithForms, formIn, workedOut, type FormRow } from "../support/formsOf";

let sheets: readonly Sheet[];
beforeAll(async () => {
  sheets = await balancedWithForms(openXlsx(new Uint8Array(readFileSync("assets/samples/heilongjiang-1956.zh-CN.xlsx"))));
});

const rowOf = (kind: FormKind, is: (row: FormRow) => boolean): FormRow | undefined => formIn(sheets, kind).rows.find(is);

describe("黑龙江省产品平衡表、能力平衡表（样本）", () => {
  it("三角皮带轮：外协 1,240 件由省平衡，自制 2,500 件中转出 500 件，不缺", () => {
    expect(rowOf("Balance by product", (row) => row["产品"] === "三角皮带轮")).toMatchObject({
      ...{ 规格或图号: "φ300", 单位: "件", 需要外协: 1240, 自制可转出: 2500, 需要合计: 3740 },
      ...{ 长期协作: 0, 县市内: 0, 省平衡: 1740, 仍由本厂自制: 2000, 来源合计: 3740, "缺(−)": 0, "满足率%": 1, 核对: 0 },
    });
  });

  it("冲裁模没有人做：缺 20 套，都在未解决问题里", () => {
    expect(rowOf("Balance by product", (row) => row["产品"] === "冲裁模")).toMatchObject({
      ...{ 单位: "套", 需要外协: 20, 来源合计: 0, "缺(−)": -20, "满足率%": 0, 未解决问题: 20, 核对: 0 },
    });
  });

  it("哈尔滨铁工厂铸造：转出皮带轮让出 7.5 吨，承接外协 22.5 吨，正好满负荷", () => {
    expect(rowOf("Balance by capacity", (row) => row["工厂"] === "哈尔滨铁工厂" && row["项目"] === "铸造")).toMatchObject({
      ...{ 单位: "吨", 有效能力: 100, 本厂占用: 85, 省平衡: 22.5, 转出: 7.5, 负荷合计: 100, "余(+)缺(−)": 0, "负荷率%": 1, 核对: 0 },
    });
  });

  it.each(["Balance by product", "Balance by capacity"] as const)(
    "%s: every row agrees with the other sheets, and every cell with its formula",
    (kind) => {
      const { rows } = formIn(sheets, kind);
      expect(rows.length).toBeGreaterThan(30);
      expect(rows.filter((row) => row["核对"] !== 0)).toEqual([]);
      expect(workedOut(sheets, kind)).toEqual(rows);
    },
  );
});
