/**
 * The Summary · 平衡总结, plain: what was fulfilled, where, why the rest is open, against last year, continuity, long-term
 * proposals, the goals in their order, the proof, and what was left out or estimated.
 */
import { changeTexts } from "../../i18n/changes";
import { familyNames, goalNames } from "../../i18n/outputs";
import { bottleneckSentence, reasons } from "../../i18n/reasons";
import {
  byHandSentence,
  estimateSentence,
  explainSentence,
  leftOutSentence,
  ofWhichYear,
  proofSentence,
  ratioText,
  receivedSentences,
  reconsiderCount,
} from "../../i18n/summary";
import type { ReceivedFacts } from "../../i18n/summary";
import type { Balance, ReasonCode } from "../../engine/model";
import type { CellRange, WrittenSheet } from "../../workbook/workbook";
import { widthOf } from "../../workbook/widthOf";
import { inUnits, type AgreementRow } from "./agreementRows";
import type { Compared } from "./comparison";
import { goalsInOrder } from "./goalsInOrder";
import { summaryTable } from "../outputs";
import type { Result } from "./result";
import { changeRows } from "./summaryChanges";
import { fulfilment, localFirst, places } from "./summaryFulfilment";
import { SummaryPage, type Row } from "./summaryPage";
import type { UnresolvedRow } from "./unresolvedRows";

/** What a sheet has at its top and bottom. */
export interface SummarySetting {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly footer: NonNullable<WrittenSheet["print"]>["footer"];
}

const LEAST_COLUMNS = 5;
const FIRST_CHART_ROW = 2;
const CHART_ROWS = 16;
const CHART_COLUMNS = 8;

/** What the Summary tells. A result has it all; after a return came in, nothing was balanced here: `received` says so instead. */
export interface SummaryFacts extends Pick<
  Result,
  "reading" | "totals" | "below" | "comparison" | "continuity" | "price" | "bottlenecks" | "changes" | "earlier" | "lookup"
> {
  readonly unresolved: readonly Pick<UnresolvedRow, "reason">[];
  readonly agreements: { readonly rows: readonly Pick<AgreementRow, "byHand" | "status">[] };
  readonly balance?: Pick<Balance, "longTerm" | "proof">;
  readonly received?: ReceivedFacts;
}

export function summarySheet(result: SummaryFacts, setting: SummarySetting): WrittenSheet {
  const page = new SummaryPage(result.reading.language);
  page.title(setting.title, setting.note);
  fulfilment(page, result);
  places(page, result);
  localFirst(page, result);
  openReasons(page, result);
  changes(page, result);
  comparison(page, result);
  continuityAndProposals(page, result);
  goalsAndProof(page, result);
  notices(page, result);
  // Where things were settled, and in how many families of units, may take more.
  const width = Math.max(LEAST_COLUMNS, widthOf(page.rows));
  return {
    name: setting.name,
    definedName: summaryTable.definedName,
    visibility: "visible",
    columns: Array.from({ length: width }, (_, index) => (index === 0 ? { width: 34, style: "text" } : { width: 18, style: "decimal" })),
    rows: page.rows,
    rowStyles: page.rowStyles,
    cellStyles: page.cellStyles,
    print: { landscape: true, repeatRows: [0, 1], columns: [0, width - 1], footer: setting.footer },
    charts: page.charts.map((chart, index) => ({ ...chart, over: beside(width, index) })),
  };
}

/** One under another to the right of the page, which is printed without them. */
function beside(width: number, index: number): CellRange {
  const top = FIRST_CHART_ROW + index * (CHART_ROWS + 1);
  return { top, bottom: top + CHART_ROWS - 1, left: width + 1, right: width + CHART_COLUMNS };
}

function openReasons(page: SummaryPage, { unresolved, bottlenecks }: SummaryFacts): void {
  page.heading("reasons");
  if (unresolved.length === 0) return page.sentence(page.text("nothingOpen"));
  page.columns("code", "reason", "issues");
  const counts = new Map<ReasonCode, number>();
  for (const row of unresolved) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  for (const code of [...counts.keys()].sort())
    page.add([code, reasons[code].name[page.language], counts.get(code) ?? 0], undefined, { 1: "text", 2: "whole" });
  page.chart("reasonChart", counts.size, [1, 2]);
  if (bottlenecks.length === 0) return;
  page.add([page.text("bottlenecks")], "label");
  for (const bottleneck of bottlenecks) page.sentence(bottleneckSentence[page.language](bottleneck));
}

function changes(page: SummaryPage, result: SummaryFacts): void {
  const [headings, ...rows] = changeRows(result);
  if (!headings) return;
  page.add([]);
  page.add([changeTexts.heading[page.language]], "label");
  page.add(headings, "header");
  for (const row of rows) page.add(row, undefined, { 3: "text", 4: "text" });
}

function comparison(page: SummaryPage, result: SummaryFacts): void {
  const compared = result.comparison;
  page.heading("comparison");
  if (!compared) return page.sentence(page.text("noLastYear"));
  page.add(
    [page.text("measure"), page.text("now"), `${page.text("before")} (${compared.year})`, page.text("ratio"), page.text("increase")],
    "header",
  );
  const line = (what: string, { now, before }: Compared): void => {
    const change: Row =
      before === 0
        ? [page.text("noBase"), page.text("noBase")]
        : [ratioText(now, before), Math.round(((now - before) / before) * 10_000) / 10_000];
    page.add([what, now, before, ...change], undefined, { 4: before === 0 ? "text" : "percent" });
  };
  line(page.text("tasks"), compared.tasks);
  for (const [family, amounts] of compared.families) line(familyNames[family][page.language], amounts);
  if (compared.value) line(page.text("value"), compared.value);
  const { wholeYear } = compared;
  if (!wholeYear) return;
  const within = (what: string): string => ofWhichYear[page.language]({ year: wholeYear.year, what });
  for (const [family, amounts] of wholeYear.families) line(within(familyNames[family][page.language]), amounts);
  if (wholeYear.value) line(within(page.text("value")), wholeYear.value);
}

function continuityAndProposals(page: SummaryPage, { continuity, balance, lookup }: SummaryFacts): void {
  page.heading("continuity");
  for (const key of ["kept", "changed", "new", "ended"] as const) page.add([page.text(key), continuity[key]], undefined, { 1: "whole" });
  page.heading("longTerm");
  if (!balance) return page.sentence(page.text("nextBalance"));
  if (balance.longTerm.length === 0) return page.sentence(page.text("noLongTerm"));
  page.columns("supplier", "buyer", "product", "yearly", "family");
  for (const { supplier, buyer, product, yearlyQuantity } of balance.longTerm) {
    const known = lookup.products.get(product);
    const cells = [supplier, buyer, product, known ? inUnits(yearlyQuantity, known) : yearlyQuantity, known?.unit.name ?? ""];
    page.add(cells, undefined, { 1: "text", 2: "text", 4: "text" });
  }
}

function goalsAndProof(page: SummaryPage, { reading, balance, received }: SummaryFacts): void {
  const { language } = page;
  page.heading("goals");
  goalsInOrder(reading.situation).forEach((goal, index) => page.add([`${index + 1}. ${goalNames[goal][language]}`]));
  page.heading("proof");
  if (received) for (const sentence of [receivedSentences.home, receivedSentences.came]) page.sentence(sentence[language](received));
  if (!balance) return;
  const { firstUnproved } = balance.proof;
  page.sentence(
    proofSentence[language]({
      ...balance.proof,
      firstUnproved: firstUnproved && { goal: goalNames[firstUnproved.goal][language], place: firstUnproved.place },
    }),
  );
}

/** What was left out, estimated or decided by hand: never hidden. */
function notices(page: SummaryPage, { reading, agreements, bottlenecks }: SummaryFacts): void {
  const { language } = page;
  const explain = reading.problems.filter(({ severity, explanation }) => severity === "explain" && explanation === undefined).length;
  const byHand = agreements.rows.filter((row) => row.byHand).length;
  const reconsider = agreements.rows.filter((row) => row.status === "Reconsider").length;
  const sentences = [
    ...(reading.leftOut.length > 0 ? [leftOutSentence[language]({ lines: reading.leftOut.length })] : []),
    ...(explain > 0 ? [explainSentence[language]({ problems: explain })] : []),
    ...(byHand > 0 ? [byHandSentence[language]({ rows: byHand })] : []),
    ...(reconsider > 0 ? [reconsiderCount[language]({ rows: reconsider })] : []),
    ...(bottlenecks.some((bottleneck) => !bottleneck.exact) ? [estimateSentence[language]] : []),
  ];
  if (sentences.length === 0) return;
  page.heading("notice");
  for (const sentence of sentences) page.sentence(sentence);
}
