/**
 * Which sheet of the workbook is which of ours: by exact name in either language, by the defined name of an output, by an alias.
 * An exact name wins over an alias; two sheets of equal rank are a must-fix problem that names both.
 */
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import type { SheetTable } from "../table/column";
import { headingText } from "../table/normalText";
import type { ProblemList } from "../table/problemList";
import type { SheetKind } from "../reading";
import { simplified } from "../table/simplified";

interface Candidate {
  readonly sheet: Sheet;
  /** 0: found by its defined name, 1: exact name, 2: alias. */
  readonly rank: number;
}

export interface SheetSearch {
  readonly tables: readonly SheetTable[];
  readonly definedCells?: readonly DefinedCell[];
}

/** The sheet of each kind that the workbook has. */
export function findSheets(sheets: readonly Sheet[], search: SheetSearch, problems: ProblemList): ReadonlyMap<SheetKind, Sheet> {
  const found = new Map<SheetKind, Sheet>();
  for (const table of search.tables) {
    const candidates = candidatesFor(table, sheets, search.definedCells ?? []);
    const best = Math.min(...candidates.map(({ rank }) => rank));
    const equal = candidates.filter(({ rank }) => rank === best).map(({ sheet }) => sheet);
    if (equal.length > 1) {
      const [first, ...others] = equal;
      problems.ofSheet(
        "E06 sheet",
        { sheet: first.name },
        { sheets: equal.map(({ name }) => name), others: others.map(({ name }) => name), expected: bilingual(table) },
      );
    }
    if (equal.length > 0) found.set(table.kind, equal[0]);
  }
  return found;
}

function candidatesFor(table: SheetTable, sheets: readonly Sheet[], defined: readonly DefinedCell[]): readonly Candidate[] {
  const exact = new Set([headingText(table.names["zh-CN"]), headingText(table.names.en), headingText(bilingual(table))]);
  const aliases = new Set(table.aliases.map(headingText));
  const pointed = defined.find(({ name }) => name === table.definedName)?.sheet;
  return sheets.flatMap((sheet) => {
    if (sheet.name === pointed) return isBlank(sheet) ? [] : [{ sheet, rank: 0 }];
    const name = simplified(headingText(sheet.name));
    if (exact.has(name)) return [{ sheet, rank: 1 }];
    return aliases.has(name) || [...parts(name)].some((part) => exact.has(part)) ? [{ sheet, rank: 2 }] : [];
  });
}

/** Emptied: where what was written is undone, a sheet of ours stays, so that formulas that look at it stay alive. */
function isBlank({ values }: Sheet): boolean {
  return values.every((row) => row.every((value) => value === null || value === ""));
}

/** `需要 Demand`: a name in both languages counts as an alias of either. */
function parts(name: string): readonly string[] {
  const both =
    /^(\p{Script=Han}+)[·/|( ]+([^\p{Script=Han}]+?)\)?$/u.exec(name) ?? /^([^\p{Script=Han}]+?)[·/|( ]+(\p{Script=Han}+)\)?$/u.exec(name);
  return both ? [both[1], both[2]] : [];
}

/** `Demand · 需要`, for messages. */
export function bilingual({ names }: Pick<SheetTable, "names">): string {
  return `${names.en} · ${names["zh-CN"]}`;
}
