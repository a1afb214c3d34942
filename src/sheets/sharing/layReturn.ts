/** A return as the sheets of a new workbook, and back again. */
import { returnNote, shareTexts } from "../../i18n/sharing";
import type { CellStyle, CellValue, Sheet, WrittenSheet } from "../../workbook/workbook";
import { fieldColumns, isPeriods, type SheetTable } from "../table/column";
import { readLabels } from "../inputs/cover";
import { findSheets } from "../inputs/findSheets";
import { ProblemList } from "../table/problemList";
import type { FieldCells } from "./fieldCells";
import { layRecords } from "./layRecords";
import { placedRecords, readRecords, type PlacedRecords } from "./readRecords";
import { returnCode, RETURN_KINDS, RETURN_TABLES, type Returned, type ReturnCover, type ReturnKind, type ReturnRows } from "./returned";
import { returnCoverTable, type ReturnCoverField } from "./sharedTables";

/** Both sides write their opinion here. */
const REPLIES: ReadonlySet<string> = new Set(["supplierReply", "buyerReply", "remark"]);

export function layReturn(returned: Returned): readonly WrittenSheet[] {
  const { office, cover, rows, periods, language, checkCode } = returned;
  const text = new Map(cover);
  const note = returnNote[language]({ from: String(text.get("from")), to: office, returnNo: Number(text.get("returnNo")), checkCode });
  const sheets = RETURN_KINDS.flatMap((kind): readonly WrittenSheet[] => {
    const records = rows.get(kind) ?? [];
    if (records.length === 0 && kind !== "Agreements") return [];
    const table: SheetTable = RETURN_TABLES[kind];
    return [
      layRecords({
        ...{ table, records, language, note, always: REPLIES },
        title: `${office}${language === "en" ? ": " : ""}${table.names[language]}`,
        periods: kind === "Unresolved" ? periods.demand : table.columns.some(isPeriods) ? periods.quarters : [],
      }),
    ];
  });
  return [layCover(returned), ...sheets];
}

function layCover({ office, cover, language, checkCode }: Returned): WrittenSheet {
  const names = new Map(fieldColumns(returnCoverTable).map((column) => [column.field, column.names[language]]));
  const lines = [...cover, ["checkCode", checkCode] as const].filter(([, value]) => value !== "");
  return {
    name: returnCoverTable.names[language],
    visibility: "visible",
    columns: [
      { width: 24, style: "label" },
      { width: 48, style: "text" },
    ],
    rows: [
      [`${office}${language === "en" ? ": " : ""}${shareTexts.returned[language]}`],
      [],
      ...lines.map(([field, value]): CellValue[] => [names.get(field) ?? field, value]),
    ],
    rowStyles: new Map<number, CellStyle>([[0, "title"]]),
    print: { landscape: false },
  };
}

export interface ReturnRead {
  readonly texts: ReadonlyMap<ReturnCoverField, string>;
  readonly cover: ReturnCover;
  readonly rows: ReturnRows;
  readonly checkCode: string;
  /** The check code is that of what the file says. */
  readonly intact: boolean;
  /** The agreements with the places where they stand. */
  readonly agreements: PlacedRecords & { readonly sheet: string };
}

/** What a file says as a return; undefined where it is none. */
export function readReturn(sheets: readonly Sheet[]): ReturnRead | undefined {
  const tables: readonly SheetTable[] = [returnCoverTable, ...RETURN_KINDS.map((kind) => RETURN_TABLES[kind])];
  const found = findSheets(sheets, { tables }, new ProblemList());
  const page = found.get("Cover");
  const texts = page ? readLabels(page, returnCoverTable).texts : new Map<ReturnCoverField, string>();
  const paper = texts.get("paper");
  if (paper !== shareTexts.returned["zh-CN"] && paper !== shareTexts.returned.en) return undefined;
  const rows = new Map<ReturnKind, readonly FieldCells[]>(
    RETURN_KINDS.map((kind) => [kind, readRecords(found.get(kind), { table: RETURN_TABLES[kind] })] as const).filter(
      ([, records]) => records.length > 0,
    ),
  );
  const cover: ReturnCover = [...texts].filter(([field]) => field !== "checkCode");
  const checkCode = texts.get("checkCode") ?? "";
  const sheet = found.get("Agreements");
  const agreements = { ...placedRecords(sheet, { table: RETURN_TABLES.Agreements }), sheet: sheet?.name ?? "" };
  return { texts, cover, rows, checkCode, intact: returnCode(cover, rows) === checkCode, agreements };
}
