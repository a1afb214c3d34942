/**
 * Bottleneck sets: products that can be made only at certain factories, and how much these are short.
 *
 * For work made by item this is a minimum cut of the highest step (Ford and Fulkerson, 1956): starting from an open line,
 * take in every capacity cell it could use, every line served from those cells, the cells these could use, and so on. If all
 * cells taken in are full, the lines need more than the cells hold, whatever the plan: a proof. In-house work that stands on a
 * cell taken in is taken in too, with every cell it could be handed over to: wherever it is made, it takes as much.
 *
 * Where a unit of one line takes as much as a unit of another, units are counted and the shortage is exact. Else hours (or the
 * smallest unit of count) are, against all that the cells held, and the shortage is at least so much.
 */
import { openOf as openOfLine, type Entry, type Ledger } from "../ledger";
import type { Bottleneck, Unresolved } from "../model";
import type { Line } from "../lines";
import { linesWithWayOut } from "./wayOut";

/** One set per group of open lines with reason U8 that share their cells; none where anything taken in has room. */
export function bottlenecksOf(ledger: Ledger, unresolved: readonly Unresolved[]): readonly Bottleneck[] {
  const short = unresolved
    .filter(({ cells }) => cells.some(({ reason }) => reason === "U8"))
    .flatMap(({ demandNo }) => ledger.register.lineByNo.get(demandNo) ?? []);
  const got = gotByLine(ledger);
  const neighbours: Neighbours = { served: servedFrom(ledger), atHome: workAtHome(ledger) };
  const wayOut = linesWithWayOut(short, {
    cellsOf: (line) => cellsOf(line, ledger.register.quarters),
    hasRoom: (key, takes) => ledger.free[key] >= takes,
    standingOn: (key) => linesOn(key, neighbours),
  });
  const done = new Set<Line>();
  return short.flatMap((line) => {
    if (done.has(line) || wayOut.has(line)) return [];
    const cut = takeIn(ledger, line, neighbours);
    if (!cut) return [];
    for (const member of cut.lines) done.add(member);
    return setOf(ledger, cut, got) ?? [];
  });
}

interface Cut {
  readonly lines: ReadonlySet<Line>;
  readonly cells: ReadonlySet<number>;
  /** Does a unit of each line take as much of every row? Then units may be counted. */
  readonly alike: boolean;
}

interface Neighbours {
  /** The entries of the highest step by capacity cell. */
  readonly served: ReadonlyMap<number, readonly Entry[]>;
  /** In-house work that could be handed over, by the capacity cell that it takes at home. */
  readonly atHome: ReadonlyMap<number, readonly Line[]>;
}

/** The lines whose work stands on a capacity cell. */
function* linesOn(key: number, { served, atHome }: Neighbours): Generator<Line> {
  for (const { line } of served.get(key) ?? []) if (line) yield line;
  yield* atHome.get(key) ?? [];
}

function workAtHome({ register, open }: Ledger): ReadonlyMap<number, readonly Line[]> {
  const work = new Map<number, Line[]>();
  for (const line of register.lines) {
    if (!line.home || line.eligible.length === 0) continue;
    for (const [cell, { due }] of line.windows.entries()) {
      if (due === undefined || open[line.firstCell + cell] === 0) continue;
      for (const row of line.home.rows) {
        const key = row * register.quarters + due;
        const known = work.get(key);
        if (known) known.push(line);
        else work.set(key, [line]);
      }
    }
  }
  return work;
}

/** The entries of the highest step by capacity cell. */
function servedFrom({ entries, register }: Ledger): ReadonlyMap<number, readonly Entry[]> {
  const served = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.fixed || entry.place !== register.places.root || !entry.way || !entry.line) continue;
    for (const row of entry.way.rows) {
      entry.quantities.forEach((quantity, quarter) => {
        if (quantity === 0) return;
        const key = row * register.quarters + quarter;
        const known = served.get(key);
        if (known) known.push(entry);
        else served.set(key, [entry]);
      });
    }
  }
  return served;
}

/** Everything that could make room for a line; undefined where something has room or is shared by several rows. */
function takeIn({ register, free }: Ledger, start: Line, neighbours: Neighbours): Cut | undefined {
  const lines = new Set<Line>([start]);
  const cells = new Set<number>();
  const perStep = new Map<number, number>();
  let alike = true;
  for (const line of lines) {
    for (const { key, takes } of cellsOf(line, register.quarters) ?? [UNKNOWN]) {
      if (key < 0) return undefined;
      const row = Math.floor(key / register.quarters);
      alike &&= (perStep.get(row) ?? takes) === takes && sameUnit(line, start);
      perStep.set(row, takes);
      if (cells.has(key)) continue;
      if (free[key] >= takes) return undefined;
      cells.add(key);
      for (const other of linesOn(key, neighbours)) lines.add(other);
    }
  }
  return cells.size === 0 ? undefined : { lines, cells, alike };
}

interface CellUse {
  readonly key: number;
  /** Finest units of the row that one step takes. */
  readonly takes: number;
}

/** A cell that nothing can be said about. */
const UNKNOWN: CellUse = { key: -1, takes: 0 };

/** The capacity cells that a line's work could stand on, those at home included; undefined where it takes several rows at once. */
function cellsOf({ eligible, home, windows }: Line, quarters: number): readonly CellUse[] | undefined {
  const uses: CellUse[] = [];
  for (const way of home ? [...eligible, home] : eligible) {
    if (way.rows.length !== 1) return undefined;
    for (let quarter = 0; quarter < quarters; quarter++) {
      const there = windows.some(({ first, last, due }) => (way === home ? due === quarter : first <= quarter && quarter <= last));
      if (there) uses.push({ key: way.rows[0] * quarters + quarter, takes: way.perStep[0] });
    }
  }
  return uses;
}

function sameUnit({ product: { unit: one } }: Line, { product: { unit: other } }: Line): boolean {
  return one.family === other.family && one.size === other.size;
}

/** What the lines needed at the highest step, and what the cells held for it; undefined where what is left in the cells may be enough. */
function setOf(ledger: Ledger, cut: Cut, got: ReadonlyMap<Line, number>): Bottleneck | undefined {
  const { register } = ledger;
  const asked = [...cut.lines].filter(({ demand }) => !demand.inHouse);
  const rows = [...new Set([...cut.cells].map((key) => Math.floor(key / register.quarters)))];
  const products = [...new Set(asked.map(({ product }) => product.key))].sort();
  const amounts = cut.alike ? inSteps(ledger, asked, got) : inCommon(ledger, { asked, rows, cells: cut.cells, first: products[0], got });
  if (!amounts || amounts.needed <= amounts.capacity) return undefined;
  return {
    products,
    factories: [...new Set(rows.map((row) => register.rows[row].capacity.factory))].sort(),
    demandNos: asked.map(({ demand }) => demand.no).sort(),
    ...amounts,
    exact: cut.alike,
  };
}

type Amounts = Pick<Bottleneck, "needed" | "capacity">;

function inSteps(ledger: Ledger, asked: readonly Line[], got: ReadonlyMap<Line, number>): Amounts {
  const capacity = sumOf(asked, (line) => got.get(line) ?? 0);
  return { needed: capacity + sumOf(asked, (line) => openOf(ledger, line)), capacity };
}

interface Uneven {
  readonly asked: readonly Line[];
  readonly rows: readonly number[];
  readonly cells: ReadonlySet<number>;
  readonly first: string;
  readonly got: ReadonlyMap<Line, number>;
}

/** In thousandths of the one equipment class, or in steps of the first product where all is counted; undefined for a mixture. */
function inCommon(ledger: Ledger, { asked, rows, cells, first, got }: Uneven): Amounts | undefined {
  const { register, free } = ledger;
  const items = rows.map((row) => register.rows[row].capacity.item);
  const classes = new Set(items.map((item) => (item.kind === "equipment" ? item.equipment : undefined)));
  if (classes.size !== 1) return undefined;
  const counted = !classes.has(undefined) ? undefined : register.products.get(first)?.unit;
  if (counted && asked.some(({ product }) => product.unit.family !== counted.family)) return undefined;
  const { perRowStep, perProductStep } = register.rows[rows[0]].rate;
  const takes = ({ product }: Line): number => (counted ? product.unit.size : (perProductStep.get(product.key) ?? 0));
  const size = counted ? counted.size : perRowStep;
  const used = sumOf(asked, (line) => (got.get(line) ?? 0) * takes(line));
  const needed = used + sumOf(asked, (line) => openOf(ledger, line) * takes(line));
  const left = sumOf([...cells], (key) => {
    const { capacity, rate } = register.rows[Math.floor(key / register.quarters)];
    const { item } = capacity;
    return item.kind === "products" ? (free[key] / rate.perRowStep) * item.unit.size : free[key];
  });
  return { needed: Math.floor(needed / size), capacity: Math.ceil((used + left) / size) };
}

function openOf({ open }: Ledger, line: Line): number {
  return openOfLine(open, line).reduce((sum, quantity) => sum + quantity, 0);
}

/** What each line got at the highest step. */
function gotByLine({ entries, register }: Ledger): ReadonlyMap<Line, number> {
  const got = new Map<Line, number>();
  for (const { line, fixed, place, quantities } of entries) {
    if (!line || fixed || place !== register.places.root) continue;
    got.set(line, (got.get(line) ?? 0) + sumOf(quantities, (quantity) => quantity));
  }
  return got;
}

function sumOf<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0);
}
