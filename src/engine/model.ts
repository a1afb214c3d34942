/**
 * The nouns of a balance. Plain readonly data; this file imports nothing.
 *
 * Every number is an integer of the smallest step named beside it, so that "not worse than before" is exact:
 * quantities in steps of the product's unit (a piece, a set, a machine; 0.001 of a mass unit), capacity of an
 * equipment class in 0.001 hours or tonnes, norms, weights and points in 0.000001.
 *
 * Factories, places, products and equipment classes are named by their (unique) names; a name that
 * `Situation.factories` does not hold belongs to a factory outside this office.
 */

/** Steps per unit of the decimals kept: hours and tonnes have 3, norms, weights and points 6. */
export const THOUSANDTHS = 1_000;
export const MILLIONTHS = 1_000_000;

/** The run of quarters that is planned. Quarter 0 is `firstQuarter` (1 to 4) of `firstYear`. */
export interface Horizon {
  readonly firstYear: number;
  readonly firstQuarter: number;
  readonly quarters: number;
}

/** When a demand cell asks for its quantity: a quarter of the horizon (0 is the first), any quarter of a year, or no date at all. */
export type Period =
  { readonly kind: "quarter"; readonly quarter: number } | { readonly kind: "year"; readonly year: number } | { readonly kind: "undated" };

/** Goals 5 to 9, which the clerk may reorder. */
export type LaterGoal = "kept" | "fit" | "partner" | "near" | "on time";
export type Goal = "priority 1" | "priority 2" | "priority 3" | "in-house" | LaterGoal;

export type UnitFamily = "pieces" | "sets" | "machines" | "mass";

/** A unit as the clerk wrote it. `size` is in the family's base: 1 for 件, 12 for 打; for mass in grams (吨 = 1,000,000). */
export interface Unit {
  readonly name: string;
  readonly family: UnitFamily;
  readonly size: number;
}

export interface Place {
  readonly name: string;
  /** The place above; absent: directly under the office. */
  readonly under?: string;
  /** Degrees. */
  readonly longitude?: number;
  readonly latitude?: number;
}

/** A known distance, in whole km, the same both ways. */
export interface Distance {
  readonly from: string;
  readonly to: string;
  readonly km: number;
}

export interface Factory {
  readonly name: string;
  /** Orders factories where given, so that a workbook in another language with the same codes gives the same plan. */
  readonly code?: string;
  readonly place: string;
  /** Technical grade 1 to 8; absent: 1. */
  readonly grade?: number;
}

export interface Equipment {
  readonly name: string;
  /** Orders classes where given, as a factory's code does. */
  readonly code?: string;
  readonly unit: "hours" | "tonnes";
}

/** What one norm base of a product needs of an equipment class: millionths of the class's capacity unit. */
export interface Norm {
  readonly equipment: string;
  readonly amount: number;
}

export interface Product {
  /** Unique: name and specification joined by one space. */
  readonly key: string;
  readonly name: string;
  /** Orders products where given, as a factory's code does. */
  readonly code?: string;
  readonly specification: string;
  readonly unit: Unit;
  readonly productClass?: string;
  readonly grade?: number;
  /** Millionths of a kilogram for one unit. */
  readonly unitWeight?: number;
  /** 1, 100 or 1000 units. */
  readonly normBase: number;
  readonly norms: readonly Norm[];
  /** Yuan per norm base, in hundredths. */
  readonly price?: number;
  /** Millionths of a point for one unit; absent: from the norms, else one point. */
  readonly points?: number;
  /** Steps of quantity; absent: no minimum. */
  readonly minimumLot?: number;
}

/** One demand cell: so much is needed in this period. */
export interface DemandCell {
  readonly period: Period;
  readonly quantity: number;
}

export type Priority = 1 | 2 | 3;
export type Material = "maker's" | "buyer's" | "not secured";

/** One demand line: what one factory needs of one product, under one set of conditions. */
export interface Demand {
  /** Unique in the situation. */
  readonly no: string;
  readonly factory: string;
  readonly product: string;
  /** At most one cell per period, quantities above 0. */
  readonly cells: readonly DemandCell[];
  readonly inHouse: boolean;
  readonly recurrent: boolean;
  readonly priority: Priority;
  readonly grade?: number;
  /** Quarters by which a dated cell may be delivered early or late. */
  readonly early: number;
  readonly late: number;
  readonly maySplit: boolean;
  readonly presentSupplier?: string;
  readonly wishedSuppliers: readonly string[];
  /** Empty: no restriction. */
  readonly onlySuppliers: readonly string[];
  readonly notSuppliers: readonly string[];
  readonly material: Material;
}

/** One capacity row. `available` and `own` by quarter of the horizon, or undated (one entry for the whole run). */
export interface Capacity {
  /** Unique in the situation. */
  readonly no: string;
  readonly factory: string;
  readonly item: CapacityItem;
  readonly grade?: number;
  /** Millionths of a kilogram. */
  readonly largestPiece?: number;
  /** Thousandths of the class's unit, or steps of `item.unit`; one entry per quarter of the horizon. */
  readonly available: readonly number[];
  /** Own plan, the in-house demand lines included; same units and shape. */
  readonly own: readonly number[];
}

/** What a row's amount is for: an equipment class, or the products (keys) that share the amount. */
export type CapacityItem =
  | { readonly kind: "equipment"; readonly equipment: string }
  | { readonly kind: "products"; readonly products: readonly string[]; readonly unit: Unit };

export type AgreementStatus = "Proposed" | "Agreed" | "Rejected" | "Reconsider" | "Void";
export type Basis = "standing" | "continued" | "new" | "transfer";

/** A row of an earlier Agreements sheet. Quantities by quarter of delivery, steps of the product's unit. */
export interface EarlierAgreement {
  readonly no: string;
  readonly status: AgreementStatus;
  readonly supplier: string;
  readonly buyer: string;
  readonly demandNo: string;
  readonly product: string;
  readonly quantities: readonly number[];
  readonly basis: Basis;
  readonly settledAt: string;
  /** Settled above this office: fixed here, like an agreed row, whatever its status. */
  readonly settledAbove?: boolean;
}

/** A standing agreement in force. */
export interface StandingAgreement {
  readonly no: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly fromYear: number;
  readonly toYear: number;
  /** Steps of the product's unit, each year. */
  readonly yearlyQuantity: number;
}

/** What was settled last year between two factories. */
export interface LastYearTask {
  readonly supplier: string;
  readonly buyer?: string;
  readonly product: string;
}

/** Everything the meeting knows: the input of a balance. */
export interface Situation {
  readonly office: string;
  readonly horizon: Horizon;
  /** Goals 5 to 9 in the wanted order, each once. */
  readonly laterGoals: readonly LaterGoal[];
  readonly places: readonly Place[];
  readonly distances: readonly Distance[];
  readonly factories: readonly Factory[];
  readonly equipment: readonly Equipment[];
  readonly products: readonly Product[];
  readonly demands: readonly Demand[];
  readonly capacities: readonly Capacity[];
  readonly earlierAgreements: readonly EarlierAgreement[];
  readonly standingAgreements: readonly StandingAgreement[];
  readonly lastYear: readonly LastYearTask[];
}

/** One agreement: a demand line, a supplier, the place that settled it and the basis; quantities by quarter of delivery. */
export interface Agreement {
  readonly no: string;
  readonly status: AgreementStatus;
  readonly settledAt: string;
  readonly basis: Basis;
  readonly supplier: string;
  readonly buyer: string;
  readonly demandNo: string;
  readonly product: string;
  readonly quantities: readonly number[];
  readonly why: Why;
}

/** Why this supplier: the facts a sentence is made of. */
export interface Why {
  readonly present: boolean;
  readonly wished: boolean;
  readonly samePlace: boolean;
  readonly km?: number;
  /** The supplier's grade less the grade required. */
  readonly gradeSurplus: number;
  /** How many factories under the place that settled it could have made it. */
  readonly eligible: number;
  /** The supplier lies outside this office: nothing else is known of it. */
  readonly outside?: boolean;
}

export type ReasonCode = "U0" | "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "U7" | "U8" | "U9";

/** An agreement (or standing agreement) that no longer fits; `missing` by quarter found no demand or capacity. */
export interface Reconsideration {
  readonly no: string;
  readonly standing: boolean;
  readonly missing: readonly number[];
  readonly cause: "demand" | "capacity" | "unknown";
}

/** What stayed open of one demand cell, and why. */
export interface Unresolved {
  readonly demandNo: string;
  readonly cells: readonly UnresolvedCell[];
}
export interface UnresolvedCell {
  readonly period: Period;
  readonly quantity: number;
  readonly reason: ReasonCode;
  /** Standing agreements with makers outside the office that keep all of it. */
  readonly keptFor?: readonly string[];
}

/** One measure that would settle more, verified by solving again. */
export interface Cure {
  readonly measure: Measure;
  /** Steps of the line's product settled by it. */
  readonly resolves: number;
}
export type Measure =
  | { readonly kind: "lift rule"; readonly rule: "lot" | "split" | "only" | "not" | "rejected" | "material" }
  | { readonly kind: "widen window"; readonly early: number; readonly late: number }
  | { readonly kind: "hand over"; readonly demandNo: string; readonly factory: string }
  | { readonly kind: "lower grade"; readonly grade: number }
  | { readonly kind: "add capacity"; readonly capacityNo: string; readonly quarter: number; readonly amount: number };

/** Products that only these factories can make, and how much is short: needed − capacity, in steps or thousandths. */
export interface Bottleneck {
  readonly products: readonly string[];
  readonly factories: readonly string[];
  readonly demandNos: readonly string[];
  readonly needed: number;
  readonly capacity: number;
  /** True: a minimum cut, hence a proof; false: from duals, "at least so much short". */
  readonly exact: boolean;
}

/** A capacity row of which a little more would settle something: so many units in any of these quarters, so many steps of a line. */
export interface Scarcity {
  readonly capacityNo: string;
  readonly quarters: readonly number[];
  /** Whole hours, tonnes or units of the row's product. */
  readonly units: number;
  readonly demandNo: string;
  readonly steps: number;
}

/** What is left of a capacity row, by quarter; same units as the row. Rows stand in the register's order. */
export interface Remaining {
  readonly capacityNo: string;
  readonly quantities: readonly number[];
  /** Freed by handing in-house work over, by quarter. */
  readonly freed: readonly number[];
  /** Used by agreements (fixed ones included), by quarter. */
  readonly used: readonly number[];
}

/** Work that moved: in-house work handed over, or collaboration work that left its present supplier. */
export interface Transfer {
  readonly no: string;
  readonly demandNo: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
  readonly quantities: readonly number[];
  readonly inHouse: boolean;
  readonly frees: readonly CapacityUse[];
  readonly takes: readonly CapacityUse[];
  /** Numbers of the agreements that the freed capacity made possible. */
  readonly enables: readonly string[];
  /** The goal that moved collaboration work. */
  readonly goal?: Goal;
}
export interface CapacityUse {
  readonly capacityNo: string;
  readonly item: string;
  readonly amount: number;
}

/** A recurrent line for which a long-term agreement is proposed. */
export interface LongTermProposal {
  readonly demandNo: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly yearlyQuantity: number;
}

/** How good one goal of one step is: reached, and the bound no plan can pass, in the goal's smallest step (as text: may exceed 2^53). */
export interface GoalValue {
  readonly goal: Goal;
  /** "partner" has two parts (present, wished), "on time" two (late, early); else 0. */
  readonly part: 0 | 1;
  readonly reached: bigint;
  readonly bound: bigint;
}

/** What one place settled. */
export interface Step {
  readonly place: string;
  readonly goals: readonly GoalValue[];
  readonly by: readonly ("certificate" | "bound")[];
}

export interface Proof {
  readonly status: "optimal" | "gap";
  readonly by: readonly ("certificate" | "bound")[];
  /** Points (or the goal's own unit) between bound and reached, summed over the steps of the first goal not proved. */
  readonly gap: number;
  readonly firstUnproved: { readonly goal: Goal; readonly place: string } | null;
}

/** The result of a balance. */
export interface Balance {
  readonly steps: readonly Step[];
  readonly proof: Proof;
  readonly agreements: readonly Agreement[];
  readonly reconsider: readonly Reconsideration[];
  readonly unresolved: readonly Unresolved[];
  readonly remaining: readonly Remaining[];
  readonly transfers: readonly Transfer[];
  readonly longTerm: readonly LongTermProposal[];
  readonly bottlenecks: readonly Bottleneck[];
  readonly scarcest: readonly Scarcity[];
  readonly cures: ReadonlyMap<string, readonly Cure[]>;
}
