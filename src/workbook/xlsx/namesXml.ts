import type { WrittenSheet } from "../workbook";
import { absoluteRange, quotedSheetName } from "./cellReference";
import { escapeXml } from "./xmlText";

/** A defined name as the workbook's main part holds it; `tab` for one that belongs to a single sheet. */
export interface WrittenName {
  readonly name: string;
  readonly tab: number | undefined;
  readonly xml: string;
}

/** The names a sheet of ours brings: the one we find it by, and Excel's own for printing and filtering. */
export function namesFor(sheet: WrittenSheet, tabName: string, tab: number): readonly WrittenName[] {
  const place = quotedSheetName(tabName);
  const names: WrittenName[] = [];
  const add = (name: string, own: boolean, formula: string): void => {
    const scope = own ? ` localSheetId="${tab}"` : "";
    const hidden = name === "_xlnm._FilterDatabase" ? ' hidden="1"' : "";
    names.push({
      name,
      tab: own ? tab : undefined,
      xml: `<definedName name="${escapeXml(name)}"${scope}${hidden}>${escapeXml(formula)}</definedName>`,
    });
  };
  if (sheet.definedName !== undefined) add(sheet.definedName, false, `${place}!$A$1`);
  if (sheet.filter !== undefined) add("_xlnm._FilterDatabase", true, `${place}!${absoluteRange(sheet.filter)}`);
  const columns = sheet.print?.columns;
  if (columns !== undefined && sheet.rows.length > 0) {
    add(
      "_xlnm.Print_Area",
      true,
      `${place}!${absoluteRange({ top: 0, left: columns[0], bottom: sheet.rows.length - 1, right: columns[1] })}`,
    );
  }
  const rows = sheet.print?.repeatRows;
  if (rows !== undefined) add("_xlnm.Print_Titles", true, `${place}!$${rows[0] + 1}:$${rows[1] + 1}`);
  return names;
}

/** Excel's own names of a sheet that we set afresh with it. */
export const SHEET_NAMES: ReadonlySet<string> = new Set(["_xlnm._FilterDatabase", "_xlnm.Print_Area", "_xlnm.Print_Titles"]);
