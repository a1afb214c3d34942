/**
 * An output sheet as the last run and the clerk left it: what he wrote into our columns, and his own columns beside them,
 * found again row by row by the row's number (on Problems: by sheet, cell and rule).
 */
import type { CellValue, Sheet } from "../../workbook/workbook";

export class EarlierOutput {
  /** The clerk's own columns: everything below the header that no column of ours claims, from left to right. */
  readonly ownColumns: readonly number[];
  private readonly rowOf = new Map<string, number>();

  constructor(
    readonly sheet: Sheet,
    readonly headerRow: number,
    /** Where each of our columns stands, by field ("no", "remark", "1956Q4" …). */
    readonly columnOf: ReadonlyMap<string, number>,
    numberFields: readonly string[],
  ) {
    const ours = [...columnOf.values()];
    const isOurs: boolean[] = [];
    for (const column of ours) isOurs[column] = true;
    const own = new Set<number>();
    const numberColumns = numberFields.map((field) => columnOf.get(field) ?? -1);
    for (let row = headerRow; row < sheet.values.length; row++) {
      const cells = sheet.values[row];
      for (let column = 0; column < cells.length; column++) if (isOurs[column] !== true && filled(cells[column])) own.add(column);
      const no = row === headerRow ? "" : rowNumber(numberColumns.map((column) => cells[column]));
      const key = no === "" && row > headerRow && ours.some((column) => filled(cells[column])) ? typedNumber(row) : no;
      if (key !== "" && !this.rowOf.has(key)) this.rowOf.set(key, row);
    }
    for (const [row, formulas] of sheet.formulas) {
      if (row > headerRow) for (const column of formulas.keys()) if (isOurs[column] !== true) own.add(column);
    }
    this.ownColumns = [...own].sort((a, b) => a - b);
  }

  /** Numbers of the rows, from top to bottom. */
  numbers(): Iterable<string> {
    return this.rowOf.keys();
  }

  /** The row has another number from now on. */
  renumber(from: string, to: string): void {
    const row = this.rowOf.get(from);
    if (row === undefined || this.rowOf.has(to)) return;
    this.rowOf.delete(from);
    this.rowOf.set(to, row);
  }

  row(no: string): number | undefined {
    return this.rowOf.get(no);
  }

  /** What stands in one of our columns beside a number; null where the row, the column or the value is missing. */
  cell(no: string, field: string): CellValue {
    const row = this.rowOf.get(no);
    const column = this.columnOf.get(field);
    return row === undefined || column === undefined ? null : (this.sheet.values[row][column] ?? null);
  }

  text(no: string, field: string): string {
    return cellText(this.cell(no, field));
  }

  value(row: number, column: number): CellValue {
    return this.sheet.values[row]?.[column] ?? null;
  }

  formula(row: number, column: number): string | undefined {
    return this.sheet.formulas.get(row)?.get(column);
  }
}

/** Stands for the number of a row (index from 0) that the clerk typed without one. */
export function typedNumber(row: number): string {
  return `+${row + 1}`;
}

export function isTypedNumber(no: string): boolean {
  return /^\+\d+$/u.test(no);
}

/** The parts of a number as one text; empty where the row has none. */
export function rowNumber(parts: readonly (CellValue | undefined)[]): string {
  return parts.map(cellText).join(" ").trim();
}

function filled(value: CellValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** A cell as plain text, as it is compared and kept: numbers by their shortest form, errors as Excel writes them. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.error : String(value).trim();
}
