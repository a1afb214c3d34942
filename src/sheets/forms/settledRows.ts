/** The agreements that count as settled, as formulas find them and as they add up. */
import type { SheetLanguage } from "../reading";
import { basisNames, statusNames, type AgreementField } from "../outputs";
import type { CellValue } from "../../workbook/workbook";
import { comparedKey, criteriaOf, quoted } from "./criteria";
import type { DraftColumns } from "./draftColumns";
import { sumifs, type Condition } from "./sumifs";

/** Where an agreement was settled: at this office's own meeting or above, not below; standing ones stand apart. */
export type Source = "standing" | "local" | "provincial";

/** Names of places above this office that a row may bear; more are not to be expected of one return. */
const MOST_ABOVE = 20;

export class SettledRows {
  /** Criteria for each place whose meetings are not local. */
  private readonly upper: readonly string[];
  private readonly upperKeys: ReadonlySet<string>;
  private readonly barred: readonly string[];
  private readonly words: Readonly<Record<"standing" | "transfer", string>>;

  constructor(
    readonly columns: DraftColumns<AgreementField>,
    { language, office, places }: { language: SheetLanguage; office: string; places: ReadonlySet<string> },
  ) {
    const above = new Set<string>();
    for (const cells of columns.draft.rows) {
      const at = columns.text(cells, "settledAt");
      if (at !== "" && !places.has(at) && above.size < MOST_ABOVE) above.add(at);
    }
    // An office without places under it holds the local meeting itself.
    this.upper = [...(places.size > 1 ? [office] : []), ...[...above].sort()];
    this.upperKeys = new Set(this.upper.map(comparedKey));
    this.barred = (["Rejected", "Reconsider", "Void"] as const).map((status) => statusNames[status][language]);
    this.words = { standing: basisNames.standing[language], transfer: basisNames.transfer[language] };
  }

  /** Proposed or agreed, for a buyer under this office. */
  counts(cells: readonly CellValue[]): boolean {
    const { columns } = this;
    return columns.text(cells, "buyerPlace") !== "" && !this.barred.includes(columns.text(cells, "status"));
  }

  sourceOf(cells: readonly CellValue[]): Source {
    if (this.columns.text(cells, "basis") === this.words.standing) return "standing";
    return this.upperKeys.has(comparedKey(this.columns.text(cells, "settledAt"))) ? "provincial" : "local";
  }

  isTransfer(cells: readonly CellValue[]): boolean {
    return this.columns.text(cells, "basis") === this.words.transfer;
  }

  standing(rows: readonly Condition[]): string {
    return this.total([...rows, [this.columns.whole("basis"), quoted(`=${this.words.standing}`)]]);
  }

  transferred(rows: readonly Condition[]): string {
    return this.total([...rows, [this.columns.whole("basis"), quoted(`=${this.words.transfer}`)]]);
  }

  /** All but the standing ones. */
  balanced(rows: readonly Condition[]): string {
    return this.total([...rows, this.notStanding()]);
  }

  provincial(rows: readonly Condition[]): readonly string[] {
    const settledAt = this.columns.whole("settledAt");
    return this.upper.map((place) => {
      const { begins, ends } = criteriaOf(place);
      return this.total([...rows, this.notStanding(), [settledAt, quoted(begins)], [settledAt, quoted(ends)]]);
    });
  }

  private notStanding(): Condition {
    return [this.columns.whole("basis"), quoted(`<>${this.words.standing}`)];
  }

  private total(conditions: readonly Condition[]): string {
    const { columns, barred } = this;
    const open = barred.map((status): Condition => [columns.whole("status"), quoted(`<>${status}`)]);
    return sumifs(columns.whole("total"), [...conditions, ...open, [columns.whole("buyerPlace"), quoted("<>")]]);
  }
}
