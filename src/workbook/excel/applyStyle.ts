import type { CellStyle } from "../workbook";
import { looks } from "../xlsx/looks";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Gives a range the look of a style; the number format is set apart, before any value. */
export function applyStyle(range: Excel.Range, style: CellStyle, size: { readonly rows: number; readonly columns: number }): void {
  const look = looks[style];
  const { format } = range;
  if (look.bold) format.font.bold = true;
  if (look.points !== undefined) format.font.size = look.points;
  if (look.ink !== undefined) format.font.color = `#${look.ink}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (look.wrap) format.wrapText = true;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical === "center" ? "Center" : "Top";
  if (look.horizontal !== undefined) format.horizontalAlignment = "Right";
  if (look.border === undefined) return;
  const inside = [...(size.rows > 1 ? (["InsideHorizontal"] as const) : []), ...(size.columns > 1 ? (["InsideVertical"] as const) : [])];
  for (const edge of [...EDGES, ...inside]) {
    const line = format.borders.getItem(edge);
    line.style = "Continuous";
    line.color = `#${look.border}`;
  }
}

/** One format for every cell of the range; the type only knows the form with one text per cell, Excel takes both. */
export function setNumberFormat(range: Excel.Range, numberFormat: string): void {
  range.numberFormat = numberFormat as unknown as string[][];
}
