/** What one sheet of the emulated Excel holds. Free of Node's own APIs, so that a page can carry it as well. */

import type { Chart } from "./chartObject";

export type Scalar = string | number | boolean;
/** Appearance by the client's property path, e.g. "format/font/bold". Shared between cells: never changed in place. */
export type Look = Readonly<Record<string, unknown>>;

export interface Cell {
  /** Blank is "". */
  value: Scalar;
  isError: boolean;
  /** With its leading "=", as Excel keeps it (en-US). */
  formula: string | null;
  numberFormat: string;
  look: Look;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Validation {
  readonly area: Area;
  readonly settings: Record<string, unknown>;
}

export const MAXIMUM_ROWS = 1_048_576;
export const MAXIMUM_COLUMNS = 16_384;
const PLAIN: Look = Object.freeze({});
const derived = new WeakMap<Look, Map<string, Look>>();

/** The same look with one property changed; equal changes of one look share one object. */
export function withProperty(look: Look, path: string, value: unknown): Look {
  const key = `${path}\u0000${JSON.stringify(value)}`;
  let known = derived.get(look);
  if (known === undefined) derived.set(look, (known = new Map()));
  let changed = known.get(key);
  if (changed === undefined) known.set(key, (changed = Object.freeze({ ...look, [path]: value })));
  return changed;
}

export function overlaps(one: Area, other: Area): boolean {
  return (
    one.top < other.top + other.rows &&
    other.top < one.top + one.rows &&
    one.left < other.left + other.columns &&
    other.left < one.left + one.columns
  );
}

export class SheetCells {
  readonly rows = new Map<number, Cell[]>();
  readonly #columnDefaults = new Map<number, Cell>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly columnWidths = new Map<number, number>();
  /** Outline levels: grouping twice nests. */
  readonly groupedColumns = new Map<number, number>();
  merges: Area[] = [];
  validations: Validation[] = [];
  filter: { readonly area: Area; readonly hides: ReadonlySet<number> } | null = null;
  freeze: Area | null = null;
  isProtected = false;
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  readonly tables: { readonly area: Area; readonly filtered: boolean }[] = [];
  readonly customProperties = new Map<string, string>();
  readonly charts: Chart[] = [];
  /** Also those that are gone: no id is given twice. */
  chartsMade = 0;
  readonly page: Record<string, unknown> = {};

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.[column];
  }

  /** The cell there, made if it isn't. */
  reach(row: number, column: number): Cell {
    let cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, (cells = []));
    return (cells[column] ??= { ...this.columnDefault(column) });
  }

  /** What a blank cell of the column is made of; formats given to a whole column change it. */
  columnDefault(column: number): Cell {
    const known = this.#columnDefaults.get(column);
    if (known !== undefined) return known;
    const made: Cell = { value: "", isError: false, formula: null, numberFormat: "General", look: PLAIN };
    this.#columnDefaults.set(column, made);
    return made;
  }

  isHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.filter?.hides.has(row) === true;
  }

  /** Null for an empty sheet. Formats count unless only values are asked for. */
  usedArea(valuesOnly: boolean): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, cells] of this.rows) {
      cells.forEach((cell, column) => {
        const blank = cell.value === "" && cell.formula === null;
        if (blank && (valuesOnly || (cell.numberFormat === "General" && Object.keys(cell.look).length === 0))) return;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      });
    }
    return bottom < 0 ? null : { top, left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}
