/** Numbers for rows whose clerk gave none: the office's code or name and a running number, in the order of their content. */
import type { Codes } from "../../engine/codes";
import type { Capacity, CapacityItem, Demand, DemandCell, Period } from "../../engine/model";
import { ranksOf } from "../../engine/register/ranks";
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { CapacityRow } from "./capacity";
import type { DemandRow } from "./demand";
import { deriveNumbers, type DerivedNumbers } from "../table/derivedNumbers";
import type { ProblemList } from "../table/problemList";

export interface Numbering {
  readonly prefix: string;
  readonly problems: ProblemList;
  readonly codes: Codes;
  /** What the last run derived. */
  readonly known: DerivedNumbers;
  /** Numbers of lines that agreements name: none of them is given to a line that is new. */
  readonly named: ReadonlySet<string>;
}

/** Gives each demand row that has none a number, and tells those. A row with a number given before is reported (E06) and not valid. */
export function* numberDemands(rows: readonly DemandRow[], numbering: Numbering): Generator<void, DerivedNumbers> {
  const { codes } = numbering;
  const { blank, ...given } = givenNumbers(rows, ({ demand }) => demand.no, numbering.problems);
  const { numbers, marks } = yield* deriveNumbers(blank, {
    ...numbering,
    whose: yield* ranksOf(blank, {
      key: ({ demand }) => demand.factory,
      text: ({ demand }) => JSON.stringify(codes.factory(demand.factory)),
    }),
    what: yield* ranksOf(blank, {
      key: ({ demand }) => demand.product,
      text: ({ demand }) => JSON.stringify(codes.product(demand.product)),
    }),
    content: contentOf(codes),
    taken: given.numbers,
  });
  blank.forEach(({ demand }, index) => (demand.no = numbers[index]));
  for (const row of given.again) row.valid = false;
  return marks;
}

/** The same for capacity rows; a factory's second row for one class or product is reported too (E06) and not valid. */
export function* numberCapacities(rows: readonly CapacityRow[], numbering: Numbering): Generator<void, DerivedNumbers> {
  const { codes, problems } = numbering;
  const { blank, ...given } = givenNumbers(rows, ({ capacity }) => capacity.no, problems);
  const { numbers, marks } = yield* deriveNumbers(blank, {
    ...numbering,
    prefix: `${numbering.prefix}-C`,
    whose: yield* ranksOf(blank, {
      key: ({ capacity }) => capacity.factory,
      text: ({ capacity }) => JSON.stringify(codes.factory(capacity.factory)),
    }),
    what: yield* ranksOf(blank, { key: ({ capacity }) => capacity.item, text: ({ capacity }) => itemText(capacity.item, codes) }),
    content: tellCapacity,
    taken: given.numbers,
  });
  blank.forEach(({ capacity }, index) => (capacity.no = numbers[index]));
  const made = new Made();
  let seen = 0;
  for (const row of rows) {
    if (++seen % ROWS_AT_ONCE === 0) yield;
    const item = row.valid ? made.twice(row.capacity) : undefined;
    if (item === undefined) continue;
    problems.inRow("E06 capacity", row, { value: row.capacity.factory, item });
    row.valid = false;
  }
  for (const row of given.again) row.valid = false;
  return marks;
}

/** By factory: the classes it has rows for, and the products. */
class Made {
  private readonly taken = { equipment: new Map<string, Set<string>>(), products: new Map<string, Set<string>>() };

  /** What the factory has a row for already; else undefined, and the row is noted. */
  twice({ item, factory }: Capacity): string | undefined {
    const names = item.kind === "equipment" ? [item.equipment] : item.products;
    const byFactory = this.taken[item.kind];
    let its = byFactory.get(factory);
    if (!its) byFactory.set(factory, (its = new Set()));
    for (const name of names) if (its.has(name)) return name;
    for (const name of names) its.add(name);
    return undefined;
  }
}

/** What a row is for, as JSON text. */
function itemText(item: CapacityItem, codes: Codes): string {
  const made = item.kind === "equipment" ? [codes.equipment(item.equipment)] : item.products.map(codes.product).sort();
  return `"${item.kind}",${JSON.stringify(made)}`;
}

type Tell = (piece: string) => void;

/** Tells all that a capacity row says beside whose it is and for what, as JSON text. */
function tellCapacity({ capacity: { grade, largestPiece, available, own } }: CapacityRow, tell: Tell): void {
  tell(`[${grade ?? null},${largestPiece ?? null}`);
  for (const amounts of [available, own]) {
    tell(",[");
    for (let quarter = 0; quarter < amounts.length; quarter++) {
      if (quarter > 0) tell(",");
      tell(String(amounts[quarter]));
    }
    tell("]");
  }
  tell("]");
}

/**
 * Tells all that a demand row says beside whose it is and for what: its cells in the order of their texts, then its conditions, each
 * by as few signs as tell it. The order of these texts is the one in which rows of one group are numbered.
 */
function contentOf(codes: Codes): (row: DemandRow, tell: Tell) => void {
  /** What stands before the quantity; the cells of a column share their period. */
  const beginnings = new Map<Period, string>();
  const beginning = ({ period }: DemandCell): string => {
    let known = beginnings.get(period);
    if (known === undefined) beginnings.set(period, (known = beginningOf(period)));
    return known;
  };
  const inOrder = (cells: readonly DemandCell[]): boolean => {
    let last = "";
    for (let index = 0; index < cells.length; index++) {
      const next = beginning(cells[index]);
      if (next < last) return false;
      last = next;
    }
    return true;
  };
  return ({ demand }, tell) => {
    const cells = inOrder(demand.cells)
      ? demand.cells
      : [...demand.cells].sort((one, other) => (beginning(one) < beginning(other) ? -1 : 1));
    for (let index = 0; index < cells.length; index++) {
      if (index > 0) tell(",");
      tell(beginning(cells[index]));
      tell(String(cells[index].quantity));
      tell("}");
    }
    tell(cells.length === 0 ? "}]" : "]");
    tellConditions(demand, codes, tell);
  };
}

/** A brace ends every number, and stands behind all digits and letters: a line without any cell comes last. */
function beginningOf(period: Period): string {
  if (period.kind === "quarter") return `q${period.quarter}}`;
  return period.kind === "year" ? `y${period.year}}` : "u";
}

function tellConditions(demand: Demand, { factory }: Codes, tell: Tell): void {
  const { priority, inHouse, recurrent, grade, early, late, maySplit, presentSupplier, material } = demand;
  const { wishedSuppliers: wished, onlySuppliers: only, notSuppliers: not } = demand;
  tell(String(priority));
  tell(inHouse ? "t" : "f");
  tell(recurrent ? "t" : "f");
  tell(grade === undefined ? "n" : String(grade));
  tell(String(early));
  tell(",");
  tell(String(late));
  tell(maySplit ? ",t" : ",f");
  tell(presentSupplier === undefined ? '""' : JSON.stringify(factory(presentSupplier)));
  // Their first letters tell the three apart.
  tell(material[0]);
  tell(wished.length + only.length + not.length === 0 ? "]" : JSON.stringify([wished, only, not].map((list) => list.map(factory).sort())));
}

interface Given<Row> {
  readonly numbers: ReadonlySet<string>;
  /** Rows with a number that a row above has. */
  readonly again: readonly Row[];
  /** Rows without a number. */
  readonly blank: readonly Row[];
}

function givenNumbers<Row extends DemandRow | CapacityRow>(
  rows: readonly Row[],
  numberOf: (row: Row) => string,
  problems: ProblemList,
): Given<Row> {
  const numbers = new Set<string>();
  const again: Row[] = [];
  const blank: Row[] = [];
  for (const row of rows) {
    const no = numberOf(row);
    if (no === "") {
      blank.push(row);
      continue;
    }
    if (numbers.has(no)) {
      problems.inRow("E06 number", { sheet: row.sheet, row: row.row, column: row.numberColumn }, { value: no });
      again.push(row);
    }
    numbers.add(no);
  }
  return { numbers, again, blank };
}
