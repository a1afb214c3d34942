import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from "@e965/xlsx";
import type { CellValue, DefinedCell, Sheet, SheetInfo, Workbook } from "../workbook";
import { uncovered } from "./uncovered";
import { OUR_NAMES, WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import { budgets } from "./budgets";
import { showsDate } from "./dateStyles";
import { fileKind } from "./fileKind";
import { checkLegacyZip, legacyBudgets } from "./legacyGuard";
import { parsePlace } from "./workbookPart";
import { xmlText } from "./xmlText";

/** 1 January 1904 in the 1900 system. */
const DAYS_TO_1904 = 1462;
const VISIBILITIES = ["visible", "hidden", "very hidden"] as const;

/**
 * A workbook of an older or another program, to read only: .xls (Excel 97 to 2003), .ods, .xlsb. The library that reads them
 * is loaded when the first such file comes. Writing into them is refused as "unsupported": what is written goes into a new .xlsx.
 * Faults otherwise as in openXlsx; Excel 5.0 and 95 files are "unsupported" because their texts are in no known code page.
 */
export async function openLegacyWorkbook(file: Uint8Array, limits: Budgets = budgets): Promise<Workbook> {
  const legacyLimits = legacyBudgets(limits);
  const kind = checkedKind(file, legacyLimits);
  const { read } = await import("@e965/xlsx");
  try {
    const options: ParsingOptions = {
      type: "array",
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellHTML: false,
      cellText: true,
      sheetStubs: false,
    };
    return new LegacyWorkbook(
      quietly(() => read(file, options)),
      kind,
    );
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) {
      throw new WorkbookError("encrypted", "the workbook is locked with a password", { cause });
    }
    throw new WorkbookError("damaged", `the .${kind} file cannot be read`, { cause });
  }
}

/** The library remarks on number formats to the console, where a clerk would take it for a fault. */
function quietly<Result>(work: () => Result): Result {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

function checkedKind(file: Uint8Array, limits: Budgets): "xls" | "ods" | "xlsb" {
  const kind = fileKind(file);
  if (kind === "encrypted") throw new WorkbookError("encrypted", "the workbook is locked with a password");
  if (kind === "excel 95") throw new WorkbookError("unsupported", "a workbook of Excel 5.0 or 95; save it as .xlsx first");
  if (kind === "other") throw new WorkbookError("not a workbook", "neither .xlsx nor .xls nor .ods");
  if (kind === "zip") return checkLegacyZip(file, limits);
  if (file.length > limits.legacyBytes.xls) throw new WorkbookError("too large", `the file has ${file.length} bytes`);
  return "xls";
}

class LegacyWorkbook implements Workbook {
  private readonly tabs: readonly { readonly name: string; readonly key: string; readonly visibility: SheetInfo["visibility"] }[];

  constructor(
    private readonly book: WorkBook,
    private readonly kind: string,
  ) {
    this.tabs = book.SheetNames.map((key, index) => ({
      key,
      name: kind === "ods" ? withoutReferences(key) : key,
      visibility: VISIBILITIES[book.Workbook?.Sheets?.[index]?.Hidden ?? 0],
    })).filter((tab) => isWorksheet(book.Sheets[tab.key]));
  }

  async sheets(): Promise<readonly SheetInfo[]> {
    return this.tabs.map(({ name, visibility }) => ({ name, visibility }));
  }

  async read(name: string): Promise<Sheet> {
    const tab = this.tabs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (tab === undefined) throw new WorkbookError("cannot read", `there is no sheet "${name}"`);
    const sheet = this.book.Sheets[tab.key];
    const from1904 = this.book.Workbook?.WBProps?.date1904 === true;
    const { values, formulas } = readCells(sheet, from1904);
    const hiddenRows = new Set<number>();
    for (const [row, properties] of (sheet["!rows"] ?? []).entries()) if (properties?.hidden && row < values.length) hiddenRows.add(row);
    const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
    // These files do not tell whether a filter filters; where it does, rows are hidden.
    const filtered = sheet["!autofilter"] !== undefined && hiddenRows.size > 0;
    return { name: tab.name, visibility: tab.visibility, values: uncovered(values, merges), formulas, merges, hiddenRows, filtered };
  }

  async definedCells(): Promise<readonly DefinedCell[]> {
    return (this.book.Workbook?.Names ?? []).flatMap(({ Name: name, Ref: reference, Sheet: owner }) => {
      const place = parsePlace(reference);
      const tab = this.tabs.find((candidate) => candidate.name.toLowerCase() === place?.sheet.toLowerCase());
      if (!name.startsWith(OUR_NAMES) || owner !== undefined || place === undefined || tab === undefined) return [];
      return [{ name, sheet: tab.name, row: place.row, column: place.column }];
    });
  }

  async write(): Promise<void> {
    throw new WorkbookError("unsupported", `nothing is written into .${this.kind} files; the result goes into a new .xlsx`);
  }
}

/** Sheet names come out of .ods files with their XML references left in. */
function withoutReferences(name: string): string {
  const bytes = new TextEncoder().encode(name);
  return xmlText(bytes, 0, bytes.length);
}

function isWorksheet(sheet: WorkSheet | undefined): boolean {
  return sheet !== undefined && (sheet["!type"] === undefined || sheet["!type"] === "sheet");
}

function readCells(sheet: WorkSheet, from1904: boolean): { values: CellValue[][]; formulas: Map<number, Map<number, string>> } {
  const values: CellValue[][] = [];
  const formulas = new Map<number, Map<number, string>>();
  for (const [row, cells] of (sheet["!data"] ?? []).entries()) {
    const found = (cells ?? []).map((cell) => (cell === undefined ? null : cellValue(cell, from1904)));
    values.push(
      Array.from(found, (value) => value ?? null).slice(0, found.findLastIndex((value) => value !== null && value !== undefined) + 1),
    );
    const texts = Array.from(cells ?? []).flatMap((cell, column): [number, string][] =>
      typeof cell?.f === "string" ? [[column, `=${cell.f}`]] : [],
    );
    if (texts.length > 0) formulas.set(row, new Map(texts));
  }
  return { values: values.slice(0, values.findLastIndex((row) => row.length > 0) + 1), formulas };
}

function cellValue(cell: CellObject, from1904: boolean): CellValue {
  if (cell.t === "e") return { error: cell.w ?? "#VALUE!" };
  if (cell.t === "n" && typeof cell.v === "number") {
    return from1904 && typeof cell.z === "string" && showsDate(cell.z) ? cell.v + DAYS_TO_1904 : cell.v;
  }
  if (typeof cell.v === "string" || typeof cell.v === "boolean") return cell.v === "" ? null : cell.v;
  return null;
}
