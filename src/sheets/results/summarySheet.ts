/**
 * The Summary · 平衡总结, plain: what was fulfilled, where, why the rest is open, against last year, continuity, long-term
 * proposals, the goals in their order, the proof, and what was left out or estimated.
 */
import { changeTexts } from "../../i18n/changes";
import { familyNames, goalNames, priorityNames } from "../../i18n/outputs";
import { bottleneckSentence, reasons } from "../../i18n/reasons";
import {
  byHandSentence,
  estimateSentence,
  explainSentence,
  leftOutSentence,
  ofWhichYear,
  proofSentence,
  ratioText,
  reconsiderCount,
  summaryTexts,
} from "../../i18n/summary";
import type { ReasonCode, UnitFamily } from "../../engine/model";
import type { CellStyle, WrittenCell, WrittenSheet } from "../../workbook/workbook";
import { inUnits } from "./agreementRows";
import type { Compared } from "./comparison";
import { goalsInOrder } from "./goalsInOrder";
import { summaryTable } from "../outputs";
import type { SheetLanguage } from "../reading";
import type { Result } from "./result";
import { changeRows } from "./summaryChanges";
import { FAMILIES, PRIORITIES } from "./totals";

type Row = readonly WrittenCell[];

/** What a sheet has at its top and bottom. */
export interface SummarySetting {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly footer: NonNullable<WrittenSheet["print"]>["footer"];
}

export function summarySheet(result: Result, setting: SummarySetting): WrittenSheet {
  const page = new Page(result.reading.language);
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
  return {
    name: setting.name,
    definedName: summaryTable.definedName,
    visibility: "visible",
    columns: [34, 18, 18, 18, 18].map((width, index) => ({ width, style: index === 0 ? "text" : "decimal" })),
    rows: page.rows,
    rowStyles: page.rowStyles,
    cellStyles: page.cellStyles,
    print: { landscape: true, repeatRows: [0, 1], columns: [0, 4], footer: setting.footer },
  };
}

/** The sheet's rows while they are put down one after the other. */
class Page {
  readonly rows: Row[] = [];
  readonly rowStyles = new Map<number, CellStyle>();
  readonly cellStyles = new Map<number, Map<number, CellStyle>>();

  constructor(readonly language: SheetLanguage) {}

  title(title: string, note: string): void {
    this.add([title], "title");
    this.add([note], "note");
  }

  heading(text: keyof typeof summaryTexts): void {
    this.add([]);
    this.add([this.text(text)], "label");
  }

  columns(...texts: readonly (keyof typeof summaryTexts)[]): void {
    this.add(texts.map((text) => this.text(text)), "header"); // prettier-ignore
  }

  add(row: Row, style?: CellStyle, cells: Readonly<Record<number, CellStyle>> = {}): void {
    if (style) this.rowStyles.set(this.rows.length, style);
    const own = Object.entries(cells).map(([column, look]): [number, CellStyle] => [Number(column), look]);
    if (own.length > 0) this.cellStyles.set(this.rows.length, new Map(own));
    this.rows.push(row);
  }

  sentence(text: string): void {
    this.add([text], "note");
  }

  text(key: keyof typeof summaryTexts): string {
    return summaryTexts[key][this.language];
  }
}

const PERCENT_LAST = { 3: "percent" } as const;

function fulfilment(page: Page, { totals }: Result): void {
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

function places(page: Page, { totals }: Result): void {
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
function localFirst(page: Page, { price }: Result): void {
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

function openReasons(page: Page, { unresolved, bottlenecks }: Result): void {
  page.heading("reasons");
  if (unresolved.length === 0) return page.sentence(page.text("nothingOpen"));
  page.columns("code", "reason", "issues");
  const counts = new Map<ReasonCode, number>();
  for (const row of unresolved) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  for (const code of [...counts.keys()].sort())
    page.add([code, reasons[code].name[page.language], counts.get(code) ?? 0], undefined, { 1: "text", 2: "whole" });
  if (bottlenecks.length === 0) return;
  page.add([page.text("bottlenecks")], "label");
  for (const bottleneck of bottlenecks) page.sentence(bottleneckSentence[page.language](bottleneck));
}

function changes(page: Page, result: Result): void {
  const [headings, ...rows] = changeRows(result);
  if (!headings) return;
  page.add([]);
  page.add([changeTexts.heading[page.language]], "label");
  page.add(headings, "header");
  for (const row of rows) page.add(row, undefined, { 3: "text", 4: "text" });
}

function comparison(page: Page, result: Result): void {
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

function continuityAndProposals(page: Page, { continuity, balance, lookup }: Result): void {
  page.heading("continuity");
  for (const key of ["kept", "changed", "new", "ended"] as const) page.add([page.text(key), continuity[key]], undefined, { 1: "whole" });
  page.heading("longTerm");
  if (balance.longTerm.length === 0) return page.sentence(page.text("noLongTerm"));
  page.columns("supplier", "buyer", "product", "yearly", "family");
  for (const { supplier, buyer, product, yearlyQuantity } of balance.longTerm) {
    const known = lookup.products.get(product);
    const cells = [supplier, buyer, product, known ? inUnits(yearlyQuantity, known) : yearlyQuantity, known?.unit.name ?? ""];
    page.add(cells, undefined, { 1: "text", 2: "text", 4: "text" });
  }
}

function goalsAndProof(page: Page, { reading, balance }: Result): void {
  const { language } = page;
  page.heading("goals");
  goalsInOrder(reading.situation).forEach((goal, index) => page.add([`${index + 1}. ${goalNames[goal][language]}`]));
  page.heading("proof");
  const { firstUnproved } = balance.proof;
  page.sentence(
    proofSentence[language]({
      ...balance.proof,
      firstUnproved: firstUnproved && { goal: goalNames[firstUnproved.goal][language], place: firstUnproved.place },
    }),
  );
}

/** What was left out, estimated or decided by hand: never hidden. */
function notices(page: Page, { reading, agreements, bottlenecks }: Result): void {
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

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
