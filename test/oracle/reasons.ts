/**
 * The second reading of "why a quantity is unresolved", from the design text alone: for every open window cell the codes that
 * the text allows. One code, except where optimal plans differ on whether the line's own rules kept the cell open.
 *
 * Taken literally: what the line itself got at a lower place is capacity that was settled first (U9); fixed work and in-house
 * work handed over are not; "another quarter" is any quarter of the horizon outside the cell's window; a cell "would be settled"
 * where nothing of it stays open; what a standing agreement keeps for a maker outside the office is the clerk's own rule (U5).
 */
import type { Agreement, Balance, Demand, Period, Product, ReasonCode, Situation } from "../../src/engine/model";
import { fine, isRejected, mayMake, pieceFits, gradeRequired, read, windowOf } from "./reading";
import type { Reading, Way } from "./reading";
import { beginStep, solveGoals } from "./step";
import type { StepState } from "./step";
import { openOf } from "./ledger";
import { WholeProgram, highs } from "./wholeProgram";

/** One open cell and the codes it may bear. */
export interface ExpectedReason {
  readonly demandNo: string;
  readonly period: Period;
  readonly codes: readonly ReasonCode[];
}

type Told = Pick<Balance, "agreements" | "unresolved" | "remaining">;

export async function expectedReasons(situation: Situation, balance: Told): Promise<readonly ExpectedReason[]> {
  const reading = read(situation);
  const expected: ExpectedReason[] = [];
  const { ledger } = beginStep(reading, situation.office, balance.agreements);
  for (const { demandNo, cells } of balance.unresolved) {
    const line = situation.demands.find((each) => each.no === demandNo);
    if (!line) throw new RangeError(`no line ${demandNo}`);
    const filtered = filteredOut(reading, line);
    const plans = filtered === undefined && hasOwnRules(reading, line) ? await withoutOwnRules(reading, line, balance) : undefined;
    for (const { period } of cells) {
      const position = line.cells.findIndex((cell) => JSON.stringify(cell.period) === JSON.stringify(period));
      if (position < 0) throw new RangeError(`line ${demandNo} has no such cell`);
      if (filtered !== undefined) expected.push({ demandNo, period, codes: [filtered] });
      // it is open in the end, and never came to the highest step
      else if (openOf(ledger, line.no)[position] === 0) expected.push({ demandNo, period, codes: ["U5"] });
      else expected.push({ demandNo, period, codes: await openCodes({ reading, line, position, balance }, plans) });
    }
  }
  return expected;
}

/** U1 by the flag alone; else the first test that leaves nobody; undefined where somebody is left. */
function filteredOut(reading: Reading, line: Demand): ReasonCode | undefined {
  if (line.material === "not secured") return "U1";
  const product = reading.product(line.product);
  const tests: readonly (readonly [ReasonCode, (name: string, way: Way) => boolean])[] = [
    ["U3", (_, way) => way.grade >= gradeRequired(line, product)],
    ["U4", (_, way) => pieceFits(way, product)],
    ["U5", (name) => (line.onlySuppliers.length === 0 || line.onlySuppliers.includes(name)) && !line.notSuppliers.includes(name)],
    ["U6", (name) => !isRejected(reading.situation, line.no, name)],
  ];
  let left = reading.situation.factories.flatMap(({ name }) => {
    const way = name === line.factory ? undefined : reading.way(name, line.product);
    return way ? [{ name, way }] : [];
  });
  if (left.length === 0) return "U2";
  for (const [code, test] of tests) {
    left = left.filter(({ name, way }) => test(name, way));
    if (left.length === 0) return code;
  }
  return undefined;
}

interface OpenCell {
  readonly reading: Reading;
  readonly line: Demand;
  readonly position: number;
  readonly balance: Told;
}

/** How much of a cell optimal plans without the line's own rules settle: all of it in one of them, in all of them? */
type AskPlans = (position: number) => Promise<{ readonly inOne: boolean; readonly inAll: boolean }>;

async function openCodes(cell: OpenCell, plans: AskPlans | undefined): Promise<readonly ReasonCode[]> {
  const otherwise = roomElsewhere(cell) ? "U7" : gaveWay(cell) ? "U9" : "U8";
  const settled = plans && (await plans(cell.position));
  if (!settled?.inOne) return [otherwise];
  return settled.inAll ? ["U5"] : ["U5", otherwise];
}

function hasOwnRules(reading: Reading, line: Demand): boolean {
  return !line.maySplit || (reading.product(line.product).minimumLot ?? 1) > 1;
}

/** The highest step as it began, with one line freed of its lot and split rules. */
async function withoutOwnRules(reading: Reading, line: Demand, { agreements }: Told): Promise<AskPlans> {
  const { situation } = reading;
  const state = beginStep(reading, situation.office, agreements);
  const freed = freeOfRules(situation, line);
  const step: StepState = { ...state, lines: state.lines.map((each) => (each.no === line.no ? freed.line : each)) };
  const solver = await highs();
  const least = (position: number, sign: 1n | -1n): bigint => {
    const program = new WholeProgram(solver);
    const { bookings } = solveGoals(read(freed.situation), step, program);
    const own = bookings.filter((each) => each.line.no === line.no && each.cell === position);
    return program.minimise(own.map(({ column }) => ({ column, coefficient: sign })));
  };
  return async (position) => {
    const open = BigInt(openOf(state.ledger, line.no)[position]);
    // nothing of it came to this step: the step could not settle it either
    if (open === 0n) return { inOne: false, inAll: false };
    const inOne = -least(position, -1n) === open;
    return { inOne, inAll: inOne && least(position, 1n) === open };
  };
}

/** The line asks for a twin of its product without a lot, made on the same rows; the lots of all other lines stay. */
function freeOfRules(situation: Situation, line: Demand): { readonly situation: Situation; readonly line: Demand } {
  const twin = `${line.product} without a lot`;
  const products = situation.products.flatMap((product): readonly Product[] =>
    product.key === line.product ? [product, { ...product, key: twin, minimumLot: undefined }] : [product],
  );
  const freed: Demand = { ...line, product: twin, maySplit: true };
  return {
    line: freed,
    situation: {
      ...situation,
      products,
      demands: situation.demands.map((each) => (each.no === line.no ? freed : each)),
      capacities: situation.capacities.map((row) =>
        row.item.kind === "products" && row.item.products.includes(line.product)
          ? { ...row, item: { ...row.item, products: [...row.item.products, twin] } }
          : row,
      ),
      lastYear: situation.lastYear.flatMap((task) => (task.product === line.product ? [task, { ...task, product: twin }] : [task])),
    },
  };
}

function eligible(reading: Reading, line: Demand): readonly Way[] {
  return reading.situation.factories.flatMap(({ name }) => mayMake(reading, line, name) ?? []);
}

/** Could an eligible factory's remaining capacity in another quarter take the smallest step, or the lot? */
function roomElsewhere({ reading, line, position, balance }: OpenCell): boolean {
  const { horizon } = reading.situation;
  const window = windowOf(line, line.cells[position], horizon);
  const least = BigInt(reading.product(line.product).minimumLot ?? 1);
  const remaining = new Map(balance.remaining.map((row) => [row.capacityNo, row.quantities]));
  return eligible(reading, line).some(({ uses }) =>
    quartersOf(reading).some(
      (quarter) =>
        (quarter < window.first || quarter > window.last) &&
        uses.every(({ capacity, each }) => fine(capacity, remaining.get(capacity.no)?.[quarter] ?? 0) >= least * each),
    ),
  );
}

/** Did capacity it could use go to a lower priority, or first at a lower place? */
function gaveWay({ reading, line, position, balance }: OpenCell): boolean {
  const { first, last } = windowOf(line, line.cells[position], reading.situation.horizon);
  const usable = new Set(eligible(reading, line).flatMap(({ uses }) => uses.map(({ capacity }) => capacity.no)));
  return balance.agreements.some((other) => {
    const asked = reading.situation.demands.find((each) => each.no === other.demandNo);
    if (!asked || asked.inHouse || isFixed(other)) return false;
    if (asked.priority <= line.priority && other.settledAt === reading.situation.office) return false;
    const rows = reading.way(other.supplier, other.product)?.uses ?? [];
    return (
      rows.some(({ capacity }) => usable.has(capacity.no)) &&
      other.quantities.some((quantity, quarter) => quantity > 0 && quarter >= first && quarter <= last)
    );
  });
}

function isFixed({ status, basis }: Agreement): boolean {
  return status !== "Proposed" || basis === "standing";
}

function quartersOf({ situation }: Reading): readonly number[] {
  return Array.from({ length: situation.horizon.quarters }, (_, quarter) => quarter);
}
