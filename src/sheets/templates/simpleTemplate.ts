/** The simple template: the two sheets no balance can do without, with one undated quantity each. */
import { capacityHelp, demandHelp } from "../../i18n/templates";
import { capacityTable, type CapacityField } from "../inputs/capacity";
import { demandTable, type DemandField } from "../inputs/demand";
import { laid, names, usual, type TemplateLayout } from "./templateLayout";

export const simpleDemandLayout: TemplateLayout<DemandField> = {
  table: demandTable,
  help: demandHelp,
  frozen: 2,
  periods: "quantity",
  columns: [
    laid("factory", 28),
    laid("product", 26),
    laid("unit", 10, usual("unit")),
    laid("place", 16),
    laid("priority", 14, usual("priority")),
    laid("remark", 24),
  ],
};

export const simpleCapacityLayout: TemplateLayout<CapacityField> = {
  table: capacityTable,
  help: capacityHelp,
  frozen: 2,
  periods: "quantity",
  columns: [
    laid("factory", 28),
    laid("item", 26, names("products needed")),
    laid("unit", 10, usual("unit")),
    laid("place", 16),
    laid("remark", 24),
  ],
};
