/** A workbook to fill in: the full template with its lists filled, and Demand and Capacity waiting. */
import type { WrittenSheet } from "../../workbook/workbook";
import type { SheetLanguage } from "../reading";
import * as full from "../templates/fullTemplate";
import { layCover, type CoverCells } from "../templates/layCover";
import { layTemplate, type TemplateFilling } from "../templates/layTemplate";
import type { TemplatePlan } from "../templates/quarterHeadings";
import { RULED_ROWS } from "../templates/templateRules";
import type { FieldCells } from "./fieldCells";
import { textIn } from "./fieldCells";

type OpeningKind =
  | "Places" | "Distances" | "Factories" | "Equipment" | "Products" | "Demand" | "Capacity" | "Standing agreements" | "Last year"; // prettier-ignore

export interface Opening {
  readonly language: SheetLanguage;
  readonly cover: CoverCells;
  readonly plan: TemplatePlan;
  readonly records: Readonly<Partial<Record<OpeningKind, readonly FieldCells[]>>>;
}

/** In the order of their tabs. Rules and drop-downs reach below the longest list. */
export function openingSheets({ language, cover, plan, records }: Opening): readonly WrittenSheet[] {
  const longest = Math.max(...Object.values(records).map((rows) => rows.length), 0);
  const ruledRows = Math.max(RULED_ROWS, longest + ROOM_BELOW);
  const norms = [...new Set((records.Equipment ?? []).map((row) => textIn(row, "equipment")))];
  const used = norms.filter((norm) => records.Products?.some((row) => row.has(norm)));
  const filled = (kind: OpeningKind): TemplateFilling => ({ plan, ruledRows, records: records[kind] ?? [], norms: used });
  return [
    layCover(language, cover),
    layTemplate(full.placesLayout, language, filled("Places")),
    layTemplate(full.distancesLayout, language, filled("Distances")),
    layTemplate(full.factoriesLayout, language, filled("Factories")),
    layTemplate(full.equipmentLayout, language, filled("Equipment")),
    layTemplate(full.productsLayout, language, filled("Products")),
    layTemplate(full.demandLayout, language, filled("Demand")),
    layTemplate(full.capacityLayout, language, filled("Capacity")),
    layTemplate(full.standingLayout, language, filled("Standing agreements")),
    layTemplate(full.lastYearLayout, language, filled("Last year")),
  ];
}

const ROOM_BELOW = 200;
