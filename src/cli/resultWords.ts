/** A result in words: what was settled at each place, what is unresolved and why, the top lines of the rest. */
import { causeSentence, changeLine } from "../i18n/changes";
import { familyNames, priorityNames } from "../i18n/outputs";
import type { Language } from "../i18n/language";
import { reasons, reasonSentence } from "../i18n/reasons";
import {
  andMore,
  issueLine,
  longTermLine,
  placeLine,
  pointsName,
  priceLine,
  reasonCount,
  settlementTexts,
  shareLine,
  titleLine,
  transferLine,
} from "../i18n/settlement";
import { proofSentence } from "../i18n/summary";
import { goalNames } from "../i18n/outputs";
import { inUnit, periodName } from "../i18n/wording";
import type { BalanceOutcome } from "../actions/balanceWorkbook";
import { transfersJson } from "../actions/resultJson";

type Done = Extract<BalanceOutcome, { kind: "done" }>;
type Result = Done["result"];

/** How many lines of a list are printed before "and more". */
const TOP = 8;

export function resultWords({ result }: Done, language: Language): readonly string[] {
  return [
    title(result, language),
    ...section("settled", places(result, language), language),
    ...section("fulfilled", fulfilled(result, language), language),
    ...section("price", price(result, language), language),
    ...section("unresolved", unresolved(result, language), language),
    ...section("transfers", top(transfers(result, language), language), language),
    ...section("changes", top(changes(result, language), language), language),
    ...section("longTerm", top(longTerm(result, language), language), language),
    ...section("proof", [proof(result, language)], language),
    `${settlementTexts.checkCode[language]} ${result.checkCode}`,
  ];
}

function section(heading: keyof typeof settlementTexts, lines: readonly string[], language: Language): readonly string[] {
  return lines.length === 0 ? [] : ["", settlementTexts[heading][language], ...lines.map((line) => `  ${line}`)];
}

function top(lines: readonly string[], language: Language): readonly string[] {
  return lines.length <= TOP ? lines : [...lines.slice(0, TOP), andMore[language]({ more: lines.length - TOP })];
}

function changes({ changes: found = [] }: Result, language: Language): readonly string[] {
  return found.map((change) => changeLine[language]({ ...change, cause: causeSentence(change.cause, language) }));
}

function title({ reading }: Result, language: Language): string {
  const { quarters } = reading.keys;
  const { demands, factories } = reading.situation;
  return titleLine[language]({
    office: reading.cover.office,
    from: periodName(quarters[0], language),
    to: periodName(quarters[quarters.length - 1], language),
    lines: demands.length,
    factories: factories.length,
  });
}

function places({ totals }: Result, language: Language): readonly string[] {
  return totals.places
    .filter((place, index) => place.agreements > 0 || index === totals.places.length - 1)
    .map(({ place, agreements, quantities }) => {
      const amounts = [...quantities].map(([family, quantity]) => inUnit(quantity, familyNames[family][language]));
      return placeLine[language]({ place, agreements, amounts });
    });
}

function fulfilled({ totals }: Result, language: Language): readonly string[] {
  const priorities = [...totals.priorities]
    .filter(([, { demanded }]) => demanded > 0)
    .map(([priority, counted]) => shareLine[language]({ what: priorityNames[priority][language], ...counted, unit: pointsName[language] }));
  const families = [...totals.families].map(([family, counted]) =>
    shareLine[language]({ what: familyNames[family][language], ...counted, unit: familyNames[family][language] }),
  );
  return [...priorities, ...families];
}

function price({ price: found }: Result, language: Language): readonly string[] {
  return (found?.priorities ?? []).map(({ priority, ...points }) =>
    priceLine[language]({ what: priorityNames[priority][language], ...points, estimate: found?.estimate === true }),
  );
}

function unresolved(result: Result, language: Language): readonly string[] {
  if (result.unresolved.length === 0) return [settlementTexts.allSettled[language]];
  const counts = new Map<Result["unresolved"][number]["reason"], number>();
  for (const row of result.unresolved) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  const codes = [...counts.keys()]
    .sort()
    .map((code) => reasonCount[language]({ code, name: reasons[code].name[language], issues: counts.get(code) ?? 0 }));
  const lines = result.unresolved.map((row) =>
    issueLine[language]({
      ...{ demandNo: row.demandNo, factory: row.factory, product: row.product, total: row.total },
      unit: result.lookup.products.get(row.product)?.unit.name ?? "",
      proof: `${row.reason} ${reasonSentence(row.proof, language)}`,
    }),
  );
  return [...codes, ...top(lines, language)];
}

function transfers(result: Result, language: Language): readonly string[] {
  return transfersJson(result).map(({ no, product, from, to, quantities, enables }) => {
    const total = Object.values(quantities).reduce((sum, quantity) => sum + quantity, 0);
    return transferLine[language]({
      no,
      product,
      from,
      to,
      total,
      unit: result.lookup.products.get(product)?.unit.name ?? "",
      enables: enables.length,
    });
  });
}

function longTerm({ balance, lookup }: Result, language: Language): readonly string[] {
  return balance.longTerm.map(({ supplier, buyer, product, yearlyQuantity }) => {
    const unit = lookup.products.get(product)?.unit;
    return longTermLine[language]({
      supplier,
      buyer,
      product,
      yearly: unit?.family === "mass" ? yearlyQuantity / 1_000 : yearlyQuantity,
      unit: unit?.name ?? "",
    });
  });
}

function proof({ balance }: Result, language: Language): string {
  const { firstUnproved } = balance.proof;
  return proofSentence[language]({
    ...balance.proof,
    firstUnproved: firstUnproved && { goal: goalNames[firstUnproved.goal][language], place: firstUnproved.place },
  });
}
