/** The sheets on the desk: which is which, their headings, and the tables read so far. */
import type { Language } from "../../i18n/language";
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import { capacityTable, receivedCapacityTable } from "./capacity";
import { isPeriods, fieldColumns, type SheetTable } from "../table/column";
import { coverTable, readCover, type CoverSheet } from "./cover";
import { demandTable, receivedDemandTable } from "./demand";
import { distancesTable } from "./distances";
import { equipmentTable } from "./equipment";
import { factoriesTable } from "./factories";
import { findHeader } from "../table/findHeader";
import { bilingual, findSheets } from "./findSheets";
import { lastYearTable } from "./lastYear";
import { locateOutputs, type EarlierOutputs } from "../record/locateOutputs";
import { headingMatcher } from "../table/matchHeading";
import { agreementsTable } from "../outputs";
import { placesTable } from "./places";
import type { DatedSheet } from "./plan";
import { ProblemList } from "../table/problemList";
import { productsTable } from "./products";
import type { SheetKind, SheetLanguage, SheetReceipt } from "../reading";
import { languageOf, receiptOf, reportRows } from "./receipts";
import { sharedTables } from "../sharing/sharedSheets";
import { readRecords } from "../sharing/readRecords";
import type { FieldCells } from "../sharing/fieldCells";
import { standingTable } from "./standingAgreements";
import { TableRows } from "../table/tableRows";

export interface ReadSituationOptions {
  /** Leave rows with must-fix problems out. */
  readonly withoutInvalid: boolean;
  /** For what the workbook itself does not settle. */
  readonly language: Language;
  readonly definedCells?: readonly DefinedCell[];
  /** The sheets of an earlier run, where they have been located already. */
  readonly earlier?: EarlierOutputs;
}

export const inputTables: readonly SheetTable[] = [
  coverTable, placesTable, distancesTable, factoriesTable, equipmentTable, productsTable, demandTable, capacityTable, standingTable,
  lastYearTable, agreementsTable, ...sharedTables,
]; // prettier-ignore

/** The sheets on the desk: which is which, and the tables read so far. */
export class Desk {
  readonly problems = new ProblemList();
  private readonly found: ReadonlyMap<SheetKind, Sheet>;
  private readonly read = new Map<string, TableRows<string>>();
  /** Of the plan's start, for years written with two digits. */
  century: number | undefined;
  private earlier: EarlierOutputs | undefined;

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
  *table<Field extends string, Result>(
    table: SheetTable<Field>,
    read: (rows: TableRows<Field>) => Generator<void, Result>,
    extra: { readonly named?: (heading: string) => string | undefined } = {},
  ): Generator<void, Result | undefined> {
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
    const result = yield* read(rows);
    reportRows(rows, this.problems);
    return result;
  }

  /** The rows of a sheet that travels or keeps what travelled; none where the workbook has no such sheet. */
  records(table: SheetTable): readonly FieldCells[] {
    return readRecords(this.found.get(table.kind), { table, century: this.century });
  }

  /** The sheets whose headings name the plan's quarters. */
  dated(): readonly DatedSheet[] {
    return [demandTable, receivedDemandTable, capacityTable, receivedCapacityTable].flatMap((table: SheetTable) => {
      const sheet = this.found.get(table.kind);
      const header = sheet && findHeader(sheet, { match: headingMatcher(table), periods: { century: this.century } });
      return sheet && header ? [{ sheet: sheet.name, header, demand: table.kind.endsWith("emand"), values: sheet.values }] : [];
    });
  }

  /** The sheets that an earlier run wrote. */
  outputs(): EarlierOutputs {
    return (this.earlier ??= this.options.earlier ?? locateOutputs(this.sheets, this.options.definedCells ?? []));
  }

  receipts(): readonly SheetReceipt[] {
    const tables = new Map(inputTables.flatMap((table) => (this.has(table.kind) ? [[this.found.get(table.kind)?.name, table]] : [])));
    return this.sheets.map((sheet) => receiptOf(sheet, tables.get(sheet.name), this.read.get(tables.get(sheet.name)?.kind ?? "")));
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
