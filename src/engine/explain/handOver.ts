/**
 * Handing work over as a cure: a lower place settled something first on capacity that an open line could use; where another
 * factory has room for it in the same quarter, it could go there. (Within one step, and of in-house work, the goals have done
 * so wherever it helps.)
 */
import { windowOf } from "../booking";
import type { Buckets } from "../buckets";
import type { Way } from "../register/eligibility";
import { openOf, take, type Entry, type Ledger } from "../ledger";
import { calendarOf } from "../register/calendars";
import { ALONE, type Line } from "../register/lines";
import type { Cure } from "../model";
import { deliveriesWithRest, settledWithRest, type Again } from "./resolve";
import type { Work } from "../slices";
import { workOnCells } from "./workOnCells";

/** So many pieces of work are tried for one line. */
const TRIALS = 12;

/** Work settled at lower places that could move: positions of entries, by the capacity cells they stand on. */
export type Standing = Buckets;

export function* standingWork(ledger: Ledger): Generator<void, Standing> {
  const { root } = ledger.register.places;
  return yield* workOnCells(
    ledger,
    ({ line, fixed, place }) => !fixed && place !== root && line !== undefined && !line.demand.inHouse && !isWhole(line),
  );
}

/** Work of lines with lots or without leave to be split can't move in part. */
function isWhole({ demand, product }: Line): boolean {
  return !demand.maySplit || (product.minimumLot ?? 1) > 1;
}

/** The first piece of work whose going elsewhere settles some of the line. */
export function* handOver(line: Line, standing: Standing, again: Again): Work<Cure | undefined> {
  let trials = 0;
  for (const { entry, quarter, steps } of inTheWay(line, standing, again.ledger)) {
    if (++trials > TRIALS) return undefined;
    const resolves = yield* settledAfterMoving(line, { entry, quarter, steps }, again);
    if (resolves > 0 && entry.line) {
      return { measure: { kind: "hand over", demandNo: entry.line.demand.no, factory: entry.supplier }, resolves };
    }
  }
  return undefined;
}

/** Work on capacity that a line lacks, with how many steps of it would have to go. */
interface Movable {
  readonly entry: Entry;
  readonly quarter: number;
  readonly steps: number;
}

function* inTheWay(line: Line, standing: Standing, { open, free, register, entries }: Ledger): Generator<Movable> {
  const { quarters } = register;
  const wanted = openOf(open, line);
  for (let cell = 0; cell < wanted.length; cell++) {
    if (wanted[cell] <= 0) continue;
    for (let quarter = line.windows[cell].first; quarter <= line.windows[cell].last; quarter++) {
      for (const way of line.eligible) {
        const short = shortOf(way, wanted[cell], (row) => free[row * quarters + quarter]);
        if (short.length !== 1) continue;
        const [{ row, units }] = short;
        for (const position of standing.of(row * quarters + quarter)) {
          const entry = entries[position];
          const each = entry.way?.perStep[entry.way.rows.indexOf(row)] ?? 0;
          if (entry.line !== line && each > 0)
            yield { entry, quarter, steps: Math.min(entry.quantities[quarter], Math.ceil(units / each)) };
        }
      }
    }
  }
}

/** The rows of a way that lack something for a quantity. */
export function shortOf(way: Way, quantity: number, freeOf: (row: number) => number): readonly { row: number; units: number }[] {
  return way.rows.flatMap((row, position) => {
    const units = quantity * way.perStep[position] - Math.max(0, freeOf(row));
    return units > 0 ? [{ row, units }] : [];
  });
}

/** What could be settled of the line if so much of the work went to other factories, as far as these have room. */
function* settledAfterMoving(line: Line, { entry, quarter, steps }: Movable, again: Again): Work<number> {
  const { free, register } = again.ledger;
  if (!entry.line || !entry.way) return 0;
  const moving = movingLine(entry.line, entry.supplier, quarter, register.situation.horizon);
  const elsewhere = yield* deliveriesWithRest(moving, { open: Float64Array.of(steps), free }, again);
  const moved = elsewhere.reduce((sum, { quantity }) => sum + quantity, 0);
  const book = (sign: 1 | -1): void => {
    for (const { way, quarter: when, quantity } of elsewhere) take(free, way, when, sign * quantity, register.quarters);
    if (entry.way) take(free, entry.way, quarter, -sign * moved, register.quarters);
  };
  if (moved === 0) return 0;
  book(1);
  try {
    return yield* settledWithRest(line, again);
  } finally {
    book(-1);
  }
}

/** The work as a line of its own: one cell in the quarter in which it was to be delivered, and everybody else to make it. */
function movingLine(line: Line, supplier: string, quarter: number, horizon: Parameters<typeof windowOf>[2]): Line {
  const period = { kind: "quarter", quarter } as const;
  const windows = [windowOf(period, { early: 0, late: 0 }, horizon)];
  const eligible = line.eligible.filter(({ factory }) => factory !== supplier);
  return { ...line, firstCell: 0, ...calendarOf(windows), eligible, alike: ALONE };
}
