/** The Summary's first sections: what was fulfilled of what was asked for, where, and what local-first cost. */
import { familyNames, priorityNames } from "../../i18n/outputs";
import type { UnitFamily } from "../../engine/model";
import type { Result } from "./result";
import type { Row, SummaryPage } from "./summaryPage";
import { FAMILIES, PRIORITIES, familyAmount, type Fulfilment, type PlaceTotals } from "./totals";

const PERCENT_LAST = { 3: "percent" } as const;

/** By priority in points, by unit family in quantities. */
export function fulfilment(page: SummaryPage, { totals, below }: Pick<Result, "totals" | "below">): void {
  page.heading("fulfilment");
  page.columns("priority", "demandedPoints", "fulfilledPoints", "rate");
  const asked = PRIORITIES.filter((priority) => (totals.priorities.get(priority)?.demanded ?? 0) > 0);
  for (const priority of asked) {
    const { demanded, fulfilled } = totals.priorities.get(priority) ?? { demanded: 0, fulfilled: 0 };
    page.add(
      [priorityNames[priority][page.language], rounded(demanded), rounded(fulfilled), shareOf(fulfilled, demanded)],
      undefined,
      PERCENT_LAST,
    );
  }
  page.chart("priorityChart", asked.length, [0, 2]);
  page.columns("family", "demanded", "fulfilled", "rate", "open");
  for (const [family, counted] of totals.families) page.add(shareRow(familyNames[family][page.language], counted), undefined, PERCENT_LAST);
  withBelow(page, totals, below);
  page.sentence(page.text("familiesApart"));
}

/** The same with what lower offices settled before: of the whole need, not only of what was left to this meeting. */
function withBelow(page: SummaryPage, { families }: Result["totals"], below: Result["below"]): void {
  if (below.length === 0) return;
  page.columns("withBelow", "demanded", "fulfilled", "rate", "open");
  const settled = familyAmounts(below);
  for (const family of FAMILIES) {
    const here = families.get(family) ?? { demanded: 0, fulfilled: 0 };
    const [demanded, fulfilled] = [here.demanded, here.fulfilled].map((amount) => amount + (settled.get(family) ?? 0));
    if (demanded > 0) page.add(shareRow(familyNames[family][page.language], { demanded, fulfilled }), undefined, PERCENT_LAST);
  }
}

function familyAmounts(below: Result["below"]): ReadonlyMap<UnitFamily, number> {
  const amounts = new Map<UnitFamily, number>();
  for (const { unit, quantities } of below) {
    const steps = quantities.reduce((sum, quantity) => sum + quantity, 0);
    if (unit) amounts.set(unit.family, (amounts.get(unit.family) ?? 0) + familyAmount(steps, unit));
  }
  return amounts;
}

function shareRow(what: string, { demanded, fulfilled }: Fulfilment): Row {
  return [what, rounded(demanded), rounded(fulfilled), shareOf(fulfilled, demanded), rounded(demanded - fulfilled)];
}

/** What each place settled, the lower offices' own meetings among them. */
export function places(page: SummaryPage, { totals, below }: Pick<Result, "totals" | "below">): void {
  page.heading("places");
  const families = FAMILIES.filter((family) => totals.families.has(family) || below.some(({ unit }) => unit?.family === family));
  page.add([page.text("place"), page.text("agreements"), ...families.map((family) => familyNames[family][page.language])], "header");
  const here = totals.places.map(({ place }) => place);
  const elsewhere = [...new Set(below.map(({ settledAt }) => settledAt))].filter((place) => !here.includes(place)).sort();
  const none: Omit<PlaceTotals, "place"> = { agreements: 0, quantities: new Map() };
  const all = [...elsewhere.map((place) => ({ place, ...none })), ...totals.places];
  for (const { place, agreements, quantities } of all) {
    const sent = below.filter(({ settledAt }) => settledAt === place);
    const amounts = familyAmounts(sent);
    const sum = (family: UnitFamily): number => rounded((quantities.get(family) ?? 0) + (amounts.get(family) ?? 0));
    page.add([place, agreements + sent.length, ...families.map(sum)]);
  }
  page.chart("placeChart", all.length, [0, 1]);
  if (totals.handedOver.size === 0) return;
  const amounts = [...totals.handedOver].map(([family, amount]) => `${rounded(amount)} ${familyNames[family][page.language]}`);
  page.sentence(`${page.text("handedOver")}: ${amounts.join(", ")}`);
}

/** What each priority would have had of one balance over all places, none first. */
export function localFirst(page: SummaryPage, { price }: Pick<Result, "price">): void {
  if (!price) return;
  page.add([]);
  page.add([page.text("localFirst")], "label");
  page.columns("priority", "placeByPlace", "atOnce", "difference");
  for (const { priority, localFirst: settled, pooled } of price.priorities)
    page.add([priorityNames[priority][page.language], rounded(settled), rounded(pooled), rounded(pooled - settled)]);
  page.sentence(page.text(price.estimate ? "localFirstEstimate" : "localFirstNote"));
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
