import type { WrittenSheet } from "../workbook";
import { WorkbookError } from "../workbook";
import { INCOMPLETE, STAGING } from "./definedNames";
import { dressSheet, GROUPED } from "./dressSheet";
import { finish, publish } from "./publish";
import type { CellArea } from "./readCells";
import type { Session } from "./session";
import { STAGING_TAB, stageSheets } from "./stageSheets";
import { sameName, survey } from "./survey";
import type { Survey, SurveyedSheet } from "./survey";
import type { Before, Target } from "./target";
import { targetsOf } from "./target";
import type { Quoting } from "./typedCell";
import { verifyStaged } from "./verifyStaged";

export interface WriteOrder {
  readonly sheets: readonly WrittenSheet[];
  readonly bytesPerSync: number;
  readonly quoting: Quoting;
  /** The ids of the sheets that stood when the run began, remembered from its first attempt to its last. */
  readonly stood: Set<string>;
}

/**
 * Writes sheets of ours so that at every moment the workbook holds the old result, the new one, or a mark that it is incomplete:
 * everything is laid out on hidden sheets, read back and compared, and only then copied over.
 * Gives a second step, the looks, apart: by then the result is whole, whatever becomes of its widths and its printed page.
 */
export async function writeSheets(session: Session, order: WriteOrder): Promise<() => Promise<void>> {
  const now = await survey(session);
  if (now.readOnly) throw new WorkbookError("read-only", "the workbook is open for reading only");
  if (now.structureProtected) throw new WorkbookError("structure protected", "no sheet can be added to the workbook");
  if (order.stood.size === 0) for (const sheet of now.sheets) order.stood.add(sheet.id);
  const begun = [...begunSheets(now, order.stood), ...(await abandonedSheets(session, now, order.sheets))];
  const targets = targetsOf(order.sheets, now, new Set(begun));
  const { before, leftovers } = await look(session, now, targets);
  removeLeftovers(session, now, leftovers);
  const tabsTaken = now.sheets.filter((sheet) => !leftovers.includes(sheet)).map((sheet) => sheet.name);
  const stagings = await stageSheets(session, { ...order, targets, tabsTaken: [...tabsTaken, ...targets.map((target) => target.name)] });
  await verifyStaged(session, stagings, order.bytesPerSync);
  await publish(session, { stagings, before, names: now.names, bytesPerSync: order.bytesPerSync });
  await finish(session, stagings);
  return async () => {
    for (const target of targets) dressSheet(session, target, target.existing === null ? undefined : before.get(target.existing.id));
    await session.sync();
  };
}

/** What an interrupted run left: the sheets laid out but never shown, and the mark. */
export async function clearLeftovers(session: Session): Promise<void> {
  const now = await survey(session);
  if (now.structureProtected) throw new WorkbookError("structure protected", "no sheet can be taken away");
  const { leftovers } = await look(session, now, []);
  removeLeftovers(session, now, leftovers);
  if (now.names.includes(INCOMPLETE)) session.workbook.names.getItem(INCOMPLETE).delete();
  await session.sync();
}

const MOST_CELLS_COPIED = 2_000_000;

/** Added since the run began, by an earlier attempt of it. */
function begunSheets(now: Survey, stood: ReadonlySet<string>): string[] {
  return now.sheets.filter((sheet) => !stood.has(sheet.id) && !sheet.name.startsWith(STAGING_TAB)).map((sheet) => sheet.id);
}

/** Added by an interrupted run that broke off before it could name or fill them: empty, with the tab's name we want. */
async function abandonedSheets(session: Session, now: Survey, sheets: readonly WrittenSheet[]): Promise<string[]> {
  if (!now.names.includes(INCOMPLETE)) return [];
  const named = now.cells.filter((cell) => cell.name !== INCOMPLETE).map((cell) => cell.sheet);
  const alike = now.sheets.filter((known) => !named.includes(known.name) && sheets.some((sheet) => sameName(sheet.name, known.name)));
  if (alike.length === 0) return [];
  const contents = alike.map((sheet) => session.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true));
  for (const content of contents) content.load("rowCount");
  await session.sync();
  return alike.filter((_, index) => contents[index].isNullObject).map((sheet) => sheet.id);
}

/**
 * What the targets hold now, and which hidden sheets an interrupted run left: those our names point at, and empty ones with our
 * tab name, which broke off before they were named. A clerk's sheet that happens to be called so is neither.
 */
async function look(
  session: Session,
  now: Survey,
  targets: readonly Target[],
): Promise<{ before: Map<string, Before>; leftovers: SurveyedSheet[] }> {
  const { worksheets } = session.workbook;
  const existing = targets.map((target) => target.existing).filter((sheet) => sheet !== null);
  const looked = existing.map((known) => {
    const sheet = worksheets.getItem(known.id);
    const [filled, used] = [true, false].map((valuesOnly) => sheet.getUsedRangeOrNullObject(valuesOnly));
    filled.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    sheet.autoFilter.load("enabled");
    sheet.tables.load("count");
    const grouped = sheet.customProperties.getItemOrNullObject(GROUPED);
    grouped.load("value");
    return { id: known.id, filled, used, filter: sheet.autoFilter, tables: sheet.tables, grouped };
  });
  const doubtful = now.sheets.filter((sheet) => sheet.name.startsWith(STAGING_TAB));
  const contents = doubtful.map((sheet) => worksheets.getItem(sheet.id).getUsedRangeOrNullObject(false));
  for (const content of contents) content.load("rowCount");
  await session.sync();
  const named = now.cells.filter((cell) => cell.name.startsWith(STAGING)).map((cell) => cell.sheet);
  const before = looked.map(({ id, filled, used, filter, tables, grouped }): [string, Before] => [
    id,
    {
      used: areaOf(used, MOST_CELLS_COPIED) ?? areaOf(filled, Infinity),
      isEmpty: filled.isNullObject,
      hasFilter: filter.enabled,
      hasTable: tables.count > 0,
      hasHiddenRows: !filled.isNullObject && filled.rowHidden !== false,
      grouped: grouped.isNullObject ? "" : grouped.value,
    },
  ]);
  const leftovers = doubtful.filter((sheet, index) => named.includes(sheet.name) || contents[index].isNullObject);
  return { before: new Map(before), leftovers };
}

/** Null where there is none, or where formats alone have blown it up. */
function areaOf(range: Excel.Range, mostCells: number): CellArea | null {
  if (range.isNullObject || range.rowCount * range.columnCount > mostCells) return null;
  return { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** Goes with the next sync. */
function removeLeftovers(session: Session, now: Survey, leftovers: readonly SurveyedSheet[]): void {
  const { worksheets, names } = session.workbook;
  for (const sheet of leftovers) worksheets.getItem(sheet.id).delete();
  for (const name of now.names) if (name.startsWith(STAGING)) names.getItem(name).delete();
}
