/** range.copyFrom(source, "All"): values, formulas, number formats, looks, merges and validations. */
import type { Area, SheetCells } from "./cells";
import { overlaps } from "./cells";
import { HostFault } from "./hostFault";

export interface Copy {
  readonly from: SheetCells;
  readonly to: SheetCells;
  readonly source: Area;
  readonly target: Area;
}

export function copyArea({ from, to, source, target }: Copy): void {
  if (source.top !== target.top || source.left !== target.left)
    throw new HostFault("ApiNotFound", "copyFrom to another place moves references");
  if (source.rows !== target.rows || source.columns !== target.columns)
    throw new HostFault("ApiNotFound", "copyFrom between areas of different size");
  let row = target.top;
  for (let given = source.top; given < source.top + source.rows; given++, row++) {
    while (to.filter?.hides.has(row) === true) row++;
    const cells = from.rows.get(given);
    for (let column = source.left; column < source.left + source.columns; column++) {
      const cell = cells?.[column];
      if (cell !== undefined) Object.assign(to.reach(row, column), cell);
      else if (to.cell(row, column) !== undefined) delete to.rows.get(row)?.[column];
    }
  }
  to.merges = [...to.merges.filter((merge) => !overlaps(merge, target)), ...from.merges.filter((merge) => overlaps(merge, source))];
  const brought = from.validations.filter((validation) => overlaps(validation.area, source));
  to.validations = [...to.validations.filter((validation) => !overlaps(validation.area, target)), ...brought];
}
