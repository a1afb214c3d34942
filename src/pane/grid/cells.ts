/** The cells of an opened file as the page's grid asks for them: a few rows at a time, so that no size makes it wait. */
import type { CellValue, SheetInfo } from "../../workbook/workbook";

export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

export interface RowsAsked {
  readonly sheet: string;
  readonly first: number;
  readonly count: number;
}

export interface Cells {
  sheets(): Promise<readonly SheetInfo[]>;
  size(sheet: string): Promise<SheetSize>;
  /** Rows beyond the last are left out. Rejects where the sheet can't be read. */
  rows(asked: RowsAsked): Promise<readonly (readonly CellValue[])[]>;
}

/** A question to the worker, and its answer. */
export type CellsQuestion =
  | { readonly kind: "open"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "sheets"; readonly id: number }
  | { readonly kind: "size"; readonly id: number; readonly sheet: string }
  | { readonly kind: "rows"; readonly id: number; readonly asked: RowsAsked };

export interface CellsAnswer {
  readonly id: number;
  /** Absent: it can't be read. */
  readonly value?: unknown;
}
