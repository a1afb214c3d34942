/** Lays a template's sheet out: title, an example in words, headings with help, and below them cells with their rules, empty or filled. */
import type { Language, Text } from "../../i18n/language";
import { footers } from "../../i18n/outputs";
import { normHelp, normPlaceholder, periodHelp, quantityHeading, sheetNotes } from "../../i18n/templates";
import type { CellStyle, CellValue, PrintSetup, WrittenCell, WrittenSheet } from "../../workbook/workbook";
import { isPeriods } from "../table/column";
import { anyHeading, quarterHeading, UNFILLED_PLAN, yearsOf, type HeadingSetting, type TemplatePlan } from "./quarterHeadings";
import { columnOf, number, type TemplateLayout, type TemplateRule } from "./templateLayout";
import { below, HEADER_ROW, headingHelp, RULED_ROWS, ruleOn } from "./templateRules";

/** Columns of Products that wait for an equipment class as their heading. */
const NORM_COLUMNS = 12;
/** At least so many wait beside those that have their class. */
const SPARE_NORM_COLUMNS = 2;
const PERIOD_WIDTH = 12.5;
/** Headings of own plans are longer. */
const OWN_WIDTH = 16;

/** What a template is filled with; without it, nothing. */
export interface TemplateFilling {
  readonly plan?: TemplatePlan;
  /** Rows by field of the table, or by the equipment class of a norm. */
  readonly records?: readonly ReadonlyMap<string, CellValue>[];
  /** Equipment classes that head norm columns. */
  readonly norms?: readonly string[];
  /** Rows below the headings that have rules, and that drop-downs offer. */
  readonly ruledRows?: number;
}

/** One column as it will stand. */
interface LaidColumn {
  /** What it is filled from. */
  readonly field?: string;
  readonly cell: WrittenCell;
  /** The heading as it reads now. */
  readonly heading: string;
  /** The clerk chooses the heading among these. */
  readonly headingRule?: TemplateRule;
  readonly help: Text;
  readonly width: number;
  readonly style: CellStyle;
  readonly rule?: TemplateRule;
}

export function layTemplate<Field extends string>(
  layout: TemplateLayout<Field>,
  language: Language,
  filling: TemplateFilling = {},
): WrittenSheet {
  const { table } = layout;
  const { records = [], ruledRows = RULED_ROWS } = filling;
  const columns = laidColumns(layout, language, filling);
  const setting = { language, rows: ruledRows };
  const title = table.names[language];
  const heads = columns.flatMap(({ headingRule, rule }, index): readonly (readonly [number, CellStyle])[] =>
    headingRule ? [[index, "clerk header"]] : rule?.kind === "number" ? [[index, "number header"]] : [],
  );
  return {
    name: title,
    visibility: "visible",
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [
      [title],
      [noteOf(layout)[language]],
      columns.map(({ cell }) => cell),
      ...records.map((cells) => columns.map(({ field }) => (field === undefined ? null : (cells.get(field) ?? null)))),
    ],
    rowStyles: new Map<number, CellStyle>([
      [0, "title"],
      [1, "note"],
      [HEADER_ROW, "header"],
    ]),
    cellStyles: heads.length > 0 ? new Map([[HEADER_ROW, new Map(heads)]]) : undefined,
    freeze: { rows: HEADER_ROW + 1, columns: layout.frozen },
    validations: columns.flatMap((column, index) => {
      const help = headingHelp(index, column, language);
      const head = column.headingRule ? { ...help, ...ruleOn(help.range, column.headingRule, setting) } : help;
      return column.rule ? [head, ruleOn(below(index, ruledRows), column.rule, setting)] : [head];
    }),
    print: { landscape: true, repeatRows: [HEADER_ROW, HEADER_ROW], footer: templateFooter(title, language) },
  };
}

/** Room for signatures, page of pages, and what sheet this is. */
export function templateFooter(title: string, language: Language): PrintSetup["footer"] {
  const blank = { preparedBy: "", checkedBy: "", responsible: "", checkCode: "" };
  const part = (which: "left" | "center"): string => footers[language]({ ...blank, part: which });
  return { left: part("left"), center: part("center"), right: title };
}

function noteOf({ table }: Pick<TemplateLayout, "table">): Text {
  for (const [kind, note] of Object.entries(sheetNotes)) if (kind === table.kind) return note;
  throw new RangeError(`no example for ${table.kind}`);
}

/** The layout's columns in the order of its table, with the run of periods where the table has it. */
function laidColumns<Field extends string>(
  layout: TemplateLayout<Field>,
  language: Language,
  { plan = UNFILLED_PLAN, norms = [] }: TemplateFilling,
): readonly LaidColumn[] {
  const { table, normsAfter } = layout;
  for (const { field } of layout.columns) columnOf(table, field);
  return table.columns.flatMap((entry): readonly LaidColumn[] => {
    if (isPeriods(entry)) return periodColumns(layout, { plan, language });
    const column = layout.columns.find(({ field }) => field === entry.field);
    if (!column) return [];
    const heading = entry.names[language];
    const { width, rule } = column;
    const laid: LaidColumn = {
      field: entry.field,
      cell: heading,
      heading,
      help: layout.help[entry.field],
      width,
      style: column.codes ? "text" : "input",
      rule,
    };
    return entry.field === normsAfter ? [laid, ...normColumns(norms, language)] : [laid];
  });
}

/** Headings the clerk chooses himself, so that sorting the Equipment sheet never moves a norm under another class. */
function normColumns(norms: readonly string[], language: Language): readonly LaidColumn[] {
  const headingRule: TemplateRule = { kind: "names", from: "equipment" };
  const waiting = Math.max(NORM_COLUMNS - norms.length, SPARE_NORM_COLUMNS);
  return [...norms, ...Array.from({ length: waiting }, () => undefined)].map((norm): LaidColumn => {
    const heading = norm ?? normPlaceholder[language];
    return { field: norm, cell: heading, heading, headingRule, help: normHelp, width: 11, style: "input", rule: number(0) };
  });
}

function periodColumns({ table, periods }: Pick<TemplateLayout, "table" | "periods">, setting: HeadingSetting): readonly LaidColumn[] {
  const { plan, language } = setting;
  const demand = table.kind === "Demand";
  const plain = { width: PERIOD_WIDTH, style: "input", rule: number(0) } as const;
  if (periods === "quantity") {
    const heading = quantityHeading[language];
    return [{ ...plain, cell: heading, heading, help: demand ? periodHelp.demandQuantity : periodHelp.capacityQuantity }];
  }
  const quarters = (own: boolean, help: Text): readonly LaidColumn[] =>
    Array.from({ length: plan.quarters }, (_, position) => {
      const { cell, text } = quarterHeading(position, { own, ...setting });
      return { ...plain, width: own ? OWN_WIDTH : PERIOD_WIDTH, cell, heading: text, help };
    });
  if (!demand) return [...quarters(false, periodHelp.available), ...quarters(true, periodHelp.own)];
  const any = Array.from({ length: yearsOf(plan) }, (_, position): LaidColumn => {
    const { cell, text } = anyHeading(position, setting);
    return { ...plain, cell, heading: text, help: periodHelp.demandAny };
  });
  return [...quarters(false, periodHelp.demandQuarter), ...any];
}
