import { WorkbookError } from "../workbook";
import { cellReference } from "../xlsx/cellReference";
import { looks } from "../xlsx/looks";
import { isFormula, typedCell } from "./typedCell";
import type { Quoting } from "./typedCell";
import { applyStyle, setNumberFormat } from "./applyStyle";
import { bytesOfRow } from "./bytesOf";
import { STAGING } from "./definedNames";
import type { Session } from "./session";
import { hasLook, numberFormatAt, styleAreas } from "./styleAreas";
import type { Target } from "./target";

/** Begins the tab names of hidden sheets on which a result is laid out. */
export const STAGING_TAB = "CB~";

export interface Staging {
  readonly target: Target;
  readonly tab: string;
}

export interface StagingOrder {
  readonly targets: readonly Target[];
  readonly bytesPerSync: number;
  readonly quoting: Quoting;
  readonly tabsTaken: readonly string[];
}

const LAST_ROW = 1_048_576;
const LONGEST_TEXT = 32_767;

/** A rectangle's format and look take about this many bytes. */
const BYTES_PER_AREA = 4000;

/**
 * Lays every sheet out on a hidden sheet of its own, at the same cells: number formats and looks first, then values. Formulas
 * are left for later, when all the sheets they look at are there.
 */
export async function stageSheets(session: Session, order: StagingOrder): Promise<Staging[]> {
  const { worksheets, names } = session.workbook;
  const tabs = freeTabs(order);
  const stagings = order.targets.map((target, index) => ({ target, tab: tabs[index] }));
  let bytes = 0;
  const spend = async (cost: number): Promise<void> => {
    if (bytes > 0 && bytes + cost > order.bytesPerSync) {
      await session.sync(bytes);
      bytes = 0;
    }
    bytes += cost;
  };
  for (const [index, { target, tab }] of stagings.entries()) {
    const sheet = worksheets.add(tab);
    sheet.visibility = "Hidden";
    names.add(`${STAGING}${index + 1}`, sheet.getRangeByIndexes(0, 0, 1, 1));
    if (target.existing === null) prepareColumns(sheet, target);
    for (const area of styleAreas(target.written, target.columns)) {
      await spend(BYTES_PER_AREA);
      const range = worksheets.getItem(tab).getRangeByIndexes(area.top, area.left, area.rows, area.columns);
      if (area.numberFormat !== "General") setNumberFormat(range, area.numberFormat);
      applyStyle(range, area.style, area);
    }
    await stageValues({ target, tab, session, spend, order });
  }
  await session.sync(bytes);
  return stagings;
}

/** A new sheet's columns get their looks down to the last row, for what the clerk will type below; what is written has its own. */
function prepareColumns(sheet: Excel.Worksheet, { written, rows, columns }: Target): void {
  for (const [column, { style }] of written.columns.entries()) {
    const { format } = looks[style];
    if (format === undefined && !hasLook(style)) continue;
    const range = sheet.getRangeByIndexes(0, column, LAST_ROW, 1);
    if (format !== undefined) setNumberFormat(range, format);
    applyStyle(range, style, { rows: LAST_ROW, columns: 1 });
  }
  sheet.getRangeByIndexes(0, 0, rows, columns).clear("Formats");
}

interface ValueStaging extends Staging {
  readonly session: Session;
  readonly spend: (bytes: number) => Promise<void>;
  readonly order: StagingOrder;
}

async function stageValues({ target, tab, session, spend, order }: ValueStaging): Promise<void> {
  const { written, columns } = target;
  let rows: (string | number | boolean)[][] = [];
  let bytes = 0;
  const send = async (until: number): Promise<void> => {
    if (rows.length === 0) return;
    await spend(bytes);
    session.workbook.worksheets.getItem(tab).getRangeByIndexes(until - rows.length, 0, rows.length, columns).values = rows;
    [rows, bytes] = [[], 0];
  };
  for (let row = 0; row < written.rows.length; row++) {
    const typed = Array.from({ length: columns }, (_, column) => {
      const cell = written.rows[row][column] ?? null;
      if (typeof cell === "string" && cell.length > LONGEST_TEXT) throw tooLong(cell, `${target.name}!${cellReference(row, column)}`);
      return isFormula(cell) ? "" : typedCell(cell, numberFormatAt(written, row, column), order.quoting);
    });
    const cost = bytesOfRow(typed);
    if (bytes + cost > order.bytesPerSync / 2) await send(row);
    rows.push(typed);
    bytes += cost;
  }
  await send(written.rows.length);
}

function tooLong(text: string, place: string): WorkbookError {
  return new WorkbookError("too much data", `${place}: a text of ${text.length} characters; Excel takes ${LONGEST_TEXT}`);
}

function freeTabs({ targets, tabsTaken }: StagingOrder): string[] {
  const tabs: string[] = [];
  for (let number = 1; tabs.length < targets.length; number++) {
    const tab = `${STAGING_TAB}${number}`;
    if (!tabsTaken.some((other) => other.toLowerCase() === tab.toLowerCase())) tabs.push(tab);
  }
  return tabs;
}
