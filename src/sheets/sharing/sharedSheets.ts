/** Every sheet that sharing adds to a workbook of ours. */
import { receivedCapacityTable } from "../capacity";
import type { SheetTable } from "../column";
import { receivedDemandTable } from "../demand";
import { receivedDistancesTable } from "../distances";
import { receivedEquipmentTable } from "../equipment";
import { receivedFactoriesTable } from "../factories";
import { receivedLastYearTable } from "../lastYear";
import { receivedPlacesTable } from "../places";
import { receivedProductsTable } from "../products";
import { receivedStandingTable } from "../standingAgreements";
import { explanationsTable, rejectionsTable, sentUpTable, settledBelowTable, submissionsTable } from "./sharedTables";

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
  settledBelowTable,
  explanationsTable,
];

export const sharedTables: readonly SheetTable[] = [...receivedTables, sentUpTable, submissionsTable];
