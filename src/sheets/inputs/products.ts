/** Products · 产品, with one column per equipment class for the norms. */
import type { Norm, Product } from "../../engine/model";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { EquipmentList } from "./equipment";
import type { ProductEntry, Products } from "./productNames";
import { noProducts, productKey } from "./productNames";
import { readNumber, inSteps, plainNumber } from "../table/readNumber";
import { isReceived, received } from "./received";
import { GRADES, type TableRows } from "../table/tableRows";
import { capacityUnitOf, decimalsOf, defaultUnit, unitOf } from "../table/units";

export type ProductField =
  | "code" | "product" | "specification" | "unit" | "productClass" | "grade" | "unitWeight" | "normBase" | "price" | "points"
  | "minimumLot" | "remark"; // prettier-ignore

export const productsTable: SheetTable<ProductField> = {
  kind: "Products",
  names: { "zh-CN": "产品", en: "Products" },
  aliases: ["产品表", "协作产品", "产品目录", "Product list"],
  columns: [
    column("code", "产品代号", "Code", { aliases: ["代号", "代码", "Product code"] }),
    column("product", "产品名称", "Product", { required: true, aliases: ["产品", "名称", "Product name", "Name"] }),
    column("specification", "规格或图号", "Specification", { aliases: ["规格", "图号", "Spec", "Drawing no."] }),
    column("unit", "计量单位", "Unit", { required: true, aliases: ["单位"] }),
    column("productClass", "类别", "Class", { aliases: ["产品类别", "Product class"] }),
    column("grade", "技术等级", "Grade", { aliases: ["Technical grade"] }),
    column("unitWeight", "单件重量", "Unit weight", { aliases: ["单重", "Weight"] }),
    column("normBase", "定额基数", "Norm base"),
    column("price", "不变价格", "Price", { aliases: ["单价", "Constant price"] }),
    column("points", "折算系数", "Points"),
    column("minimumLot", "最小批量", "Minimum lot", { aliases: ["Min lot"] }),
    column("remark", "备注", "Remark"),
  ],
};

export const receivedProductsTable = received(productsTable, "Received products", { "zh-CN": "上报产品", en: "Received products" });

/** Norms are kept to a millionth and prices to a hundredth. */
const NORM_DECIMALS = 6;
const PRICE_DECIMALS = 2;

/** Reads the list, behind what is listed already. */
export function* readProducts(
  rows: TableRows<ProductField>,
  equipment: EquipmentList,
  products: Products = noProducts(true),
): Generator<void, Products> {
  yield* rows.eachRow((row) => {
    const product = readProduct(rows, row, equipment);
    if (product.name === "") return;
    const listed = isReceived(rows.table) && products.index.has(product.key) ? products.index.entry(product.key) : undefined;
    if (listed) {
      const field = differing(product, listed.product);
      if (field !== undefined) rows.report("I25", row, { field }, { value: "", expected: "", name: product.key });
      return;
    }
    const code = rows.optional(row, "code");
    const entry: ProductEntry = {
      product,
      code,
      sheet: rows.sheet.name,
      row,
      column: rows.columnOf.get("product"),
      valid: rows.isValid(row),
    };
    if (!products.index.add(product.key, entry)) {
      rows.report("E06 product", row, { field: "product" }, { value: product.key });
      return;
    }
    if (product.specification !== "") products.index.add(product.name, entry, "other");
    if (code !== undefined && !products.index.addCode(code, entry))
      rows.report(isReceived(rows.table) ? "I25 code" : "E06 code", row, { field: "code" }, { value: code, name: product.key });
    entry.valid = rows.isValid(row) && product.norms.every((norm) => equipment.index.entry(norm.equipment)?.valid);
    products.entries.push(entry);
    if (product.productClass !== undefined) {
      const members = products.classes.get(product.productClass);
      if (members) members.push(entry);
      else products.classes.set(product.productClass, [entry]);
    }
  });
  return products;
}

/** The first column in which a product that a lower office sent is not what this office's own list says. */
function differing(sent: Product, own: Product): ProductField | undefined {
  if (sent.unit.family !== own.unit.family || sent.unit.size !== own.unit.size) return "unit";
  if (JSON.stringify(normsPerUnit(sent)) !== JSON.stringify(normsPerUnit(own))) return "normBase";
  return (["grade", "unitWeight", "points", "minimumLot"] as const).find((field) => sent[field] !== own[field]);
}

function normsPerUnit({ norms, normBase }: Product): unknown {
  return norms.map(({ equipment, amount }) => [equipment, amount / normBase]);
}

function readProduct(rows: TableRows<ProductField>, row: number, equipment: EquipmentList): Product {
  const name = rows.required(row, "product");
  const specification = rows.text(row, "specification");
  const unitText = rows.required(row, "unit");
  const unit = unitOf(unitText);
  if (unitText !== "" && !unit) rows.report("E05 unit", row, { field: "unit" }, { value: unitText });
  const normBase = rows.number(row, "normBase", { minimum: 1, maximum: 1000 }) ?? 1;
  if (normBase !== 1 && normBase !== 100 && normBase !== 1000)
    rows.report("E05 word", row, { field: "normBase" }, { value: String(normBase), near: ["1", "100", "1000"] });
  return {
    key: productKey(name, specification),
    name,
    code: rows.optional(row, "code"),
    specification,
    unit: unit ?? defaultUnit,
    productClass: rows.optional(row, "productClass"),
    grade: rows.number(row, "grade", GRADES),
    unitWeight: positive(rows, row, { field: "unitWeight", decimals: 6 }),
    normBase,
    norms: readNorms(rows, row, equipment),
    price: rows.number(row, "price", { minimum: 0, decimals: PRICE_DECIMALS }),
    points: positive(rows, row, { field: "points", decimals: 6 }),
    minimumLot: positive(rows, row, { field: "minimumLot", decimals: decimalsOf(unit ?? defaultUnit) }),
  };
}

/** A number above 0 where there is one. */
function positive(
  rows: TableRows<ProductField>,
  row: number,
  { field, decimals }: { field: ProductField; decimals: number },
): number | undefined {
  const value = rows.number(row, field, { minimum: 0, decimals });
  if (value === 0) rows.report("E03 range", row, { field }, { value: 0, minimum: 10 ** -decimals, maximum: "", decimals });
  return value;
}

/** Norms above 0, in the order of the equipment's names, so that the columns' order never matters. */
function readNorms(rows: TableRows<ProductField>, row: number, equipment: EquipmentList): readonly Norm[] {
  const norms: Norm[] = [];
  for (const { column: at, name } of rows.header.named) {
    const reading = readNumber(rows.cellAt(row, at));
    if (reading.kind === "empty") continue;
    if (reading.kind === "not a number") {
      rows.report("E03", row, { column: at }, { value: reading.found, decimals: NORM_DECIMALS });
      continue;
    }
    const unit = equipment.index.entry(name)?.equipment.unit;
    if (reading.suffix !== "" && capacityUnitOf(reading.suffix) !== unit) {
      rows.report("E07", row, { column: at }, { value: reading.suffix, expected: unit === "tonnes" ? "吨" : "台时" });
      continue;
    }
    const amount = inSteps(reading.value, NORM_DECIMALS);
    if (typeof amount === "string")
      rows.report(
        amount === "fraction" ? "E04" : "E03 too large",
        row,
        { column: at },
        { value: plainNumber(reading.value), decimals: NORM_DECIMALS },
      );
    else if (amount < 0) rows.report("E03 negative", row, { column: at }, { value: plainNumber(reading.value) });
    else if (amount > 0) norms.push({ equipment: name, amount });
  }
  return norms.sort((a, b) => (a.equipment < b.equipment ? -1 : 1));
}
