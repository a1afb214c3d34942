/** The Summary while its rows are put down one after the other, in the workbook's language. */
import { summaryTexts } from "../../i18n/summary";
import type { CellStyle, WrittenCell, WrittenChart } from "../../workbook/workbook";
import type { SheetLanguage } from "../reading";

export type Row = readonly WrittenCell[];

export class SummaryPage {
  readonly rows: Row[] = [];
  readonly rowStyles = new Map<number, CellStyle>();
  readonly cellStyles = new Map<number, Map<number, CellStyle>>();
  readonly charts: Omit<WrittenChart, "over">[] = [];

  constructor(readonly language: SheetLanguage) {}

  title(title: string, note: string): void {
    this.add([title], "title");
    this.add([note], "note");
  }

  heading(text: keyof typeof summaryTexts): void {
    this.add([]);
    this.add([this.text(text)], "label");
  }

  columns(...texts: readonly (keyof typeof summaryTexts)[]): void {
    this.add(texts.map((text) => this.text(text)), "header"); // prettier-ignore
  }

  add(row: Row, style?: CellStyle, cells: Readonly<Record<number, CellStyle>> = {}): void {
    if (style) this.rowStyles.set(this.rows.length, style);
    const own = Object.entries(cells).map(([column, look]): [number, CellStyle] => [Number(column), look]);
    if (own.length > 0) this.cellStyles.set(this.rows.length, new Map(own));
    if (style === undefined) this.alignHeadings(row);
    this.rows.push(row);
  }

  /** Headings stand where the numbers of their first row do. */
  private alignHeadings(row: Row): void {
    const above = this.rows.length - 1;
    if (this.rowStyles.get(above) !== "header") return;
    const numbers = row.flatMap((cell, column) => (typeof cell === "number" ? [[column, "number header"] as const] : []));
    this.cellStyles.set(above, new Map(numbers));
  }

  /** The table that ends with the last row, its headings and so many rows, as a chart: the first of its columns names the bars. */
  chart(title: keyof typeof summaryTexts, rows: number, [left, right]: readonly [number, number]): void {
    if (rows === 0) return;
    const bottom = this.rows.length - 1;
    this.charts.push({ name: `CB.${title}`, title: this.text(title), table: { top: bottom - rows, left, bottom, right } });
  }

  sentence(text: string): void {
    this.add([text], "note");
  }

  text(key: keyof typeof summaryTexts): string {
    return summaryTexts[key][this.language];
  }
}
