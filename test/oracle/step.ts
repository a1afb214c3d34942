/** One step at one place: what is open when it begins, the best value of every goal, and the values a given plan reaches. */
import type { Agreement, Demand } from "../../src/engine/model";
import { fixFirst } from "./fixed";
import type { FixedDelivery } from "./fixed";
import { deliveryWeight, goalParts, lastPlan, lateness } from "./goals";
import type { Delivery, GoalPart } from "./goals";
import { book, copyLedger, freeOf, freshLedger, openOf, release, take } from "./ledger";
import type { Booking, Ledger } from "./ledger";
import { bookingOrder, mayMake, windowOf } from "./reading";
import type { Reading, Use } from "./reading";
import type { Term, WholeProgram } from "./wholeProgram";

export interface StepState {
  readonly place: string;
  /** What is open and free for new agreements. */
  readonly ledger: Ledger;
  readonly fixed: readonly FixedDelivery[];
  /** Lines whose factory sits under the place. */
  readonly lines: readonly Demand[];
  /** Factories under the place. */
  readonly factories: readonly string[];
}

export interface Value extends GoalPart {
  readonly value: bigint;
}

/** Agreements that a step made new; the rest was fixed first. */
export function newOf(agreements: readonly Agreement[], place: string): readonly Agreement[] {
  return agreements.filter((each) => each.settledAt === place && each.status === "Proposed" && each.basis !== "standing");
}

/** The state at `place` after the given agreements of the places below it. */
export function beginStep(reading: Reading, place: string, agreements: readonly Agreement[]): StepState {
  const { situation, places } = reading;
  const lasting = freshLedger(situation);
  const below = places.order.filter((each) => each !== place && places.under(place).has(each));
  for (const lower of below) {
    const during = copyLedger(lasting);
    const fixed = fixFirst(reading, during, lower);
    for (const each of fixed) keep(reading, lasting, each);
    for (const each of bookNew(reading, during, newOf(agreements, lower))) keep(reading, lasting, each);
  }
  const ledger = copyLedger(lasting);
  const fixed = fixFirst(reading, ledger, place);
  const inside = places.under(place);
  const factories = situation.factories.filter((each) => inside.has(each.place)).map((each) => each.name);
  return { place, ledger, fixed, lines: situation.demands.filter((line) => factories.includes(line.factory)), factories };
}

interface Kept extends Booking {
  readonly demandNo: string;
  readonly supplier: string;
}

function keep(reading: Reading, ledger: Ledger, kept: Kept): void {
  const line = lineOf(reading, kept.demandNo);
  openOf(ledger, line.no)[kept.cell] -= kept.quantity;
  const way = reading.way(kept.supplier, line.product);
  if (way) take(ledger, way, kept);
  release(reading, ledger, line, [kept]);
}

function lineOf(reading: Reading, no: string): Demand {
  const line = reading.situation.demands.find((each) => each.no === no);
  if (!line) throw new RangeError(`no line ${no}`);
  return line;
}

/** Books a step's new deliveries line by line, all suppliers together, quarter by quarter; the supplier of a booking is by turns. */
export function bookNew(reading: Reading, ledger: Ledger, agreements: readonly Agreement[]): readonly Kept[] {
  const kept: Kept[] = [];
  const { quarters } = reading.situation.horizon;
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    for (const each of agreements) {
      const quantity = each.quantities[quarter] ?? 0;
      if (quantity <= 0) continue;
      const bookings = book(reading, ledger, lineOf(reading, each.demandNo), { quarter, quantity });
      for (const booking of bookings) kept.push({ ...booking, demandNo: each.demandNo, supplier: each.supplier });
    }
  }
  return kept;
}

/** The values of all goals that the step's agreements reach. */
export function reachedValues(reading: Reading, state: StepState, agreements: readonly Agreement[]): readonly Value[] {
  const deliveries = agreements.flatMap((each) =>
    each.quantities.map((quantity, quarter) => ({ line: lineOf(reading, each.demandNo), supplier: each.supplier, quarter, quantity })),
  );
  const merged = new Map<string, { delivery: Delivery; quantity: number }>();
  for (const { quantity, ...rest } of deliveries) {
    const way = reading.way(rest.supplier, rest.line.product);
    if (quantity === 0 || !way) continue;
    const key = JSON.stringify([rest.line.no, rest.supplier, rest.quarter]);
    merged.set(key, { delivery: { ...rest, way }, quantity: quantity + (merged.get(key)?.quantity ?? 0) });
  }
  const kept = bookNew(reading, copyLedger(state.ledger), agreements);
  return goalParts(reading).map((part) => {
    let value = 0n;
    const weight = deliveryWeight(reading, state.place, part);
    for (const { delivery, quantity } of merged.values()) {
      value += weight(delivery) * BigInt(quantity);
      if (part.goal === "kept")
        value -= reading.points(delivery.line.product) * BigInt(Math.min(quantity, lastPlan(reading, state.place, delivery)));
    }
    if (part.goal === "on time") {
      for (const each of kept)
        value += lateness(reading, lineOf(reading, each.demandNo), { ...each, part: part.part }) * BigInt(each.quantity);
    }
    return { ...part, value };
  });
}

/** Columns of one step's program. */
interface Columns {
  readonly deliveries: { readonly delivery: Delivery; readonly column: number }[];
  readonly bookings: { readonly line: Demand; readonly cell: number; readonly quarter: number; readonly column: number }[];
}

/** The best value of every goal, one after another. */
export function bestValues(reading: Reading, state: StepState, program: WholeProgram): readonly Value[] {
  return solveGoals(reading, state, program).values;
}

/** Solves a step goal by goal and holds every goal at its best value; tells the bookings, so that more may be asked of the best plans. */
export function solveGoals(
  reading: Reading,
  state: StepState,
  program: WholeProgram,
): { readonly values: readonly Value[]; readonly bookings: Columns["bookings"] } {
  const columns: Columns = { deliveries: [], bookings: [] };
  for (const line of state.lines) addLine({ reading, state, program, columns }, line);
  addCapacity({ reading, state, program, columns });
  const keptTerms = addKept({ reading, state, program, columns });
  const values = goalParts(reading).map((part) => {
    const weight = deliveryWeight(reading, state.place, part);
    const terms: Term[] = columns.deliveries.map(({ delivery, column }) => ({ column, coefficient: weight(delivery) }));
    if (part.goal === "kept") terms.push(...keptTerms);
    if (part.goal === "on time") {
      for (const each of columns.bookings)
        terms.push({ column: each.column, coefficient: lateness(reading, each.line, { ...each, part: part.part }) });
    }
    return { ...part, value: program.minimise(terms) };
  });
  return { values, bookings: columns.bookings };
}

interface Building {
  readonly reading: Reading;
  readonly state: StepState;
  readonly program: WholeProgram;
  readonly columns: Columns;
}

function addLine(building: Building, line: Demand): void {
  const { reading, state, program, columns } = building;
  const { horizon } = reading.situation;
  const open = openOf(state.ledger, line.no);
  const whole = BigInt(open.reduce((sum, each) => sum + each, 0));
  if (whole === 0n) return;
  const quarters = Array.from({ length: horizon.quarters }, (_, quarter) => quarter);
  const booked = new Map<number, { cell: number; column: number }[]>();
  for (const quarter of quarters) {
    const cells = line.cells.flatMap((cell, position) => {
      const window = windowOf(line, cell, horizon);
      return quarter >= window.first && quarter <= window.last && open[position] > 0 ? [position] : [];
    });
    booked.set(
      quarter,
      cells.map((cell) => ({ cell, column: program.column(BigInt(open[cell])) })),
    );
    for (const each of booked.get(quarter) ?? []) columns.bookings.push({ line, quarter, ...each });
  }
  for (const [position, quantity] of open.entries()) {
    const terms = [...booked.values()]
      .flat()
      .filter((each) => each.cell === position)
      .map((each) => ({ column: each.column, coefficient: 1n }));
    program.row(terms, { upper: BigInt(quantity) });
  }
  addBookingRule(building, { line, open, booked });
  const suppliers = state.factories.flatMap((supplier) => {
    const way = mayMake(reading, line, supplier);
    return way ? [{ supplier, way }] : [];
  });
  const made = quarters.map((): Term[] => []);
  const choices: Term[] = [];
  for (const { supplier, way } of suppliers) {
    const own: Term[] = [];
    for (const quarter of quarters) {
      if (booked.get(quarter)?.length === 0) continue;
      const column = program.column(whole);
      columns.deliveries.push({ delivery: { line, supplier, way, quarter }, column });
      made[quarter].push({ column, coefficient: 1n });
      own.push({ column, coefficient: 1n });
    }
    addConditions(building, { line, whole, own, choices });
  }
  if (choices.length > 0) program.row(choices, { upper: 1n });
  for (const quarter of quarters) {
    const there = (booked.get(quarter) ?? []).map((each) => ({ column: each.column, coefficient: -1n }));
    program.row([...made[quarter], ...there], { lower: 0n, upper: 0n });
  }
}

/** A lot binds the total of one new agreement; a line that may not be split goes whole to one supplier or to none. */
function addConditions(building: Building, made: { line: Demand; whole: bigint; own: readonly Term[]; choices: Term[] }): void {
  const { reading, program } = building;
  const lot = made.line.inHouse ? undefined : reading.product(made.line.product).minimumLot;
  if (made.line.maySplit && (lot === undefined || lot <= 1)) return;
  const chosen = program.column(1n);
  program.row([...made.own, { column: chosen, coefficient: -made.whole }], { upper: 0n });
  if (lot !== undefined) program.row([...made.own, { column: chosen, coefficient: -BigInt(lot) }], { lower: 0n });
  if (made.line.maySplit) return;
  program.row([...made.own, { column: chosen, coefficient: -made.whole }], { lower: 0n });
  made.choices.push({ column: chosen, coefficient: 1n });
}

/** A cell receives in a quarter only what the cells before it in the booking order, open in that quarter too, can no longer take. */
function addBookingRule(
  building: Building,
  booking: { line: Demand; open: readonly number[]; booked: ReadonlyMap<number, readonly { cell: number; column: number }[]> },
): void {
  const { reading, program } = building;
  const order = bookingOrder(booking.line, reading.situation.horizon);
  for (const [quarter, cells] of booking.booked) {
    for (const before of cells) {
      const later = cells.filter((each) => order.indexOf(each.cell) > order.indexOf(before.cell));
      if (later.length === 0) continue;
      const filled = program.column(1n);
      const soFar: Term[] = [];
      for (const [earlier, there] of booking.booked) {
        for (const each of there) if (earlier <= quarter && each.cell === before.cell) soFar.push({ column: each.column, coefficient: 1n });
      }
      program.row([...soFar, { column: filled, coefficient: -BigInt(booking.open[before.cell]) }], { lower: 0n });
      for (const each of later) {
        program.row(
          [
            { column: each.column, coefficient: 1n },
            { column: filled, coefficient: -BigInt(booking.open[each.cell]) },
          ],
          { upper: 0n },
        );
      }
    }
  }
}

function addCapacity(building: Building): void {
  const { reading, state, program, columns } = building;
  const used = new Map<string, Term[]>();
  const use = (each: Use, quarter: number, term: { column: number; sign: 1n | -1n }): void => {
    const key = JSON.stringify([each.capacity.no, quarter]);
    used.set(key, [...(used.get(key) ?? []), { column: term.column, coefficient: each.each * term.sign }]);
  };
  for (const { delivery, column } of columns.deliveries) {
    for (const each of delivery.way.uses) use(each, delivery.quarter, { column, sign: 1n });
  }
  for (const { line, cell, column } of columns.bookings) {
    const period = line.cells[cell].period;
    if (!line.inHouse || period.kind !== "quarter") continue;
    for (const each of reading.way(line.factory, line.product)?.uses ?? []) use(each, period.quarter, { column, sign: -1n });
  }
  for (const row of reading.situation.capacities) {
    for (const quarter of row.available.keys()) {
      const terms = used.get(JSON.stringify([row.no, quarter]));
      const free = freeOf(state.ledger, row.no)[quarter];
      if (terms) program.row(terms, { upper: free });
    }
  }
}

/** One more column per delivery of the last plan: as much of it as is kept. */
function addKept(building: Building): readonly Term[] {
  const { reading, state, program, columns } = building;
  const terms: Term[] = [];
  for (const { delivery, column } of columns.deliveries) {
    const before = lastPlan(reading, state.place, delivery);
    if (before === 0) continue;
    const kept = program.column(BigInt(before));
    program.row(
      [
        { column: kept, coefficient: 1n },
        { column, coefficient: -1n },
      ],
      { upper: 0n },
    );
    terms.push({ column: kept, coefficient: -reading.points(delivery.line.product) });
  }
  return terms;
}
