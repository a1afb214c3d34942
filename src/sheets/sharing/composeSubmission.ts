/**
 * Composes a submission from nothing, by an allow-list: what is open, what remains, and what those rows name. Nothing else of
 * the workbook is looked at: no hidden sheets, no columns of the clerk's own, no author.
 */
import { familyNames } from "../../i18n/outputs";
import { familyQuantity } from "../../i18n/sharing";
import type { Demand, UnitFamily } from "../../engine/model";
import type { Sheet } from "../../workbook/workbook";
import type { EarlierOutputs } from "../record/locateOutputs";
import { lookup } from "../results/lookup";
import type { Reading } from "../reading";
import { FAMILIES, familyAmount } from "../results/totals";
import { besideRow, type BesideRow } from "./besideRow";
import { explanationRows, rejectionRows, replyRows, settledRows } from "./decidedRows";
import type { FieldCells } from "./fieldCells";
import { capacityRecord, demandRecord } from "./lineRecords";
import { distanceRecord, equipmentRecord, factoryRecord, lastYearRecord, placeRecord, productRecord, standingRecord } from "./listRecords";
import { namedParts } from "./namedParts";
import { openPart, type OpenPart } from "./openPart";
import type { Submission, SubmissionCover, SubmissionKind, SubmissionRows } from "./submission";
import { codeOf } from "./submissionCover";

export interface SubmissionInput {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  readonly earlier: EarlierOutputs;
  readonly office: string;
  readonly sendTo: string;
  readonly version: number;
  readonly contacts: boolean;
  readonly balanced: SubmissionCover["balanced"];
  /** Nothing was balanced since the last submission. */
  readonly asSent: boolean;
  /** Explanations given now, beside those on the Problems sheet, by `rule sheet cell`. */
  readonly explanations: ReadonlyMap<string, string>;
}

export function composeSubmission(input: SubmissionInput): Submission {
  const { reading, office, sendTo, version, balanced } = input;
  const { cover, keys, language } = reading;
  const rows = rowsOf(input);
  const composed = {
    cover: {
      ...{ office, sendTo, version, balanced },
      officeCode: reading.codes.get(reading.situation.office) ?? "",
      round: cover.round ?? "",
      planStarts: cover.planStarts,
      quarters: keys.quarters.length,
      preparedBy: cover.preparedBy ?? "",
      checkedBy: cover.checkedBy ?? "",
      responsible: cover.responsible ?? "",
      date: cover.date ?? "",
      goals: cover.goals,
      quantities: quantitiesOf(rows.open, reading),
    },
    rows: rows.byKind,
    language,
  };
  return { ...composed, periods: { demand: keys.demand, quarters: keys.quarters }, checkCode: codeOf(composed) };
}

interface Composed {
  readonly byKind: SubmissionRows;
  readonly open: OpenPart;
}

function rowsOf(input: SubmissionInput): Composed {
  const { reading, sheets, earlier, asSent } = input;
  const { whole } = reading.shared;
  const beside = besideRow(reading, sheets);
  const open = openPart(reading, earlier, { asSent });
  const sent = whole.demands.filter(({ no }) => open.demands.has(no));
  const lines = new Map(sent.map((demand) => [demand.no, demand]));
  const decided = { rejections: rejectionRows(input, lines), settled: settledRows(input), explanations: explanationRows(input) };
  const named = namedParts(reading, sent, [...decided.rejections, ...decided.settled]);
  const rows: readonly (readonly [SubmissionKind, readonly FieldCells[]])[] = [
    ["Demand", demandRows(input, sent, { open, beside })],
    ["Capacity", capacityRows(input, { open, beside })],
    ["Places", placeRows(input, beside)],
    ["Distances", whole.distances.filter(({ from, to }) => named.places.has(from) && named.places.has(to)).map(distanceRecord)],
    ["Factories", factoryRows(input, named.factories, beside)],
    ["Equipment", whole.equipment.filter(({ name }) => named.equipment.has(name)).map((entry) => equipmentRecord(entry, reading.language))],
    ["Products", productRows(input, named.products, beside)],
    ["Standing agreements", standingRows(input, beside)],
    ["Last year", lastYearRows(input, sent)],
    ["Rejections", decided.rejections],
    ["Replies", replyRows(input)],
    ["Settled below", decided.settled],
    ["Explanations", decided.explanations],
  ];
  return { byKind: new Map(rows.filter(([, records]) => records.length > 0)), open };
}

function demandRows(
  { reading }: SubmissionInput,
  sent: readonly Demand[],
  { open, beside }: { open: OpenPart; beside: BesideRow },
): readonly FieldCells[] {
  const known = lookup(reading.shared.whole);
  return sent.flatMap((demand) => {
    const product = known.products.get(demand.product);
    const amounts = open.demands.get(demand.no);
    const place = reading.cells.demands.get(demand.no);
    if (!product || !amounts) return [];
    const marks = { no: demand.no, remark: beside(place, "remark"), origin: originOf(place, beside) };
    return [demandRecord(demand, { product, open: amounts, marks }, { language: reading.language })];
  });
}

function capacityRows({ reading }: SubmissionInput, { open, beside }: { open: OpenPart; beside: BesideRow }): readonly FieldCells[] {
  const { whole, items } = reading.shared;
  const words = { language: reading.language, lookup: lookup(whole), periods: reading.keys.quarters };
  return whole.capacities.map((capacity) => {
    const { remaining, own } = open.capacities.get(capacity.no) ?? { remaining: [], own: [] };
    const place = reading.cells.capacities.get(capacity.no);
    const marks = { no: capacity.no, remark: beside(place, "remark"), origin: originOf(place, beside) };
    const available = remaining.map((left, quarter) => left + (own[quarter] ?? 0));
    return capacityRecord(capacity, { available, own, items: items.get(capacity.no), marks }, words);
  });
}

/** Where a row stands in the workbook of the office that wrote it. */
function originOf(place: { readonly sheet: string; readonly row: number } | undefined, beside: BesideRow): string {
  return beside(place, "origin") || (place ? `${place.sheet}!${place.row + 1}` : "");
}

function placeRows({ reading, office }: SubmissionInput, beside: BesideRow): readonly FieldCells[] {
  const { whole, lists } = reading.shared;
  const entries = new Map(lists.places.map((entry) => [entry.name, entry]));
  return [{ name: whole.office }, ...whole.places].map((place) => {
    const entry = entries.get(place.name);
    const here = place.name === whole.office;
    const under = "under" in place && place.under === whole.office ? office : "under" in place ? place.under : undefined;
    const known = { name: here ? office : place.name, code: entry?.code, longitude: entry?.longitude, latitude: entry?.latitude, under };
    return placeRecord(known, (field) => beside(entry, field));
  });
}

function factoryRows({ reading, office, contacts }: SubmissionInput, names: ReadonlySet<string>, beside: BesideRow): readonly FieldCells[] {
  const { whole, lists } = reading.shared;
  const entries = new Map(lists.factories.map((entry) => [entry.name, entry]));
  return whole.factories
    .filter(({ name }) => names.has(name))
    .map((factory) => {
      const place = factory.place === whole.office ? office : factory.place;
      return factoryRecord({ ...factory, place }, (field) => beside(entries.get(factory.name), field), { contacts });
    });
}

function productRows({ reading }: SubmissionInput, names: ReadonlySet<string>, beside: BesideRow): readonly FieldCells[] {
  const entries = new Map(reading.shared.lists.products.map((entry) => [entry.product.key, entry]));
  return reading.shared.whole.products
    .filter(({ key }) => names.has(key))
    .map((product) => productRecord(product, (field) => beside(entries.get(product.key), field)));
}

/** Agreements in force of which one partner lies outside. */
function standingRows({ reading }: SubmissionInput, beside: BesideRow): readonly FieldCells[] {
  const { whole, lists } = reading.shared;
  const products = lookup(whole).products;
  const ours = new Set(whole.factories.map(({ name }) => name));
  return lists.standing.flatMap((agreement) => {
    const product = products.get(agreement.product);
    if (!agreement.inForce || !product || ours.has(agreement.supplier) === ours.has(agreement.buyer)) return [];
    const extra = { product, tolerance: agreement.tolerance * 100, basis: beside(agreement, "basis") };
    return [standingRecord(agreement, extra, reading.language)];
  });
}

/** Of the lines sent: who made it last year. */
function lastYearRows({ reading }: SubmissionInput, sent: readonly Demand[]): readonly FieldCells[] {
  const lines = new Set(sent.map(({ factory, product }) => `${factory}\n${product}`));
  return reading.shared.lists.lastYear.filter(({ buyer, product }) => lines.has(`${buyer}\n${product}`)).map(lastYearRecord);
}

/** `件 1,200、吨 3.5`: what is unresolved, family by family. */
function quantitiesOf({ demands }: OpenPart, { shared, language }: Reading): string {
  const { products, demands: lines } = lookup(shared.whole);
  const sums = new Map<UnitFamily, number>();
  for (const [no, amounts] of demands) {
    const line = lines.get(no);
    const unit = line && products.get(line.product)?.unit;
    if (!unit || line.inHouse) continue;
    for (const steps of amounts.values()) sums.set(unit.family, familyAmount(steps, unit) + (sums.get(unit.family) ?? 0));
  }
  return FAMILIES.flatMap((family) => {
    const quantity = sums.get(family);
    return quantity === undefined ? [] : [familyQuantity[language]({ family: familyNames[family][language], quantity })];
  }).join(language === "en" ? ", " : "、");
}
