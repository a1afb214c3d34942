/**
 * Handing work over as a cure: a lower place settled something first on capacity that an open line could use; where another
 * factory has room for it in the same quarter, it could go there. (Within one step, and of in-house work, the goals have done
 * so wherever it helps.)
 */
import { windowOf } from "../booking";
import type { Way } from "../register/eligibility";
import { openOf, take, type Ledger } from "../ledger";
import { calendarOf } from "../register/calendars";
import { ALONE } from "../register/likeness";
import type { Line } from "../register/lines";
import type { Cure } from "../model";
import { deliveriesWithRest, settledWithRest, type Again } from "./resolve";
import type { Register } from "../register/register";
import type { Settled, SettledWork } from "./settledWork";
import type { Work } from "../slices";

/** So many pieces of work are tried for one line. */
const TRIALS = 12;

/** Work settled at a lower place. That of lines with lots or without leave to be split can't move in part. */
function couldMove({ place, line: { demand, product } }: Settled, { places }: Register): boolean {
  return place !== places.root && !demand.inHouse && demand.maySplit && (product.minimumLot ?? 1) === 1;
}

/** The first piece of work whose going elsewhere settles some of the line. */
export function* handOver(line: Line, work: SettledWork, again: Again): Work<Cure | undefined> {
  let trials = 0;
  for (const { entry, quarter, steps } of inTheWay(line, work, again.ledger)) {
    if (++trials > TRIALS) return undefined;
    const resolves = yield* settledAfterMoving(line, { entry, quarter, steps }, again);
    if (resolves > 0) {
      return { measure: { kind: "hand over", demandNo: entry.line.demand.no, factory: entry.supplier }, resolves };
    }
  }
  return undefined;
}

/** Work on capacity that a line lacks, with how many steps of it would have to go. */
interface Movable {
  readonly entry: Settled;
  readonly quarter: number;
  readonly steps: number;
}

function* inTheWay(line: Line, work: SettledWork, { open, free, register }: Ledger): Generator<Movable> {
  const { quarters } = register;
  const wanted = openOf(open, line);
  for (let cell = 0; cell < wanted.length; cell++) {
    if (wanted[cell] <= 0) continue;
    for (let quarter = line.windows[cell].first; quarter <= line.windows[cell].last; quarter++) {
      for (const way of line.eligible) {
        const short = shortOf(way, wanted[cell], (row) => free[row * quarters + quarter]);
        if (short.length !== 1) continue;
        const [{ row, units }] = short;
        for (const entry of work.on(row * quarters + quarter)) {
          const each = entry.way.perStep[entry.way.rows.indexOf(row)];
          if (couldMove(entry, register) && entry.line !== line && each > 0)
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
  const moving = movingLine(entry.line, entry.supplier, quarter, register.situation.horizon);
  const elsewhere = yield* deliveriesWithRest(moving, { open: Float64Array.of(steps), free }, again);
  const moved = elsewhere.reduce((sum, { quantity }) => sum + quantity, 0);
  const book = (sign: 1 | -1): void => {
    for (const { way, quarter: when, quantity } of elsewhere) take(free, way, when, sign * quantity, register.quarters);
    take(free, entry.way, quarter, -sign * moved, register.quarters);
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
