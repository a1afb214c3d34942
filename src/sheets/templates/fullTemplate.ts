/** The full template: every input sheet but the Cover, which has a layout of its own. */
import { capacityHelp, demandHelp, distanceHelp, equipmentHelp, factoryHelp, lastYearHelp, placeHelp, productHelp, standingHelp } from "../../i18n/templates"; // prettier-ignore
import { capacityTable, type CapacityField } from "../inputs/capacity";
import { demandTable, type DemandField } from "../inputs/demand";
import { distancesTable, type DistanceField } from "../inputs/distances";
import { equipmentTable, type EquipmentField } from "../inputs/equipment";
import { factoriesTable, type FactoryField } from "../inputs/factories";
import { lastYearTable, type LastYearField } from "../inputs/lastYear";
import { placesTable, type PlaceField } from "../inputs/places";
import { productsTable, type ProductField } from "../inputs/products";
import { standingTable, type StandingField } from "../inputs/standingAgreements";
import { codes, laid, names, number, usual, whole, words, type TemplateLayout } from "./templateLayout";

const grade = whole(1, 8);
const year = whole(1900, 2199);

export const placesLayout: TemplateLayout<PlaceField> = {
  table: placesTable,
  help: placeHelp,
  frozen: 2,
  columns: [
    codes("code", 10),
    laid("place", 20),
    laid("formerNames", 20),
    laid("under", 20, names("places")),
    laid("longitude", 12, number(-180, 180)),
    laid("latitude", 12, number(-90, 90)),
  ],
};

export const distancesLayout: TemplateLayout<DistanceField> = {
  table: distancesTable,
  help: distanceHelp,
  frozen: 0,
  columns: [laid("from", 20, names("places")), laid("to", 20, names("places")), laid("km", 12, whole(0, 40_000))],
};

export const factoriesLayout: TemplateLayout<FactoryField> = {
  table: factoriesTable,
  help: factoryHelp,
  frozen: 2,
  columns: [
    codes("code", 12),
    laid("factory", 28),
    laid("formerNames", 20),
    laid("place", 18, names("places")),
    laid("ownership", 14),
    laid("grade", 10, grade),
    codes("contact", 18),
    laid("remark", 24),
  ],
};

export const equipmentLayout: TemplateLayout<EquipmentField> = {
  table: equipmentTable,
  help: equipmentHelp,
  frozen: 2,
  columns: [codes("code", 10), laid("equipment", 24), laid("unit", 16, words("capacityUnit"))],
};

export const productsLayout: TemplateLayout<ProductField> = {
  table: productsTable,
  help: productHelp,
  frozen: 3,
  normsAfter: "normBase",
  columns: [
    codes("code", 12),
    laid("product", 24),
    codes("specification", 18),
    laid("unit", 10, usual("unit")),
    laid("productClass", 14),
    laid("grade", 10, grade),
    laid("unitWeight", 11, number(0)),
    laid("normBase", 11, words("normBase")),
    laid("price", 11, number(0)),
    laid("points", 10, number(0)),
    laid("minimumLot", 11, number(0)),
    laid("remark", 20),
  ],
};

export const demandLayout: TemplateLayout<DemandField> = {
  table: demandTable,
  help: demandHelp,
  frozen: 3,
  periods: "quarters",
  columns: [
    codes("no", 10),
    laid("factory", 20, names("factories")),
    laid("product", 20, names("products")),
    laid("total", 10, number(0)),
    laid("kind", 13, words("kind")),
    laid("recurrent", 11, words("yesNo")),
    laid("priority", 12, usual("priority")),
    laid("grade", 10, grade),
    laid("early", 9, whole(0, 39)),
    laid("late", 9, whole(0, 39)),
    laid("split", 9, words("yesNo")),
    laid("present", 15, names("factories")),
    laid("wished", 15, names("factories")),
    laid("only", 15, names("factories")),
    laid("not", 15, names("factories")),
    laid("material", 14, words("material")),
    laid("remark", 14),
  ],
};

export const capacityLayout: TemplateLayout<CapacityField> = {
  table: capacityTable,
  help: capacityHelp,
  frozen: 3,
  periods: "quarters",
  columns: [
    codes("no", 12),
    laid("factory", 24, names("factories")),
    laid("item", 24, names("items")),
    laid("grade", 10, grade),
    laid("largestPiece", 11, number(0)),
    laid("remark", 20),
  ],
};

export const standingLayout: TemplateLayout<StandingField> = {
  table: standingTable,
  help: standingHelp,
  frozen: 1,
  columns: [
    codes("no", 14),
    laid("supplier", 24, names("factories")),
    laid("buyer", 24, names("factories")),
    laid("product", 24, names("products")),
    laid("from", 9, year),
    laid("to", 9, year),
    laid("quantity", 14, number(0)),
    laid("tolerance", 11, number(0, 100)),
    laid("status", 12, words("standing")),
    laid("basis", 20),
  ],
};

export const lastYearLayout: TemplateLayout<LastYearField> = {
  table: lastYearTable,
  help: lastYearHelp,
  frozen: 1,
  columns: [
    laid("year", 9, year),
    laid("office", 18),
    laid("supplier", 24, names("factories")),
    laid("buyer", 24, names("factories")),
    laid("product", 24, names("products")),
    laid("tasks", 10, whole(0)),
    laid("quantity", 12, number(0)),
    laid("unit", 10, usual("unit")),
    laid("value", 14, number(0)),
    laid("currency", 10, words("currency")),
  ],
};
