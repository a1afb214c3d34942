/** Reads a workbook's sheets into a situation: finds each sheet and its columns, reads lists before what names them, checks. */
import type { Language } from "../i18n/language";
import { codesOf } from "../engine/codes";
import type { Situation } from "../engine/model";
import type { DefinedCell, Sheet } from "../workbook/workbook";
import { capacityTable, readCapacity, receivedCapacityTable, type CapacityRow } from "./capacity";
import { checkSituation } from "./checkSituation";
import { isPeriods, fieldColumns, type SheetTable } from "./column";
import { coverTable, readCover, usualGoals, type CoverSheet } from "./cover";
import { demandTable, readDemand, receivedDemandTable, type DemandRow } from "./demand";
import { Directory } from "./directory";
import { distancesTable, readDistances } from "./distances";
import { readAgreements, type AgreementReading } from "./earlierAgreements";
import { equipmentTable, noEquipment, readEquipment } from "./equipment";
import { factoriesTable, readFactories, type Factories } from "./factories";
import { findHeader } from "./findHeader";
import { bilingual, findSheets } from "./findSheets";
import { lastYearTable, readLastYear } from "./lastYear";
import { locateOutputs } from "./locateOutputs";
import { headingMatcher } from "./matchHeading";
import { NameIndex } from "./names";
import { numberCapacities, numberDemands } from "./numberRows";
import { agreementsTable } from "./outputs";
import { noPlaces, placesTable, readPlaces } from "./places";
import { planOf, type DatedSheet, type Plan } from "./plan";
import { ProblemList } from "./problemList";
import { noProducts } from "./productNames";
import { productsTable, readProducts } from "./products";
import { quarterName } from "./readPeriod";
import type { Reading, SheetKind, SheetLanguage, SheetReceipt } from "./reading";
import { explained, languageOf, receiptOf, reportRows } from "./receipts";
import { rowsChangedByHand } from "./runRecord";
import { readStanding, standingTable } from "./standingAgreements";
import { TableRows } from "./tableRows";
import { officeOf, settlePlaces } from "./tree";

export interface ReadSituationOptions {
  /** Leave rows with must-fix problems out. */
  readonly withoutInvalid: boolean;
  /** For what the workbook itself does not settle. */
  readonly language: Language;
  readonly definedCells?: readonly DefinedCell[];
}

const inputTables: readonly SheetTable[] = [
  coverTable, placesTable, distancesTable, factoriesTable, equipmentTable, productsTable, demandTable, capacityTable, standingTable,
  lastYearTable, receivedDemandTable, receivedCapacityTable, agreementsTable,
]; // prettier-ignore

/**
 * Reads everything. What a clerk can get wrong is a problem with its cell, never an exception; rows with a must-fix problem
 * are not in the situation (and are listed in `leftOut` where the clerk gave leave).
 */
export function readSituation(sheets: readonly Sheet[], options: ReadSituationOptions): Reading {
  const desk = new Desk(sheets, options);
  const cover = desk.cover();
  const source = { places: noPlaces(), listed: desk.has("Places"), office: cover?.office };
  const places = desk.table(placesTable, (rows) => readPlaces(rows, cover?.office)) ?? source.places;
  const placeSource = { ...source, places };
  const equipment = desk.table(equipmentTable, readEquipment) ?? noEquipment();
  const products =
    desk.table(productsTable, (rows) => readProducts(rows, equipment), {
      named: (heading) => equipment.index.entry(heading)?.equipment.name,
    }) ?? noProducts(false);
  const factories: Factories = desk.table(factoriesTable, (rows) => readFactories(rows, placeSource)) ?? {
    entries: [],
    index: new NameIndex(),
    listed: false,
  };
  const directory = new Directory(factories, products, equipment, placeSource);
  const dated = desk.dated(cover);
  const plan = planOf(dated, cover, desk.problems);
  const demandRows = [demandTable, receivedDemandTable].flatMap(
    (table) => desk.table(table, (rows) => readDemand(rows, directory, plan)) ?? [],
  );
  const capacityRows = [capacityTable, receivedCapacityTable].flatMap(
    (table) => desk.table(table, (rows) => readCapacity(rows, directory, plan)) ?? [],
  );
  const distances = desk.table(distancesTable, (rows) => readDistances(rows, places, cover?.office)) ?? [];
  const standing = desk.table(standingTable, (rows) => readStanding(rows, directory, desk.century)) ?? [];
  const lastYear = desk.table(lastYearTable, (rows) => readLastYear(rows, directory, desk.century)) ?? [];
  const agreements =
    desk.table(agreementsTable, (rows) => readAgreements(rows, { directory, plan, changedByHand: desk.changedByHand() })) ?? NO_AGREEMENTS;
  const office = officeOf({ cover, places, factories, language: desk.language() });
  const inOffice = settlePlaces({ office, places, factories, problems: desk.problems, sheet: desk.nameOf("Places") });
  const prefix = places.entries.find(({ name }) => name === office)?.code ?? office;
  const codes = codesOf({
    factories: factories.entries,
    products: products.entries.map(({ product }) => product),
    equipment: equipment.entries.map((entry) => entry.equipment),
  });
  const numbering = { prefix, problems: desk.problems, codes };
  const demands = numberDemands(demandRows, numbering);
  const capacities = numberCapacities(capacityRows, numbering);
  const situation: Situation = {
    office,
    horizon: plan.horizon,
    laterGoals: cover?.goals ?? usualGoals,
    places: inOffice.places,
    distances,
    factories: inOffice.factories,
    equipment: equipment.entries.filter(({ valid }) => valid).map((entry) => entry.equipment),
    products: products.entries.filter(({ valid }) => valid).map(({ product }) => product),
    demands: demands
      .filter(({ valid, demand }) => valid && demand.cells.length > 0 && inOffice.names.has(demand.factory))
      .map(({ demand }) => demand),
    capacities: capacities.filter(({ valid, capacity }) => valid && inOffice.names.has(capacity.factory)).map(({ capacity }) => capacity),
    earlierAgreements: agreements.agreements,
    standingAgreements: standing
      .filter(({ inForce }) => inForce)
      .map(({ no, supplier, buyer, product, fromYear, toYear, yearlyQuantity }) => ({
        no,
        supplier,
        buyer,
        product,
        fromYear,
        toYear,
        yearlyQuantity,
      })),
    lastYear: lastYear
      .filter(({ supplier }) => supplier !== "")
      .map(({ supplier, buyer, product }) => ({ supplier, buyer: buyer === "" ? undefined : buyer, product })),
  };
  checkSituation({
    situation,
    demands,
    capacities,
    standing,
    lastYear,
    agreements,
    problems: desk.problems,
    plan,
    agreementsSheet: desk.nameOf("Agreements"),
  });
  return {
    situation,
    problems: explained(desk.problems.all(), desk.outputs()),
    notInRows: desk.problems.notInRows(),
    receipts: desk.receipts(),
    language: desk.language(),
    cover: coverReading(cover, office, plan),
    keys: plan.keys,
    lastYear,
    codes: codesByName([...places.entries, ...factories.entries]),
    leftOut: options.withoutInvalid
      ? demands
          .filter(({ valid }) => !valid)
          .map(({ demand, sheet, row, quantities }) => ({
            demandNo: demand.no,
            factory: demand.factory,
            product: demand.product,
            quantities,
            sheet,
            row,
          }))
      : [],
    cells: cellsOf(demands, capacities, agreements, desk.nameOf("Agreements")),
    sheets,
  };
}

const NO_AGREEMENTS: AgreementReading = { agreements: [], rowOf: new Map() };

function coverReading(cover: CoverSheet | undefined, office: string, plan: Plan): Reading["cover"] {
  const texts = cover?.texts;
  const [start] = plan.keys.quarters;
  return {
    office,
    planStarts: start === "any" ? (cover?.firstQuarter === undefined ? "" : quarterName(cover.firstQuarter)) : start,
    round: texts?.get("round") ?? (start === "any" ? undefined : start),
    sendTo: texts?.get("sendTo"),
    version: cover?.version ?? 1,
    preparedBy: texts?.get("preparedBy"),
    checkedBy: texts?.get("checkedBy"),
    responsible: texts?.get("responsible"),
    date: texts?.get("date"),
    goals: cover?.goals ?? usualGoals,
  };
}

function codesByName(entries: readonly { readonly name: string; readonly code?: string }[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ name, code }) => (code === undefined ? [] : [[name, code] as const])));
}

function cellsOf(
  demands: readonly DemandRow[],
  capacities: readonly CapacityRow[],
  { rowOf }: AgreementReading,
  sheet: string,
): Reading["cells"] {
  const cells = new Map<string, { sheet: string; row: number }>();
  for (const { demand, sheet: name, row } of demands) cells.set(demand.no, { sheet: name, row });
  for (const { capacity, sheet: name, row } of capacities) cells.set(capacity.no, { sheet: name, row });
  for (const [no, row] of rowOf) cells.set(no, { sheet, row });
  return cells;
}

/** The sheets on the desk: which is which, and the tables read so far. */
class Desk {
  readonly problems = new ProblemList();
  private readonly found: ReadonlyMap<SheetKind, Sheet>;
  private readonly read = new Map<string, TableRows<string>>();
  /** Of the plan's start, for years written with two digits. */
  century: number | undefined;

  constructor(
    private readonly sheets: readonly Sheet[],
    private readonly options: ReadSituationOptions,
  ) {
    this.found = findSheets(sheets, { tables: inputTables, definedCells: options.definedCells }, this.problems);
    for (const table of [demandTable, capacityTable]) {
      const received = table === demandTable ? "Received demand" : "Received capacity";
      if (!this.has(table.kind) && !this.has(received))
        this.problems.ofSheet("E01 sheet", { sheet: table.names[this.language()] }, { expected: bilingual(table) });
    }
  }

  has(kind: SheetKind): boolean {
    return this.found.has(kind);
  }

  nameOf(kind: SheetKind): string {
    return this.found.get(kind)?.name ?? "";
  }

  cover(): CoverSheet | undefined {
    const sheet = this.found.get("Cover");
    const cover = sheet && readCover(sheet, this.problems);
    if (cover?.firstQuarter !== undefined) this.century = Math.floor(cover.firstQuarter / 400) * 100;
    return cover;
  }

  /** Reads one of our tables; undefined where the workbook has no such sheet, or its header can't be found. */
  table<Field extends string, Result>(
    table: SheetTable<Field>,
    read: (rows: TableRows<Field>) => Result,
    extra: { readonly named?: (heading: string) => string | undefined } = {},
  ): Result | undefined {
    const sheet = this.found.get(table.kind);
    if (!sheet) return undefined;
    const header = findHeader(sheet, {
      match: headingMatcher(table),
      periods: table.columns.some(isPeriods) ? { century: this.century } : undefined,
      ...extra,
    });
    const missing = fieldColumns(table).filter(({ field, required }) => required && !header?.fields.some((entry) => entry.field === field));
    for (const { names } of missing)
      this.problems.ofSheet("E01 column", { sheet: sheet.name, row: header?.row }, { column: `${names.en} · ${names["zh-CN"]}` });
    if (!header || missing.length > 0) return undefined;
    if (table.kind !== "Agreements" && table.columns.some(isPeriods) && header.periods.length + header.unusable.length === 0)
      this.problems.ofSheet("E01 quantity", { sheet: sheet.name, row: header.row });
    const best = bestFields(header.fields);
    for (const { column, heading, field, rank } of header.fields) {
      const other = best.find((entry) => entry.field === field && entry.column !== column && entry.rank === rank);
      if (other)
        this.problems.ofSheet("E06 heading", { sheet: sheet.name, row: header.row, column }, { column: heading, other: other.heading });
    }
    const rows = new TableRows(sheet, table, { ...header, fields: best }, this.problems);
    this.read.set(table.kind, rows);
    const result = read(rows);
    reportRows(rows, this.problems);
    return result;
  }

  /** The sheets whose headings name the plan's quarters. */
  dated(cover: CoverSheet | undefined): readonly DatedSheet[] {
    if (cover?.firstQuarter !== undefined) this.century = Math.floor(cover.firstQuarter / 400) * 100;
    return [demandTable, receivedDemandTable, capacityTable, receivedCapacityTable].flatMap((table: SheetTable) => {
      const sheet = this.found.get(table.kind);
      const header = sheet && findHeader(sheet, { match: headingMatcher(table), periods: { century: this.century } });
      return sheet && header ? [{ sheet: sheet.name, header, demand: table.kind.endsWith("emand") }] : [];
    });
  }

  outputs(): ReturnType<typeof locateOutputs> {
    return locateOutputs(this.sheets, this.options.definedCells ?? []);
  }

  changedByHand(): ReadonlySet<number> {
    const { tables, record } = this.outputs();
    const agreements = tables.get("Agreements");
    return agreements ? rowsChangedByHand(agreements, record) : new Set();
  }

  receipts(): readonly SheetReceipt[] {
    const kinds = new Map([...this.found].map(([kind, sheet]) => [sheet.name, kind]));
    return this.sheets.map((sheet) => receiptOf(sheet, kinds.get(sheet.name), this.read.get(kinds.get(sheet.name) ?? "")));
  }

  /** The language of the Demand sheet, by its name and headings; else the one asked for. */
  language(): SheetLanguage {
    const sheet = this.found.get("Demand") ?? this.found.get("Capacity") ?? this.found.get("Received demand");
    return (sheet && languageOf(sheet)) ?? this.options.language;
  }
}

/** One column per field: an exact name wins over an alias, the first over the next. */
function bestFields<Entry extends { readonly field: string; readonly rank: number }>(fields: readonly Entry[]): readonly Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of fields) {
    const known = best.get(entry.field);
    if (!known || entry.rank < known.rank) best.set(entry.field, entry);
  }
  return [...best.values()];
}
