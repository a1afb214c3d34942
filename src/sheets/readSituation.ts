/** Reads a workbook's sheets into a situation: finds each sheet and its columns, reads lists before what names them, checks. */
import { codesOf } from "../engine/codes";
import { atOnce } from "../engine/slices";
import type { Distance, Situation } from "../engine/model";
import type { Sheet } from "../workbook/workbook";
import { byNumber } from "./inputs/byNumber";
import { capacityTable, readCapacity, receivedCapacityTable } from "./inputs/capacity";
import { checkSituation } from "./inputs/checkSituation";
import { usualGoals, type CoverSheet } from "./inputs/cover";
import { demandTable, quantitiesOf, readDemand, receivedDemandTable } from "./inputs/demand";
import { distancesTable, readDistances, receivedDistancesTable } from "./inputs/distances";
import { exactCapacities, exactDemands } from "./inputs/exactSizes";
import { readAgreements, withAbove, withDemandNo, type AgreementReading } from "./inputs/earlierAgreements";
import { lastYearTable, readLastYear, receivedLastYearTable, withReceived } from "./inputs/lastYear";
import { numberCapacities, numberDemands } from "./inputs/numberRows";
import { agreementsTable } from "./outputs";
import { planOf, type Plan } from "./inputs/plan";
import { readLists } from "./inputs/readLists";
import { quarterName } from "./table/readPeriod";
import type { Reading } from "./reading";
import { explained } from "./inputs/receipts";
import { rejectionsOf } from "./sharing/rejections";
import { sentUpOf, withoutSent } from "./sharing/sentUp";
import { explainedBelow } from "./sharing/explanations";
import { repliesHeard } from "./sharing/replies";
import { explanationsTable, rejectionsTable, repliesTable, sentUpTable, settledBelowTable } from "./sharing/sharedTables";
import { rowsChangedByHand } from "./record/rowsChangedByHand";
import type { SheetTable } from "./table/column";
import type { TableRows } from "./table/tableRows";
import { readStanding, receivedStandingTable, standingTable, type StandingRow } from "./inputs/standingAgreements";
import { officeOf, settlePlaces } from "./inputs/tree";
import { Desk, type ReadSituationOptions } from "./inputs/desk";

/** Reads everything at once. */
export function readSituation(sheets: readonly Sheet[], options: ReadSituationOptions): Reading {
  return atOnce(readSituationInSteps(sheets, options));
}

/**
 * Reads everything, with a yield now and then. What a clerk can get wrong is a problem with its cell, never an exception; rows with a must-fix problem
 * are not in the situation (and are listed in `leftOut` where the clerk gave leave).
 */
export function* readSituationInSteps(sheets: readonly Sheet[], options: ReadSituationOptions): Generator<void, Reading> {
  const desk = new Desk(sheets, options);
  const cover = desk.cover();
  const directory = yield* readLists(desk, cover);
  const { places } = directory.source;
  const { equipment, products, factories } = directory;
  const dated = desk.dated();
  const plan = planOf(dated, cover, desk.problems);
  const { century } = desk;
  const demands = yield* both(desk, [demandTable, receivedDemandTable], (rows) => readDemand(rows, directory, plan));
  const capacities = yield* both(desk, [capacityTable, receivedCapacityTable], (rows) => readCapacity(rows, directory, plan));
  const distances = yield* both(desk, [distancesTable, receivedDistancesTable], (rows, before: readonly Distance[]) =>
    readDistances(rows, { places, office: cover?.office, before }),
  );
  const standing = yield* both(desk, [standingTable, receivedStandingTable], (rows, before: readonly StandingRow[]) =>
    readStanding(rows, { directory, century, before }),
  );
  const lastYear = withReceived(
    (yield* desk.table(lastYearTable, (rows) => readLastYear(rows, directory, century))) ?? [],
    (yield* desk.table(receivedLastYearTable, (rows) => readLastYear(rows, directory, century))) ?? [],
  );
  const heard = repliesHeard(desk.records(repliesTable));
  const { tables, record } = desk.outputs();
  const agreementsSheet = tables.get("Agreements");
  const changedByHand = agreementsSheet ? yield* rowsChangedByHand(agreementsSheet, record) : new Set<number>();
  const earlierRows =
    (yield* desk.table(agreementsTable, (rows) => readAgreements(rows, { directory, plan, changedByHand, heard }))) ?? NO_AGREEMENTS;
  const office = officeOf({ cover, places, factories, language: desk.language() });
  const inOffice = settlePlaces({ office, places, factories, problems: desk.problems, sheet: desk.nameOf("Places") });
  const prefix = places.entries.find(({ name }) => name === office)?.code ?? office;
  const codes = codesOf({
    factories: factories.entries,
    products: products.entries.map(({ product }) => product),
    equipment: equipment.entries.map((entry) => entry.equipment),
  });
  const numbering = {
    prefix,
    problems: desk.problems,
    codes,
    known: record?.derived ?? [],
    named: new Set(earlierRows.agreements.map(({ demandNo }) => demandNo)),
  };
  const usable = products.entries.filter(({ valid }) => valid).map(({ product }) => product);
  const derived = [...(yield* numberDemands(demands, numbering)), ...(yield* numberCapacities(capacities, numbering))];
  yield;
  exactDemands(demands, desk.problems);
  exactCapacities(capacities, usable, desk.problems);
  const agreements = { ...earlierRows, agreements: withDemandNo(earlierRows.agreements, demands) };
  yield;
  const whole: Situation = {
    office,
    horizon: plan.horizon,
    laterGoals: cover?.goals ?? usualGoals,
    places: inOffice.places,
    distances,
    factories: inOffice.factories,
    equipment: equipment.entries.filter(({ valid }) => valid).map((entry) => entry.equipment),
    products: usable,
    demands: demands
      .filter(({ valid, demand }) => valid && demand.cells.length > 0 && inOffice.names.has(demand.factory))
      .map(({ demand }) => demand),
    capacities: capacities.filter(({ valid, capacity }) => valid && inOffice.names.has(capacity.factory)).map(({ capacity }) => capacity),
    earlierAgreements: [...withAbove(agreements.agreements, inOffice.tree), ...rejectionsOf(desk.records(rejectionsTable), directory)],
    standingAgreements: standing
      .filter(({ inForce }) => inForce)
      .map(({ no, supplier, buyer, product, fromYear, toYear, yearlyQuantity }) => ({
        no,
        supplier,
        buyer,
        product,
        fromYear,
        toYear,
        yearlyQuantity,
      })),
    lastYear: lastYear
      .filter(({ supplier }) => supplier !== "")
      .map(({ supplier, buyer, product }) => ({ supplier, buyer: buyer === "" ? undefined : buyer, product })),
  };
  yield;
  const demandRowOf = byNumber(demands, (row) => [row.demand.no, row]);
  yield* checkSituation({
    situation: whole,
    rowOf: demandRowOf,
    demands,
    capacities,
    standing,
    lastYear,
    agreements,
    problems: desk.problems,
    plan,
    agreementsSheet: desk.nameOf("Agreements"),
    distancesSheet: desk.nameOf("Distances") || desk.nameOf("Places"),
  });
  const sentUp = sentUpOf(desk.records(sentUpTable));
  const explanations = desk.records(explanationsTable);
  const receipts = desk.receipts();
  return {
    situation: withoutSent(whole, sentUp),
    problems: explainedBelow(explained(desk.problems.all(), desk.outputs()), explanations, { receipts, sheets }),
    notInRows: desk.problems.notInRows(),
    receipts,
    language: desk.language(),
    cover: coverReading(cover, office, plan),
    keys: plan.keys,
    lastYear,
    derived,
    codes: codesByName([...places.entries, ...factories.entries]),
    leftOut: options.withoutInvalid
      ? demands
          .filter(({ valid }) => !valid)
          .map((entry) => ({
            demandNo: entry.demand.no,
            factory: entry.demand.factory,
            product: entry.demand.product,
            quantities: quantitiesOf(entry, plan),
            sheet: entry.sheet,
            row: entry.row,
          }))
      : [],
    changedByHand,
    cells: {
      demands: demandRowOf,
      capacities: byNumber(capacities, (row) => [row.capacity.no, row]),
      agreements: new Map([...agreements.rowOf].map(([no, row]) => [no, { sheet: desk.nameOf("Agreements"), row }])),
    },
    sheets,
    shared: {
      whole,
      sentUp,
      settledBelow: desk.records(settledBelowTable),
      explanations,
      replies: agreements.replies,
      lists: {
        places: places.entries,
        factories: factories.entries,
        equipment: equipment.entries,
        products: products.entries,
        standing,
        lastYear,
      },
      items: byNumber(capacities, ({ capacity, items }) => [capacity.no, items]),
    },
  };
}

/** The rows of a sheet of the clerk's, then those that lower offices sent; these are read knowing the former. */
function* both<Field extends string, Row>(
  desk: Desk,
  tables: readonly SheetTable<Field>[],
  read: (rows: TableRows<Field>, before: readonly Row[]) => Generator<void, readonly Row[]>,
): Generator<void, readonly Row[]> {
  let all: readonly Row[] = [];
  for (const table of tables) {
    const before = all;
    const found = yield* desk.table(table, (rows) => read(rows, before));
    if (found) all = before.length === 0 ? found : [...before, ...found];
  }
  return all;
}

const NO_AGREEMENTS: AgreementReading = { agreements: [], rowOf: new Map(), replies: new Map() };

function coverReading(cover: CoverSheet | undefined, office: string, plan: Plan): Reading["cover"] {
  const texts = cover?.texts;
  const [start] = plan.keys.quarters;
  return {
    office,
    planStarts: start === "any" ? (cover?.firstQuarter === undefined ? "" : quarterName(cover.firstQuarter)) : start,
    quarters: cover?.quarters,
    round: texts?.get("round") ?? (start === "any" ? undefined : start),
    sendTo: texts?.get("sendTo"),
    version: cover?.version ?? 1,
    preparedBy: texts?.get("preparedBy"),
    checkedBy: texts?.get("checkedBy"),
    responsible: texts?.get("responsible"),
    date: texts?.get("date"),
    goals: cover?.goals ?? usualGoals,
  };
}

function codesByName(entries: readonly { readonly name: string; readonly code?: string }[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ name, code }) => (code === undefined ? [] : [[name, code] as const])));
}
