/** Work that moved: in-house work handed over and what it enabled, and collaboration work that left its present supplier. */
import type { Way } from "../register/eligibility";
import { roomFor, type Entry, type Ledger } from "../ledger";
import type { Agreement, CapacityUse, Goal, Transfer } from "../model";
import type { Line } from "../register/lines";
import type { Register } from "../register/register";
import { eachInSlices } from "../slices";
import type { SettledWork } from "./settledWork";

/** Entries looked at between two yields. */
const SLICE = 8_192;

/**
 * One transfer per line, old and new maker and place, in the order of the agreements. `agreements` are those of the entries that
 * have a line, in their order. Yields now and then.
 */
export function* transfersOf(ledger: Ledger, agreements: readonly Agreement[], work: SettledWork): Generator<void, readonly Transfer[]> {
  const moved = yield* movedWork(ledger, agreements);
  if (moved.length === 0) return [];
  const supplied = yield* suppliedBy(ledger, moved, agreements);
  return yield* eachInSlices(moved, (one) =>
    one.line.demand.inHouse ? handedOver(ledger, one, supplied.get(one.from) ?? []) : leftPartner(ledger, one, work),
  );
}

interface Numbered {
  readonly entry: Entry;
  readonly no: string;
}

/** Work that its maker up to now does no more. */
interface Moved extends Numbered {
  readonly line: Line;
  readonly from: string;
}

function* movedWork({ entries, register }: Ledger, agreements: readonly Agreement[]): Generator<void, readonly Moved[]> {
  const moved: Moved[] = [];
  let agreed = 0;
  for (let index = 0; index < entries.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const entry = entries[index];
    const { line } = entry;
    if (!line) continue;
    const { no } = agreements[agreed++];
    const from = line.priority === undefined ? line.demand.factory : entry.fixed ? undefined : partnerLeft(register, line, entry.supplier);
    if (from !== undefined) moved.push({ entry, line, no, from });
  }
  return moved;
}

/** The present supplier of collaboration work, one of ours, that does not make it any more. */
function partnerLeft({ factories }: Register, { presentSuppliers, demand }: Line, supplier: string): string | undefined {
  if (presentSuppliers.size === 0 || presentSuppliers.has(supplier)) return undefined;
  const [present] = [...presentSuppliers].filter((name) => factories.has(name)).sort();
  return present === demand.factory ? undefined : present;
}

/** What was settled with each supplier that handed work over. */
function* suppliedBy(
  { entries }: Ledger,
  moved: readonly Moved[],
  agreements: readonly Agreement[],
): Generator<void, ReadonlyMap<string, readonly Numbered[]>> {
  const supplied = new Map<string, Numbered[]>();
  for (const { line, from } of moved) if (line.demand.inHouse) supplied.set(from, []);
  let agreed = 0;
  for (let index = 0; index < entries.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const entry = entries[index];
    if (!entry.line) continue;
    const { no } = agreements[agreed++];
    supplied.get(entry.supplier)?.push({ entry, no });
  }
  return supplied;
}

/** `supplied`: everything settled with the factory that handed the work over. */
function handedOver(ledger: Ledger, work: Moved, supplied: readonly Numbered[]): Transfer {
  const { entry, line } = work;
  const freedQuarters = new Set(entry.freedQuarters);
  const homeRows = new Set(line.home?.rows);
  const enables = supplied.filter(({ entry: other }) => {
    if (other.place !== entry.place || other === entry) return false;
    return (
      other.way?.rows.some((row) => homeRows.has(row)) === true &&
      other.quantities.some((quantity, quarter) => quantity > 0 && freedQuarters.has(quarter))
    );
  });
  return {
    ...common(work),
    inHouse: true,
    frees: usesOf(ledger, line.home, entry),
    takes: usesOf(ledger, entry.way, entry),
    enables: enables.map((other) => other.no),
  };
}

function common({ entry, line, no, from }: Moved): Pick<Transfer, "no" | "demandNo" | "product" | "from" | "to" | "quantities"> {
  return { no: `T${no}`, demandNo: line.demand.no, product: line.product.key, from, to: entry.supplier, quantities: entry.quantities };
}

/** What the quantity takes of each row of a way, in steps of the row. */
function usesOf({ register }: Ledger, way: Way | undefined, { quantities }: Entry): readonly CapacityUse[] {
  const total = quantities.reduce((sum, quantity) => sum + quantity, 0);
  return (way?.rows ?? []).map((row, position) => {
    const { capacity, rate } = register.rows[row];
    const item = capacity.item.kind === "equipment" ? capacity.item.equipment : capacity.item.products.join("、");
    return { capacityNo: capacity.no, item, amount: Math.ceil((total * (way?.perStep[position] ?? 0)) / rate.perRowStep) };
  });
}

function leftPartner(ledger: Ledger, moved: Moved, work: SettledWork): Transfer {
  const { entry, line, from } = moved;
  const old = line.eligible.find(({ factory }) => factory === from);
  return {
    ...common(moved),
    inHouse: false,
    frees: [],
    takes: usesOf(ledger, entry.way, entry),
    enables: [],
    goal: old && goalThatMoved(ledger, { entry, old, work }),
  };
}

/**
 * The first goal that would be worse with the present supplier: where its capacity is used up, the highest priority it serves
 * instead; else fit where it is the finer factory; else near. (That the last plan had it so already is no cause.)
 */
function goalThatMoved(
  ledger: Ledger,
  { entry, old, work }: { readonly entry: Entry; readonly old: Way; readonly work: SettledWork },
): Goal | undefined {
  const { quarters, laterGoals } = ledger.register;
  const used = entry.quantities.flatMap((quantity, quarter) => (quantity > 0 ? [quarter] : []));
  if (used.some((quarter) => roomFor(ledger.free, old, quarter, quarters) === 0)) {
    let priority = Infinity;
    for (const row of old.rows)
      for (const quarter of used)
        work.each(row * quarters + quarter, ({ line }) => {
          priority = Math.min(priority, line.demand.priority);
        });
    return Number.isFinite(priority) ? (`priority ${priority}` as Goal) : undefined;
  }
  return laterGoals.find((goal) => (goal === "fit" ? (entry.way?.grade ?? 0) < old.grade : goal === "near"));
}
