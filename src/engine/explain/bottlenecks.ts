/**
 * Bottleneck sets: products that can be made only at certain factories, and how much these are short.
 *
 * For work made by item this is a minimum cut of the highest step (Ford and Fulkerson, 1956): starting from an open line,
 * take in every capacity cell it could use, every line served from those cells, the cells these could use, and so on. If all
 * cells taken in are full, the lines need more than the cells hold, whatever the plan: a proof. In-house work that stands on a
 * cell taken in is taken in too, with every cell it could be handed over to: wherever it is made, it takes as much. Other open
 * lines of the same product that wait for a cell taken in wait for all of them, and are taken in too.
 *
 * Where a unit of one line takes as much as a unit of another, units are counted and the shortage is exact. Else hours (or the
 * smallest unit of count) are, against all that the cells held, and the shortage is at least so much.
 */
import { isOpenIn } from "../booking";
import type { Way } from "../register/eligibility";
import { openOf as openOfLine, type Ledger } from "../ledger";
import type { Bottleneck } from "../model";
import type { Line } from "../register/lines";
import { RootWork } from "./rootWork";
import type { SettledWork } from "./settledWork";
import { linesWithWayOut } from "./wayOut";

/** `short`: open lines with reason U8. One set per group of them that share their cells; none where anything taken in has room. Yields now and then. */
export function* bottlenecksOf(ledger: Ledger, short: readonly Line[], settled: SettledWork): Generator<void, readonly Bottleneck[]> {
  const { register, free } = ledger;
  if (short.length === 0) return [];
  const { got } = settled;
  const work = yield* RootWork.of(ledger, settled);
  const wayOut = yield* linesWithWayOut(short, {
    cells: free.length,
    lines: register.lines.length,
    eachCell: (line, visit) => eachCell(line, register.quarters, visit),
    hasRoom: (key, takes) => free[key] >= takes,
    eachStanding: (key, visit) => work.each(key, visit),
  });
  const waiting = yield* Waiting.of(
    short.filter((line) => !wayOut.has(line)),
    register.quarters,
  );
  const done = new Set<Line>();
  const sets: Bottleneck[] = [];
  for (const line of short) {
    if (done.has(line) || wayOut.has(line)) continue;
    const cut = yield* takeIn(ledger, line, { work, waiting });
    if (!cut) continue;
    for (const member of cut.lines) done.add(member);
    const set = setOf(ledger, cut, got);
    if (set) sets.push(set);
    yield;
  }
  return sets;
}

/** By position among all lines, what each got at the highest step. */
type Got = Float64Array;

interface Cut {
  readonly lines: ReadonlySet<Line>;
  readonly cells: ReadonlySet<number>;
  /** Does a unit of each line take as much of every row? Then units may be counted. */
  readonly alike: boolean;
}

/** Lines looked at between two yields. */
const SLICE = 2_048;

/** Open lines without a way out, by product and capacity cell. */
class Waiting {
  private readonly lines = new Map<string, Map<number, Line[]>>();

  static *of(lines: readonly Line[], quarters: number): Generator<void, Waiting> {
    const waiting = new Waiting();
    for (let index = 0; index < lines.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const line = lines[index];
      const { key: product } = line.product;
      const byCell = waiting.lines.get(product) ?? new Map<number, Line[]>();
      waiting.lines.set(product, byCell);
      eachCell(line, quarters, (key) => {
        const known = byCell.get(key);
        if (known) known.push(line);
        else byCell.set(key, [line]);
      });
    }
    return waiting;
  }

  each({ product }: Line, key: number, visit: (line: Line) => void): void {
    for (const line of this.lines.get(product.key)?.get(key) ?? []) visit(line);
  }
}

interface OnCells {
  readonly work: RootWork;
  readonly waiting: Waiting;
}

/** Everything that could make room for a line; undefined where something has room or is shared by several rows. Yields now and then. */
function* takeIn({ register, free }: Ledger, start: Line, { work, waiting }: OnCells): Generator<void, Cut | undefined> {
  const lines = new Set<Line>([start]);
  const cells = new Set<number>();
  const perStep = new Map<number, number>();
  let alike = true;
  let room = false;
  let looked = 0;
  for (const line of lines) {
    if (++looked % SLICE === 0) yield;
    const told = eachCell(line, register.quarters, (key, takes) => {
      const row = Math.floor(key / register.quarters);
      alike &&= (perStep.get(row) ?? takes) === takes && sameUnit(line, start);
      perStep.set(row, takes);
      if (cells.has(key)) return;
      room ||= free[key] >= takes;
      cells.add(key);
      work.each(key, (other) => lines.add(other));
      waiting.each(start, key, (other) => lines.add(other));
    });
    if (!told || room) return undefined;
  }
  return cells.size === 0 ? undefined : { lines, cells, alike };
}

/** Visits the capacity cells that a line's work could stand on, those at home included; none and false where it takes several rows at once. */
function eachCell({ eligible, home, windows }: Line, quarters: number, visit: (key: number, takes: number) => void): boolean {
  if (!eligible.every(isOneRow) || (home && !isOneRow(home))) return false;
  for (const { rows, perStep } of eligible)
    for (let quarter = 0; quarter < quarters; quarter++) if (isOpenIn(windows, quarter)) visit(rows[0] * quarters + quarter, perStep[0]);
  if (home)
    for (let quarter = 0; quarter < quarters; quarter++)
      if (windows.some(({ due }) => due === quarter)) visit(home.rows[0] * quarters + quarter, home.perStep[0]);
  return true;
}

function isOneRow({ rows }: Way): boolean {
  return rows.length === 1;
}

function sameUnit({ product: { unit: one } }: Line, { product: { unit: other } }: Line): boolean {
  return one.family === other.family && one.size === other.size;
}

/** What the lines needed at the highest step, and what the cells held for it; undefined where what is left in the cells may be enough. */
function setOf(ledger: Ledger, cut: Cut, got: Got): Bottleneck | undefined {
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

function inSteps(ledger: Ledger, asked: readonly Line[], got: Got): Amounts {
  const capacity = sumOf(asked, (line) => got[line.index]);
  return { needed: capacity + sumOf(asked, (line) => openOf(ledger, line)), capacity };
}

interface Uneven {
  readonly asked: readonly Line[];
  readonly rows: readonly number[];
  readonly cells: ReadonlySet<number>;
  readonly first: string;
  readonly got: Got;
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
  const used = sumOf(asked, (line) => got[line.index] * takes(line));
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

function sumOf<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0);
}
