/** Every sheet that sharing adds to a workbook of ours. */
import { receivedCapacityTable } from "../inputs/capacity";
import type { SheetTable } from "../table/column";
import { receivedDemandTable } from "../inputs/demand";
import { receivedDistancesTable } from "../inputs/distances";
import { receivedEquipmentTable } from "../inputs/equipment";
import { receivedFactoriesTable } from "../inputs/factories";
import { receivedLastYearTable } from "../inputs/lastYear";
import { receivedPlacesTable } from "../inputs/places";
import { receivedProductsTable } from "../inputs/products";
import { receivedStandingTable } from "../inputs/standingAgreements";
import { explanationsTable, rejectionsTable, repliesTable, sentUpTable, settledBelowTable, submissionsTable } from "./sharedTables";

/** What Collect writes and Balance reads beside the clerk's own, in the order in which it stands. */
export const receivedTables: readonly SheetTable[] = [
  receivedDemandTable,
  receivedCapacityTable,
  receivedPlacesTable,
  receivedDistancesTable,
  receivedFactoriesTable,
  receivedEquipmentTable,
  receivedProductsTable,
  receivedStandingTable,
  receivedLastYearTable,
  rejectionsTable,
  repliesTable,
  settledBelowTable,
  explanationsTable,
];

export const sharedTables: readonly SheetTable[] = [...receivedTables, sentUpTable, submissionsTable];
