/** One place's meeting: what is open under it, the goals, and what is settled. */
import { fixAgreed } from "./agreed";
import { book } from "./booking";
import type { Doors } from "./doors";
import { deliveriesOf, goalsOf, type GoalTerm } from "./goals";
import { enterBooked, layTable, writeDown, type Entry, type Ledger } from "./ledger";
import type { Basis, GoalValue, Reconsideration, Step } from "./model";
import { solvePart, type SolvedPart } from "./solvePart";
import { fixStanding } from "./standing";
import { partsOf, type Column, type Part, type StepLine } from "./step";

export interface Settled {
  readonly step: Step;
  readonly reconsider: readonly Reconsideration[];
}

/** Settles what can be settled among the factories under a place, and enters it in the ledger. */
export async function settle(ledger: Ledger, place: string, doors: Doors, pause: () => Promise<void>): Promise<Settled> {
  const { register } = ledger;
  const table = layTable(ledger);
  const reconsider = [...fixAgreed(ledger, table, place), ...fixStanding(ledger, table, place)];
  const parts = partsOf(register, place, table);
  const goals = goalsOf(register, place);
  if (place === register.places.root) ledger.root = { parts, free: table.free };
  const stepColumns = parts.reduce((sum, part) => sum + part.columns.length, 0);
  const solved: SolvedPart[] = [];
  for (const part of parts) {
    solved.push(await solvePart(part, { quarters: register.quarters, goals, doors, stepColumns, pause }));
    await pause();
  }
  parts.forEach((part, index) => enterPart(ledger, place, part, solved[index].plan));
  writeDown(ledger, place);
  return {
    step: { place, goals: valuesOf(goals, solved), by: [...new Set(solved.map((part) => part.by))].sort() },
    reconsider,
  };
}

function enterPart(ledger: Ledger, place: string, part: Part, plan: readonly number[]): void {
  const entries = new Map<number, Map<string, Entry & { readonly quantities: number[] }>>();
  part.columns.forEach((column, index) => {
    if (plan[index] === 0) return;
    const own = entries.get(column.line) ?? new Map<string, Entry & { readonly quantities: number[] }>();
    entries.set(column.line, own);
    const entry = own.get(column.way.factory) ?? newEntry(part.lines[column.line], column, place, ledger.register.quarters);
    own.set(column.way.factory, entry);
    entry.quantities[column.quarter] += plan[index];
  });
  const deliveries = deliveriesOf(part, plan);
  for (const [index, own] of entries) {
    const { line, cells, windows, open } = part.lines[index];
    const booked = book(windows, open, deliveries[index]).map((entry) => ({ ...entry, cell: cells[entry.cell] }));
    enterBooked(ledger, line, [...own.values()], booked);
  }
}

function newEntry({ line }: StepLine, { way }: Column, place: string, quarters: number): Entry & { readonly quantities: number[] } {
  return {
    line,
    supplier: way.factory,
    place,
    basis: basisOf(line, way.factory),
    fixed: false,
    quantities: new Array<number>(quarters).fill(0),
    way,
  };
}

function basisOf(line: StepLine["line"], supplier: string): Basis {
  if (line.demand.inHouse) return "transfer";
  return line.presentSuppliers.has(supplier) ? "continued" : "new";
}

/** What the step reached, goal by goal, summed over its parts; goals that are to be most are told as what they reached. */
function valuesOf(goals: readonly GoalTerm[], parts: readonly SolvedPart[]): GoalValue[] {
  return goals.map(({ goal, part }, index) => {
    const sum = (values: (solved: SolvedPart) => readonly bigint[]): bigint =>
      parts.reduce((total, solved) => total + values(solved)[index], 0n);
    const sign = goal.startsWith("priority") || goal === "kept" || goal === "partner" ? -1n : 1n;
    return { goal, part, reached: sign * sum((solved) => solved.reached), bound: sign * sum((solved) => solved.bound) };
  });
}
