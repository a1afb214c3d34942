/** The Cover: label left, value right. */
import type { LaterGoal } from "../../engine/model";
import { isNotCalculated, type Sheet } from "../../workbook/workbook";
import { column, fieldColumns } from "../table/column";
import type { SheetTable } from "../table/column";
import { headingMatcher } from "../table/matchHeading";
import { splitList } from "../table/names";
import { headingText, normalText } from "../table/normalText";
import type { ProblemList } from "../table/problemList";
import { asDecimal, inSteps, readNumber } from "../table/readNumber";
import { readPeriod } from "../table/readPeriod";
import { serialDate } from "../table/serialDate";
import { isFilled } from "../table/isFilled";
import { goalWords } from "../table/words";

export type CoverField =
  | "office" | "planStarts" | "quarters" | "round" | "sendTo" | "version" | "preparedBy" | "checkedBy" | "responsible" | "date"
  | "goals" | "template"; // prettier-ignore

export const coverTable: SheetTable<CoverField> = {
  kind: "Cover",
  names: { "zh-CN": "封面", en: "Cover" },
  aliases: ["封面表", "首页", "Cover page"],
  columns: [
    column("office", "填报单位", "Office", { required: true, aliases: ["单位", "填报机关"] }),
    column("planStarts", "计划起始季度", "Plan starts", { required: true, aliases: ["起始季度", "计划起始", "First quarter"] }),
    column("quarters", "季度数", "Quarters", { aliases: ["计划季度数", "Number of quarters"] }),
    column("round", "会议", "Round", { aliases: ["会议名称", "Meeting"] }),
    column("sendTo", "报送", "Send to", { aliases: ["报送单位"] }),
    column("version", "版次", "Version"),
    column("preparedBy", "填报人", "Prepared by", { aliases: ["制表", "制表人"] }),
    column("checkedBy", "审核人", "Checked by", { aliases: ["审核"] }),
    column("responsible", "负责人", "Responsible"),
    column("date", "填报日期", "Date", { aliases: ["日期"] }),
    column("goals", "平衡目标", "Goals"),
    column("template", "版式版本", "Template"),
  ],
};

/** The Cover as it stands; what is blank is absent. */
export interface CoverSheet {
  readonly sheet: string;
  readonly office?: string;
  /** As `HeadingPeriod` counts quarters. */
  readonly firstQuarter?: number;
  readonly quarters: number;
  readonly texts: ReadonlyMap<CoverField, string>;
  readonly version: number;
  readonly goals: readonly LaterGoal[];
  readonly rowOf: ReadonlyMap<CoverField, { readonly row: number; readonly column: number }>;
}

export const usualGoals: readonly LaterGoal[] = ["kept", "fit", "partner", "near", "on time"];
const DEFAULT_QUARTERS = 5;

export function readCover(sheet: Sheet, problems: ProblemList): CoverSheet {
  const { texts, rowOf, labels } = readLabels(sheet, coverTable);
  const at = (field: CoverField) => ({ sheet: sheet.name, ...rowOf.get(field) });
  const faulty = new Set<CoverField>();
  for (const [field, { row, column: right }] of rowOf) {
    const cell = sheet.values[row][right];
    if (typeof cell !== "object" || cell === null) continue;
    const kind = isNotCalculated(cell) ? "E03 not calculated" : "E03 error";
    problems.ofSheet(kind, at(field), { column: labels.get(field) ?? field, value: cell.error });
    faulty.add(field);
    texts.delete(field);
  }
  for (const { field, names } of fieldColumns(coverTable).filter(({ required }) => required)) {
    const facts = { column: labels.get(field) ?? `${names.en} · ${names["zh-CN"]}` };
    if (!texts.get(field) && !faulty.has(field)) problems.ofSheet("E02", at(field), facts);
  }
  const whole = (field: CoverField, bounds: { usual: number; minimum: number; maximum: number }): number => {
    const text = texts.get(field);
    if (text === undefined) return bounds.usual;
    const reading = readNumber(text);
    const value =
      reading.kind === "number" && /^[季个]?(?:季度)?$/u.test(reading.suffix) ? inSteps(asDecimal(reading.value), 0) : undefined;
    if (typeof value === "number" && value >= bounds.minimum && value <= bounds.maximum) return value;
    problems.ofSheet("E03 range", at(field), {
      column: labels.get(field) ?? field,
      value: text,
      minimum: bounds.minimum,
      maximum: bounds.maximum,
      decimals: 0,
    });
    return bounds.usual;
  };
  return {
    sheet: sheet.name,
    office: texts.get("office"),
    firstQuarter: readStart(texts.get("planStarts"), () =>
      problems.ofSheet("E16 period", at("planStarts"), { column: labels.get("planStarts") ?? "", value: texts.get("planStarts") ?? "" }),
    ),
    quarters: whole("quarters", { usual: DEFAULT_QUARTERS, minimum: 1, maximum: 40 }),
    version: whole("version", { usual: 1, minimum: 1, maximum: 9_999 }),
    goals: readGoals(texts.get("goals"), (value) =>
      problems.ofSheet("E05 goal", at("goals"), { column: labels.get("goals") ?? "", value, near: [...goalWords.keys()] }),
    ),
    texts,
    rowOf,
  };
}

/** Labels beside which a number is a date. */
const DATES: ReadonlySet<string> = new Set<CoverField>(["planStarts", "date"]);

export interface Labels<Field extends string> {
  readonly texts: Map<Field, string>;
  readonly rowOf: Map<Field, { row: number; column: number }>;
  readonly labels: Map<Field, string>;
}

/** Each label with the first filled cell to its right, up to the next label. */
export function readLabels<Field extends string>(sheet: Sheet, table: SheetTable<Field>): Labels<Field> {
  const match = headingMatcher(table);
  const found: Labels<Field> = { texts: new Map(), rowOf: new Map(), labels: new Map() };
  sheet.values.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const label = typeof cell === "string" ? match(cell) : undefined;
      if (!label || found.labels.has(label.field) || typeof cell !== "string") return;
      let right = column + 1;
      while (right < cells.length && !isFilled(cells[right])) right++;
      const value = cells[right];
      found.labels.set(label.field, normalText(cell));
      found.rowOf.set(label.field, { row, column: right < cells.length ? right : column + 1 });
      if (right >= cells.length || value === null || (typeof value === "string" && match(value) && right > column + 1)) return;
      const date = DATES.has(label.field) ? serialDate(value) : undefined;
      found.texts.set(label.field, date ?? (typeof value === "object" ? value.error : normalText(String(value))));
    });
  });
  return found;
}

function readStart(text: string | undefined, wrong: () => void): number | undefined {
  if (text === undefined) return undefined;
  const heading = readPeriod(text);
  if (heading && !("unusable" in heading) && !heading.own && heading.period.kind === "quarter") return heading.period.quarter;
  wrong();
  return undefined;
}

/** Goals 5 to 9 in the clerk's order; those he left out follow in the usual order. */
function readGoals(text: string | undefined, wrong: (value: string) => void): readonly LaterGoal[] {
  const chosen: LaterGoal[] = [];
  for (const word of splitList(text ?? "")) {
    const goal = goalWords.get(headingText(word));
    if (goal === undefined || chosen.includes(goal)) wrong(word);
    else chosen.push(goal);
  }
  return [...chosen, ...usualGoals.filter((goal) => !chosen.includes(goal))];
}
