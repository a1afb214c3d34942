/** What lower offices settled, by the record that came with their submissions: for the Summary, never balanced again. */
import type { Product, Unit } from "../../engine/model";
import { stepsPerUnit } from "../../engine/register/rates";
import type { Reading } from "../reading";
import { numberIn, textIn } from "../sharing/fieldCells";
import { statedOnce } from "../sharing/statedOnce";
import { headingText } from "../table/normalText";
import { unitOf } from "../table/units";
import { basisWords } from "../table/words";
import type { Lookup } from "./lookup";

export interface SettledBelow {
  readonly settledAt: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  /** Absent where this office's lists do not have it in the unit stated. */
  readonly made: Product | undefined;
  /** Absent where nobody knows it. */
  readonly unit: Unit | undefined;
  /** Steps of the unit, by quarter of the horizon. */
  readonly quantities: readonly number[];
}

/** In-house work handed over below is left out, as it is here. */
export function settledBelow({ shared, keys }: Reading, { products }: Lookup): readonly SettledBelow[] {
  return statedOnce(shared.settledBelow).flatMap((cells): readonly SettledBelow[] => {
    if (basisWords.get(headingText(textIn(cells, "basis"))) === "transfer") return [];
    const product = `${textIn(cells, "product")} ${textIn(cells, "specification")}`.trim();
    const listed = products.get(product);
    const unit = unitOf(textIn(cells, "unit")) ?? listed?.unit;
    const quantities = keys.quarters.map((key) => Math.round(numberIn(cells, key) * (unit ? stepsPerUnit(unit) : 1)));
    const made = listed && unit && listed.unit.family === unit.family && listed.unit.size === unit.size ? listed : undefined;
    const [settledAt, supplier, buyer] = ["settledAt", "supplier", "buyer"].map((field) => textIn(cells, field));
    return [{ settledAt, supplier, buyer, product, made, unit, quantities }];
  });
}
