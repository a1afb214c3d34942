/** Lays a template's sheet out: title, an example in words, headings with help, and below them empty cells with their rules. */
import type { Language, Text } from "../../i18n/language";
import { footers } from "../../i18n/outputs";
import { normHelp, normPlaceholder, periodHelp, quantityHeading, sheetNotes } from "../../i18n/templates";
import type { CellStyle, PrintSetup, WrittenCell, WrittenSheet } from "../../workbook/workbook";
import { isPeriods } from "../column";
import { anyHeading, quarterHeading, TEMPLATE_QUARTERS } from "./quarterHeadings";
import { columnOf, number, type TemplateLayout, type TemplateRule } from "./templateLayout";
import { below, HEADER_ROW, headingHelp, ruleOn } from "./templateRules";

/** Columns of Products that wait for an equipment class as their heading. */
const NORM_COLUMNS = 12;
const PERIOD_WIDTH = 12.5;
/** Headings of own plans are longer. */
const OWN_WIDTH = 16;

/** One column as it will stand. */
interface LaidColumn {
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

export function layTemplate<Field extends string>(layout: TemplateLayout<Field>, language: Language): WrittenSheet {
  const { table } = layout;
  const columns = laidColumns(layout, language);
  const title = table.names[language];
  const open = columns.flatMap(({ headingRule }, index) => (headingRule ? [[index, "clerk header"] as const] : []));
  return {
    name: title,
    visibility: "visible",
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [[title], [noteOf(layout)[language]], columns.map(({ cell }) => cell)],
    rowStyles: new Map<number, CellStyle>([
      [0, "title"],
      [1, "note"],
      [HEADER_ROW, "header"],
    ]),
    cellStyles: open.length > 0 ? new Map([[HEADER_ROW, new Map<number, CellStyle>(open)]]) : undefined,
    freeze: { rows: HEADER_ROW + 1, columns: layout.frozen },
    validations: columns.flatMap((column, index) => {
      const help = headingHelp(index, column, language);
      const head = column.headingRule ? { ...help, ...ruleOn(help.range, column.headingRule, language) } : help;
      return column.rule ? [head, ruleOn(below(index), column.rule, language)] : [head];
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
function laidColumns<Field extends string>(layout: TemplateLayout<Field>, language: Language): readonly LaidColumn[] {
  const { table, normsAfter } = layout;
  for (const { field } of layout.columns) columnOf(table, field);
  return table.columns.flatMap((entry): readonly LaidColumn[] => {
    if (isPeriods(entry)) return periodColumns(layout, language);
    const column = layout.columns.find(({ field }) => field === entry.field);
    if (!column) return [];
    const heading = entry.names[language];
    const { width, rule } = column;
    const laid: LaidColumn = {
      cell: heading,
      heading,
      help: layout.help[entry.field],
      width,
      style: column.codes ? "text" : "input",
      rule,
    };
    return entry.field === normsAfter ? [laid, ...normColumns(language)] : [laid];
  });
}

/** Headings the clerk chooses himself, so that sorting the Equipment sheet never moves a norm under another class. */
function normColumns(language: Language): readonly LaidColumn[] {
  const heading = normPlaceholder[language];
  const headingRule: TemplateRule = { kind: "names", from: "equipment" };
  const column: LaidColumn = { cell: heading, heading, headingRule, help: normHelp, width: 11, style: "input", rule: number(0) };
  return Array.from({ length: NORM_COLUMNS }, () => column);
}

function periodColumns({ table, periods }: Pick<TemplateLayout, "table" | "periods">, language: Language): readonly LaidColumn[] {
  const demand = table.kind === "Demand";
  const plain = { width: PERIOD_WIDTH, style: "input", rule: number(0) } as const;
  if (periods === "quantity") {
    const heading = quantityHeading[language];
    return [{ ...plain, cell: heading, heading, help: demand ? periodHelp.demandQuantity : periodHelp.capacityQuantity }];
  }
  const quarters = (own: boolean, help: Text): readonly LaidColumn[] =>
    Array.from({ length: TEMPLATE_QUARTERS }, (_, position) => {
      const { cell, text } = quarterHeading(position, { own, language });
      return { ...plain, width: own ? OWN_WIDTH : PERIOD_WIDTH, cell, heading: text, help };
    });
  if (!demand) return [...quarters(false, periodHelp.available), ...quarters(true, periodHelp.own)];
  const any = ([0, 1] as const).map((position): LaidColumn => {
    const { cell, text } = anyHeading(position, language);
    return { ...plain, cell, heading: text, help: periodHelp.demandAny };
  });
  return [...quarters(false, periodHelp.demandQuarter), ...any];
}
