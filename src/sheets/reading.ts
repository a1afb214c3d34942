/**
 * What reading a workbook yields: the situation the engine balances, the problems with their cells, the receipt that tells
 * what each column was understood as, and what the outputs print beside the engine's figures.
 */
import type { LaterGoal, Situation } from "../engine/model";
import type { ByNumber } from "./inputs/byNumber";
import type { EquipmentEntry } from "./inputs/equipment";
import type { Replies } from "./inputs/earlierAgreements";
import type { FactoryEntry } from "./inputs/factories";
import type { PlaceEntry } from "./inputs/places";
import type { ProductEntry } from "./inputs/productNames";
import type { FieldCells } from "./sharing/fieldCells";
import type { SentUp } from "./sharing/sentUp";
import type { StandingRow } from "./inputs/standingAgreements";
import type { DerivedNumbers } from "./table/derivedNumbers";
import type { SheetInfo } from "../workbook/workbook";

export type SheetLanguage = "zh-CN" | "en";
export type Severity = "must fix" | "explain" | "hint";

/** Something the clerk should see: a code, its place and its facts; the words are in i18n. */
export interface Problem {
  readonly severity: Severity;
  /** E01 … E15, W01 … W11, I01 … I10 and the rules workbook.md adds. */
  readonly rule: string;
  readonly sheet: string;
  /** From 0; absent: the whole sheet. */
  readonly row?: number;
  readonly column?: number;
  /** Facts for the sentence: the value found, what was expected, near names, counts. */
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
  /** The clerk's explanation, taken over from the Problems sheet of an earlier run. */
  readonly explanation?: string;
}

/** What one column of a sheet was understood as; `field` absent: left alone, the clerk's own. */
export interface ColumnReceipt {
  readonly column: number;
  readonly header: string;
  readonly field?: string;
  /** The field as a clerk knows it; absent for periods and the workbook's own names, which mean what they say. */
  readonly names?: Readonly<Record<SheetLanguage, string>>;
}
export interface SheetReceipt {
  readonly sheet: string;
  /** Which of our sheets it is ("Demand", "Capacity", …); absent: a sheet we don't know and leave alone. */
  readonly kind?: SheetKind;
  readonly headerRow?: number;
  readonly columns: readonly ColumnReceipt[];
  readonly rowsRead: number;
  readonly rowsHidden: number;
  readonly rowsNotFilledIn: number;
  readonly numbersFromText: number;
}
export type InputKind =
  | "Cover"
  | "Places"
  | "Distances"
  | "Factories"
  | "Equipment"
  | "Products"
  | "Demand"
  | "Capacity"
  | "Standing agreements"
  | "Last year"
  | ReceivedKind
  | "Settled below"
  | "Rejections"
  | "Replies"
  | "Explanations"
  | "Sent up"
  | "Submissions"
  | "Capacity elsewhere";
/** What Collect brought from the offices below, sheet by sheet. */
export type ReceivedKind =
  | "Received demand"
  | "Received capacity"
  | "Received places"
  | "Received distances"
  | "Received factories"
  | "Received equipment"
  | "Received products"
  | "Received standing agreements"
  | "Received last year";
export type OutputKind =
  | "Summary" | "Agreements" | "Unresolved" | "Remaining capacity" | "Transfers" | FormKind | "Problems" | "Run record"; // prettier-ignore
/** Written only on request. */
export type FormKind = "Balance by product" | "Balance by capacity";
export type SheetKind = InputKind | OutputKind;

/** The Cover as read or derived. */
export interface CoverReading {
  readonly office: string;
  readonly planStarts: string;
  /** As the Cover says. */
  readonly quarters?: number;
  readonly round?: string;
  readonly sendTo?: string;
  readonly version: number;
  readonly preparedBy?: string;
  readonly checkedBy?: string;
  readonly responsible?: string;
  readonly date?: string;
  readonly goals: readonly LaterGoal[];
}

/** A row of Last year, whole. Quantity in the unit written; value in new yuan, hundredths (old currency already divided). */
export interface LastYearRow {
  readonly year: number;
  readonly office: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly tasks: number;
  readonly quantity?: number;
  readonly unit?: string;
  readonly value?: number;
}

/** How quantities are keyed on the Demand and Capacity sheets, in sheet order: "1956Q4", "1957 any" or "any". */
export interface Keys {
  readonly demand: readonly string[];
  /** Quarters of the horizon ("1956Q4" …), or ["any"] where the whole plan is undated. */
  readonly quarters: readonly string[];
}

export interface Reading {
  /** What Balance balances: without what was sent up and has not come back. */
  readonly situation: Situation;
  readonly problems: readonly Problem[];
  /** The must-fix problems that leaving rows out does not heal: missing sheets, headings, the Cover. */
  readonly notInRows: readonly Problem[];
  readonly receipts: readonly SheetReceipt[];
  readonly language: SheetLanguage;
  readonly cover: CoverReading;
  readonly keys: Keys;
  readonly lastYear: readonly LastYearRow[];
  /** Numbers of demand lines and capacity rows to which the clerk gave none. */
  readonly derived: DerivedNumbers;
  /** Place and factory codes by name, where the clerk gave any. */
  readonly codes: ReadonlyMap<string, string>;
  /** Demand lines left out by the clerk's leave (U0), as they stand on the sheet. */
  readonly leftOut: readonly LeftOutLine[];
  /** Where each demand line, capacity row and earlier agreement stands, by its number: one number may be a line's and a row's. */
  readonly cells: Readonly<Record<"demands" | "capacities" | "agreements", RowsByNumber>>;
  /** Rows of the Agreements sheet that the clerk typed, or whose computed cells he changed since the last run. */
  readonly changedByHand: ReadonlySet<number>;
  readonly sheets: readonly SheetInfo[];
  readonly shared: SharedReading;
}

export type RowsByNumber = ByNumber<{ readonly sheet: string; readonly row: number }>;

/** What sharing between offices needs beside the situation. */
export interface SharedReading {
  /** Everything, with what was sent up. */
  readonly whole: Situation;
  readonly sentUp: SentUp;
  /** Agreements of lower offices, by field: a record. */
  readonly settledBelow: readonly FieldCells[];
  /** Explanations that lower offices sent with their rows. */
  readonly explanations: readonly FieldCells[];
  /** What offices below answered to agreements here, each for its own side. */
  readonly replies: Replies;
  readonly lists: Lists;
  /** Names of the products and classes that share a capacity row, by its number. */
  readonly items: ByNumber<readonly string[] | undefined>;
}
/** The lists with the rows on which they stand. */
export interface Lists {
  readonly places: readonly PlaceEntry[];
  readonly factories: readonly FactoryEntry[];
  readonly equipment: readonly EquipmentEntry[];
  readonly products: readonly ProductEntry[];
  readonly standing: readonly StandingRow[];
  readonly lastYear: readonly LastYearRow[];
}
export interface LeftOutLine {
  readonly demandNo: string;
  readonly factory: string;
  readonly product: string;
  /** By key of `Keys.demand`, in units as written, where they could be read. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly sheet: string;
  readonly row: number;
}
