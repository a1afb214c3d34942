/** The tabs on which sheets of ours will stand, by the rule every workbook keeps: over the sheet a name points at, else on a new tab. */
import type { DefinedCell, SheetInfo } from "../../workbook/workbook";

export interface SheetToCome {
  readonly name: string;
  readonly definedName: string | undefined;
  readonly takesOver?: string;
}

const LONGEST = 31;

/** In the order of the sheets to be written. */
export function tabsToCome(
  sheets: readonly SheetToCome[],
  { tabs, definedCells }: { tabs: readonly SheetInfo[]; definedCells: readonly DefinedCell[] },
): readonly string[] {
  const taken = tabs.map(({ name }) => name);
  return sheets.map(({ name, definedName, takesOver }) => {
    const there = definedCells.find((cell) => cell.name === definedName)?.sheet ?? takesOver;
    const known = tabs.find((tab) => there !== undefined && same(tab.name, there));
    if (known) return known.name;
    let free = name;
    for (let number = 2; taken.some((other) => same(other, free)); number++) {
      const mark = ` (${number})`;
      free = name.slice(0, LONGEST - mark.length) + mark;
    }
    taken.push(free);
    return free;
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
