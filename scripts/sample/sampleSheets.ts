/** The sample workbook in one language, sheet by sheet, headed by the tables that reading uses. */
import { capacityTable } from "../../src/sheets/inputs/capacity";
import { fieldColumns, isPeriods, type SheetTable } from "../../src/sheets/table/column";
import { coverTable } from "../../src/sheets/inputs/cover";
import { demandTable } from "../../src/sheets/inputs/demand";
import { distancesTable } from "../../src/sheets/inputs/distances";
import { equipmentTable } from "../../src/sheets/inputs/equipment";
import { factoriesTable } from "../../src/sheets/inputs/factories";
import { lastYearTable } from "../../src/sheets/inputs/lastYear";
import { agreementsTable } from "../../src/sheets/outputs";
import { placesTable } from "../../src/sheets/inputs/places";
import { productsTable } from "../../src/sheets/inputs/products";
import type { SheetLanguage } from "../../src/sheets/reading";
import { standingTable } from "../../src/sheets/inputs/standingAgreements";
import type { CellStyle, CellValue, WrittenSheet } from "../../src/workbook/workbook";
import { drawnCapacity, drawnDemand } from "./drawnRows";
import { distances, equipment, factories, numbered, places, products } from "./sampleRows";
import { storyCapacity, storyDemand } from "./stories";

type Row = Readonly<Record<string, CellValue | undefined>>;
const KEYS = ["1956Q4", "1957Q1", "1957Q2", "1957Q3", "1957Q4"];
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  pieces: ["件", "pieces"], sets: ["套", "sets"], machines: ["台", "machines"], tonnes: ["吨", "tonnes"], hours: ["台时", "hours"],
  central: ["中央国营", "central state"], local: ["地方国营", "local state"], joint: ["公私合营", "joint"], cooperative: ["合作社营", "cooperative"],
  threaded: ["螺纹件", "Threaded parts"], pins: ["销类", "Pins"], motor: ["电机配件", "Motor accessories"], gears: ["齿轮", "Gears"],
  engine: ["内燃机配件", "Engine parts"], castings: ["铸件", "Castings"], mining: ["矿山机械", "Mining machinery"],
  "maker's": ["承制方备料", "maker's"], "buyer's": ["需方供料", "buyer's"], "not secured": ["材料未落实", "not secured"],
}; // prettier-ignore

/** Everything a province has on its table in October 1956, in this language. */
export function sampleSheets(language: SheetLanguage): readonly WrittenSheet[] {
  const zh = language === "zh-CN";
  const say = (chinese: string, english: string): string => (zh ? chinese : english);
  const word = (key: string): string => (key in pairs ? pairs[key][zh ? 0 : 1] : key);
  const name = zh ? "zh" : "en";
  const factory = new Map(factories.map((row) => [row.code, row[name]]));
  const place = new Map(places.map((row) => [row.code, row[name]]));
  const machine = new Map(equipment.map((row) => [row.code, row[name]]));
  const spec = zh ? "specification_zh" : "specification_en";
  const product = new Map(products.map((row) => [row.code, `${row[name]} ${row[spec]}`]));
  const number = (text: string): number | null => (text === "" ? null : Number(text));
  const quarter = (key: string): string => say(`${key.slice(2, 4)}年${"一二三四"[Number(key[5]) - 1]}季度`, key);
  const office = say("黑龙江省", "Heilongjiang Province");
  const demand = numbered([...storyDemand, ...drawnDemand()]);
  const lot = demand.find((row) => row.buyer === "J03" && row.product === "P27");
  const dated = (quantities: readonly number[], suffix = ""): Record<string, CellValue> =>
    Object.fromEntries(KEYS.map((key, index) => [quarter(key) + suffix, quantities[index] || null]));
  const own = say(" 本厂", " own");
  const any = say("57年不分季", "1957 any");

  function sheet(table: SheetTable, rows: readonly Row[], extra: readonly string[] = []): WrittenSheet {
    const headings = table.columns.flatMap((entry) =>
      isPeriods(entry) ? extra : [entry.names[language]].filter(() => rows.some((row) => row[entry.field] !== undefined)),
    );
    const norms = table.kind === "Products" ? extra : [];
    const fields = new Map(fieldColumns(table).map((entry) => [entry.names[language], entry.field]));
    const all = [...headings, ...norms];
    const title = table.names[language];
    const filled = rows.map((row) => all.map((heading) => row[fields.get(heading) ?? heading] ?? null));
    const numbers = all.flatMap((_, column) => (filled.some((row) => typeof row[column] === "number") ? [column] : []));
    const styles = new Map<number, CellStyle>([[0, "title"], [1, "note"], [2, "header"]]); // prettier-ignore
    return {
      name: title,
      definedName: table.definedName,
      visibility: "visible",
      columns: all.map((heading) => ({ width: Math.min(28, Math.max(10, heading.length * 2)), style: "input" as const })),
      rows: [[title], [say("数字均为虚构", "All numbers are made up")], all, ...filled],
      rowStyles: styles,
      cellStyles: new Map([[2, new Map(numbers.map((column) => [column, "number header"]))]]),
      freeze: { rows: 3, columns: 0 },
      print: { landscape: true, repeatRows: [2, 2] },
    };
  }

  const cover = coverTable.columns.flatMap((entry) => (isPeriods(entry) ? [] : [entry]));
  const answers: Readonly<Record<string, CellValue>> = {
    office, planStarts: "1956Q4", quarters: 5, round: say("1956年秋季协作平衡会议", "Autumn 1956 balancing meeting"), version: 1, template: 1,
  }; // prettier-ignore
  const note = say("示例:厂名取自当时,全部数字均为虚构", "Sample: names of the time; all numbers are made up");
  const coverSheet: WrittenSheet = {
    name: coverTable.names[language], visibility: "visible", columns: [{ width: 24, style: "label" }, { width: 44, style: "input" }],
    rows: [[say("协作平衡", "Collaboration balance")], [note], ...cover.map((entry) => [entry.names[language], answers[entry.field] ?? null])],
    rowStyles: new Map([[0, "title"], [1, "note"]]),
  }; // prettier-ignore
  const capacityRows = [...storyCapacity, ...drawnCapacity(demand)];
  const tasks: readonly (readonly [string, string, string, number, boolean])[] = [
    ["H15", "J01", "P04", 120_000, false], ["H15", "J01", "P02", 90_000, true], ["H05", "J01", "P03", 30_000, false], ["C02", "H01", "P04", 160_000, false],
    ["H09", "X02", "P15", 200, false], ["H09", "X01", "P24", 4, false], ["H03", "G01", "P31", 1, false], ["Q01", "S01", "P28", 9, false],
    ["H11", "M03", "P27", 80, false], ["M01", "G01", "P21", 14, false],
  ]; // prettier-ignore
  const info = new Map(products.map((row) => [row.code, row]));
  const value = (code: string, quantity: number): number =>
    Math.round((quantity * Number(info.get(code)?.price)) / Number(info.get(code)?.base));
  return [
    coverSheet,
    sheet(placesTable, places.map((row) => ({ code: row.code, place: row[name], longitude: Number(row.longitude), latitude: Number(row.latitude) }))),
    sheet(distancesTable, distances.map((row) => ({ from: place.get(row.from), to: place.get(row.to), km: Number(row.km) }))),
    sheet(factoriesTable, factories.map((row) => ({ code: row.code, factory: row[name], place: place.get(row.place), ownership: word(row.ownership), grade: Number(row.grade) }))),
    sheet(equipmentTable, equipment.map((row) => ({ code: row.code, equipment: row[name], unit: word(row.unit) }))),
    sheet(productsTable, products.map((row) => ({
      code: row.code, product: row[name], specification: row[spec], unit: word(row.unit), productClass: row.class ? word(row.class) : null, grade: Number(row.grade),
      unitWeight: number(row.weight), normBase: Number(row.base), price: number(row.price), points: number(row.points), minimumLot: number(row.lot),
      ...Object.fromEntries(row.norms.split(";").filter(Boolean).map((norm) => [machine.get(norm.split(":")[0]), Number(norm.split(":")[1])])),
    })), [...machine.values()]),
    sheet(demandTable, demand.map((row) => ({
      no: row.no, factory: factory.get(row.buyer), product: product.get(row.product), ...dated(row.quantities), [any]: row.any ?? null,
      kind: row.inHouse ? say("自制可转出", "In-house") : say("外协", "Outside"), recurrent: row.recurrent ? say("是", "yes") : null,
      priority: [say("重点", "1 urgent"), say("一般", "2 normal"), say("可缓", "3 can wait")][(row.priority ?? 2) - 1], grade: row.grade ?? null,
      early: row.early || null, late: row.late || null, split: row.unsplit ? say("否", "no") : null, present: factory.get(row.present ?? "") ?? null,
      wished: factory.get(row.wished ?? "") ?? null, only: factory.get(row.only ?? "") ?? null, not: factory.get(row.not ?? "") ?? null, material: word(row.material ?? "maker's"),
    })), [...KEYS.map(quarter), any]),
    sheet(capacityTable, capacityRows.map((row, index) => ({
      no: `${row.factory}-${String(index + 1).padStart(3, "0")}`, factory: factory.get(row.factory), item: machine.get(row.item) ?? product.get(row.item) ?? word(row.item),
      grade: row.grade ?? null, largestPiece: row.largestPiece ?? null, ...dated(row.available), ...dated(row.own ?? [], own),
    })), [...KEYS.map(quarter), ...KEYS.map((key) => quarter(key) + own)]),
    sheet(standingTable, [{ no: "CQ-0001", supplier: factory.get("C02"), buyer: factory.get("H01"), product: product.get("P04"), from: 1957, to: 1959, quantity: 400_000, tolerance: 10, status: say("有效", "In force") }]),
    sheet(lastYearTable, tasks.map(([supplier, buyer, code, quantity, old]) => ({
      year: 1955, office, supplier: factory.get(supplier), buyer: factory.get(buyer), product: product.get(code), tasks: 1, quantity, unit: word(info.get(code)?.unit ?? ""),
      value: value(code, quantity) * (old ? 10_000 : 1), currency: old ? say("旧币", "old") : say("新币", "new"),
    }))),
    sheet(agreementsTable, [{
      no: `${lot?.no}-1`, status: say("不同意", "Rejected"), supplier: factory.get("H11"), buyer: factory.get("J03"), demandNo: lot?.no, product: info.get("P27")?.[name],
      specification: info.get("P27")?.[spec], unit: word("pieces"), ...dated([0, 40, 40, 40, 40]), supplierReply: say("不同意", "Refuse"),
    }], KEYS.map(quarter)),
  ]; // prettier-ignore
}
