/**
 * The Balance by capacity · 能力平衡表: what each capacity row can do ‖ its load ‖ what is spare or short, as formulas over the sheets
 * Capacity, Agreements and Remaining capacity. Spare is what is available less own plan and agreements, each product by what a unit
 * takes; Check holds it against Remaining capacity, but for what every meeting writes down to whole steps.
 */
import { placeTree } from "../../engine/register/places";
import { eachInSlices } from "../../engine/slices";
import type { Capacity } from "../../engine/model";
import type { CellValue } from "../../workbook/workbook";
import type { AgreementField, RemainingField } from "../outputs";
import { capacitySteps } from "../results/cureFacts";
import type { EarlierOutput } from "../table/earlierOutput";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";
import { capacityRows, type CapacityRow, type CapacitySources } from "./capacityRows";
import { capacityWritten } from "./capacityWritten";
import { criteriaFormulas, criteriaOf, NOTHING, type Criteria } from "./criteria";
import { DraftColumns } from "./draftColumns";
import { draftIn, FORM_ROWS_AT_ONCE, type FormsInput } from "./formsInput";
import { capacityFormTable, type CapacityFormField } from "./formTables";
import { takenBy, type Made } from "./madeOf";
import { SettledRows, type Part } from "./settledRows";
import { less, LOAD, meets, rounded, roundedTo, sumifs, type Condition } from "./sumifs";

type Cells = Readonly<Record<CapacityFormField, CellValue>>;

/** With a yield now and then. */
export function* capacityForm(input: FormsInput): Generator<void, SheetDraft> {
  const { reading, situation } = input;
  const tree = placeTree(situation);
  const sources: CapacitySources = {
    input,
    capacities: yield* capacityWritten(reading, input.sheets),
    settled: new SettledRows(draftIn<AgreementField>(input, "Agreements"), {
      ...{ language: reading.language, office: situation.office },
      places: new Set(tree.order),
    }),
    remaining: draftIn<RemainingField>(input, "Remaining capacity"),
  };
  const rows = yield* capacityRows(sources);
  const meetings = Math.max(...tree.order.map((place) => tree.pathUp(place).length));
  const tolerances = rows.map(({ capacity }) => toleranceOf(capacity, input, meetings));
  const earlier = input.earlier.get("Balance by capacity");
  const draft = yield* draftSheet<Cells, CapacityFormField>({
    ...{ table: capacityFormTable, language: reading.language, periods: [], numberFields: ["capacityNo"] },
    rows: yield* eachInSlices(rows, (row, index) => cellsOf(row, { sources, tolerance: tolerances[index], earlier }), FORM_ROWS_AT_ONCE),
    cells: { cell: (field) => (cells) => cells[field], quantity: () => 0 },
  });
  const formulas = new Map<string, Formula>(Object.entries(formulasOf(draft, sources, { rows, tolerances })));
  return { ...draft, columns: draft.columns.map((column) => ({ ...column, formula: formulas.get(column.field) })) };
}

type Formula = (row: number, index: number) => string;

/** What writing down may have cost: less than a step of the row for each quarter and meeting, and the rounding of the form itself. */
function toleranceOf(capacity: Capacity, { situation, lookup }: FormsInput, meetings: number): number {
  const { item } = capacity;
  const even = item.kind === "products" && item.products.every((key) => lookup.products.get(key)?.unit.size === item.unit.size);
  const steps = even ? 0 : situation.horizon.quarters * meetings;
  return Number((steps / capacitySteps(capacity) + 0.0045).toFixed(4));
}

function inUnits(sum: number): number {
  return roundedTo(LOAD, sum);
}

/** The values that the formulas have. */
function cellsOf(
  { capacity, cells, written, live, loads, ...row }: CapacityRow,
  { sources, tolerance, earlier }: { sources: CapacitySources; tolerance: number; earlier: EarlierOutput | undefined },
): Cells {
  const { remaining } = sources;
  const text = (field: RemainingField): string => remaining.text(cells, field);
  const apart = { available: inUnits(row.apart.available), own: inUnits(row.apart.own), load: inUnits(row.loadApart) };
  const available = inUnits(live.available + apart.available);
  const own = inUnits(live.own + apart.own);
  const provincial = inUnits(loads.provincial);
  const local = inUnits(loads.local + loads.provincial - provincial);
  const [standing, takenOver, handedOver] = [loads.standing, loads.takenOver, loads.handedOver].map(inUnits);
  const load = inUnits(own + standing + local + provincial + takenOver - handedOver + apart.load);
  const difference = inUnits(available - load);
  const left = inUnits(remaining.number(cells, "total"));
  const off = inUnits(difference - left);
  const keys = {
    no: criteriaOf(capacity.no),
    factory: criteriaOf(text("factory")),
    writtenFactory: written ? criteriaOf(written.factory) : NOTHING,
    writtenItem: written ? criteriaOf(written.item) : NOTHING,
  };
  return {
    ...{ capacityNo: capacity.no, factory: text("factory"), place: text("place"), item: text("item"), unit: text("unit") },
    ...{ available, own, standing, local, provincial, takenOver, handedOver, load, difference, remaining: left },
    rate: available === 0 ? "" : roundedTo(4, load / available),
    check: Math.abs(off) < tolerance ? 0 : off,
    measures: earlier?.cell(capacity.no, "measures") ?? null,
    ...{ writtenFactory: written?.factory ?? "", writtenItem: written?.item ?? "" },
    ...{ availableApart: apart.available || null, ownApart: apart.own || null, loadApart: apart.load || null },
    ...{ noBegins: keys.no.begins, noEnds: keys.no.ends, factoryBegins: keys.factory.begins, factoryEnds: keys.factory.ends },
    ...{ writtenFactoryBegins: keys.writtenFactory.begins, writtenFactoryEnds: keys.writtenFactory.ends },
    ...{ writtenItemBegins: keys.writtenItem.begins, writtenItemEnds: keys.writtenItem.ends },
  };
}

function formulasOf(
  draft: SheetDraft,
  { capacities, settled, remaining }: CapacitySources,
  { rows, tolerances }: { rows: readonly CapacityRow[]; tolerances: readonly number[] },
): Partial<Record<CapacityFormField, Formula>> {
  const form = new DraftColumns<CapacityFormField>(draft, "");
  const { columns } = settled;
  const named = { total: columns.whole("total"), product: columns.whole("product"), specification: columns.whole("specification") };
  const criteria = (name: "no" | "factory" | "writtenFactory" | "writtenItem", row: number): Criteria => ({
    begins: form.cell(`${name}Begins`, row),
    ends: form.cell(`${name}Ends`, row),
  });
  const taken = (made: readonly Made[], part: Part, { row, side = "supplier", more = [] }: Taking): readonly string[] =>
    takenBy(made, named, [...meets(columns.whole(side), criteria("factory", row)), ...settled.where(part), ...more]);
  const written = (what: "available" | "own", apart: "availableApart" | "ownApart") => (row: number) =>
    rounded(LOAD, [
      ...capacities.terms(what, { factory: criteria("writtenFactory", row), item: criteria("writtenItem", row) }),
      form.cell(apart, row),
    ]);
  const key = (field: CapacityFormField, end: "begins" | "ends", blank?: Criteria) => (row: number) =>
    criteriaFormulas(form.cell(field, row), blank)[end];
  const off = (row: number): string => `ROUND(${form.cell("difference", row)}-${form.cell("remaining", row)},${LOAD})`;
  return {
    available: written("available", "availableApart"),
    own: written("own", "ownApart"),
    standing: (row, index) => rounded(LOAD, taken(rows[index].made, "standing", { row })),
    local: (row, index) => less(LOAD, taken(rows[index].made, "neither", { row }), form.cell("provincial", row)),
    provincial: (row, index) =>
      rounded(
        LOAD,
        settled.above.flatMap((more) => taken(rows[index].made, "neither", { row, more })),
      ),
    takenOver: (row, index) => rounded(LOAD, taken(rows[index].made, "transfer", { row })),
    handedOver: (row, index) => rounded(LOAD, taken(rows[index].handed, "transfer", { row, side: "buyer" })),
    load: (row) =>
      less(
        LOAD,
        LOADS.map((field) => form.cell(field, row)),
        form.cell("handedOver", row),
      ),
    difference: (row) => less(LOAD, [form.cell("available", row)], form.cell("load", row)),
    rate: (row) => `=IF(${form.cell("available", row)}=0,"",ROUND(${form.cell("load", row)}/${form.cell("available", row)},4))`,
    remaining: (row) => rounded(LOAD, [sumifs(remaining.whole("total"), meets(remaining.whole("capacityNo"), criteria("no", row)))]),
    check: (row, index) => `=IF(ABS(${off(row)})<${tolerances[index]},0,${off(row)})`,
    noBegins: key("capacityNo", "begins"),
    noEnds: key("capacityNo", "ends"),
    factoryBegins: key("factory", "begins"),
    factoryEnds: key("factory", "ends"),
    writtenFactoryBegins: key("writtenFactory", "begins", NOTHING),
    writtenFactoryEnds: key("writtenFactory", "ends", NOTHING),
    writtenItemBegins: key("writtenItem", "begins", NOTHING),
    writtenItemEnds: key("writtenItem", "ends", NOTHING),
  };
}

const LOADS = ["own", "standing", "local", "provincial", "takenOver", "loadApart"] as const;

interface Taking {
  readonly row: number;
  /** Whose factory the row's is. */
  readonly side?: "supplier" | "buyer";
  readonly more?: readonly Condition[];
}
