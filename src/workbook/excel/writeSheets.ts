import type { WrittenSheet } from "../workbook";
import { WorkbookError } from "../workbook";
import { INCOMPLETE, STAGING } from "./definedNames";
import { dressSheet, GROUPED } from "./dressSheet";
import { drawCharts } from "./drawCharts";
import { finish, publish } from "./publish";
import type { CellArea } from "./readCells";
import type { Session } from "./session";
import { STAGING_TAB, stageSheets } from "./stageSheets";
import { survey } from "./survey";
import type { Survey } from "./survey";
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
  readonly mark: number;
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
  const standing = await withoutLeftovers(session, now);
  const targets = targetsOf(order.sheets, standing, order.stood);
  const before = await look(session, targets);
  const tabsTaken = [...standing.sheets, ...targets].map(({ name }) => name);
  const stagings = await stageSheets(session, { ...order, targets, tabsTaken });
  await verifyStaged(session, stagings, order.bytesPerSync);
  await publish(session, { ...order, stagings, before, names: standing.names });
  await finish(session, stagings);
  return async () => {
    for (const target of targets) dressSheet(session, target, target.existing === null ? undefined : before.get(target.existing.id));
    await session.sync();
    await drawCharts(session, targets);
  };
}

/** What an interrupted run left: the sheets laid out but never shown, and the mark. */
export async function clearLeftovers(session: Session): Promise<void> {
  const now = await survey(session);
  if (now.structureProtected) throw new WorkbookError("structure protected", "no sheet can be taken away");
  const { names } = await withoutLeftovers(session, now);
  if (names.includes(INCOMPLETE)) session.workbook.names.getItem(INCOMPLETE).delete();
  await session.sync();
}

/**
 * The workbook without what an interrupted run left; the sheets go with the next sync. Left are hidden sheets that our names of the
 * laying out point at, and empty ones with such a tab's name, which broke off before they were named. A clerk's sheet that happens
 * to be called so is neither, and one that was shown already is whole: it only loses that name.
 */
async function withoutLeftovers(session: Session, now: Survey): Promise<Survey> {
  const { worksheets, names } = session.workbook;
  const doubtful = now.sheets.filter((sheet) => sheet.name.startsWith(STAGING_TAB));
  const contents = doubtful.map((sheet) => worksheets.getItem(sheet.id).getUsedRangeOrNullObject(false));
  for (const content of contents) content.load("rowCount");
  if (doubtful.length > 0) await session.sync();
  const staged = now.cells.filter((cell) => cell.name.startsWith(STAGING)).map((cell) => cell.sheet);
  const leftovers = now.sheets.filter((sheet) => {
    const blank = contents[doubtful.indexOf(sheet)]?.isNullObject === true;
    return blank || (sheet.visibility !== "Visible" && staged.includes(sheet.name));
  });
  const gone = (name: string): boolean => leftovers.some((sheet) => sheet.name === name);
  const lost = now.cells.filter((cell) => cell.name !== INCOMPLETE && gone(cell.sheet)).map((cell) => cell.name);
  const dropped = now.names.filter((name) => name.startsWith(STAGING) || lost.includes(name));
  for (const sheet of leftovers) worksheets.getItem(sheet.id).delete();
  for (const name of dropped) names.getItem(name).delete();
  return {
    ...now,
    sheets: now.sheets.filter((sheet) => !leftovers.includes(sheet)),
    cells: now.cells.filter((cell) => !dropped.includes(cell.name)),
    names: now.names.filter((name) => !dropped.includes(name)),
  };
}

const MOST_CELLS_COPIED = 2_000_000;

/** What the targets hold now, by the existing sheet's id. */
async function look(session: Session, targets: readonly Target[]): Promise<Map<string, Before>> {
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
  await session.sync();
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
  return new Map(before);
}

/** Null where there is none, or where formats alone have blown it up. */
function areaOf(range: Excel.Range, mostCells: number): CellArea | null {
  if (range.isNullObject || range.rowCount * range.columnCount > mostCells) return null;
  return { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}
