/** Range and what hangs on it, over the emulated cells. */
import type { Area, Cell, SheetCells } from "./cells";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, overlaps } from "./cells";
import { copyArea } from "./copyArea";
import { HostFault } from "./hostFault";
import type { HostObject, Property } from "./hostObject";
import type { SheetContext } from "./sheetContext";
import { reference } from "./book";
import { formatObject, validationObject } from "./rangeLooks";
import { typedText } from "./typedText";
import { writeGrid } from "./writeGrid";

export interface RangeObject extends HostObject {
  readonly area: Area;
  readonly sheet: SheetCells;
}

const LONGEST_TEXT = 32_767;

export function rangeObject(context: SheetContext, area: Area): RangeObject {
  const { sheet } = context;
  refuseOutside(area);
  const within = (row: number, column: number, rows: number, columns: number): RangeObject =>
    rangeObject(context, { top: area.top + row, left: area.left + column, rows, columns });
  return {
    type: "Range",
    tracked: true,
    area,
    sheet,
    scalars: { ...cellProperties(context, area), ...placeProperties(sheet, area) },
    children: { format: () => formatObject(context, area), dataValidation: () => validationObject(context, area) },
    methods: {
      _KeepReference: () => undefined,
      _RemoveReference: () => undefined,
      _keepReference: () => undefined,
      _removeReference: () => undefined,
      _validateArraySize: (rows, columns) => {
        if (rows !== area.rows || columns !== area.columns) throw new HostFault("InvalidArgument", "the array does not fit the range");
      },
      _ValidateArraySize: () => undefined,
      getRow: (row) => within(asCount(row), 0, 1, area.columns),
      getBoundingRect: (other) => rangeObject(context, boundingArea(area, asRange(other).area)),
      getRowProperties: () =>
        Array.from({ length: area.rows }, (_, row) => ({
          RowHidden: sheet.isHidden(area.top + row),
          rowHidden: sheet.isHidden(area.top + row),
        })),
      getMergedAreasOrNullObject: () => {
        const merged = sheet.merges.filter((merge) => contains(area, merge.top, merge.left));
        return merged.length === 0 ? null : areasObject(merged.map((merge) => rangeObject(context, merge)));
      },
      copyFrom: (source, kind) => {
        context.refuseIfProtected();
        const from = asRange(source);
        if (kind !== "All") throw new HostFault("ApiNotFound", `copyFrom of ${String(kind)}`);
        copyArea({ from: from.sheet, to: sheet, source: from.area, target: area });
      },
      merge: () => {
        context.refuseIfProtected();
        sheet.merges = [...sheet.merges.filter((merge) => !overlaps(merge, area)), area];
      },
      clear: (kind) => {
        context.refuseIfProtected();
        if (kind !== "Formats") throw new HostFault("ApiNotFound", `clear of ${String(kind)}`);
        for (let row = area.top; row < area.top + area.rows; row++) {
          for (let column = area.left; column < area.left + area.columns; column++) {
            const { numberFormat, look } = sheet.cell(row, column) ?? sheet.columnDefault(column);
            const plain = numberFormat === "General" && Object.keys(look).length === 0;
            if (!plain) Object.assign(sheet.reach(row, column), { numberFormat: "General", look: Object.freeze({}) });
          }
        }
      },
      select: () => {
        if (context.book.selection?.sheet !== sheet) throw new HostFault("InvalidSelection", "the sheet is not the active one");
        context.book.selection = { sheet, row: area.top, column: area.left };
      },
      group: () => {
        for (let column = area.left; column < area.left + area.columns; column++) {
          sheet.groupedColumns.set(column, (sheet.groupedColumns.get(column) ?? 0) + 1);
        }
      },
      ungroup: () => {
        for (let column = area.left; column < area.left + area.columns; column++) {
          const level = sheet.groupedColumns.get(column) ?? 0;
          if (level === 0) throw new HostFault("InvalidOperation", "the columns are not grouped");
          if (level === 1) sheet.groupedColumns.delete(column);
          else sheet.groupedColumns.set(column, level - 1);
        }
      },
    },
  };
}

function cellProperties(context: SheetContext, area: Area): Record<string, Property> {
  const { sheet } = context;
  const read = (of: (cell: Cell | undefined) => unknown) => () => readGrid(context, area, of);
  const write = (use: (cell: Cell, value: unknown) => void) => (value: unknown) => {
    context.refuseIfProtected();
    writeGrid({ sheet, area, value, use });
  };
  const type = (cell: Cell, value: unknown): void => {
    if (area.rows === MAXIMUM_ROWS) throw new HostFault("ApiNotFound", "one value for a whole column");
    typeInto(context, cell, value);
  };
  return {
    values: { get: read((cell) => cell?.value ?? ""), set: write(type) },
    formulas: { get: read((cell) => cell?.formula ?? cell?.value ?? ""), set: write(type) },
    valueTypes: {
      get: read((cell) => {
        if (cell === undefined || cell.value === "") return "Empty";
        if (cell.isError) return "Error";
        return typeof cell.value === "string" ? "String" : typeof cell.value === "number" ? "Double" : "Boolean";
      }),
    },
    numberFormat: {
      get: read((cell) => cell?.numberFormat ?? "General"),
      set: write((cell, value) => {
        if (typeof value !== "string" || value === "") throw new HostFault("InvalidArgument", "number format");
        cell.numberFormat = value;
      }),
    },
  };
}

function placeProperties(sheet: SheetCells, area: Area): Record<string, Property> {
  const hidden = (): boolean | null => {
    let count = 0;
    for (let row = area.top; row < area.top + area.rows; row++) if (sheet.isHidden(row)) count++;
    return count === 0 ? false : count === area.rows ? true : null;
  };
  return {
    rowIndex: { get: () => area.top },
    columnIndex: { get: () => area.left },
    rowCount: { get: () => area.rows },
    columnCount: { get: () => area.columns },
    address: { get: () => `${reference(sheet.name)}R${area.top + 1}C${area.left + 1}` },
    rowHidden: {
      get: hidden,
      set: (value) => {
        for (let row = area.top; row < area.top + area.rows; row++)
          if (value === true) sheet.hiddenRows.add(row);
          else sheet.hiddenRows.delete(row);
      },
    },
    columnHidden: {
      set: (value) => {
        for (let column = area.left; column < area.left + area.columns; column++)
          if (value === true) sheet.hiddenColumns.add(column);
          else sheet.hiddenColumns.delete(column);
      },
    },
  };
}

function typeInto(context: SheetContext, cell: Cell, given: unknown): void {
  if (typeof given !== "string" && typeof given !== "number" && typeof given !== "boolean")
    throw new HostFault("InvalidArgument", "cell value");
  const typed = typedText(given, cell.numberFormat, context.literalTextCells);
  if (typeof typed.value === "string" && typed.value.length > LONGEST_TEXT)
    throw new HostFault("InvalidArgument", "text longer than a cell holds");
  cell.formula = typed.formula;
  cell.isError = typed.isError;
  cell.value = typed.formula === null ? typed.value : context.evaluate(typed.formula);
}

function readGrid({ sheet, mostCellsRead }: SheetContext, area: Area, of: (cell: Cell | undefined) => unknown): unknown[][] | null {
  if (area.rows * area.columns > mostCellsRead) return null;
  return Array.from({ length: area.rows }, (_, row) => {
    const cells = sheet.rows.get(area.top + row);
    return Array.from({ length: area.columns }, (_, column) => of(cells?.[area.left + column]));
  });
}

function areasObject(areas: readonly RangeObject[]): HostObject {
  return {
    type: "RangeAreas",
    tracked: true,
    methods: { _KeepReference: () => undefined, _keepReference: () => undefined },
    children: { areas: () => ({ type: "RangeCollection", items: () => areas }) },
  };
}

function boundingArea(one: Area, other: Area): Area {
  const [top, left] = [Math.min(one.top, other.top), Math.min(one.left, other.left)];
  const bottom = Math.max(one.top + one.rows, other.top + other.rows);
  const right = Math.max(one.left + one.columns, other.left + other.columns);
  return { top, left, rows: bottom - top, columns: right - left };
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
}

function refuseOutside({ top, left, rows, columns }: Area): void {
  const whole = [top, left, rows, columns].every(Number.isInteger);
  if (!whole || top < 0 || left < 0 || rows < 1 || columns < 1 || top + rows > MAXIMUM_ROWS || left + columns > MAXIMUM_COLUMNS) {
    throw new HostFault("InvalidArgument", "the range lies outside the sheet");
  }
}

function asCount(value: unknown): number {
  if (typeof value !== "number") throw new HostFault("InvalidArgument", "a number was expected");
  return value;
}

export function asRange(value: unknown): RangeObject {
  if (typeof value === "object" && value !== null && "area" in value && "sheet" in value) return value as RangeObject;
  throw new HostFault("InvalidArgument", "a range was expected");
}
