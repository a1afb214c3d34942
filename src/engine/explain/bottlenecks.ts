/**
 * Bottleneck sets: products that can be made only at certain factories, and how much these are short.
 *
 * For work made by item this is a minimum cut of the highest step (Ford and Fulkerson, 1956): starting from an open line,
 * take in every capacity cell it could use, every line served from those cells, the cells these could use, and so on. If all
 * cells taken in are full, the lines need more than the cells hold, whatever the plan: a proof.
 */
import type { Entry, Ledger } from "../ledger";
import type { Bottleneck, Unresolved } from "../model";
import type { Line } from "../register";

/** One set per group of open lines with reason U8 that share their cells; none where anything taken in has room. */
export function bottlenecksOf(ledger: Ledger, unresolved: readonly Unresolved[]): readonly Bottleneck[] {
  const short = unresolved
    .filter(({ cells }) => cells.some(({ reason }) => reason === "U8"))
    .flatMap(({ demandNo }) => ledger.register.lineByNo.get(demandNo) ?? []);
  const served = servedFrom(ledger);
  const done = new Set<Line>();
  return short.flatMap((line) => {
    if (done.has(line)) return [];
    const cut = takeIn(ledger, line, served);
    if (!cut) return [];
    for (const member of cut.lines) done.add(member);
    return [setOf(ledger, cut)];
  });
}

interface Cut {
  readonly lines: ReadonlySet<Line>;
  readonly cells: ReadonlySet<number>;
}

/** The entries of the highest step by capacity cell. */
function servedFrom({ entries, register }: Ledger): ReadonlyMap<number, readonly Entry[]> {
  const served = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.fixed || entry.place !== register.places.root || !entry.way || !entry.line) continue;
    for (const row of entry.way.rows) {
      entry.quantities.forEach((quantity, quarter) => {
        if (quantity === 0) return;
        const key = row * register.quarters + quarter;
        const known = served.get(key);
        if (known) known.push(entry);
        else served.set(key, [entry]);
      });
    }
  }
  return served;
}

/** Everything that could make room for a line; undefined where something has room, is shared by several rows or made in-house. */
function takeIn({ register, free }: Ledger, start: Line, served: ReadonlyMap<number, readonly Entry[]>): Cut | undefined {
  const lines = new Set<Line>([start]);
  const cells = new Set<number>();
  for (const line of lines) {
    for (const way of line.eligible) {
      if (way.rows.length !== 1 || line.demand.inHouse) return undefined;
      for (let quarter = 0; quarter < register.quarters; quarter++) {
        const key = way.rows[0] * register.quarters + quarter;
        if (cells.has(key) || !line.windows.some(({ first, last }) => first <= quarter && quarter <= last)) continue;
        if (free[key] >= way.perStep[0]) return undefined;
        cells.add(key);
        for (const entry of served.get(key) ?? []) if (entry.line) lines.add(entry.line);
      }
    }
  }
  return cells.size === 0 ? undefined : { lines, cells };
}

/** In steps of the first product: what the lines needed at the highest step, and what the cells held for it. */
function setOf({ register, open, entries }: Ledger, { lines, cells }: Cut): Bottleneck {
  const left = [...lines].reduce((sum, line) => sum + open[line.index].reduce((total, quantity) => total + quantity, 0), 0);
  const got = entries.reduce(
    (sum, entry) =>
      entry.line && lines.has(entry.line) && !entry.fixed && entry.place === register.places.root
        ? sum + entry.quantities.reduce((total, quantity) => total + quantity, 0)
        : sum,
    0,
  );
  const rows = new Set([...cells].map((key) => Math.floor(key / register.quarters)));
  return {
    products: [...new Set([...lines].map(({ product }) => product.key))].sort(),
    factories: [...new Set([...rows].map((row) => register.rows[row].capacity.factory))].sort(),
    demandNos: [...lines].map(({ demand }) => demand.no).sort(),
    needed: left + got,
    capacity: got,
    exact: true,
  };
}
