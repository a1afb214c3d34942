/** Numbers for rows whose clerk gave none: the office's code or name and a running number, in the order of their content. */
import type { Codes } from "../../engine/codes";
import { eachInSlices, ROWS_AT_ONCE } from "../../engine/slices";
import type { CapacityRow } from "./capacity";
import type { DemandRow } from "./demand";
import { codeUnitOrder } from "../table/naturalOrder";
import type { ProblemList } from "../table/problemList";

/** Demand rows, each with a number of its own. A number given twice is reported (E06). */
export function* numberDemands(rows: readonly DemandRow[], { prefix, problems, codes }: Numbering): Generator<void, readonly DemandRow[]> {
  const [factory, product] = [quotedOnce(codes.factory), quotedOnce(codes.product)];
  const group = ({ demand }: DemandRow): string => `[${factory(demand.factory)},${product(demand.product)}]`;
  const content = ({ demand }: DemandRow): string => {
    const cells = demand.cells.map((cell) => JSON.stringify(cell)).sort();
    const partners = [demand.wishedSuppliers, demand.onlySuppliers, demand.notSuppliers].map((list) => list.map(codes.factory).sort());
    const { priority, inHouse, recurrent, grade, early, late, maySplit, presentSupplier, material } = demand;
    const present = presentSupplier === undefined ? "" : codes.factory(presentSupplier);
    return JSON.stringify([cells, priority, inHouse, recurrent, grade, early, late, maySplit, present, material, partners]);
  };
  const numbers = new Numbers(
    rows.map(({ demand, sheet, row, numberColumn }) => ({ no: demand.no, sheet, row, column: numberColumn })),
    problems,
  );
  const derived = yield* numbers.derive(rows, { prefix, blank: ({ demand }) => demand.no === "", group, content });
  return yield* eachInSlices(rows, (entry) => ({
    ...entry,
    valid: entry.valid && !numbers.isTwice(entry.sheet, entry.row),
    demand: { ...entry.demand, no: derived.get(entry) ?? entry.demand.no },
  }));
}

export interface Numbering {
  readonly prefix: string;
  readonly problems: ProblemList;
  readonly codes: Codes;
}

/** Capacity rows, each with a number of its own; a factory's second row for one class or product is reported (E06). */
export function* numberCapacities(
  rows: readonly CapacityRow[],
  { prefix, problems, codes }: Numbering,
): Generator<void, readonly CapacityRow[]> {
  const [factory, equipment, product] = [codes.factory, codes.equipment, codes.product].map(quotedOnce);
  const group = ({ capacity: { factory: name, item } }: CapacityRow): string => {
    const made = item.kind === "equipment" ? equipment(item.equipment) : madeOf(item.products, { codes, product });
    return `[${factory(name)},"${item.kind}",[${made}]]`;
  };
  const content = ({ capacity: { grade, largestPiece, available, own } }: CapacityRow): string =>
    JSON.stringify([grade, largestPiece, available, own]);
  const numbers = new Numbers(
    rows.map(({ capacity, sheet, row, numberColumn }) => ({ no: capacity.no, sheet, row, column: numberColumn })),
    problems,
  );
  const derived = yield* numbers.derive(rows, { prefix: `${prefix}-C`, blank: ({ capacity }) => capacity.no === "", group, content });
  const taken = new Set<string>();
  return yield* eachInSlices(rows, (entry) => {
    const { capacity } = entry;
    const keys =
      capacity.item.kind === "equipment" ? [`e ${capacity.item.equipment}`] : capacity.item.products.map((product) => `p ${product}`);
    const twice = entry.valid ? keys.find((key) => taken.has(`${capacity.factory}\n${key}`)) : undefined;
    if (twice !== undefined) problems.inRow("E06 capacity", entry, { value: capacity.factory, item: twice.slice(2) });
    else if (entry.valid) for (const key of keys) taken.add(`${capacity.factory}\n${key}`);
    const valid = entry.valid && twice === undefined && !numbers.isTwice(entry.sheet, entry.row);
    return { ...entry, valid, capacity: { ...capacity, no: derived.get(entry) ?? capacity.no } };
  });
}

function madeOf(products: readonly string[], { codes, product }: { codes: Codes; product: (key: string) => string }): string {
  if (products.length === 1) return product(products[0]);
  return products
    .map(codes.product)
    .sort()
    .map((code) => JSON.stringify(code))
    .join(",");
}

/** Codes as JSON writes them, each worked out once. */
function quotedOnce(codeOf: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const quoted = known.get(name) ?? JSON.stringify(codeOf(name));
    known.set(name, quoted);
    return quoted;
  };
}

interface Numbered {
  readonly no: string;
  readonly sheet: string;
  readonly row: number;
  readonly column?: number;
}

class Numbers {
  private readonly given = new Set<string>();
  private readonly twice = new Set<string>();

  constructor(rows: readonly Numbered[], problems: ProblemList) {
    for (const { no, sheet, row, column } of rows) {
      if (no === "") continue;
      if (this.given.has(no)) {
        problems.inRow("E06 number", { sheet, row, column }, { value: no });
        this.twice.add(`${sheet}\n${row}`);
      }
      this.given.add(no);
    }
  }

  isTwice(sheet: string, row: number): boolean {
    return this.twice.size > 0 && this.twice.has(`${sheet}\n${row}`);
  }

  /** Numbers in the order of the groups, and within a group in the order of content. */
  *derive<Row>(rows: readonly Row[], { prefix, blank, group, content }: Derivation<Row>): Generator<void, ReadonlyMap<Row, string>> {
    const groups = new Map<string, Row[]>();
    let seen = 0;
    for (const row of rows) {
      if (++seen % ROWS_AT_ONCE === 0) yield;
      if (!blank(row)) continue;
      const key = group(row);
      const members = groups.get(key);
      if (members) members.push(row);
      else groups.set(key, [row]);
    }
    const derived = new Map<Row, string>();
    let running = 0;
    for (const key of [...groups.keys()].sort()) {
      if (running % ROWS_AT_ONCE === 0) yield;
      for (const row of inOrderOf(groups.get(key) ?? [], content)) {
        let no: string;
        do no = numberOf(prefix, ++running);
        while (this.given.has(no));
        derived.set(row, no);
      }
    }
    return derived;
  }
}

interface Derivation<Row> {
  readonly prefix: string;
  readonly blank: (row: Row) => boolean;
  /** What comes first in the order; most rows are alone in their group. */
  readonly group: (row: Row) => string;
  readonly content: (row: Row) => string;
}

function inOrderOf<Row>(rows: readonly Row[], content: (row: Row) => string): readonly Row[] {
  if (rows.length < 2) return rows;
  const keyed = rows.map((row) => ({ row, key: content(row) }));
  return keyed.sort((one, other) => codeUnitOrder(one.key, other.key)).map(({ row }) => row);
}

function numberOf(prefix: string, running: number): string {
  return `${prefix}-${String(running).padStart(4, "0")}`;
}
