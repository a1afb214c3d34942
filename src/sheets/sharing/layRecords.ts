/** Lays rows that travel out as a sheet: title, note, headings, one row each; no column that no row fills but those that are required. */
import { headersOverNumbers } from "../table/headersOverNumbers";
import { shareTexts } from "../../i18n/sharing";
import type { CellStyle, CellValue, WrittenSheet } from "../../workbook/workbook";
import { isPeriods, type SheetTable } from "../table/column";
import { HEADER_ROW } from "../table/layTable";
import { withOrigin } from "../inputs/received";
import type { SheetLanguage } from "../reading";
import { periodHeader } from "../table/sheetDraft";
import type { FieldCells } from "./fieldCells";
import { ownKey } from "./readRecords";

export interface RecordSheet {
  readonly table: SheetTable;
  readonly records: readonly FieldCells[];
  readonly language: SheetLanguage;
  /** The tab's name where the sheet is there already. */
  readonly name?: string;
  readonly title: string;
  readonly note: string;
  /** Keys of the period columns that stand whatever the rows say. */
  readonly periods?: readonly string[];
  /** Equipment classes that head columns of their own. */
  readonly norms?: readonly string[];
  /** Fields that have a column even where nothing stands in it. */
  readonly always?: ReadonlySet<string>;
  /** Absent: the sheet is not one that is found and written again. */
  readonly definedName?: string;
}

interface LaidColumn {
  readonly field: string;
  readonly header: string;
  readonly width: number;
}

export function layRecords(sheet: RecordSheet): WrittenSheet {
  const { table, records, language } = sheet;
  const columns = columnsOf(sheet);
  const styles = columns.map(({ field }) => styleOf(field, records));
  return {
    name: sheet.name ?? table.names[language],
    definedName: sheet.definedName,
    visibility: "visible",
    columns: columns.map(({ width }, index) => ({ width, style: styles[index] })),
    rows: [
      [sheet.title],
      [sheet.note],
      columns.map(({ header }) => header),
      ...records.map((cells) => columns.map(({ field }): CellValue => cells.get(field) ?? null)),
    ],
    rowStyles: new Map<number, CellStyle>([
      [0, "title"],
      [1, "note"],
      [HEADER_ROW, "header"],
    ]),
    cellStyles: new Map([[HEADER_ROW, new Map(headersOverNumbers(styles.map((style) => ({ style }))))]]),
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    filter: { top: HEADER_ROW, left: 0, bottom: Math.max(HEADER_ROW + 1, HEADER_ROW + records.length), right: columns.length - 1 },
    print: { landscape: true, repeatRows: [HEADER_ROW, HEADER_ROW] },
  };
}

function columnsOf({ table, records, language, periods = [], norms = [], always }: RecordSheet): readonly LaidColumn[] {
  const filled = new Set(records.flatMap((cells) => [...cells.keys()]));
  const laid = withOrigin(table).columns.flatMap((entry): readonly LaidColumn[] => {
    if (isPeriods(entry)) {
      const own = entry.periods === "quarters and own";
      const plain = periods.map((key) => ({ field: key, header: periodHeader(key, language), width: 11 }));
      return own ? [...plain, ...periods.map((key) => ({ field: ownKey(key), header: ownHeader(key, language), width: 14 }))] : plain;
    }
    const { field, names, width, required } = entry;
    return required || always?.has(field) === true || filled.has(field) ? [{ field, header: names[language], width: width ?? 14 }] : [];
  });
  return [...laid, ...norms.filter((norm) => filled.has(norm)).map((norm) => ({ field: norm, header: norm, width: 12 }))];
}

function ownHeader(key: string, language: SheetLanguage): string {
  const own = shareTexts.own[language];
  return key === "any" ? own : `${periodHeader(key, language)} ${own}`;
}

function styleOf(field: string, records: readonly FieldCells[]): CellStyle {
  let style: CellStyle | undefined;
  for (const cells of records) {
    const value = cells.get(field);
    if (typeof value === "string" && value.length > LONG_TEXT) return "wrapped";
    if (typeof value === "string") style = "text";
    else if (typeof value === "number") style ??= "decimal";
  }
  return style ?? "text";
}

/** Beyond this Excel may show #### for a cell formatted as text. */
const LONG_TEXT = 200;
