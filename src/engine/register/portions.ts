/** What standing agreements come to quarter by quarter. */
import type { EarlierAgreement, Horizon, StandingAgreement } from "../model";

/** What agreed rows already settle of standing agreements, by supplier, buyer and product. */
export function coveredBy(agreed: readonly EarlierAgreement[]): Map<string, number[]> {
  const covered = new Map<string, number[]>();
  for (const row of agreed) {
    if (row.basis !== "standing") continue;
    const key = partnersOf(row);
    const known = covered.get(key);
    covered.set(
      key,
      row.quantities.map((quantity, quarter) => quantity + (known?.[quarter] ?? 0)),
    );
  }
  return covered;
}

/** Names a pair of partners and what one makes for the other. */
export function partnersOf({ supplier, buyer, product }: Pick<StandingAgreement, "supplier" | "buyer" | "product">): string {
  return `${supplier}\n${buyer}\n${product}`;
}

/** The quantity of each quarter of the horizon, less what agreed rows already settle of it. */
export function portionsOf(agreement: StandingAgreement, covered: Map<string, number[]>, horizon: Horizon): number[] {
  const left = covered.get(partnersOf(agreement)) ?? [];
  return quarterly(agreement, horizon).map((portion, quarter) => {
    const part = Math.min(portion, left[quarter] ?? 0);
    if (part > 0) left[quarter] -= part;
    return portion - part;
  });
}

/** A fourth of the yearly quantity in each quarter of its years; what does not divide goes to the year's earlier quarters. */
export function quarterly(agreement: StandingAgreement, horizon: Horizon): number[] {
  return Array.from({ length: horizon.quarters }, (_, index) => {
    const months = horizon.firstQuarter - 1 + index;
    const year = horizon.firstYear + Math.floor(months / 4);
    if (year < agreement.fromYear || year > agreement.toYear) return 0;
    return Math.floor(agreement.yearlyQuantity / 4) + (months % 4 < agreement.yearlyQuantity % 4 ? 1 : 0);
  });
}
