import type { CellStyle } from "../workbook";

/** How a style of ours looks. The font is the workbook's own default one, only heavier, larger or paler. */
export interface Look {
  readonly bold?: boolean;
  readonly points?: number;
  /** RGB, six digits. */
  readonly ink?: string;
  readonly fill?: string;
  /** RGB of thin lines on all four sides. */
  readonly border?: string;
  /** A format code; absent: General. */
  readonly format?: string;
  readonly wrap?: boolean;
  readonly vertical?: "center" | "top";
  readonly horizontal?: "right";
}

const LINE = "BFBFBF";
const PALE_LINE = "D9D9D9";

export const looks: Readonly<Record<CellStyle, Look>> = {
  title: { bold: true, points: 14, vertical: "center" },
  note: { ink: "595959", vertical: "top" },
  label: { bold: true },
  header: { bold: true, fill: "DDEBF7", border: LINE, wrap: true, vertical: "center" },
  "number header": { bold: true, fill: "DDEBF7", border: LINE, wrap: true, vertical: "center", horizontal: "right" },
  "clerk header": { bold: true, border: LINE, wrap: true, vertical: "center" },
  input: { fill: "FFFBE6", border: PALE_LINE },
  text: { format: "@" },
  // No "@" here: Excel shows #### for long texts in cells formatted as text.
  wrapped: { wrap: true, vertical: "top" },
  whole: { format: "#,##0" },
  decimal: { format: "#,##0.###" },
  percent: { format: "0.0%" },
  money: { format: "#,##0.00" },
  date: { format: "yyyy-mm-dd" },
};
