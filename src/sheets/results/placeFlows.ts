/** What goes from place to place: the agreements whose supplier and buyer lie in different places, gathered by the pair. */
import type { UnitFamily } from "../../engine/model";
import { POINT, pointsPerStep } from "../../engine/rates";
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

/** The widest first. Partners outside this office are in none. */
export function placeFlows(rows: readonly AgreementRow[], lookup: Lookup): readonly PlaceFlow[] {
  const flows = new Map<string, Gathered>();
  for (const row of rows) {
    const [from, to] = [lookup.placeOf(row.supplier), lookup.placeOf(row.buyer)];
    if (!isSettled(row) || from === "" || to === "" || from === to) continue;
    const flow = flows.get(`${from}\n${to}`) ?? { from, to, agreements: 0, points: 0n, amounts: new Map<UnitFamily, number>() };
    flows.set(`${from}\n${to}`, flow);
    gather(flow, row, lookup);
  }
  const gathered = [...flows.entries()].sort(([one, { points }], [other, { points: others }]) =>
    points === others ? (one < other ? -1 : 1) : points > others ? -1 : 1,
  );
  return gathered.map(([, flow]) => ({ ...flow, points: Number(flow.points) / Number(POINT), amounts: inOrder(flow.amounts) }));
}

interface Gathered {
  readonly from: string;
  readonly to: string;
  agreements: number;
  points: bigint;
  readonly amounts: Map<UnitFamily, number>;
}

function gather(flow: Gathered, row: AgreementRow, { products, equipment }: Lookup): void {
  const product = products.get(row.product);
  if (!product) return;
  const { unit } = product;
  const steps = totalOf(row);
  flow.agreements++;
  flow.points += pointsPerStep(product, equipment) * BigInt(steps);
  flow.amounts.set(unit.family, (flow.amounts.get(unit.family) ?? 0) + familyAmount(steps, unit));
}

/** In the order of FAMILIES, to three decimals, the most a quantity has. */
function inOrder(amounts: FamilyAmounts): FamilyAmounts {
  const shown = FAMILIES.filter((family) => (amounts.get(family) ?? 0) > 0);
  return new Map(shown.map((family) => [family, Math.round((amounts.get(family) ?? 0) * 1_000) / 1_000]));
}
