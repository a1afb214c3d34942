import type { DefinedCell, Pause, Sheet, SheetInfo, Workbook, WrittenSheet } from "./workbook";
import { WorkbookError } from "./workbook";
import { blankPackage } from "./xlsx/blankPackage";
import type { Budgets } from "./xlsx/budgets";
import { budgets } from "./xlsx/budgets";
import { dateStyles } from "./xlsx/dateStyles";
import { fileKind } from "./xlsx/fileKind";
import { PackageParts } from "./xlsx/packageParts";
import type { CellContext } from "./xlsx/readSheet";
import { readSheet } from "./xlsx/readSheet";
import { readZip } from "./xlsx/readZip";
import { kindOf } from "./xlsx/relationships";
import { SharedStrings } from "./xlsx/sharedStrings";
import { isTableFiltered } from "./xlsx/tableFilter";
import type { WorkbookPart } from "./xlsx/workbookPart";
import { readDefinedCells, readWorkbookPart, sameName } from "./xlsx/workbookPart";
import { writeSheets } from "./xlsx/writeSheets";

/**
 * A workbook in an .xlsx file. Reading takes values, formulas and what a reader of rows must know; writing touches only the sheets
 * given and the lists that name them: every other part of the file keeps its packed bytes.
 */
export class XlsxWorkbook implements Workbook {
  private workbook: WorkbookPart;
  private cellContext: CellContext | undefined;
  /** What stands around the rows of the sheets that were read, by path: it is wanted again when they are written over. */
  private readonly around = new Map<string, Uint8Array>();

  constructor(private parts: PackageParts) {
    this.workbook = readWorkbookPart(parts);
  }

  async sheets(): Promise<readonly SheetInfo[]> {
    return this.workbook.tabs.filter((tab) => tab.path !== undefined).map(({ name, visibility }) => ({ name, visibility }));
  }

  /** Faults: "cannot read" where there is no such sheet, "damaged", "too large". */
  async read(name: string, pause?: Pause): Promise<Sheet> {
    const tab = this.workbook.tabs.find((candidate) => candidate.path !== undefined && sameName(candidate.name, name));
    if (tab?.path === undefined) throw new WorkbookError("cannot read", `there is no sheet "${name}"`);
    const { path } = tab;
    const { size, pieces } = this.parts.pieces(path);
    const steps = readSheet({ path, pieces, spending: this.parts.spending.sheet(path) }, this.context());
    let step = steps.next();
    for (; !step.done; step = steps.next()) await pause?.(step.value, size);
    const { content, around } = step.value;
    if (around) this.around.set(path, around);
    const filtered = content.filtered || isTableFiltered(this.parts, path);
    return { name: tab.name, visibility: tab.visibility, ...content, filtered };
  }

  async definedCells(): Promise<readonly DefinedCell[]> {
    return readDefinedCells(this.workbook);
  }

  /** All or none: a fault leaves the workbook as it was. A clerk's choice to show or hide a sheet of ours is kept. */
  async write(sheets: readonly WrittenSheet[], pause?: Pause): Promise<void> {
    const parts = await writeSheets({ parts: this.parts, workbook: this.workbook, around: this.around }, sheets, pause);
    this.workbook = readWorkbookPart(parts);
    this.parts = parts;
    this.cellContext = undefined;
    this.around.clear();
  }

  /** The file as it is now; the same content gives the same bytes. A blank workbook must have been given a sheet first. */
  bytes(): Uint8Array {
    if (this.workbook.tabs.length === 0) throw new RangeError("a workbook needs at least one sheet");
    return this.parts.file();
  }

  private context(): CellContext {
    return (this.cellContext ??= readContext(this.parts, this.workbook));
  }
}

/** Faults: "not a workbook", "encrypted", "damaged", "too large", "unsupported" (.xls and .ods: see openLegacyWorkbook). */
export function openXlsx(bytes: Uint8Array, limits: Budgets = budgets): XlsxWorkbook {
  const kind = fileKind(bytes);
  if (kind === "encrypted") throw new WorkbookError("encrypted", "the workbook is locked with a password");
  if (kind === "xls" || kind === "excel 95") throw new WorkbookError("unsupported", "a workbook of Excel 97-2003 (.xls)");
  if (kind === "other") throw new WorkbookError("not a workbook", "neither .xlsx nor .xls nor .ods");
  return new XlsxWorkbook(new PackageParts(readZip(bytes, limits), limits));
}

/** An empty workbook to write sheets into. */
export function blankXlsx(): XlsxWorkbook {
  return new XlsxWorkbook(blankPackage());
}

function readContext(parts: PackageParts, workbook: WorkbookPart): CellContext {
  const pathOf = (kind: string): string | undefined => {
    const path = workbook.relationships.find((relationship) => kindOf(relationship) === kind)?.path;
    return path !== undefined && parts.has(path) ? path : undefined;
  };
  const strings = pathOf("sharedStrings");
  const styles = workbook.from1904 ? pathOf("styles") : undefined;
  return {
    strings: strings === undefined ? undefined : new SharedStrings(parts.xml(strings), strings, parts.limits),
    datesFrom1904: styles === undefined ? undefined : dateStyles(parts.tree(styles)),
    limits: parts.limits,
  };
}
