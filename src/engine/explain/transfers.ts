/** Work that moved: in-house work handed over and what it enabled, and collaboration work that left its present supplier. */
import { Buckets } from "../buckets";
import type { Way } from "../register/eligibility";
import { roomFor, type Entry, type Ledger } from "../ledger";
import type { Agreement, CapacityUse, Goal, Transfer } from "../model";
import type { Line } from "../register/lines";

/** Entries looked at between two yields. */
const SLICE = 8_192;

/**
 * One transfer per line, old and new maker and place, in the order of the agreements. `agreements` are those of the entries that
 * have a line, in their order. Yields now and then.
 */
export function* transfersOf(ledger: Ledger, agreements: readonly Agreement[]): Generator<void, readonly Transfer[]> {
  const { entries } = ledger;
  const settled: Settled = { bySupplier: yield* suppliedBy(ledger, agreements), byRow: yield* onRows(ledger) };
  const transfers: Transfer[] = [];
  let agreed = 0;
  for (let index = 0; index < entries.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const entry = entries[index];
    const { line } = entry;
    if (!line) continue;
    const { no } = agreements[agreed++];
    if (line.demand.inHouse) transfers.push(handedOver(ledger, { entry, line, no }, settled));
    else if (!entry.fixed) transfers.push(...leftPartner(ledger, { entry, line, no }, settled));
  }
  return transfers;
}

interface Numbered {
  readonly entry: Entry;
  readonly no: string;
}

/** What was settled: with each supplier that handed work over, and on each capacity row (positions of entries not fixed first). */
interface Settled {
  readonly bySupplier: ReadonlyMap<string, readonly Numbered[]>;
  readonly byRow: Buckets;
}

function* suppliedBy({ entries }: Ledger, agreements: readonly Agreement[]): Generator<void, ReadonlyMap<string, readonly Numbered[]>> {
  const supplied = new Map<string, Numbered[]>();
  for (let index = 0; index < entries.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const { line } = entries[index];
    if (line?.demand.inHouse) supplied.set(line.demand.factory, []);
  }
  if (supplied.size === 0) return supplied;
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

function* onRows({ entries, register }: Ledger): Generator<void, Buckets> {
  const rows: number[] = [];
  const positions: number[] = [];
  for (let position = 0; position < entries.length; position++) {
    if (position % SLICE === SLICE - 1) yield;
    const { fixed, way } = entries[position];
    if (fixed || !way) continue;
    for (const row of way.rows) {
      rows.push(row);
      positions.push(position);
    }
  }
  return new Buckets(rows, register.rows.length, positions);
}

interface Moved {
  readonly entry: Entry;
  readonly line: Line;
  readonly no: string;
}

function handedOver(ledger: Ledger, { entry, line, no }: Moved, { bySupplier }: Settled): Transfer {
  const from = line.demand.factory;
  const freedQuarters = new Set(entry.freedQuarters);
  const homeRows = new Set(line.home?.rows);
  const enables = (bySupplier.get(from) ?? []).filter(({ entry: other }) => {
    if (other.place !== entry.place || other === entry) return false;
    return (
      other.way?.rows.some((row) => homeRows.has(row)) === true &&
      other.quantities.some((quantity, quarter) => quantity > 0 && freedQuarters.has(quarter))
    );
  });
  return {
    ...common({ entry, line, no }, from),
    inHouse: true,
    frees: usesOf(ledger, line.home, entry),
    takes: usesOf(ledger, entry.way, entry),
    enables: enables.map((other) => other.no),
  };
}

function common({ entry, line, no }: Moved, from: string): Pick<Transfer, "no" | "demandNo" | "product" | "from" | "to" | "quantities"> {
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

/** Collaboration work whose present supplier is one of ours and does not make it any more. */
function leftPartner(ledger: Ledger, { entry, line, no }: Moved, { byRow }: Settled): readonly Transfer[] {
  const { register } = ledger;
  if (line.presentSuppliers.size === 0) return [];
  const present = [...line.presentSuppliers].filter((name) => register.factories.has(name)).sort();
  if (present.length === 0 || line.presentSuppliers.has(entry.supplier) || line.demand.factory === present[0]) return [];
  const old = line.eligible.find(({ factory }) => factory === present[0]);
  return [
    {
      ...common({ entry, line, no }, present[0]),
      inHouse: false,
      frees: [],
      takes: usesOf(ledger, entry.way, entry),
      enables: [],
      goal: old && goalThatMoved(ledger, { entry, old, byRow }),
    },
  ];
}

/**
 * The first goal that would be worse with the present supplier: where its capacity is used up, the highest priority it serves
 * instead; else fit where it is the finer factory; else near. (That the last plan had it so already is no cause.)
 */
function goalThatMoved(
  ledger: Ledger,
  { entry, old, byRow }: { readonly entry: Entry; readonly old: Way; readonly byRow: Settled["byRow"] },
): Goal | undefined {
  const { quarters, laterGoals } = ledger.register;
  const used = entry.quantities.flatMap((quantity, quarter) => (quantity > 0 ? [quarter] : []));
  if (used.some((quarter) => roomFor(ledger.free, old, quarter, quarters) === 0)) {
    let priority = Infinity;
    for (const row of old.rows) {
      for (const position of byRow.of(row)) {
        const { quantities, line } = ledger.entries[position];
        if (used.some((quarter) => quantities[quarter] > 0)) priority = Math.min(priority, line?.demand.priority ?? 3);
      }
    }
    return Number.isFinite(priority) ? (`priority ${priority}` as Goal) : undefined;
  }
  return laterGoals.find((goal) => (goal === "fit" ? (entry.way?.grade ?? 0) < old.grade : goal === "near"));
}
