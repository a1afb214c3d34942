/**
 * Why a quantity is unresolved: one code per line and window cell, as the highest place sees it.
 *
 * U1 the material, by its flag alone; else the first test that leaves no factory (U2 to U6); else U5 if the line's own lot
 * and split rules stood in the way; else U7 if another quarter would have had room; else U9 if capacity it could use went to
 * a lower priority or was settled first at a lower place; else U8.
 */
import { FILTERS, passes, type Way } from "../eligibility";
import { roomFor, type Entry, type Ledger } from "../ledger";
import type { ReasonCode, Unresolved } from "../model";
import type { Line } from "../lines";

/** Every line with open cells, in canonical order; `settledWithoutRules` tells the cells that the line's own rules alone kept open. */
export function reasonsFor(ledger: Ledger, settledWithoutRules: ReadonlySet<string> = new Set()): readonly Unresolved[] {
  const uses = usesByCell(ledger);
  return ledger.register.lines.flatMap((line) => {
    if (line.demand.inHouse) return [];
    const cells = line.demand.cells.flatMap((cell, index) => {
      const quantity = ledger.open[line.firstCell + index];
      return quantity > 0
        ? [{ period: cell.period, quantity, reason: reasonOf(ledger, { line, cell: index, uses, settledWithoutRules }) }]
        : [];
    });
    return cells.length > 0 ? [{ demandNo: line.demand.no, cells }] : [];
  });
}

/** Names one cell of one line. */
export function cellKey(line: Line, cell: number): string {
  return `${line.index}/${cell}`;
}

interface OpenCell {
  readonly line: Line;
  readonly cell: number;
  readonly uses: ReadonlyMap<number, readonly Entry[]>;
  readonly settledWithoutRules: ReadonlySet<string>;
}

function reasonOf(ledger: Ledger, { line, cell, uses, settledWithoutRules }: OpenCell): ReasonCode {
  if (line.demand.material === "not secured") return "U1";
  const { register } = ledger;
  let left: readonly Way[] = (register.ways.get(line.product.key) ?? []).filter((way) => way.factory !== line.demand.factory);
  if (left.length === 0) return "U2";
  for (const filter of FILTERS) {
    left = left.filter((way) => passes(filter, way, line));
    if (left.length === 0) return filter;
  }
  if (settledWithoutRules.has(cellKey(line, cell))) return "U5";
  if (roomInAnotherQuarter(ledger, line, cell, left)) return "U7";
  return gaveWay(ledger, { line, cell, uses }, left) ? "U9" : "U8";
}

function roomInAnotherQuarter({ register, free }: Ledger, line: Line, cell: number, ways: readonly Way[]): boolean {
  const { first, last } = line.windows[cell];
  const least = line.product.minimumLot ?? 1;
  return ways.some((way) => {
    for (let quarter = 0; quarter < register.quarters; quarter++) {
      if ((quarter < first || quarter > last) && roomFor(free, way, quarter, register.quarters) >= least) return true;
    }
    return false;
  });
}

/** Who used each capacity cell, fixed and in-house work left out. */
function usesByCell({ entries, register }: Ledger): ReadonlyMap<number, readonly Entry[]> {
  const uses = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.fixed || !entry.way || !entry.line || entry.line.demand.inHouse) continue;
    entry.quantities.forEach((quantity, quarter) => {
      if (quantity === 0) return;
      for (const row of entry.way?.rows ?? []) {
        const key = row * register.quarters + quarter;
        const known = uses.get(key);
        if (known) known.push(entry);
        else uses.set(key, [entry]);
      }
    });
  }
  return uses;
}

function gaveWay({ register }: Ledger, { line, cell, uses }: Pick<OpenCell, "line" | "cell" | "uses">, ways: readonly Way[]): boolean {
  const { first, last } = line.windows[cell];
  const before = (entry: Entry): boolean =>
    (entry.line?.demand.priority ?? 0) > line.demand.priority || entry.place !== register.places.root;
  for (const way of ways) {
    for (const row of way.rows) {
      for (let quarter = first; quarter <= last; quarter++) if (uses.get(row * register.quarters + quarter)?.some(before)) return true;
    }
  }
  return false;
}
