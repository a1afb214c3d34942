import type { BalanceOutcome } from "../../actions/balanceWorkbook";
import { measureSentence } from "../../i18n/cures";
import type { Language, Text } from "../../i18n/language";
import { familyNames, priorityNames } from "../../i18n/outputs";
import { curedBy } from "../../i18n/pane";
import { bottleneckSentence, reasons, reasonSentence } from "../../i18n/reasons";
import type { IssueView, ResultView, Share } from "./views";

type Result = Extract<BalanceOutcome, { kind: "done" }>["result"];

/** More are on the sheet Unresolved. */
const MOST_ISSUES = 200;

/** What the Result state draws of a balance. */
export function resultView(result: Result): ResultView {
  const { totals, balance } = result;
  const families = [...totals.families].map(([family, counted]): Share => ({ name: familyNames[family], ...counted }));
  const settled = totals.places.filter((place) => place.agreements > 0);
  return {
    headline: families.find((family) => family.demanded > 0),
    agreements: totals.places.reduce((sum, place) => sum + place.agreements, 0),
    unresolved: result.unresolved.length,
    transfers: result.transfers.length,
    proof: { proved: balance.proof.status === "optimal", gap: balance.proof.gap },
    issues: result.unresolved.slice(0, MOST_ISSUES).map((row) => issueView(row, result)),
    priorities: [...totals.priorities]
      .filter(([, { demanded }]) => demanded > 0)
      .map(([priority, counted]): Share => ({ name: priorityNames[priority], ...counted })),
    families,
    places: settled.map(({ place, agreements, quantities }) => ({
      ...{ place, agreements },
      amounts: [...quantities].map(([family, quantity]) => ({ name: familyNames[family], quantity })),
    })),
    bottlenecks: result.bottlenecks.map((facts) => inBoth((language) => bottleneckSentence[language](facts))),
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
    line: reading.cells.get(row.demandNo),
  };
}

function inBoth(sentence: (language: Language) => string): Text {
  return { "zh-CN": sentence("zh-CN"), en: sentence("en") };
}
