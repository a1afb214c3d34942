/** Numbers for rows whose clerk gave none: the office's code or name and a running number, in the order of their content. */
import type { Codes } from "../../engine/codes";
import type { Period } from "../../engine/model";
import { eachInSlices } from "../../engine/slices";
import type { CapacityRow } from "./capacity";
import type { DemandRow } from "./demand";
import { deriveNumbers, type DerivedNumbers } from "../table/derivedNumbers";
import type { ProblemList } from "../table/problemList";

/** Demand rows, each with a number of its own. A number given twice is reported (E06). */
export function* numberDemands(
  rows: readonly DemandRow[],
  { prefix, problems, codes, known, named }: Numbering,
): Generator<void, Numbered<DemandRow>> {
  const [factory, product] = [quotedOnce(codes.factory), quotedOnce(codes.product)];
  const group = ({ demand }: DemandRow): string => `[${factory(demand.factory)},${product(demand.product)}]`;
  const period = periodsOnce();
  const content = ({ demand }: DemandRow): string => {
    const cells = demand.cells.map((cell) => `{"period":${period(cell.period)},"quantity":${cell.quantity}}`).sort();
    const partners = [demand.wishedSuppliers, demand.onlySuppliers, demand.notSuppliers].map((list) => list.map(codes.factory).sort());
    const { priority, inHouse, recurrent, grade, early, late, maySplit, presentSupplier, material } = demand;
    const present = presentSupplier === undefined ? "" : codes.factory(presentSupplier);
    return JSON.stringify([cells, priority, inHouse, recurrent, grade, early, late, maySplit, present, material, partners]);
  };
  const numbers = new Numbers(
    rows.map(({ demand, sheet, row, numberColumn }) => ({ no: demand.no, sheet, row, column: numberColumn })),
    problems,
  );
  const blank = rows.filter(({ demand }) => demand.no === "");
  const derived = yield* deriveNumbers(blank, { prefix, group, content, known, taken: (no) => numbers.has(no), named });
  const numbered = yield* eachInSlices(rows, (entry) => ({
    ...entry,
    valid: entry.valid && !numbers.isTwice(entry.sheet, entry.row),
    demand: { ...entry.demand, no: derived.numbers.get(entry) ?? entry.demand.no },
  }));
  return { rows: numbered, derived: derived.marks };
}

export interface Numbered<Row> {
  readonly rows: readonly Row[];
  readonly derived: DerivedNumbers;
}

export interface Numbering {
  readonly prefix: string;
  readonly problems: ProblemList;
  readonly codes: Codes;
  /** What the last run derived. */
  readonly known: DerivedNumbers;
  /** Numbers of lines that agreements name: none of them is given to a line that is new. */
  readonly named: ReadonlySet<string>;
}

/** Capacity rows, each with a number of its own; a factory's second row for one class or product is reported (E06). */
export function* numberCapacities(
  rows: readonly CapacityRow[],
  { prefix, problems, codes, known, named }: Numbering,
): Generator<void, Numbered<CapacityRow>> {
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
  const blank = rows.filter(({ capacity }) => capacity.no === "");
  const derived = yield* deriveNumbers(blank, { prefix: `${prefix}-C`, group, content, known, taken: (no) => numbers.has(no), named });
  const taken = new Set<string>();
  const numbered = yield* eachInSlices(rows, (entry) => {
    const { capacity } = entry;
    const keys =
      capacity.item.kind === "equipment" ? [`e ${capacity.item.equipment}`] : capacity.item.products.map((product) => `p ${product}`);
    const twice = entry.valid ? keys.find((key) => taken.has(`${capacity.factory}\n${key}`)) : undefined;
    if (twice !== undefined) problems.inRow("E06 capacity", entry, { value: capacity.factory, item: twice.slice(2) });
    else if (entry.valid) for (const key of keys) taken.add(`${capacity.factory}\n${key}`);
    const valid = entry.valid && twice === undefined && !numbers.isTwice(entry.sheet, entry.row);
    return { ...entry, valid, capacity: { ...capacity, no: derived.numbers.get(entry) ?? capacity.no } };
  });
  return { rows: numbered, derived: derived.marks };
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

/** Periods as JSON writes them; the cells of a column share theirs. */
function periodsOnce(): (period: Period) => string {
  const known = new Map<Period, string>();
  return (period) => {
    const written = known.get(period) ?? JSON.stringify(period);
    known.set(period, written);
    return written;
  };
}

interface Given {
  readonly no: string;
  readonly sheet: string;
  readonly row: number;
  readonly column?: number;
}

class Numbers {
  private readonly given = new Set<string>();
  private readonly twice = new Set<string>();

  constructor(rows: readonly Given[], problems: ProblemList) {
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

  has(no: string): boolean {
    return this.given.has(no);
  }
}
