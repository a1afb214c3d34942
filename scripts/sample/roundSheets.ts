/** The workbooks of the sample round: the province's, a county's as the start of a round lays it out, one in English, one in a layout of its own. */
import type { CellRange, CellValue, WrittenSheet } from "../../src/workbook/workbook";
import type { RoundCounty, RoundLine } from "./roundRows";
import { roundStanding } from "./roundRows";
import { distances, factories, places, products } from "./sampleRows";

type Rows = readonly (readonly CellValue[])[];
const OFFICE = "黑龙江省";
const QUARTERS = ["57年一季度", "57年二季度", "57年三季度", "57年四季度"];
const KEYS = ["1957Q1", "1957Q2", "1957Q3", "1957Q4"];
const counties = new Set(["2311", "2312", "2313"]);
const factoryRows = factories.filter(({ place }) => counties.has(place));
const factory = new Map(factories.map((row) => [row.code, row]));
const place = new Map(places.map((row) => [row.code, row]));
const product = new Map(products.map((row) => [row.code, `${row.zh} ${row.specification_zh}`]));

/** A title, the note that the numbers are made up, then the rows; the first of them is the heading. */
function sheet(name: string, rows: Rows, note = "示例:全部数字均为虚构"): WrittenSheet {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    visibility: "visible",
    columns: Array.from({ length: width }, (_, column) => ({ width: column === 0 ? 22 : 18, style: "input" as const })),
    rows: [[name], [note], ...rows],
    rowStyles: new Map([[0, "title"], [1, "note"], [2, "header"]]), // prettier-ignore
  };
}

function cover(office: string, sendTo?: string): WrittenSheet {
  const rows: Rows = [
    ["填报单位", office],
    ["计划起始季度", "1957Q1"],
    ["季度数", 4],
    ["会议", "1956年秋季协作平衡会议"],
    ...(sendTo === undefined ? [] : [["报送", sendTo]]),
    ["版次", 1],
  ];
  return { ...sheet("封面", rows), rowStyles: new Map([[0, "title"], [1, "note"]]) }; // prettier-ignore
}

const used = (lines: readonly RoundLine[]): ReadonlySet<string> => new Set(lines.map(([, code]) => code));
const unitOf: Readonly<Record<string, string>> = { pieces: "件", tonnes: "吨", machines: "台", sets: "套" };

function productRows(codes: ReadonlySet<string>): Rows {
  const rows = products.filter(({ code }) => codes.has(code));
  return rows.map((row) => [row.code, row.zh, row.specification_zh, unitOf[row.unit], Number(row.grade)]);
}

const standingRow = (): readonly CellValue[] => {
  const { no, supplier, buyer, product: code, from, to, quantity } = roundStanding;
  return [no, factory.get(supplier)?.zh ?? null, factory.get(buyer)?.zh ?? null, product.get(code) ?? null, from, to, quantity, "有效"];
};

/** The province: names, distances, every product of the round, the standing agreement; no needs of its own. */
export function provinceSheets(all: readonly RoundCounty[]): readonly WrittenSheet[] {
  const lines = all.flatMap(({ needs, makes }) => [...needs, ...makes]);
  const near = distances.filter(({ from, to }) => counties.has(from) && counties.has(to));
  return [
    cover(OFFICE),
    sheet("地区", [
      ["代码", "地区", "曾用名"],
      ...places.filter(({ code }) => counties.has(code)).map((row) => [row.code, row.zh, row.en]),
    ]),
    sheet("里程", [
      ["起点", "终点", "里程"],
      ...near.map((row) => [place.get(row.from)?.zh ?? null, place.get(row.to)?.zh ?? null, Number(row.km)]),
    ]),
    sheet("工厂", [
      ["工厂代号", "厂名", "曾用名", "所在地", "技术等级"],
      ...factoryRows.map((row) => [row.code, row.zh, row.en, place.get(row.place)?.zh ?? null, Number(row.grade) + 2]),
    ]),
    sheet("产品", [["产品代号", "产品名称", "规格或图号", "计量单位", "技术等级"], ...productRows(used(lines))]),
    sheet("长期协作", [["协议编号", "承制厂", "需方工厂", "产品", "起年", "止年", "年协作量", "状态"], standingRow()]),
  ];
}

/** The place's code and a running number, as everywhere in the samples: no two counties use the same. */
const numberOf = ({ code }: RoundCounty, index: number): string => `${code}-${String(index + 1).padStart(4, "0")}`;

const capacityNumber = ([code]: RoundLine, index: number): string => `${code}-${String(index + 1).padStart(3, "0")}`;

const countyFactories = ({ code }: RoundCounty) => factoryRows.filter((row) => row.place === code);
const zhLine = ([code, item, ...amounts]: RoundLine): readonly CellValue[] => [
  factory.get(code)?.zh ?? null,
  product.get(item) ?? null,
  ...amounts.map((amount) => amount || null),
];

/** A county that fills the sheets as they came. */
export function countySheets(county: RoundCounty): readonly WrittenSheet[] {
  const name = place.get(county.code)?.zh ?? "";
  const own = countyFactories(county);
  return [
    cover(name, OFFICE),
    sheet("工厂", [["工厂代号", "厂名", "所在地", "技术等级"], ...own.map((row) => [row.code, row.zh, name, Number(row.grade) + 2])]),
    sheet("产品", [
      ["产品代号", "产品名称", "规格或图号", "计量单位", "技术等级"],
      ...productRows(used([...county.needs, ...county.makes])),
    ]),
    sheet("需要", [
      ["需要编号", "需方工厂", "产品", ...QUARTERS],
      ...county.needs.map((line, index) => [numberOf(county, index), ...zhLine(line)]),
    ]),
    sheet("能力", [
      ["能力编号", "工厂", "项目", ...QUARTERS],
      ...county.makes.map((line, index) => [capacityNumber(line, index), ...zhLine(line)]),
    ]),
  ];
}

/** A county that writes in English and names products by their codes. */
export function englishCountySheets(county: RoundCounty): readonly WrittenSheet[] {
  const note = "Sample: all numbers are made up";
  const name = place.get(county.code)?.en ?? "";
  const line = ([code, item, ...amounts]: RoundLine): readonly CellValue[] => [
    factory.get(code)?.en ?? null,
    item,
    ...amounts.map((amount) => amount || null),
  ];
  const coverRows: Rows = [["Office", name], ["Plan starts", "1957Q1"], ["Quarters", 4], ["Round", "1956年秋季协作平衡会议"], ["Send to", OFFICE], ["Version", 1]]; // prettier-ignore
  const listed = productRows(used([...county.needs, ...county.makes]));
  const own = countyFactories(county);
  return [
    { ...sheet("Cover", coverRows, note), rowStyles: new Map([[0, "title"], [1, "note"]]) }, // prettier-ignore
    sheet("Places", [["Code", "Place", "Former names"], [county.code, name, place.get(county.code)?.zh ?? null]], note), // prettier-ignore
    sheet("Factories", [["Code", "Factory", "Former names", "Place", "Grade"], ...own.map((row) => [row.code, row.en, row.zh, name, Number(row.grade) + 2])], note), // prettier-ignore
    sheet("Products", [["Code", "Product", "Specification", "Unit", "Grade"], ...listed], note),
    sheet(
      "Demand",
      [["No.", "Factory", "Product", ...KEYS], ...county.needs.map((entry, index) => [numberOf(county, index), ...line(entry)])],
      note,
    ),
    sheet(
      "Capacity",
      [["No.", "Factory", "Item", ...KEYS], ...county.makes.map((entry, index) => [capacityNumber(entry, index), ...line(entry)])],
      note,
    ),
  ];
}

/** What a county's own sheet has that ours never has; rows count from 0. */
export interface OwnLayout {
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly number[];
}

const fullWidth = (amount: number): string =>
  amount.toLocaleString("en-US").replace(/[0-9,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** A county with a sheet of its own making: more titles, columns in another order, digits typed in full width, one cell per factory. */
export function ownLayoutSheets(county: RoundCounty): { readonly sheets: readonly WrittenSheet[]; readonly demand: OwnLayout } {
  const heading = ["品名", ...[...QUARTERS].reverse(), "厂名", "编号"];
  const rows = county.needs.map(([code, item, ...amounts], index): readonly CellValue[] => {
    const first = county.needs[index - 1]?.[0] !== code;
    const typed = [...amounts].reverse().map((amount) => (amount ? fullWidth(amount) : "—"));
    return [product.get(item) ?? null, ...typed, first ? (factory.get(code)?.zh ?? null) : null, numberOf(county, index)];
  });
  const titles: Rows = [["双城县一九五七年外协需要一览表"], ["全部数字均为虚构"], ["单位:见产品表"], []];
  const demand = sheet("需求表", [heading, ...rows]);
  const merges = [...new Set(county.needs.map(([code]) => code))].map((code) => {
    const at = county.needs.flatMap((line, index) => (line[0] === code ? [index] : []));
    return { top: titles.length + 1 + at[0], bottom: titles.length + 1 + at[at.length - 1], left: 5, right: 5 };
  });
  return {
    sheets: countySheets(county).map(
      (own) =>
      own.name === "需要" ? { ...demand, rows: [...titles, heading, ...rows], rowStyles: new Map([[0, "title"], [titles.length, "header"]]) } : own, // prettier-ignore
    ),
    demand: { merges, hiddenRows: [titles.length + 3, titles.length + 7] },
  };
}
