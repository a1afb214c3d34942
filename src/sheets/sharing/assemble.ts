/** Puts what was accepted beside what is here already, and finds what cannot stand here. */
import type { Sheet } from "../../workbook/workbook";
import { codeUnitOrder } from "../table/naturalOrder";
import { problemAddress } from "../table/problemAddress";
import { productKey } from "../inputs/productNames";
import type { Problem, Reading, SheetKind } from "../reading";
import { textIn, type FieldCells } from "./fieldCells";
import type { FileJudged, SlipProblem } from "./incoming";
import { isTaken } from "./judgeAll";
import { notItsOwn, whereabouts } from "./notItsOwn";
import { newNumbers, numbersOf, renumbered } from "./ownNumbers";
import { readRecords } from "./readRecords";
import { asReceived, cellAtSender, senderOf, type RowsByKind } from "./receivedRows";
import { receivedTables } from "./sharedSheets";

/** Every office's rows: the newly accepted ones in place of the older. */
export function assemble(
  reading: Reading,
  kept: ReadonlyMap<string, RowsByKind>,
  outcomes: readonly FileJudged[],
): ReadonlyMap<string, RowsByKind> {
  const newcomers = new Map<string, RowsByKind>();
  const codes = new Map<string, string>();
  for (const { office, incoming } of outcomes.filter(isTaken)) {
    if (office === undefined || !incoming) continue;
    newcomers.set(office, asReceived(incoming.rows, office));
    codes.set(office, reading.codes.get(office) ?? (incoming.officeCode || office));
  }
  const staying = new Map([...kept].filter(([office]) => !newcomers.has(office)));
  const taken = new Set([...ownNumbers(reading), ...[...staying.values()].flatMap(numbersOf)]);
  const numbers = newNumbers(newcomers, { taken, kept, prefixOf: (office) => codes.get(office) ?? office });
  for (const [office, rows] of newcomers) staying.set(office, renumbered(rows, numbers.get(office) ?? new Map()));
  return staying;
}

/** Numbers of the office's own lines and rows. */
function ownNumbers({ shared, cells, receipts }: Reading): readonly string[] {
  const received = new Set(receipts.filter(({ kind }) => kind?.startsWith("Received ") === true).map(({ sheet }) => sheet));
  const { demands, capacities } = shared.whole;
  const own = (kind: "demands" | "capacities", rows: readonly { readonly no: string }[]): readonly string[] =>
    rows.map(({ no }) => no).filter((no) => !received.has(cells[kind].get(no)?.sheet ?? ""));
  return [...own("demands", demands), ...own("capacities", capacities)];
}

interface After {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
}

/** Rows of the Received sheets as they stand, by sheet and row. */
function recordsAt({ reading, sheets }: After): (sheet: string, row: number) => FieldCells | undefined {
  const named = new Set(reading.shared.whole.equipment.map(({ name }) => name));
  const found = new Map(
    receivedTables.flatMap((table) => {
      const receipt = reading.receipts.find(({ kind }) => kind === table.kind);
      const sheet = sheets.find(({ name }) => name === receipt?.sheet);
      return sheet ? [[sheet.name, { records: readRecords(sheet, { table, named }), first: FIRST_ROW }] as const] : [];
    }),
  );
  return (sheet, row) => found.get(sheet)?.records[row - FIRST_ROW];
}

/** Under title, note and headings. */
const FIRST_ROW = 3;

/** Offices whose rows, newly taken, must be fixed before they can stand here, with the problems in their own cells. */
export function offendersIn(after: After, outcomes: readonly FileJudged[]): ReadonlyMap<string, readonly SlipProblem[]> {
  const record = recordsAt(after);
  const where = whereabouts(after.reading, after.sheets);
  const offenders = new Map(
    outcomes
      .filter(isTaken)
      .flatMap(({ office = "", incoming }): [string, SlipProblem[]][] =>
        incoming ? [[office, notItsOwn(incoming.rows, office, where)]] : [],
      ),
  );
  for (const problem of after.reading.problems) {
    if (problem.severity !== "must fix" || problem.row === undefined) continue;
    const cells = record(problem.sheet, problem.row);
    const office = cells && senderOf(cells);
    if (cells && office !== undefined) offenders.get(office)?.push(slipProblem(problem, cells));
  }
  return new Map([...offenders].filter(([, problems]) => problems.length > 0));
}

function slipProblem(problem: Problem, cells: FieldCells): SlipProblem {
  const origin = cellAtSender(cells);
  const cut = origin.lastIndexOf("!");
  return cut < 0
    ? { problem, sheet: problem.sheet, cell: problemAddress(problem) }
    : { problem, sheet: origin.slice(0, cut), cell: origin.slice(cut + 1) };
}

/** Leaves out list rows that say nothing new: what the office lists itself, and does not differ from. */
export function withoutKnownLists(byOffice: ReadonlyMap<string, RowsByKind>, after: After): ReadonlyMap<string, RowsByKind> {
  const listed = listedHere(after.reading);
  const record = recordsAt(after);
  const differing = new Set(
    after.reading.problems.flatMap(({ rule, sheet, row }) => (rule === "I25" && row !== undefined ? [contentOf(record(sheet, row))] : [])),
  );
  const says = (kind: SheetKind, cells: FieldCells): boolean =>
    listed.get(kind)?.has(nameIn(kind, cells)) !== true || differing.has(contentOf(cells));
  return new Map(
    [...byOffice].map(([office, rows]) => [
      office,
      new Map([...rows].map(([kind, records]) => [kind, listed.has(kind) ? records.filter((cells) => says(kind, cells)) : records])),
    ]),
  );
}

/** Names on the office's own lists, by the Received sheet they would stand on. */
function listedHere({ shared: { lists }, receipts }: Reading): ReadonlyMap<SheetKind, ReadonlySet<string>> {
  const received = new Set(receipts.filter(({ kind }) => kind?.startsWith("Received ") === true).map(({ sheet }) => sheet));
  const own = <Entry extends { readonly sheet?: string }>(entries: readonly Entry[], name: (entry: Entry) => string): ReadonlySet<string> =>
    new Set(entries.filter(({ sheet }) => sheet !== undefined && !received.has(sheet)).map(name));
  return new Map<SheetKind, ReadonlySet<string>>([
    ["Received places", own(lists.places, ({ name }) => name)],
    ["Received factories", own(lists.factories, ({ name }) => name)],
    ["Received products", own(lists.products, ({ product }) => product.key)],
    ["Received equipment", own(lists.equipment, ({ equipment }) => equipment.name)],
  ]);
}

function nameIn(kind: SheetKind, cells: FieldCells): string {
  if (kind === "Received places") return textIn(cells, "place");
  if (kind === "Received factories") return textIn(cells, "factory");
  if (kind === "Received equipment") return textIn(cells, "equipment");
  return productKey(textIn(cells, "product"), textIn(cells, "specification"));
}

function contentOf(cells: FieldCells | undefined): string {
  return cells ? JSON.stringify([...cells].sort(([one], [other]) => codeUnitOrder(one, other))) : "";
}
