/** Reads the rows: what is needed, what can be made, how far places are from one another, and what was agreed before. */
import type { Distance } from "../../engine/model";
import { rowsChangedByHand } from "../record/rowsChangedByHand";
import { agreementsTable } from "../outputs";
import { repliesHeard } from "../sharing/replies";
import { repliesTable } from "../sharing/sharedTables";
import type { SheetTable } from "../table/column";
import type { TableRows } from "../table/tableRows";
import { capacityTable, readCapacity, receivedCapacityTable, type CapacityRow } from "./capacity";
import type { CoverSheet } from "./cover";
import { demandTable, readDemand, receivedDemandTable, type DemandRow } from "./demand";
import type { Desk } from "./desk";
import type { Directory } from "./directory";
import { distancesTable, readDistances, receivedDistancesTable } from "./distances";
import { readAgreements, type AgreementReading } from "./earlierAgreements";
import { lastYearTable, readLastYear, receivedLastYearTable, withReceived, type LastYearEntry } from "./lastYear";
import type { Plan } from "./plan";
import { readStanding, receivedStandingTable, standingTable, type StandingRow } from "./standingAgreements";

/** What rows are read with. */
export interface Known {
  readonly cover: CoverSheet | undefined;
  readonly directory: Directory;
  readonly plan: Plan;
}

export interface RowsRead {
  readonly demands: readonly DemandRow[];
  readonly capacities: readonly CapacityRow[];
  readonly distances: readonly Distance[];
  readonly standing: readonly StandingRow[];
  readonly lastYear: readonly LastYearEntry[];
  readonly earlier: AgreementReading;
  /** Rows of the Agreements sheet. */
  readonly changedByHand: ReadonlySet<number>;
}

export function* readRows(desk: Desk, { cover, directory, plan }: Known): Generator<void, RowsRead> {
  const { places } = directory.source;
  const { century } = desk;
  const demands = yield* both(desk, [demandTable, receivedDemandTable], (rows) => readDemand(rows, directory, plan));
  const capacities = yield* both(desk, [capacityTable, receivedCapacityTable], (rows) => readCapacity(rows, directory, plan));
  const distances = yield* both(desk, [distancesTable, receivedDistancesTable], (rows, before: readonly Distance[]) =>
    readDistances(rows, { places, office: cover?.office, before }),
  );
  const standing = yield* both(desk, [standingTable, receivedStandingTable], (rows, before: readonly StandingRow[]) =>
    readStanding(rows, { directory, century, before }),
  );
  const lastYear = withReceived(
    (yield* desk.table(lastYearTable, (rows) => readLastYear(rows, directory, century))) ?? [],
    (yield* desk.table(receivedLastYearTable, (rows) => readLastYear(rows, directory, century))) ?? [],
  );
  const heard = repliesHeard(desk.records(repliesTable));
  const { tables, record } = desk.outputs();
  const agreementsSheet = tables.get("Agreements");
  const changedByHand = agreementsSheet ? yield* rowsChangedByHand(agreementsSheet, record) : new Set<number>();
  const earlier =
    (yield* desk.table(agreementsTable, (rows) => readAgreements(rows, { directory, plan, changedByHand, heard }))) ?? NO_AGREEMENTS;
  return { demands, capacities, distances, standing, lastYear, earlier, changedByHand };
}

/** The rows of a sheet of the clerk's, then those that lower offices sent; these are read knowing the former. */
function* both<Field extends string, Row>(
  desk: Desk,
  tables: readonly SheetTable<Field>[],
  read: (rows: TableRows<Field>, before: readonly Row[]) => Generator<void, readonly Row[]>,
): Generator<void, readonly Row[]> {
  let all: readonly Row[] = [];
  for (const table of tables) {
    const before = all;
    const found = yield* desk.table(table, (rows) => read(rows, before));
    if (found) all = before.length === 0 ? found : [...before, ...found];
  }
  return all;
}

const NO_AGREEMENTS: AgreementReading = { agreements: [], rowOf: new Map(), replies: new Map() };
