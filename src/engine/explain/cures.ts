/**
 * What would resolve an open line: the first measure, in the planning office's order, that settles some of it with the
 * capacity that remains while every agreement stays. Each is verified by solving again; so much is certain, more is possible.
 *
 * Handing over in-house work that may be handed over is no measure here: the goals have done it wherever it helps.
 */
import type { Way } from "../eligibility";
import { openOf } from "../ledger";
import type { Cure, Measure, Unresolved } from "../model";
import type { Line } from "../lines";
import { changedLine, settledWithRest, type Again } from "./resolve";

/** So many of the largest open lines are explained at once. */
const AT_ONCE = 200;

/** One verified cure for each of the largest open lines that has one, by demand number. */
export async function curesFor(unresolved: readonly Unresolved[], again: Again): Promise<ReadonlyMap<string, readonly Cure[]>> {
  const cures = new Map<string, readonly Cure[]>();
  for (const line of largest(unresolved, again)) {
    const cure = await firstCure(line, again);
    if (cure) cures.set(line.demand.no, [cure]);
  }
  return cures;
}

function largest(unresolved: readonly Unresolved[], { ledger }: Again): readonly Line[] {
  const lines = unresolved.flatMap(({ demandNo, cells }) => {
    const line = ledger.register.lineByNo.get(demandNo);
    const open = BigInt(cells.reduce((sum, { quantity }) => sum + quantity, 0));
    return line ? [{ line, weight: open * line.points }] : [];
  });
  lines.sort((a, b) => (a.weight > b.weight ? -1 : a.weight < b.weight ? 1 : a.line.index - b.line.index));
  return lines.slice(0, AT_ONCE).map(({ line }) => line);
}

async function firstCure(line: Line, again: Again): Promise<Cure | undefined> {
  for (const { measure, changed } of [...rules(line, again), ...windows(line, again), ...grades(line, again)]) {
    const resolves = await settledWithRest(changed, again);
    if (resolves > 0) return { measure, resolves };
  }
  return addCapacity(line, again);
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

/** Capacity for the whole of the first open cell, where one eligible factory lacks it on one row only. */
async function addCapacity(line: Line, again: Again): Promise<Cure | undefined> {
  const { register, open, free } = again.ledger;
  const cell = openOf(open, line).findIndex((quantity) => quantity > 0);
  if (cell < 0) return undefined;
  const quarter = line.windows[cell].first;
  for (const way of line.eligible) {
    const lacking = lacks(way, { quantity: open[line.firstCell + cell], quarter, free, quarters: register.quarters });
    if (lacking.length !== 1) continue;
    const [{ row, units }] = lacking;
    const { capacity, rate } = register.rows[row];
    const amount = Math.ceil(units / rate.perRowStep);
    const resolves = await settledWithRest(line, again, { key: row * register.quarters + quarter, more: amount * rate.perRowStep });
    if (resolves > 0) return { measure: { kind: "add capacity", capacityNo: capacity.no, quarter, amount }, resolves };
  }
  return undefined;
}

function lacks(
  way: Way,
  { quantity, quarter, free, quarters }: { quantity: number; quarter: number; free: Float64Array; quarters: number },
): { row: number; units: number }[] {
  return way.rows.flatMap((row, position) => {
    const units = quantity * way.perStep[position] - Math.max(0, free[row * quarters + quarter]);
    return units > 0 ? [{ row, units }] : [];
  });
}
