/** The Summary's first sections: what was fulfilled of what was asked for, where, and what local-first cost. */
import { familyNames, priorityNames } from "../../i18n/outputs";
import type { UnitFamily } from "../../engine/model";
import type { Result } from "./result";
import type { SummaryPage } from "./summaryPage";
import { FAMILIES, PRIORITIES } from "./totals";

const PERCENT_LAST = { 3: "percent" } as const;

/** By priority in points, by unit family in quantities. */
export function fulfilment(page: SummaryPage, { totals }: Result): void {
  page.heading("fulfilment");
  page.columns("priority", "demandedPoints", "fulfilledPoints", "rate");
  for (const priority of PRIORITIES) {
    const { demanded, fulfilled } = totals.priorities.get(priority) ?? { demanded: 0, fulfilled: 0 };
    if (demanded > 0)
      page.add(
        [priorityNames[priority][page.language], rounded(demanded), rounded(fulfilled), shareOf(fulfilled, demanded)],
        undefined,
        PERCENT_LAST,
      );
  }
  page.columns("family", "demanded", "fulfilled", "rate", "open");
  for (const [family, { demanded, fulfilled }] of totals.families) {
    page.add(
      [
        familyNames[family][page.language],
        rounded(demanded),
        rounded(fulfilled),
        shareOf(fulfilled, demanded),
        rounded(demanded - fulfilled),
      ],
      undefined,
      PERCENT_LAST,
    );
  }
  page.sentence(page.text("familiesApart"));
}

/** What each place settled. */
export function places(page: SummaryPage, { totals }: Result): void {
  page.heading("places");
  page.add(
    [page.text("place"), page.text("agreements"), ...familiesOf(totals.families).map((family) => familyNames[family][page.language])],
    "header",
  );
  for (const { place, agreements, quantities } of totals.places) {
    page.add([place, agreements, ...familiesOf(totals.families).map((family) => rounded(quantities.get(family) ?? 0))]);
  }
  if (totals.handedOver.size === 0) return;
  const amounts = [...totals.handedOver].map(([family, amount]) => `${rounded(amount)} ${familyNames[family][page.language]}`);
  page.sentence(`${page.text("handedOver")}: ${amounts.join(", ")}`);
}

/** What each priority would have had of one balance over all places, none first. */
export function localFirst(page: SummaryPage, { price }: Result): void {
  if (!price) return;
  page.add([]);
  page.add([page.text("localFirst")], "label");
  page.columns("priority", "placeByPlace", "atOnce", "difference");
  for (const { priority, localFirst: settled, pooled } of price.priorities)
    page.add([priorityNames[priority][page.language], rounded(settled), rounded(pooled), rounded(pooled - settled)]);
  page.sentence(page.text(price.estimate ? "localFirstEstimate" : "localFirstNote"));
}

function familiesOf(families: ReadonlyMap<UnitFamily, unknown>): readonly UnitFamily[] {
  return FAMILIES.filter((family) => families.has(family));
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
