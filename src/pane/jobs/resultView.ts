import type { BalanceOutcome } from "../../actions/balanceWorkbook";
import { causeSentence } from "../../i18n/changes";
import { measureSentence } from "../../i18n/cures";
import { familyNames, priorityNames } from "../../i18n/outputs";
import { curedBy, resultTexts, scarcityPlace, scarcitySentence } from "../../i18n/paneResult";
import { priceLine } from "../../i18n/settlement";
import { bottleneckSentence, reasons, reasonSentence } from "../../i18n/reasons";
import type { RowsByNumber } from "../../sheets/reading";
import { inBoth } from "./inBoth";
import type { Amount, IssueView, LastYearView, ResultView, RowAddress, Share } from "./views";

type Done = Extract<BalanceOutcome, { kind: "done" }>;
type Result = Done["result"];

/** More are on the sheet Unresolved. */
const MOST_ISSUES = 200;
const WIDEST = 10;
const MOST_CHANGES = 20;

/** What the Result state draws of a balance. */
export function resultView({ result, sheetNames, forms }: Done): ResultView {
  const { totals, balance, reading, flows } = result;
  const families = [...totals.families].map(([family, counted]): Share => ({ name: familyNames[family], ...counted }));
  const settled = totals.places.filter((place) => place.agreements > 0);
  const { status, gap, firstUnproved } = balance.proof;
  return {
    headline: families.find((family) => family.demanded > 0),
    agreements: totals.places.reduce((sum, place) => sum + place.agreements, 0),
    unresolved: result.unresolved.length,
    transfers: result.transfers.length,
    proof: {
      ...{ proved: status === "optimal", gap },
      gapUnit: firstUnproved?.goal === "near" ? resultTexts.kilogramKilometres : resultTexts.points,
    },
    ...{ sheets: sheetNames, forms },
    issues: result.unresolved.slice(0, MOST_ISSUES).map((row) => issueView(row, result)),
    priorities: [...totals.priorities]
      .filter(([, { demanded }]) => demanded > 0)
      .map(([priority, counted]): Share => ({ name: priorityNames[priority], ...counted })),
    families,
    places: settled.map(({ place, agreements, quantities }) => ({ place, agreements, amounts: amountsOf(quantities) })),
    price: priceView(result),
    bottlenecks: result.bottlenecks.map((facts) => inBoth((language) => bottleneckSentence[language](facts))),
    scarcest: result.scarcest.map((facts) => ({
      at: inBoth((language) => scarcityPlace[language](facts)),
      gain: inBoth((language) => scarcitySentence[language](facts)),
      cell: placeOf(facts.capacityNo, reading.cells.capacities),
    })),
    flows: flows.slice(0, WIDEST).map(({ amounts, ...flow }) => ({ ...flow, amounts: amountsOf(amounts) })),
    lastYear: lastYearView(result),
    changes: changesView(result),
    checkCode: result.checkCode,
  };
}

function issueView(row: Result["unresolved"][number], { lookup, reading }: Result): IssueView {
  const unit = lookup.products.get(row.product)?.unit.name ?? "";
  const best = row.cures[0];
  return {
    ...{ no: row.no, factory: row.factory, product: row.product, total: row.total, unit },
    reason: reasons[row.reason].name,
    proof: inBoth((language) => reasonSentence(row.proof, language)),
    cure:
      best && inBoth((language) => curedBy[language]({ measure: measureSentence(best.measure, language), resolves: best.resolves, unit })),
    line: placeOf(row.demandNo, reading.cells.demands),
  };
}

function placeOf(no: string, rows: RowsByNumber): RowAddress | undefined {
  const found = rows.get(no);
  return found && { sheet: found.sheet, row: found.row };
}

function lastYearView({ comparison, continuity }: Result): LastYearView | undefined {
  if (!comparison) return undefined;
  const { year, tasks, families, value } = comparison;
  return {
    ...{ year, continuity },
    rows: [
      { name: resultTexts.tasks, ...tasks },
      ...[...families].map(([family, compared]) => ({ name: familyNames[family], ...compared })),
      ...(value ? [{ name: resultTexts.value, ...value }] : []),
    ],
  };
}

function priceView({ price }: Result): ResultView["price"] {
  return price?.priorities.map(({ priority, ...points }) =>
    inBoth((language) => priceLine[language]({ what: priorityNames[priority][language], ...points, estimate: price.estimate })),
  );
}

function changesView({ changes }: Result): ResultView["changes"] {
  if (!changes) return undefined;
  const first = changes.slice(0, MOST_CHANGES).map(({ cause, ...change }) => ({
    ...change,
    cause: inBoth((language) => causeSentence(cause, language)),
  }));
  return { count: changes.length, first };
}

function amountsOf(amounts: ReadonlyMap<keyof typeof familyNames, number>): readonly Amount[] {
  return [...amounts].map(([family, quantity]) => ({ name: familyNames[family], quantity }));
}
