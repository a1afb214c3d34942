/** The agreements that count as settled, as formulas find them and as they add up. */
import type { SheetLanguage } from "../reading";
import { basisNames, statusNames, type AgreementField } from "../outputs";
import type { CellValue } from "../../workbook/workbook";
import { comparedKey, criteriaOf, quoted } from "./criteria";
import type { DraftColumns } from "./draftColumns";
import { meets, type Condition } from "./sumifs";

/** Where an agreement was settled: at this office's own meeting or above, not below; standing ones stand apart. */
export type Source = "standing" | "local" | "provincial";

/** Names of places above this office that a row may bear; more are not to be expected of one return. */
const MOST_ABOVE = 20;

/** Some of the settled rows by their Basis. */
export type Part = "standing" | "transfer" | "all but standing" | "neither";

export class SettledRows {
  /** Places whose meetings are not local. */
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

  /** How many meetings are not local. */
  get meetings(): number {
    return this.upper.length;
  }

  /** Proposed or agreed. */
  counts(cells: readonly CellValue[]): boolean {
    return !this.barred.includes(this.columns.text(cells, "status"));
  }

  /** For a buyer under this office. */
  isHere(cells: readonly CellValue[]): boolean {
    return this.columns.text(cells, "buyerPlace") !== "";
  }

  sourceOf(cells: readonly CellValue[]): Source {
    if (this.columns.text(cells, "basis") === this.words.standing) return "standing";
    return this.upperKeys.has(comparedKey(this.columns.text(cells, "settledAt"))) ? "provincial" : "local";
  }

  isTransfer(cells: readonly CellValue[]): boolean {
    return this.columns.text(cells, "basis") === this.words.transfer;
  }

  /** What a row of this part meets. */
  where(part: Part): readonly Condition[] {
    const { columns, barred } = this;
    const [basis, { standing, transfer }] = [columns.whole("basis"), this.words];
    const bases: Readonly<Record<Part, readonly string[]>> = {
      standing: [`=${standing}`],
      transfer: [`=${transfer}`],
      "all but standing": [`<>${standing}`],
      neither: [`<>${standing}`, `<>${transfer}`],
    };
    return [
      ...barred.map((status): Condition => [columns.whole("status"), quoted(`<>${status}`)]),
      ...bases[part].map((criterion): Condition => [basis, quoted(criterion)]),
    ];
  }

  get here(): Condition {
    return [this.columns.whole("buyerPlace"), quoted("<>")];
  }

  /** Settled at one of the meetings that are not local: what a row meets, meeting by meeting. */
  get above(): readonly (readonly Condition[])[] {
    const settledAt = this.columns.whole("settledAt");
    return this.upper.map((place) => {
      const { begins, ends } = criteriaOf(place);
      return meets(settledAt, { begins: quoted(begins), ends: quoted(ends) });
    });
  }
}
