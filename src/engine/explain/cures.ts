/**
 * What would resolve an open line: every measure that settles some of it while every other agreement stays, in the planning
 * office's order: lift a rule, widen the window, hand work over, lower the grade, add capacity. Each is verified by solving
 * again; other open lines are left as they are.
 */
import { openOf } from "../ledger";
import type { Cure, Measure } from "../model";
import { firstOf } from "./firstOf";
import { handOver, shortOf } from "./handOver";
import type { Line } from "../register/lines";
import type { SettledWork } from "./settledWork";
import { changedLine, settledWithRest, type Again } from "./resolve";
import { eachInSlices, type Work } from "../slices";

/** So many of the largest open lines are explained at once. */
const AT_ONCE = 200;

/** The verified cures of each of the largest of these open lines that has any, by demand number. */
export function* curesFor(open: readonly Line[], work: SettledWork, again: Again): Work<ReadonlyMap<string, readonly Cure[]>> {
  const cures = new Map<string, readonly Cure[]>();
  for (const line of yield* largest(open, again)) {
    const found = yield* curesOf(line, work, again);
    if (found.length > 0) cures.set(line.demand.no, found);
  }
  return cures;
}

function* largest(open: readonly Line[], again: Again): Generator<void, readonly Line[]> {
  const lines = yield* eachInSlices(open, (line) => ({ line, weight: BigInt(openTotal(line, again)) * line.points }));
  const byWeight = (one: Weighed, other: Weighed): number =>
    one.weight > other.weight ? -1 : one.weight < other.weight ? 1 : one.line.index - other.line.index;
  return (yield* firstOf(lines, AT_ONCE, byWeight)).map(({ line }) => line);
}

interface Weighed {
  readonly line: Line;
  readonly weight: bigint;
}

function* curesOf(line: Line, work: SettledWork, again: Again): Work<readonly Cure[]> {
  const cures: Cure[] = [];
  for (const { measure, changed } of rules(line, again)) {
    const resolves = yield* settledWithRest(changed, again);
    if (resolves > 0) cures.push({ measure, resolves });
  }
  cures.push(...(yield* furthering(windows(line, again), again)));
  const moved = yield* handOver(line, work, again);
  if (moved) cures.push(moved);
  cures.push(...(yield* furthering(grades(line, again), again)));
  cures.push(...(yield* addCapacity(line, again)));
  return cures;
}

/** The least that helps, and what helps most where that is more. */
function* furthering(trials: Iterable<Trial>, again: Again): Work<readonly Cure[]> {
  let [least, most]: (Cure | undefined)[] = [];
  for (const { measure, changed } of trials) {
    const resolves = yield* settledWithRest(changed, again);
    if (resolves <= (most?.resolves ?? 0)) continue;
    most = { measure, resolves };
    least ??= most;
    if (resolves === openTotal(changed, again)) break;
  }
  return least && most ? (least === most ? [least] : [least, most]) : [];
}

function openTotal(line: Line, { ledger }: Again): number {
  return openOf(ledger.open, line).reduce((sum, quantity) => sum + quantity, 0);
}

interface Trial {
  readonly measure: Measure;
  readonly changed: Line;
}

function* rules(line: Line, { ledger }: Again): Generator<Trial> {
  const { demand, product, rejected } = line;
  const lift = (rule: Extract<Measure, { kind: "lift rule" }>["rule"], change: Parameters<typeof changedLine>[2]): Trial => ({
    measure: { kind: "lift rule", rule },
    changed: changedLine(ledger, line, change),
  });
  if ((product.minimumLot ?? 1) > 1) yield lift("lot", { product: { minimumLot: undefined } });
  if (!demand.maySplit) yield lift("split", { demand: { maySplit: true } });
  if (demand.onlySuppliers.length > 0) yield lift("only", { demand: { onlySuppliers: [] } });
  if (demand.notSuppliers.length > 0) yield lift("not", { demand: { notSuppliers: [] } });
  if (rejected.size > 0) yield lift("rejected", { rejected: new Set() });
  if (demand.material === "not secured") yield lift("material", { demand: { material: "buyer's" } });
}

/** Later first, then earlier, by one more quarter at a time. */
function* windows(line: Line, { ledger }: Again): Generator<Trial> {
  const { demand } = line;
  if (!demand.cells.some(({ period }) => period.kind === "quarter")) return;
  for (let wider = 1; wider < ledger.register.quarters; wider++) {
    for (const [early, late] of [
      [demand.early, demand.late + wider],
      [demand.early + wider, demand.late],
    ])
      yield { measure: { kind: "widen window", early, late }, changed: changedLine(ledger, line, { demand: { early, late } }) };
  }
}

/** The highest grade below the one required that anybody has. */
function* grades(line: Line, { ledger }: Again): Generator<Trial> {
  const makers = ledger.register.ways.get(line.product.key) ?? [];
  const lower = [...new Set(makers.filter(({ grade }) => grade < line.grade).map(({ grade }) => grade))].sort((a, b) => b - a);
  for (const grade of lower)
    yield { measure: { kind: "lower grade", grade }, changed: changedLine(ledger, line, { demand: { grade }, product: { grade } }) };
}

/** For each open cell, capacity for the whole of it where one eligible factory lacks it on one row only. */
function* addCapacity(line: Line, again: Again): Work<readonly Cure[]> {
  const { register, open, free } = again.ledger;
  const cures: Cure[] = [];
  const wanted = openOf(open, line);
  for (let cell = 0; cell < wanted.length; cell++) {
    const quarter = line.windows[cell].due ?? line.windows[cell].first;
    for (const way of wanted[cell] > 0 ? line.eligible : []) {
      const lacking = shortOf(way, wanted[cell], (row) => free[row * register.quarters + quarter]);
      if (lacking.length !== 1) continue;
      const [{ row, units }] = lacking;
      const { capacity, rate } = register.rows[row];
      const amount = Math.ceil(units / rate.perRowStep);
      const resolves = yield* settledWithRest(line, again, { key: row * register.quarters + quarter, more: amount * rate.perRowStep });
      if (resolves <= 0) continue;
      cures.push({ measure: { kind: "add capacity", capacityNo: capacity.no, quarter, amount }, resolves });
      break;
    }
  }
  return cures;
}
