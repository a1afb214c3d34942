import { OUR_NAMES, type DefinedCell } from "../workbook";
import { definedCell } from "./definedNames";
import type { Session } from "./session";

export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
  readonly isProtected: boolean;
}

/** The workbook at one moment: its sheets in the order of their tabs, and our names. */
export interface Survey {
  readonly sheets: readonly SurveyedSheet[];
  readonly cells: readonly DefinedCell[];
  /** Every name that begins with "CB.", also those whose sheet is gone. */
  readonly names: readonly string[];
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
}

/** One sync. */
export async function survey(session: Session): Promise<Survey> {
  const { workbook } = session;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  workbook.names.load("items/name,items/formula");
  await session.sync();
  const ours = workbook.names.items.filter((item) => item.name.startsWith(OUR_NAMES));
  return {
    sheets: workbook.worksheets.items.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.protection.protected,
    })),
    cells: ours.map((item) => definedCell(item.name, String(item.formula))).filter((cell) => cell !== null),
    names: ours.map((item) => item.name),
    readOnly: workbook.readOnly,
    structureProtected: workbook.protection.protected,
  };
}

/** Sheet names differ by more than case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
