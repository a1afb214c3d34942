/** The emulated workbook: its sheets, its defined names, and Excel's rules about both. */
import { SheetCells } from "./cells";
import { HostFault } from "./hostFault";

export interface DefinedName {
  readonly name: string;
  sheet: SheetCells | null;
  readonly row: number;
  readonly column: number;
}

export class Book {
  readonly sheets: SheetCells[] = [];
  readonly names = new Map<string, DefinedName>();
  /** What the clerk sees chosen. */
  selection: { readonly sheet: SheetCells; readonly row: number; readonly column: number } | null = null;
  structureProtected = false;
  readOnly = false;
  /** "Pending" where the clerk calculates by hand and has not yet. */
  calculationState: "Done" | "Calculating" | "Pending" = "Done";
  #lastId = 0;

  find(nameOrId: string): SheetCells | null {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null;
  }

  add(name: string): SheetCells {
    this.refuseIfProtected();
    this.refuseBadName(name, null);
    const sheet = new SheetCells(`{00000000-0000-4000-8000-${String(++this.#lastId).padStart(12, "0")}}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  rename(sheet: SheetCells, name: string): void {
    this.refuseIfProtected();
    this.refuseBadName(name, sheet);
    const [before, after] = [reference(sheet.name), reference(name)];
    sheet.name = name;
    this.#replaceInFormulas(before, after);
  }

  /** Whoever looked at the sheet sees #REF! from now on, as in Excel. */
  remove(sheet: SheetCells): void {
    this.refuseIfProtected();
    if (sheet.visibility === "VeryHidden") throw new HostFault("InvalidOperation", "a very hidden sheet can't be deleted");
    const othersVisible = this.sheets.some((other) => other !== sheet && other.visibility === "Visible");
    if (!othersVisible) throw new HostFault("InvalidOperation", "a workbook needs one visible sheet");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.#replaceInFormulas(reference(sheet.name), "#REF!");
    for (const name of this.names.values()) if (name.sheet === sheet) name.sheet = null;
  }

  setVisibility(sheet: SheetCells, visibility: SheetCells["visibility"]): void {
    this.refuseIfProtected();
    const last = this.sheets.filter((other) => other.visibility === "Visible").length === 1 && sheet.visibility === "Visible";
    if (visibility !== "Visible" && last) throw new HostFault("InvalidOperation", "a workbook needs one visible sheet");
    sheet.visibility = visibility;
  }

  define(name: string, at: { sheet: SheetCells; row: number; column: number }): DefinedName {
    if (!/^[A-Za-z_\\\p{L}][\w.\\\p{L}]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
      throw new HostFault("InvalidArgument", `name ${name}`);
    if (this.names.has(name.toLowerCase())) throw new HostFault("ItemAlreadyExists", `name ${name}`);
    const made = { name, ...at };
    this.names.set(name.toLowerCase(), made);
    return made;
  }

  refuseIfProtected(): void {
    if (this.structureProtected) throw new HostFault("AccessDenied", "the workbook's structure is protected");
  }

  private refuseBadName(name: string, self: SheetCells | null): void {
    const bad = name.length === 0 || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === "history";
    if (bad) throw new HostFault("InvalidArgument", `sheet name ${name}`);
    const taken = this.sheets.some((other) => other !== self && other.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new HostFault("ItemAlreadyExists", `sheet name ${name}`);
  }

  #replaceInFormulas(before: string, after: string): void {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_.'])${before.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "gu");
    for (const sheet of this.sheets) {
      for (const cells of sheet.rows.values()) {
        cells.forEach((cell) => {
          if (cell.formula?.includes(before)) cell.formula = cell.formula.replace(whole, () => after);
        });
      }
    }
  }
}

/** How a formula refers to the sheet, with its exclamation mark, e.g. Demand! or '协作 协议'!. */
export function reference(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet) ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
}
