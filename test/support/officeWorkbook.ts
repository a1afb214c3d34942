/** A workbook as the clerk of one office fills it, from the part of a situation that is his. */
import type { Capacity, Demand, EarlierAgreement, Situation } from "../../src/engine/model";
import { placeTree } from "../../src/engine/register/places";
import { lookup } from "../../src/sheets/results/lookup";
import { periodKey, quarterKey } from "../../src/sheets/table/periodKeys";
import { agreementsTable, basisNames, statusNames } from "../../src/sheets/outputs";
import { fieldCells, type FieldCells } from "../../src/sheets/sharing/fieldCells";
import { layRecords } from "../../src/sheets/sharing/layRecords";
import { SUBMISSION_TABLES } from "../../src/sheets/sharing/laySubmission";
import { capacityRecord, demandRecord } from "../../src/sheets/sharing/lineRecords";
import {
  distanceRecord,
  equipmentRecord,
  factoryRecord,
  lastYearRecord,
  placeRecord,
  productRecord,
  standingRecord,
} from "../../src/sheets/sharing/listRecords";
import { SUBMISSION_KINDS, type SubmissionKind } from "../../src/sheets/sharing/submission";
import { goalWord } from "../../src/sheets/sharing/wordOf";
import { blankXlsx } from "../../src/workbook/xlsxWorkbook";
import type { WrittenSheet } from "../../src/workbook/workbook";

const nothing = (): string => "";
const unmarked = (no: string) => ({ no, remark: "", origin: "" });

export interface OfficePart {
  readonly office: string;
  readonly sendTo?: string;
  readonly situation: Situation;
  readonly version?: number;
}

export async function officeWorkbook({ office, sendTo, situation, version = 1 }: OfficePart): Promise<Uint8Array> {
  const { horizon } = situation;
  const undated = situation.demands.some(({ cells }) => cells.some(({ period }) => period.kind === "undated")) && horizon.firstYear === 1;
  const quarters = undated ? ["any"] : Array.from({ length: horizon.quarters }, (_, quarter) => quarterKey(horizon, quarter));
  const others = new Set(situation.demands.flatMap(({ cells }) => cells.map(({ period }) => periodKey(horizon, period))));
  const demandPeriods = [...quarters, ...[...others].filter((key) => !quarters.includes(key)).sort()];
  const workbook = blankXlsx();
  const rows = rowsOf(situation, quarters);
  const norms = situation.equipment.map(({ name }) => name);
  const sheets = SUBMISSION_KINDS.flatMap((kind): WrittenSheet[] => {
    const records = rows.get(kind) ?? [];
    if (records.length === 0 && kind !== "Demand" && kind !== "Capacity") return [];
    const periods = kind === "Demand" ? demandPeriods : quarters;
    return [
      layRecords({
        table: SUBMISSION_TABLES[kind],
        records,
        language: "en",
        title: office,
        note: "",
        periods,
        norms: kind === "Products" ? norms : [],
      }),
    ];
  });
  const cover: [string, string | number][] = [
    ["Office", office],
    ["Plan starts", undated ? "1957Q1" : quarters[0]],
    ["Quarters", quarters.length],
    ...(sendTo === undefined ? [] : [["Send to", sendTo] as [string, string]]),
    ["Version", version],
    ["Goals", situation.laterGoals.map((goal) => goalWord(goal, "en")).join(", ")],
  ];
  const agreements = situation.earlierAgreements.map((row) => agreementRecord(row, situation, quarters));
  const agreed =
    agreements.length > 0
      ? [
          layRecords({
            table: agreementsTable,
            records: agreements,
            language: "en",
            title: office,
            note: "",
            periods: quarters,
            definedName: "CB.Agreements",
          }),
        ]
      : [];
  await workbook.write([
    {
      name: "Cover",
      visibility: "visible",
      columns: [
        { width: 20, style: "label" },
        { width: 20, style: "text" },
      ],
      rows: cover,
      rowStyles: new Map(),
    },
    ...sheets,
    ...agreed,
  ]);
  return workbook.bytes();
}

function rowsOf(situation: Situation, periods: readonly string[]): ReadonlyMap<SubmissionKind, readonly FieldCells[]> {
  const known = lookup(situation);
  const words = { language: "en", lookup: known } as const;
  const product = (key: string) => {
    const found = known.products.get(key);
    if (!found) throw new RangeError(`no product ${key}`);
    return found;
  };
  const demand = (line: Demand): FieldCells => {
    const open = new Map<string, number>();
    for (const { period, quantity } of line.cells)
      open.set(periodKey(situation.horizon, period), quantity + (open.get(periodKey(situation.horizon, period)) ?? 0));
    return demandRecord(line, { product: product(line.product), open, marks: unmarked(line.no) }, words);
  };
  const capacity = (row: Capacity): FieldCells =>
    capacityRecord(row, { available: row.available, own: row.own, items: undefined, marks: unmarked(row.no) }, { ...words, periods });
  return new Map<SubmissionKind, readonly FieldCells[]>([
    ["Demand", situation.demands.map(demand)],
    ["Capacity", situation.capacities.map(capacity)],
    ["Places", situation.places.map((place) => placeRecord(place, nothing))],
    ["Distances", situation.distances.map(distanceRecord)],
    ["Factories", situation.factories.map((factory) => factoryRecord(factory, nothing, { contacts: false }))],
    ["Equipment", situation.equipment.map((entry) => equipmentRecord(entry, "en"))],
    ["Products", situation.products.map((entry) => productRecord(entry, nothing))],
    [
      "Standing agreements",
      situation.standingAgreements.map((row) => standingRecord(row, { product: product(row.product), tolerance: 10, basis: "" }, "en")),
    ],
    [
      "Last year",
      situation.lastYear.map(({ supplier, buyer = "", product: key }) =>
        lastYearRecord({ year: 1956, office: "", supplier, buyer, product: key, tasks: 1 }),
      ),
    ],
  ]);
}

function agreementRecord(row: EarlierAgreement, { products }: Situation, quarters: readonly string[]): FieldCells {
  const product = products.find(({ key }) => key === row.product);
  const steps = product?.unit.family === "mass" ? 1_000 : 1;
  return fieldCells([
    ["no", isTyped(row) ? "" : row.no],
    ["status", statusNames[row.status].en],
    ["settledAt", row.settledAt],
    ["supplier", row.supplier],
    ["buyer", row.buyer],
    ["demandNo", row.demandNo],
    ["product", row.product],
    ...quarters.map((key, quarter) => [key, (row.quantities[quarter] ?? 0) / steps] as const),
    ["basis", basisNames[row.basis].en],
  ]);
}

/** Typed by the clerk, without a number. */
function isTyped({ no }: EarlierAgreement): boolean {
  return no.startsWith("+");
}

/**
 * The part of a province that an office's own workbook holds: the rows of factories at these places. Agreed rows stand with the office
 * that settled them and, as its return brought them, with every office below that has a part in them.
 */
export function partOf(situation: Situation, office: string, seats: ReadonlySet<string>): Situation {
  const tree = placeTree(situation);
  const under = (place: string): boolean => tree.isUnder(place, office);
  const listed = new Set(situation.factories.filter(({ place }) => under(place)).map(({ name }) => name));
  const here = new Set(situation.factories.filter(({ place }) => seats.has(place)).map(({ name }) => name));
  const seatOf = (name: string): string => situation.factories.find((factory) => factory.name === name)?.place ?? situation.office;
  const places = new Set([office, ...situation.places.map(({ name }) => name).filter(under)]);
  const lowest = (row: EarlierAgreement): string => tree.meet(seatOf(row.buyer), seatOf(row.supplier));
  const ours = (row: EarlierAgreement): boolean => listed.has(row.buyer) || listed.has(row.supplier);
  const stands = (row: EarlierAgreement): boolean =>
    row.status === "Agreed"
      ? ours(row) && (seats.has(row.settledAt || lowest(row)) || tree.isUnder(office, row.settledAt || lowest(row)))
      : seats.has(lowest(row));
  return {
    ...situation,
    office,
    places: situation.places
      .filter(({ name }) => places.has(name))
      .map((place) => (place.name === office ? { ...place, under: undefined } : place)),
    distances:
      office === situation.office ? situation.distances : situation.distances.filter(({ from, to }) => places.has(from) && places.has(to)),
    factories: situation.factories.filter(({ name }) => listed.has(name)),
    demands: situation.demands.filter(({ factory }) => here.has(factory)),
    capacities: situation.capacities.filter(({ factory }) => here.has(factory)),
    earlierAgreements: situation.earlierAgreements.filter((row) => (row.status === "Rejected" ? here.has(row.buyer) : stands(row))),
    standingAgreements: situation.standingAgreements.filter(({ supplier, buyer }) => here.has(supplier) || here.has(buyer)),
    lastYear: situation.lastYear.filter(({ buyer }) => buyer === undefined || here.has(buyer)),
  };
}
