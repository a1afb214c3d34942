/**
 * The facts behind each reason, from which i18n/reasons.ts makes its sentence. A new reason is a code in the engine's model,
 * its facts here and its two sentences there; the compiler names what is missing.
 */
export interface ReasonFacts {
  /** Left out by the clerk's leave. */
  readonly U0: { readonly problems: number };
  readonly U1: { readonly product: string };
  /** Equipment classes the product needs that no factory, the buyer left out, has together; empty where it has no norms. */
  readonly U2: { readonly place: string; readonly product: string; readonly equipment: readonly string[] };
  readonly U3: {
    readonly place: string;
    readonly product: string;
    readonly required: number;
    readonly best: number;
    readonly factories: readonly string[];
  };
  /** Kilograms. */
  readonly U4: {
    readonly place: string;
    readonly product: string;
    readonly weight: number;
    readonly largest: number;
    readonly factories: readonly string[];
  };
  /** Factories that could make it but for the clerk's own rules, and the rules that stand in the way; standing agreements that keep it for makers outside. */
  readonly U5: { readonly factories: readonly string[]; readonly rules: readonly OwnRule[]; readonly keptFor: readonly KeptFor[] };
  readonly U6: { readonly factories: readonly string[] };
  readonly U7: { readonly factories: readonly string[]; readonly periods: readonly string[] };
  readonly U8: {
    readonly bottleneck: BottleneckFacts | undefined;
    readonly product: string;
    readonly factories: readonly string[];
    readonly short: number;
    readonly unit: string;
  };
  readonly U9: { readonly factories: readonly string[] };
}

/** A standing agreement by its number, with a maker outside the office. */
export interface KeptFor {
  readonly no: string;
  readonly supplier: string;
}
export type OwnRule = "only these" | "not these" | "minimum lot" | "not split";

/** A bottleneck set with its amounts in the unit named. */
export interface BottleneckFacts {
  readonly products: readonly string[];
  readonly factories: readonly string[];
  readonly needed: number;
  readonly capacity: number;
  readonly short: number;
  readonly unit: BottleneckUnit;
  /** False: at least so much short. */
  readonly exact: boolean;
}
/** A unit of count as the clerk wrote it, or hours or tonnes of an equipment class. */
export type BottleneckUnit = { readonly kind: "count"; readonly name: string } | { readonly kind: "hours" } | { readonly kind: "tonnes" };

/** One reason with its own facts. */
export type ReasonGiven = {
  readonly [Code in keyof ReasonFacts]: { readonly code: Code; readonly facts: ReasonFacts[Code] };
}[keyof ReasonFacts];
