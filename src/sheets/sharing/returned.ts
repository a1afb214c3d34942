/** A return as rows: what the office above settled for one office, and what is left of what it sent. */
import type { SheetLanguage } from "../reading";
import { fieldColumns, type SheetTable } from "../table/column";
import { agreementsTable, remainingTable, transfersTable, unresolvedTable } from "../outputs";
import { contentCode, textCells } from "./submission";
import type { FieldCells } from "./fieldCells";
import { elsewhereTable, type ReturnCoverField } from "./sharedTables";

export const RETURN_TABLES = {
  Agreements: agreementsTable,
  Transfers: transfersTable,
  Unresolved: unresolvedTable,
  "Remaining capacity": remainingTable,
  "Capacity elsewhere": elsewhereTable,
} as const satisfies Readonly<Record<string, SheetTable>>;
export type ReturnKind = keyof typeof RETURN_TABLES;
export const RETURN_KINDS = Object.keys(RETURN_TABLES) as readonly ReturnKind[];

export type ReturnRows = ReadonlyMap<ReturnKind, readonly FieldCells[]>;
/** The Cover's texts by field, without the check code. */
export type ReturnCover = readonly (readonly [ReturnCoverField, string | number])[];

export interface Returned {
  /** The office it is for. */
  readonly office: string;
  readonly cover: ReturnCover;
  readonly rows: ReturnRows;
  readonly periods: { readonly demand: readonly string[]; readonly quarters: readonly string[] };
  readonly language: SheetLanguage;
  readonly checkCode: string;
}

/** Over what the office above says: replies, remarks and decisions are the receiver's to fill in and do not count. */
export function returnCode(cover: ReturnCover, rows: ReturnRows): string {
  const said = [...rows].map(([kind, records]) => [kind, records.map(withoutClerks)] as const);
  return contentCode(textCells(cover), new Map(said));
}

const CLERKS: ReadonlySet<string> = new Set(
  Object.values(RETURN_TABLES).flatMap((table) => fieldColumns<string>(table).flatMap(({ field, clerk }) => (clerk ? [field] : []))),
);

function withoutClerks(cells: FieldCells): FieldCells {
  return new Map([...cells].filter(([field]) => !CLERKS.has(field)));
}
