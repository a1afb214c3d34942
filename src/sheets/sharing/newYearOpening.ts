/**
 * Start a new year: the lists stay, the quarters move on by a year, needs and capacities stand with their conditions but without
 * quantities, and what was settled becomes Last year.
 */
import type { EarlierAgreement } from "../../engine/model";
import type { Sheet } from "../../workbook/workbook";
import { inUnits, valueOf } from "../results/agreementRows";
import { totalOf } from "../results/agreementsSheet";
import { lookup, type Lookup } from "../results/lookup";
import type { LastYearRow, Reading } from "../reading";
import { startText, type TemplatePlan } from "../templates/quarterHeadings";
import { besideRow, type RowPlace } from "./besideRow";
import { numberIn, textIn, type FieldCells } from "./fieldCells";
import { capacityRecord, demandRecord, type RowMarks } from "./lineRecords";
import { lastYearRecord } from "./listRecords";
import { openingLists } from "./openingLists";
import type { Opening } from "./openingSheets";
import { planOfReading } from "./planOfReading";
import { statedOnce } from "./statedOnce";
import { goalWord, listText } from "./wordOf";

/** Undefined where nothing says which quarters the old plan had. */
export function newYearOpening(reading: Reading, sheets: readonly Sheet[]): Opening | undefined {
  const old = planOfReading(reading);
  if (!old) return undefined;
  const plan = { ...old, year: old.year + 1 };
  const { cover, language } = reading;
  const lastYear = settledRows(reading, yearOf(old));
  return {
    ...{ language, plan },
    cover: {
      ...{ office: cover.office, planStarts: startText(plan), quarters: plan.quarters, sendTo: cover.sendTo, version: 1, template: 1 },
      goals: listText(
        cover.goals.map((goal) => goalWord(goal, language)),
        language,
      ),
    },
    records: {
      ...openingLists(reading, sheets),
      ...openLines(reading, sheets, lastYear),
      "Last year": lastYear.map(lastYearRecord),
    },
  };
}

/** The calendar year that holds most of the plan, the earlier of two. */
function yearOf({ year, quarter, quarters }: TemplatePlan): number {
  const first = Math.min(quarters, 5 - quarter);
  return first >= Math.min(4, quarters - first) ? year : year + 1;
}

/** What was settled, here and below, one row per office, supplier, buyer and product. */
function settledRows(reading: Reading, year: number): readonly LastYearRow[] {
  const { shared, situation } = reading;
  const known = lookup(shared.whole);
  const settled = situation.earlierAgreements.filter(({ status }) => status === "Proposed" || status === "Agreed");
  const rows = [
    ...settled.map((row) => settledHere(row, known, situation.office)),
    ...statedOnce(shared.settledBelow).map((row) => settledBelow(row, known)),
  ];
  const sums = new Map<string, LastYearRow & { tasks: number; quantity: number; value?: number }>();
  for (const row of rows) {
    const key = [row.office, row.supplier, row.buyer, row.product].join("\n");
    const sum = sums.get(key);
    if (!sum) {
      sums.set(key, { year, ...row, tasks: 1 });
      continue;
    }
    sum.tasks++;
    sum.quantity = Math.round((sum.quantity + row.quantity) * 1_000) / 1_000;
    if (row.value !== undefined) sum.value = (sum.value ?? 0) + row.value;
  }
  return [...sums.values()];
}

type Settled = Pick<LastYearRow, "office" | "supplier" | "buyer" | "product" | "unit" | "value"> & { readonly quantity: number };

function settledHere(row: EarlierAgreement, { products }: Lookup, office: string): Settled {
  const product = products.get(row.product);
  const total = totalOf(row);
  const value = product && valueOf(total, product);
  return {
    ...{ office: row.settledAt || office, supplier: row.supplier, buyer: row.buyer, product: row.product, unit: product?.unit.name },
    quantity: product ? inUnits(total, product) : total,
    value: value === undefined ? undefined : Math.round(value * 100),
  };
}

/** A record of a lower office: its product may be one that is not known here. */
function settledBelow(row: FieldCells, { products }: Lookup): Settled {
  const key = `${textIn(row, "product")} ${textIn(row, "specification")}`.trim();
  const product = products.get(key);
  const quantity = numberIn(row, "total");
  const value = product?.price === undefined ? undefined : (quantity * product.price) / product.normBase;
  return {
    ...{ office: textIn(row, "settledAt"), supplier: textIn(row, "supplier"), buyer: textIn(row, "buyer"), product: key },
    ...{ unit: textIn(row, "unit") || product?.unit.name, quantity },
    value: value === undefined ? undefined : Math.round(value),
  };
}

/** Demand and Capacity without quantities; a present supplier is left to Last year wherever that knows one. */
function openLines(
  reading: Reading,
  sheets: readonly Sheet[],
  lastYear: readonly LastYearRow[],
): Pick<Opening["records"], "Demand" | "Capacity"> {
  const { shared, language, cells } = reading;
  const { whole } = shared;
  const known = lookup(whole);
  const beside = besideRow(reading, sheets);
  const settled = new Set(lastYear.map(({ buyer, product }) => `${buyer}\n${product}`));
  const own = (place: RowPlace | undefined, kind: "Demand" | "Capacity"): boolean =>
    reading.receipts.some((receipt) => receipt.kind === kind && receipt.sheet === place?.sheet);
  const marks = (place: RowPlace | undefined): RowMarks => ({ no: beside(place, "no"), remark: beside(place, "remark"), origin: "" });
  return {
    Demand: whole.demands
      .filter(({ no }) => own(cells.demands.get(no), "Demand"))
      .flatMap((demand): readonly FieldCells[] => {
        const product = known.products.get(demand.product);
        const open = {
          ...demand,
          presentSupplier: settled.has(`${demand.factory}\n${demand.product}`) ? undefined : demand.presentSupplier,
        };
        return product ? [demandRecord(open, { product, open: new Map(), marks: marks(cells.demands.get(demand.no)) }, { language })] : [];
      }),
    Capacity: whole.capacities
      .filter(({ no }) => own(cells.capacities.get(no), "Capacity"))
      .map((capacity) =>
        capacityRecord(
          capacity,
          { available: [], own: [], items: shared.items.get(capacity.no), marks: marks(cells.capacities.get(capacity.no)) },
          { language, lookup: known, periods: [] },
        ),
      ),
  };
}
