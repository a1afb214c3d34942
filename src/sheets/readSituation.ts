/** Reads a workbook's sheets into a situation: finds each sheet and its columns, reads lists before what names them, checks. */
import { codesOf } from "../engine/codes";
import { atOnce } from "../engine/slices";
import type { Product, Situation } from "../engine/model";
import type { Sheet } from "../workbook/workbook";
import { byNumber } from "./inputs/byNumber";
import { checkSituation } from "./inputs/checkSituation";
import { usualGoals, type CoverSheet } from "./inputs/cover";
import { quantitiesOf, type DemandRow } from "./inputs/demand";
import { Desk, type ReadSituationOptions } from "./inputs/desk";
import { withAbove, withDemandNo, type AgreementReading } from "./inputs/earlierAgreements";
import { exactCapacities, exactDemands } from "./inputs/exactSizes";
import { numberCapacities, numberDemands } from "./inputs/numberRows";
import { planOf, type Plan } from "./inputs/plan";
import { readLists } from "./inputs/readLists";
import { readRows, type Known, type RowsRead } from "./inputs/readRows";
import { explained } from "./inputs/receipts";
import { officeOf, settlePlaces, type InOffice } from "./inputs/tree";
import type { Reading } from "./reading";
import { explainedBelow } from "./sharing/explanations";
import { rejectionsOf } from "./sharing/rejections";
import { sentUpOf, withoutSent } from "./sharing/sentUp";
import { explanationsTable, rejectionsTable, sentUpTable, settledBelowTable } from "./sharing/sharedTables";
import type { DerivedNumbers } from "./table/derivedNumbers";
import { quarterName } from "./table/readPeriod";

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
  const plan = planOf(desk.dated(), cover, desk.problems);
  const rows = yield* readRows(desk, { cover, directory, plan });
  const { factories, source } = directory;
  const listed = { places: source.places, factories };
  const office = officeOf({ ...listed, cover, language: desk.language() });
  const inOffice = settlePlaces({ ...listed, office, problems: desk.problems, sheet: desk.nameOf("Places") });
  const read: Read = { desk, sheets, cover, directory, plan, rows, office, inOffice };
  const derived = yield* numbered(read);
  yield;
  const usable = directory.products.entries.filter(({ valid }) => valid).map(({ product }) => product);
  exactDemands(rows.demands, desk.problems);
  exactCapacities(rows.capacities, usable, desk.problems);
  const agreements = { ...rows.earlier, agreements: withDemandNo(rows.earlier.agreements, rows.demands) };
  yield;
  const taking = rows.demands.filter(({ valid, demand }) => valid && demand.cells.length > 0 && inOffice.names.has(demand.factory));
  const whole = situationOf(read, { taking, products: usable, agreements });
  yield;
  yield* checkSituation({
    ...rows,
    situation: whole,
    rows: taking,
    agreements,
    plan,
    problems: desk.problems,
    agreementsSheet: desk.nameOf("Agreements"),
    distancesSheet: desk.nameOf("Distances") || desk.nameOf("Places"),
  });
  const leftOut = options.withoutInvalid ? leftOutOf(read) : [];
  return { ...readingOf(read, whole, agreements), derived, leftOut };
}

/** What the sheets say, before it is put together. */
interface Read extends Known {
  readonly desk: Desk;
  readonly sheets: readonly Sheet[];
  readonly rows: RowsRead;
  readonly office: string;
  readonly inOffice: InOffice;
}

/** Gives rows that have no number one. */
function* numbered({ desk, directory, rows, office }: Read): Generator<void, DerivedNumbers> {
  const { factories, products, equipment, source } = directory;
  const numbering = {
    prefix: source.places.entries.find(({ name }) => name === office)?.code ?? office,
    problems: desk.problems,
    codes: codesOf({
      factories: factories.entries,
      products: products.entries.map(({ product }) => product),
      equipment: equipment.entries.map((entry) => entry.equipment),
    }),
    known: desk.outputs().record?.derived ?? [],
    named: new Set(rows.earlier.agreements.map(({ demandNo }) => demandNo)),
  };
  const demands = yield* numberDemands(rows.demands, numbering);
  return demands.concat(yield* numberCapacities(rows.capacities, numbering));
}

interface Usable {
  /** The demand lines that take part. */
  readonly taking: readonly DemandRow[];
  readonly products: readonly Product[];
  readonly agreements: AgreementReading;
}

function situationOf(read: Read, { taking, products, agreements: { agreements } }: Usable): Situation {
  const { desk, cover, directory, plan, rows, office, inOffice } = read;
  return {
    office,
    horizon: plan.horizon,
    laterGoals: cover?.goals ?? usualGoals,
    places: inOffice.places,
    distances: rows.distances,
    factories: inOffice.factories,
    equipment: directory.equipment.entries.filter(({ valid }) => valid).map((entry) => entry.equipment),
    products,
    demands: taking.map(({ demand }) => demand),
    capacities: rows.capacities
      .filter(({ valid, capacity }) => valid && inOffice.names.has(capacity.factory))
      .map(({ capacity }) => capacity),
    earlierAgreements: [...withAbove(agreements, inOffice.tree), ...rejectionsOf(desk.records(rejectionsTable), directory)],
    standingAgreements: rows.standing
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
    lastYear: rows.lastYear
      .filter(({ supplier }) => supplier !== "")
      .map(({ supplier, buyer, product }) => ({ supplier, buyer: buyer === "" ? undefined : buyer, product })),
  };
}

/** The demand lines that the clerk gave leave to leave out. */
function leftOutOf({ rows, plan }: Read): Reading["leftOut"] {
  return rows.demands
    .filter(({ valid }) => !valid)
    .map((entry) => ({
      demandNo: entry.demand.no,
      factory: entry.demand.factory,
      product: entry.demand.product,
      quantities: quantitiesOf(entry, plan),
      sheet: entry.sheet,
      row: entry.row,
    }));
}

function readingOf(read: Read, whole: Situation, agreements: AgreementReading): Omit<Reading, "derived" | "leftOut"> {
  const { desk, cover, directory, plan, rows, office, sheets } = read;
  const { factories, products, equipment, source } = directory;
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
    lastYear: rows.lastYear,
    codes: codesByName([...source.places.entries, ...factories.entries]),
    changedByHand: rows.changedByHand,
    cells: {
      demands: byNumber(rows.demands, (row) => [row.demand.no, row]),
      capacities: byNumber(rows.capacities, (row) => [row.capacity.no, row]),
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
        places: source.places.entries,
        factories: factories.entries,
        equipment: equipment.entries,
        products: products.entries,
        standing: rows.standing,
        lastYear: rows.lastYear,
      },
      items: byNumber(rows.capacities, ({ capacity, items }) => [capacity.no, items]),
    },
  };
}

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
