/** The rules that make a part more than a flow: lots, unsplit lines, freed capacity, the booking rule. */
import { book } from "../booking";
import { deliveriesOf } from "./goals";
import type { Part } from "./step";

/** Does the plan keep every rule a flow leaves out, and every capacity cell with what the booking rule frees? */
export function keepsRules(part: Part, plan: readonly number[], quarters: number): boolean {
  return brokenPairs(part, plan).length === 0 && fitsCapacity(part, plan, quarters);
}

/** The line and supplier pairs (as column indices) whose amount a lot or an unsplit line forbids. */
export function brokenPairs(part: Part, plan: readonly number[]): readonly (readonly number[])[] {
  const broken: number[][] = [];
  for (const { line, pairs } of pairsOf(part)) {
    const { demand, product } = part.lines[line].line;
    const amounts = pairs.map((columns) => columns.reduce((sum, column) => sum + plan[column], 0));
    const lot = demand.inHouse ? 1 : (product.minimumLot ?? 1);
    amounts.forEach((amount, index) => {
      const whole = amount === part.lines[line].total;
      if (amount > 0 && (amount < lot || (!demand.maySplit && !whole))) broken.push(pairs[index]);
    });
  }
  return broken;
}

/** The columns of each line, supplier by supplier. */
export function pairsOf({ columns }: Pick<Part, "columns">): { line: number; pairs: number[][] }[] {
  const lines: { line: number; pairs: number[][] }[] = [];
  let supplier = "";
  for (let column = 0; column < columns.length; column++) {
    let last = lines.at(-1);
    if (last?.line !== columns.line(column)) {
      last = { line: columns.line(column), pairs: [] };
      lines.push(last);
      supplier = "";
    }
    const { factory } = columns.way(column);
    if (supplier !== factory) last.pairs.push([]);
    supplier = factory;
    last.pairs.at(-1)?.push(column);
  }
  return lines;
}

function fitsCapacity(part: Part, plan: readonly number[], quarters: number): boolean {
  const { columns } = part;
  const free = part.cells.map((cell) => cell.free);
  const use = (rows: readonly number[], perStep: readonly number[], quarter: number, quantity: number): void => {
    rows.forEach((row, position) => {
      const cell = part.cellAt.get(row * quarters + quarter);
      if (cell !== undefined) free[cell] -= quantity * perStep[position];
    });
  };
  for (let column = 0; column < columns.length; column++) {
    const { rows, perStep } = columns.way(column);
    use(rows, perStep, columns.quarter(column), plan[column]);
  }
  deliveriesOf(part, plan).forEach((deliveries, index) => {
    const { line, windows, open } = part.lines[index];
    if (!line.home) return;
    for (const { cell, quantity } of book(windows, open, deliveries))
      use(line.home.rows, line.home.perStep, windows[cell].due ?? 0, -quantity);
  });
  return free.every((left, cell) => left >= Math.min(0, part.cells[cell].free));
}
