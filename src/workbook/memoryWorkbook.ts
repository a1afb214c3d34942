import type { CellValue, DefinedCell, Sheet, SheetInfo, Workbook, WrittenCell, WrittenSheet } from "./workbook";
import { WorkbookError } from "./workbook";

/** A sheet to begin with: a name and its rows; the rest may be left out. */
export type MemorySheet = Pick<Sheet, "name" | "values"> & Partial<Sheet>;

/**
 * A workbook that is nowhere but here: for tests, and for a result that is only wanted as data.
 * Keeps the promises of every adapter: names in any case, blanks at the end of rows left out, a sheet of ours found by its defined name.
 */
export class MemoryWorkbook implements Workbook {
  private tabs: readonly Sheet[];
  private names: readonly DefinedCell[];
  /** All sheets ever written, in order, as they were given. */
  readonly written: WrittenSheet[] = [];

  constructor(sheets: readonly MemorySheet[] = [], names: readonly DefinedCell[] = []) {
    this.tabs = sheets.map((sheet) => ({
      visibility: "visible",
      formulas: new Map(),
      merges: [],
      hiddenRows: new Set(),
      filtered: false,
      ...sheet,
      values: trimmed(sheet.values),
    }));
    this.names = names;
  }

  async sheets(): Promise<readonly SheetInfo[]> {
    return this.tabs.map(({ name, visibility }) => ({ name, visibility }));
  }

  async read(name: string): Promise<Sheet> {
    const sheet = this.tabs.find((tab) => same(tab.name, name));
    if (sheet === undefined) throw new WorkbookError("cannot read", `there is no sheet "${name}"`);
    return sheet;
  }

  async definedCells(): Promise<readonly DefinedCell[]> {
    return this.names;
  }

  async write(sheets: readonly WrittenSheet[]): Promise<void> {
    let tabs = [...this.tabs];
    let names = [...this.names];
    for (const sheet of sheets) {
      const known = names.find((name) => name.name === sheet.definedName);
      const there = known?.sheet ?? sheet.takesOver;
      const old = tabs.find((tab) => there !== undefined && same(tab.name, there));
      const name = old?.name ?? freeName(sheet.name, tabs);
      const content = { ...readBack(sheet), name, visibility: old?.visibility ?? sheet.visibility };
      tabs = old === undefined ? [...tabs, content] : tabs.map((tab) => (tab === old ? content : tab));
      if (sheet.definedName === undefined) continue;
      names = [...names.filter((other) => other.name !== sheet.definedName), { name: sheet.definedName, sheet: name, row: 0, column: 0 }];
    }
    this.tabs = tabs;
    this.names = names;
    this.written.push(...sheets);
  }
}

/** What a reader finds of a sheet once it is written. */
function readBack(sheet: WrittenSheet): Sheet {
  const formulas = new Map<number, ReadonlyMap<number, string>>();
  for (const [index, row] of sheet.rows.entries()) {
    const found = row.flatMap((cell, column): [number, string][] =>
      isFormula(cell) ? [[column, `=${cell.formula.replace(/^=/, "")}`]] : [],
    );
    if (found.length > 0) formulas.set(index, new Map(found));
  }
  const values = sheet.rows.map((row) => row.map((cell) => (isFormula(cell) ? cell.value : cell)));
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    values: trimmed(values),
    formulas,
    merges: [],
    hiddenRows: new Set(),
    filtered: false,
  };
}

function isFormula(cell: WrittenCell): cell is Exclude<WrittenCell, CellValue> {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

/** Empty texts are blanks; blanks at the ends of rows and rows without values at the end are left out. */
function trimmed(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const kept = rows.map((row) => {
    const cells = row.map((value) => (value === "" ? null : value));
    return cells.slice(0, cells.findLastIndex((value) => value !== null) + 1);
  });
  return kept.slice(0, kept.findLastIndex((row) => row.length > 0) + 1);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function freeName(wanted: string, tabs: readonly Sheet[]): string {
  let name = wanted;
  for (let number = 2; tabs.some((tab) => same(tab.name, name)); number++) name = `${wanted} (${number})`;
  return name;
}
