/** The agreements that count as settled, as formulas find them and as they add up. */
import type { SheetLanguage } from "../reading";
import { basisNames, statusNames, type AgreementField } from "../outputs";
import type { CellValue } from "../../workbook/workbook";
import { allBut, comparedKey, criteriaOf, quoted } from "./criteria";
import type { DraftColumns } from "./draftColumns";
import { LONGEST_FORMULA, meets, type Condition } from "./sumifs";

/** Where an agreement was settled: at this office's own meeting or above, not below; standing ones stand apart. */
export type Source = "standing" | "local" | "provincial";

/** Names of places above this office that rows may bear; more are not to be expected of one return. */
const MOST_ABOVE = 3;
/** What a sum over the agreements takes beside the places it leaves out. */
const OTHER_CONDITIONS = 900;

/** Places that do not lie under this office and stand in a column. */
function placesOutside(
  columns: DraftColumns<AgreementField>,
  field: "settledAt" | "buyerPlace",
  places: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>();
  for (const cells of columns.draft.rows) {
    const at = columns.text(cells, field);
    if (at !== "" && !places.has(at)) found.add(at);
  }
  return [...found].sort();
}

/** Some of the settled rows by their Basis. */
export type Part = "standing" | "transfer" | "all but standing" | "neither";

export class SettledRows {
  /** Places whose meetings are not local. */
  private readonly upper: readonly string[];
  private readonly upperKeys: ReadonlySet<string>;
  /** Places of buyers outside this office: only what came back from above names them. */
  private readonly elsewhere: readonly string[];
  private readonly barred: readonly string[];
  private readonly words: Readonly<Record<"standing" | "transfer", string>>;

  constructor(
    readonly columns: DraftColumns<AgreementField>,
    { language, office, places }: { language: SheetLanguage; office: string; places: ReadonlySet<string> },
  ) {
    const above = placesOutside(columns, "settledAt", places).slice(0, MOST_ABOVE);
    // An office without places under it holds the local meeting itself.
    this.upper = [...(places.size > 1 ? [office] : []), ...above];
    this.upperKeys = new Set(this.upper.map(comparedKey));
    let room = LONGEST_FORMULA / Math.max(1, this.upper.length) - OTHER_CONDITIONS;
    this.elsewhere = placesOutside(columns, "buyerPlace", places).filter((place) => {
      room -= columns.whole("buyerPlace").length + quoted(allBut(place)).length + 2;
      return room > 0;
    });
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
    const place = this.columns.text(cells, "buyerPlace");
    return place !== "" && !this.elsewhere.includes(place);
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

  get here(): readonly Condition[] {
    const place = this.columns.whole("buyerPlace");
    return ["<>", ...this.elsewhere.map(allBut)].map((criterion) => [place, quoted(criterion)]);
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
