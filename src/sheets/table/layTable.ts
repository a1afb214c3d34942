/**
 * Lays a draft out as a sheet: title, note, headings, rows, and at the right the clerk's own columns, each value beside the
 * number it stood beside. Landscape, one page wide, headings repeated, check code and signatures in the footer.
 */
import type {
  CellStyle,
  CellValue,
  PrintSetup,
  WrittenCell,
  WrittenColumn,
  WrittenSheet,
  WrittenValidation,
} from "../../workbook/workbook";
import { ROWS_AT_ONCE } from "../../engine/slices";
import { headersOverNumbers } from "./headersOverNumbers";
import { rowNumber, type EarlierOutput } from "./earlierOutput";
import { moveOwnRowFormula } from "./ownRowFormula";
import type { OutputKind } from "../reading";
import type { DraftColumn, SheetDraft } from "./sheetDraft";

/** Rows above the first row of data: title, note, headings. */
export const HEADER_ROW = 2;

/** Rows under the last one that have the drop-downs too, for what the clerk types himself. */
const ROOM_FOR_TYPED_ROWS = 200;

/** Rows laid between two yields where a row has many formulas. */
const ROWS_OF_FORMULAS = 100;

export interface TableSetting {
  /** The tab's name. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly footer: PrintSetup["footer"];
  readonly earlier: EarlierOutput | undefined;
  /** Drop-downs on our columns, by field. */
  readonly choices?: ReadonlyMap<string, readonly string[]>;
  /** See WrittenSheet. */
  readonly takesOver?: string;
}

/** What of the clerk's could not be kept as it was. */
export type CarryLoss =
  | {
      readonly kind: "formula became a value";
      readonly sheet: OutputKind;
      readonly no: string;
      readonly row: number;
      readonly column: number;
      readonly formula: string;
    }
  | { readonly kind: "row is gone"; readonly sheet: OutputKind; readonly no: string; readonly text: string };

export interface LaidTable {
  readonly sheet: WrittenSheet;
  readonly losses: readonly CarryLoss[];
}

/** With a yield now and then. */
export function* layTable(draft: SheetDraft, setting: TableSetting): Generator<void, LaidTable> {
  const { earlier } = setting;
  const losses: CarryLoss[] = [];
  const own = earlier?.ownColumns ?? [];
  const rows: (readonly WrittenCell[])[] = [[setting.title], [setting.note], headings(draft, earlier)];
  const numberOf = numbersIn(draft);
  const carry = earlier && own.length > 0 ? ownCellsCarried(draft, earlier, losses) : undefined;
  const written = cellsWritten(draft);
  const atOnce = draft.columns.some(({ formula }) => formula) ? ROWS_OF_FORMULAS : ROWS_AT_ONCE;
  for (let index = 0; index < draft.rows.length; index++) {
    if (index % atOnce === atOnce - 1) yield;
    const cells = written(draft.rows[index], index);
    const kept = carry?.(numberOf(cells), rows.length) ?? [];
    rows.push(kept.length > 0 ? [...cells, ...kept] : cells);
  }
  if (earlier) for (const gone of rowsGone(draft, earlier)) losses.push(gone);
  const last = Math.max(rows.length - 1, HEADER_ROW + 1);
  const width = draft.columns.length + own.length;
  return {
    losses,
    sheet: {
      name: setting.name,
      definedName: draft.table.definedName,
      takesOver: setting.takesOver,
      visibility: "visible",
      columns: [...draft.columns.map(writtenColumn), ...own.map((): WrittenColumn => ({ width: 14, style: "input" }))],
      rows,
      rowStyles: new Map<number, CellStyle>([[0, "title"], [1, "note"], [HEADER_ROW, "header"]]), // prettier-ignore
      cellStyles: cellStyles(draft, own.length),
      freeze: { rows: HEADER_ROW + 1, columns: draft.numberFields.length === 1 ? 1 : 0 },
      filter: { top: HEADER_ROW, left: 0, bottom: last, right: width - 1 },
      validations: validations(draft, setting, last),
      print: { landscape: true, repeatRows: [HEADER_ROW, HEADER_ROW], columns: [0, printedColumns(draft) - 1], footer: setting.footer },
    },
  };
}

/** The cells of a row: formulas with their values where a column has any. */
function cellsWritten({ columns }: SheetDraft): (values: readonly CellValue[], index: number) => readonly WrittenCell[] {
  if (columns.every(({ formula }) => formula === undefined)) return (values) => values;
  return (values, index) =>
    values.map((value, column) => {
      const formula = columns[column].formula?.(HEADER_ROW + 2 + index, index);
      return formula === undefined ? value : { formula, value };
    });
}

function headings(draft: SheetDraft, earlier: EarlierOutput | undefined): WrittenCell[] {
  const ours = draft.columns.map((column) => column.header);
  return earlier ? [...ours, ...earlier.ownColumns.map((column) => earlier.value(earlier.headerRow, column))] : ours;
}

/** The number of a row. */
function numbersIn({ columns, numberFields }: SheetDraft): (cells: readonly WrittenCell[]) => string {
  const places = numberFields.map((field) => columns.findIndex((column) => column.field === field));
  return (cells) => rowNumber(places.map((place) => plain(cells[place])));
}

function plain(cell: WrittenCell | undefined): Exclude<WrittenCell, { formula: string }> | undefined {
  return typeof cell === "object" && cell !== null && "formula" in cell ? cell.value : cell;
}

/** Gives the clerk's own cells beside a number, moved to where the row stands now; none where the number is new. */
function ownCellsCarried(
  draft: SheetDraft,
  earlier: EarlierOutput,
  losses: CarryLoss[],
): (no: string, toRow: number) => readonly WrittenCell[] {
  const column = movedColumns(draft, earlier);
  return (no, toRow) => {
    const fromRow = earlier.row(no);
    if (fromRow === undefined) return [];
    return earlier.ownColumns.map((from, index): WrittenCell => {
      const value = earlier.value(fromRow, from);
      const formula = earlier.formula(fromRow, from);
      if (formula === undefined) return value;
      const moved = moveOwnRowFormula(formula, { fromRow, toRow, column });
      if (moved !== undefined) return { formula: moved, value };
      losses.push({ kind: "formula became a value", sheet: kindOf(draft), no, row: toRow, column: draft.columns.length + index, formula });
      return value;
    });
  };
}

/** Where a column of the earlier sheet stands now. */
function movedColumns(draft: SheetDraft, earlier: EarlierOutput): (column: number) => number | undefined {
  const now = new Map<number, number>();
  draft.columns.forEach((column, index) => {
    const from = earlier.columnOf.get(column.field);
    if (from !== undefined) now.set(from, index);
  });
  earlier.ownColumns.forEach((from, index) => now.set(from, draft.columns.length + index));
  return (column) => now.get(column);
}

/** Rows that are no longer made, but beside which the clerk had written something. */
function rowsGone(draft: SheetDraft, earlier: EarlierOutput): CarryLoss[] {
  const here = new Set(draft.rows.map(numbersIn(draft)));
  const clerk = draft.columns.filter((column) => column.clerk).flatMap((column) => earlier.columnOf.get(column.field) ?? []);
  const gone: CarryLoss[] = [];
  for (const no of earlier.numbers()) {
    const row = earlier.row(no);
    if (row === undefined || here.has(no)) continue;
    const texts = [...clerk, ...earlier.ownColumns]
      .map((column) => earlier.value(row, column))
      .filter((value) => value !== null && value !== "");
    if (texts.length > 0)
      gone.push({ kind: "row is gone", sheet: kindOf(draft), no, text: texts.map((value) => rowNumber([value])).join(" | ") });
  }
  return gone;
}

function kindOf(draft: SheetDraft): OutputKind {
  const { kind } = draft.table;
  switch (kind) {
    case "Agreements":
    case "Unresolved":
    case "Remaining capacity":
    case "Transfers":
    case "Problems":
    case "Balance by product":
    case "Balance by capacity":
      return kind;
    default:
      throw new RangeError(`not a sheet of rows: ${kind}`);
  }
}

function writtenColumn({ width, style, grouped }: DraftColumn): WrittenColumn {
  return grouped ? { width, style, grouped } : { width, style };
}

/** Headings of the clerk's columns look different, those over numbers stand where the numbers do; quantities of mass have decimals. */
function cellStyles(draft: SheetDraft, own: number): ReadonlyMap<number, ReadonlyMap<number, CellStyle>> {
  const styles = new Map<number, ReadonlyMap<number, CellStyle>>();
  const headings = new Map<number, CellStyle>(headersOverNumbers(draft.columns));
  draft.columns.forEach((column, index) => {
    if (column.clerk) headings.set(index, "clerk header");
  });
  for (let index = 0; index < own; index++) headings.set(draft.columns.length + index, "clerk header");
  if (headings.size > 0) styles.set(HEADER_ROW, headings);
  const decimal = new Map<number, CellStyle>();
  draft.columns.forEach((column, index) => {
    if (column.period || column.field === "total") decimal.set(index, "decimal");
  });
  for (const row of draft.decimalRows) styles.set(HEADER_ROW + 1 + row, decimal);
  return styles;
}

function validations(draft: SheetDraft, { choices }: TableSetting, last: number): WrittenValidation[] {
  const found: WrittenValidation[] = [];
  draft.columns.forEach((column, index) => {
    const words = choices?.get(column.field);
    if (!words) return;
    const range = { top: HEADER_ROW + 1, left: index, bottom: last + ROOM_FOR_TYPED_ROWS, right: index };
    found.push({ range, rule: { kind: "list", source: words.join(",") }, severity: "stop" });
  });
  return found;
}

function printedColumns(draft: SheetDraft): number {
  const first = draft.columns.findIndex((column) => column.grouped);
  return first < 0 ? draft.columns.length : first;
}
