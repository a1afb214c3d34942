/**
 * The rows of the Balance by capacity: each capacity row with what stands on the sheets about it. What formulas cannot find is told
 * apart, as on the Balance by product.
 */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Capacity, Product } from "../../engine/model";
import type { CellValue } from "../../workbook/workbook";
import type { RemainingField } from "../outputs";
import { inUnits } from "../results/agreementRows";
import { capacitySteps } from "../results/cureFacts";
import { isWithAbove } from "../sharing/sentUp";
import { CapacityUse } from "./capacityUse";
import { writtenKey, type Amounts, type CapacityWritten, type Written } from "./capacityWritten";
import { comparedKey } from "./criteria";
import type { DraftColumns } from "./draftColumns";
import type { FormsInput } from "./formsInput";
import { nameKey, namedOnce, type Made } from "./madeOf";
import type { SettledRows, Source } from "./settledRows";

/** Where the load of a row comes from; handed over is what its own factory no longer makes. */
export type LoadPart = Source | "takenOver" | "handedOver";
export type Loads = Readonly<Record<LoadPart, number>>;

/** Amounts in the row's unit. */
export interface CapacityRow {
  readonly capacity: Capacity;
  /** The row of the Remaining capacity sheet. */
  readonly cells: readonly CellValue[];
  /** Undefined where these texts are another row's too, or stand nowhere. */
  readonly written: Written | undefined;
  readonly live: Amounts;
  readonly apart: Amounts;
  /** What is made on it by agreements, and what of its factory's in-house work others make. */
  readonly made: readonly Made[];
  readonly handed: readonly Made[];
  /** What formulas find of these. */
  readonly loads: Loads;
  readonly loadApart: number;
}

export interface CapacitySources {
  readonly input: FormsInput;
  readonly capacities: CapacityWritten;
  readonly settled: SettledRows;
  readonly remaining: DraftColumns<RemainingField>;
}

/** As on the Remaining capacity sheet; with a yield now and then. */
export function* capacityRows({ input, capacities, settled, remaining }: CapacitySources): Generator<void, readonly CapacityRow[]> {
  const { lookup } = input;
  const load = new Load(input);
  yield* load.addAll(settled);
  load.addAbove();
  const rows = remaining.draft.rows.flatMap((cells) => {
    const capacity = lookup.capacities.get(remaining.text(cells, "capacityNo"));
    return capacity ? [{ capacity, cells, written: capacities.written(capacity.no) }] : [];
  });
  yield;
  const claims = new Map<string, number>();
  for (const { written } of rows) if (written) claims.set(writtenKey(written), 1 + (claims.get(writtenKey(written)) ?? 0));
  const result: CapacityRow[] = [];
  for (const [index, { capacity, cells, written }] of rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const own = written && claims.get(writtenKey(written)) === 1 ? written : undefined;
    const live = own ? capacities.of(own) : { available: 0, own: 0 };
    const inRow = (steps: readonly number[]): number => steps.reduce((sum, each) => sum + each, 0) / capacitySteps(capacity);
    const apart = {
      available: inRow(capacity.available) + load.above(capacity.no) - live.available,
      own: inRow(capacity.own) - live.own,
    };
    result.push({ capacity, cells, written: own, live, apart, ...load.of(capacity, settled.meetings) });
  }
  return result;
}

/** What one capacity row is used for, while the agreements are looked through. */
class UsedRow {
  readonly made = new Map<string, Made>();
  readonly handed = new Map<string, Made>();
  /** What is taken, less what is freed. */
  taken = 0;
  above = 0;
}

class Load {
  private readonly use: CapacityUse;
  private readonly rows = new Map<string, UsedRow>();
  /** Quantities as SUMIFS finds them: by maker, or by who handed over, then by product. */
  private readonly found = new Map<string, Record<LoadPart, number>>();
  private readonly products: ReadonlyMap<string, Product>;

  constructor(private readonly input: FormsInput) {
    this.use = new CapacityUse(input.situation);
    this.products = new Map(input.situation.products.map((product) => [JSON.stringify([product.name, product.specification]), product]));
  }

  *addAll(settled: SettledRows): Generator<void, void> {
    const { columns } = settled;
    for (const [index, cells] of columns.draft.rows.entries()) {
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
      if (!settled.counts(cells)) continue;
      const name = { name: columns.text(cells, "product"), specification: columns.text(cells, "specification") };
      const product = this.products.get(JSON.stringify([name.name, name.specification]));
      const quantity = columns.number(cells, "total");
      const transfer = settled.isTransfer(cells);
      const supplier = columns.text(cells, "supplier");
      this.foundOf(supplier, name)[transfer ? "takenOver" : settled.sourceOf(cells)] += quantity;
      if (product) this.take(supplier, product, "made", quantity);
      if (!transfer) continue;
      const buyer = columns.text(cells, "buyer");
      this.foundOf(buyer, name).handedOver += quantity;
      if (product) this.take(buyer, product, "handed", -quantity);
    }
  }

  /** Of what was sent up and is left out here, as much is available as the office above has used: its rows stand on the sheet. */
  addAbove(): void {
    const { reading, situation, lookup } = this.input;
    const balanced = new Set(situation.earlierAgreements);
    for (const row of reading.shared.whole.earlierAgreements) {
      const product = lookup.products.get(row.product);
      if (!product || !isWithAbove(row) || balanced.has(row)) continue;
      const quantity = inUnits(
        row.quantities.reduce((sum, each) => sum + each, 0),
        product,
      );
      for (const { capacityNo, perUnit } of this.use.of(row.supplier, product)) this.row(capacityNo).above += quantity * perUnit;
      if (row.basis !== "transfer") continue;
      for (const { capacityNo, perUnit } of this.use.of(row.buyer, product)) this.row(capacityNo).above -= quantity * perUnit;
    }
  }

  above(no: string): number {
    return this.rows.get(no)?.above ?? 0;
  }

  of({ no, factory }: Capacity, meetings: number): Pick<CapacityRow, "made" | "handed" | "loads" | "loadApart"> {
    const used = this.rows.get(no) ?? new UsedRow();
    const made = namedOnce(used.made.values(), meetings);
    const handed = namedOnce(used.handed.values(), 1);
    const loads = { standing: 0, local: 0, provincial: 0, takenOver: 0, handedOver: 0 };
    for (const { product, perUnit } of made) {
      const found = this.foundOf(factory, product);
      for (const part of ["standing", "local", "provincial", "takenOver"] as const) loads[part] += found[part] * perUnit;
    }
    for (const { product, perUnit } of handed) loads.handedOver += this.foundOf(factory, product).handedOver * perUnit;
    const live = loads.standing + loads.local + loads.provincial + loads.takenOver - loads.handedOver;
    return { made, handed, loads, loadApart: used.taken - live };
  }

  private take(factory: string, product: Product, how: "made" | "handed", quantity: number): void {
    for (const { capacityNo, perUnit } of this.use.of(factory, product)) {
      const row = this.row(capacityNo);
      row[how].set(product.key, { product, perUnit });
      row.taken += quantity * perUnit;
    }
  }

  private row(no: string): UsedRow {
    let row = this.rows.get(no);
    if (!row) this.rows.set(no, (row = new UsedRow()));
    return row;
  }

  private foundOf(factory: string, name: Pick<Product, "name" | "specification">): Record<LoadPart, number> {
    const key = `${comparedKey(factory)}\n${nameKey(name)}`;
    let found = this.found.get(key);
    if (!found) this.found.set(key, (found = { standing: 0, local: 0, provincial: 0, takenOver: 0, handedOver: 0 }));
    return found;
  }
}
