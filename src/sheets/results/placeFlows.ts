/** What goes from place to place: the agreements whose supplier and buyer lie in different places, gathered by the pair. */
import type { Unit, UnitFamily } from "../../engine/model";
import { POINT, pointsPerStep } from "../../engine/register/rates";
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { AgreementRow } from "./agreementRows";
import { totalOf } from "./agreementsSheet";
import type { Lookup } from "./lookup";
import { FAMILIES, familyAmount, isSettled, type FamilyAmounts } from "./totals";

export interface PlaceFlow {
  readonly from: string;
  readonly to: string;
  readonly agreements: number;
  /** The one measure in which unlike products can be laid side by side. */
  readonly points: number;
  readonly amounts: FamilyAmounts;
}

/** The widest first. Partners outside this office are in none. With a yield now and then. */
export function* placeFlows(rows: readonly AgreementRow[], lookup: Lookup): Generator<void, readonly PlaceFlow[]> {
  const flows = new Map<string, Map<string, Gathered>>();
  const { equipment } = lookup;
  const points = new Map([...lookup.products.values()].map((product) => [product, pointsPerStep(product, equipment)]));
  for (let index = 0; index < rows.length; index++) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const row = rows[index];
    const { supplierPlace: from, buyerPlace: to, made } = row;
    if (!isSettled(row) || from === "" || to === "" || from === to) continue;
    let away = flows.get(from);
    if (!away) flows.set(from, (away = new Map()));
    let flow = away.get(to);
    if (!flow) away.set(to, (flow = { from, to, agreements: 0, points: 0n, amounts: new Map() }));
    if (made) gather(flow, row, { unit: made.unit, points: points.get(made) ?? 0n });
  }
  const gathered = [...flows.values()].flatMap((away) => [...away.values()]).sort(widestFirst);
  return gathered.map((flow) => ({ ...flow, points: Number(flow.points) / Number(POINT), amounts: inOrder(flow.amounts) }));
}

interface Gathered {
  readonly from: string;
  readonly to: string;
  agreements: number;
  points: bigint;
  readonly amounts: Map<UnitFamily, number>;
}

function widestFirst(one: Gathered, other: Gathered): number {
  if (one.points !== other.points) return one.points > other.points ? -1 : 1;
  return `${one.from}\n${one.to}` < `${other.from}\n${other.to}` ? -1 : 1;
}

interface Weighed {
  readonly unit: Unit;
  /** Of one step. */
  readonly points: bigint;
}

function gather(flow: Gathered, row: AgreementRow, { unit, points }: Weighed): void {
  const steps = totalOf(row);
  flow.agreements++;
  flow.points += points * BigInt(steps);
  flow.amounts.set(unit.family, (flow.amounts.get(unit.family) ?? 0) + familyAmount(steps, unit));
}

/** In the order of FAMILIES, to three decimals, the most a quantity has. */
function inOrder(amounts: FamilyAmounts): FamilyAmounts {
  const shown = FAMILIES.filter((family) => (amounts.get(family) ?? 0) > 0);
  return new Map(shown.map((family) => [family, Math.round((amounts.get(family) ?? 0) * 1_000) / 1_000]));
}
