/** The two balance forms · 平衡表: names, columns, and the defined names they are found by. */
import type { SheetKind } from "../reading";
import { column, type SheetTable } from "../table/column";

const name = { width: 18, style: "text" } as const;
const unit = { width: 7, style: "text" } as const;
const amount = { width: 11, style: "decimal" } as const;
const clerk = { width: 28, style: "input", clerk: true } as const;
const grouped = { grouped: true } as const;
const key = { width: 12, style: "note", ...grouped } as const;

export type ProductFormField =
  | "product" | "specification" | "unit" | "outside" | "inHouse" | "needed" | "standing" | "local" | "provincial" | "atHome"
  | "sources" | "difference" | "rate" | "unresolved" | "check" | "measures" | "written" | "outsideApart" | "inHouseApart"
  | "productBegins" | "productEnds" | "specificationBegins" | "specificationEnds" | "writtenBegins" | "writtenEnds"; // prettier-ignore

export const productFormTable: SheetTable<ProductFormField> = {
  kind: "Balance by product",
  names: { "zh-CN": "产品平衡表", en: "Balance by product" },
  aliases: [],
  definedName: "CB.BalanceByProduct",
  columns: [
    column("product", "产品", "Product", name),
    column("specification", "规格或图号", "Specification", { width: 12, style: "text" }),
    column("unit", "单位", "Unit", unit),
    column("outside", "需要外协", "Needed outside", amount),
    column("inHouse", "自制可转出", "In-house", amount),
    column("needed", "需要合计", "Needed", amount),
    column("standing", "长期协作", "Standing", amount),
    column("local", "县市内", "Local", amount),
    column("provincial", "省平衡", "Provincial", amount),
    column("atHome", "仍由本厂自制", "Still at home", amount),
    column("sources", "来源合计", "Sources", amount),
    column("difference", "缺(−)", "Short (−)", amount),
    column("rate", "满足率%", "Met", { width: 9, style: "percent" }),
    column("unresolved", "未解决问题", "Unresolved", amount),
    column("check", "核对", "Check", amount),
    column("measures", "平衡措施", "Measures", clerk),
    column("written", "需要表写法", "Written on Demand", { width: 18, style: "text", ...grouped }),
    column("outsideApart", "外协另计", "Outside, read apart", { ...amount, ...grouped }),
    column("inHouseApart", "自制另计", "In-house, read apart", { ...amount, ...grouped }),
    column("productBegins", "产品条件1", "Product begins", key),
    column("productEnds", "产品条件2", "Product ends", key),
    column("specificationBegins", "规格条件1", "Specification begins", key),
    column("specificationEnds", "规格条件2", "Specification ends", key),
    column("writtenBegins", "写法条件1", "Written begins", key),
    column("writtenEnds", "写法条件2", "Written ends", key),
  ],
};

export type CapacityFormField =
  | "capacityNo" | "factory" | "place" | "item" | "unit" | "available" | "own" | "standing" | "local" | "provincial" | "takenOver"
  | "handedOver" | "load" | "difference" | "rate" | "remaining" | "check" | "measures" | "writtenFactory" | "writtenItem"
  | "availableApart" | "ownApart" | "loadApart" | "noBegins" | "noEnds" | "factoryBegins" | "factoryEnds" | "writtenFactoryBegins"
  | "writtenFactoryEnds" | "writtenItemBegins" | "writtenItemEnds"; // prettier-ignore

export const capacityFormTable: SheetTable<CapacityFormField> = {
  kind: "Balance by capacity",
  names: { "zh-CN": "能力平衡表", en: "Balance by capacity" },
  aliases: [],
  definedName: "CB.BalanceByCapacity",
  columns: [
    column("capacityNo", "能力编号", "Capacity no.", { width: 14, style: "text" }),
    column("factory", "工厂", "Factory", name),
    column("place", "地区", "Place", { width: 12, style: "text" }),
    column("item", "项目", "Item", name),
    column("unit", "单位", "Unit", unit),
    column("available", "有效能力", "Available", amount),
    column("own", "本厂占用", "Own plan", amount),
    column("standing", "长期协作", "Standing", amount),
    column("local", "县市内", "Local", amount),
    column("provincial", "省平衡", "Provincial", amount),
    column("takenOver", "转入", "Taken over", amount),
    column("handedOver", "转出", "Handed over", amount),
    column("load", "负荷合计", "Load", amount),
    column("difference", "余(+)缺(−)", "Spare (+) short (−)", amount),
    column("rate", "负荷率%", "Load rate", { width: 9, style: "percent" }),
    column("remaining", "剩余能力", "Remaining", amount),
    column("check", "核对", "Check", amount),
    column("measures", "平衡措施", "Measures", clerk),
    column("writtenFactory", "能力表工厂", "Factory on Capacity", { width: 18, style: "text", ...grouped }),
    column("writtenItem", "能力表项目", "Item on Capacity", { width: 18, style: "text", ...grouped }),
    column("availableApart", "能力另计", "Available, read apart", { ...amount, ...grouped }),
    column("ownApart", "占用另计", "Own plan, read apart", { ...amount, ...grouped }),
    column("loadApart", "负荷另计", "Load, counted apart", { ...amount, ...grouped }),
    column("noBegins", "编号条件1", "No. begins", key),
    column("noEnds", "编号条件2", "No. ends", key),
    column("factoryBegins", "工厂条件1", "Factory begins", key),
    column("factoryEnds", "工厂条件2", "Factory ends", key),
    column("writtenFactoryBegins", "表上工厂条件1", "Written factory begins", key),
    column("writtenFactoryEnds", "表上工厂条件2", "Written factory ends", key),
    column("writtenItemBegins", "表上项目条件1", "Written item begins", key),
    column("writtenItemEnds", "表上项目条件2", "Written item ends", key),
  ],
};

export const formTables: readonly SheetTable[] = [productFormTable, capacityFormTable];

/** Found by its defined name alone: a clerk may well have a form of that name of his own. */
export function isForm(kind: SheetKind): boolean {
  return formTables.some((table) => table.kind === kind);
}
