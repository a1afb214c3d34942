/**
 * The same made-up market where any capable row may deliver, balanced as offices do: every place first among its own, then the
 * province over what is left. Lines of one place, grade and priority are joined, as the engine does; a twentieth have an
 * agreement in the last plan and stay alone.
 */
import type { Network } from "../../src/engine/flow/network";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { atOnce } from "../../src/engine/slices";
import { randomNumbers, type Market } from "./market";
import type { NetworkFile } from "./networkFile";
import { NetworkDraft, PLACES, type Sides } from "./partNetwork";

interface Cell {
  readonly place: number;
  readonly grade: number;
  readonly priority: number;
  units: number;
  /** The row of its agreement and what of it may stand. */
  readonly kept?: { readonly row: Row; readonly units: number };
}

interface Row {
  readonly place: number;
  readonly grade: number;
  units: number;
}

/** Writes the networks of all places and of the province down, part after part; places are solved on the way for what they leave. */
export function layAnyCapable({ parts, sides }: Market, seed: number, into: NetworkFile): void {
  const random = randomNumbers(seed);
  for (let part = 0; part < parts; part++) {
    const rows = rowsOf(sides, part);
    const cells = cellsOf(sides, { part, rows, random });
    for (const { own, makers } of byPlace(cells, rows)) {
      const network = networkOf(own, makers, sides.kilometres);
      if (!network) continue;
      into.add(network);
      const { flow } = atOnce(solveNetwork(network));
      for (const [index, cell] of own.entries()) cell.units = flow[network.startArc[1 + index]];
      for (const [index, row] of makers.entries()) row.units -= flow[network.startArc[1 + own.length + index]];
    }
    const left = <T extends { units: number }>(items: readonly T[]): T[] => items.filter(({ units }) => units > 0);
    const network = networkOf(left(cells), left(rows), sides.kilometres);
    if (network) into.add(network);
  }
}

function rowsOf({ capacity }: Sides, part: number): Row[] {
  const rows: Row[] = [];
  for (let row = capacity.firstOfPart[part]; row < capacity.firstOfPart[part + 1]; row++)
    rows.push({ place: capacity.place[row], grade: capacity.grade[row], units: capacity.quantity[row] });
  return rows;
}

function cellsOf(
  { demand, priority }: Sides,
  { part, rows, random }: { part: number; rows: readonly Row[]; random: () => number },
): readonly Cell[] {
  const cells: Cell[] = [];
  const joined = new Map<number, Cell>();
  for (let line = demand.firstOfPart[part]; line < demand.firstOfPart[part + 1]; line++) {
    const kind = { place: demand.place[line], grade: demand.grade[line], priority: priority[line] };
    const units = demand.quantity[line];
    const row = random() < 0.05 ? rows[Math.floor(random() * rows.length)] : undefined;
    const key = (kind.place * 16 + kind.grade) * 3 + kind.priority;
    const same = joined.get(key);
    if (row && row.grade >= kind.grade) cells.push({ ...kind, units, kept: { row, units: Math.ceil(units / 2) } });
    else if (same) same.units += units;
    else {
      const cell = { ...kind, units };
      cells.push(cell);
      joined.set(key, cell);
    }
  }
  return cells;
}

function* byPlace(cells: readonly Cell[], rows: readonly Row[]): Generator<{ own: Cell[]; makers: Row[] }> {
  const places = Array.from({ length: PLACES }, () => ({ own: [] as Cell[], makers: [] as Row[] }));
  for (const cell of cells) places[cell.place].own.push(cell);
  for (const row of rows) places[row.place].makers.push(row);
  yield* places;
}

/** Nothing where no row is good enough for any cell. */
function networkOf(cells: readonly Cell[], rows: readonly Row[], kilometres: Uint16Array): Network | undefined {
  const nodes = 1 + cells.length + rows.length;
  const draft = new NetworkDraft({ nodes, mostArcs: cells.length * (rows.length + 2) + rows.length });
  let pairs = 0;
  for (const [index, { place, grade, priority, units, kept }] of cells.entries()) {
    draft.node(1 + index, { units });
    for (const [choice, row] of rows.entries()) {
      if (row.grade < grade) continue;
      const pair = { priority, fit: row.grade - grade, near: kilometres[place * PLACES + row.place] };
      const to = 1 + cells.length + choice;
      if (row === kept?.row) draft.pair(1 + index, to, { ...pair, room: kept.units, kept: 1 });
      draft.pair(1 + index, to, pair);
      pairs++;
    }
  }
  for (const [choice, { units }] of rows.entries()) draft.node(1 + cells.length + choice, { room: units });
  return pairs === 0 ? undefined : draft.finish();
}
