/**
 * The result of a balance as facts and drafts, before it is laid out: numbers given, sentences' facts gathered, everything
 * counted, digests taken. The sheets, the JSON result and the command line all tell what stands here.
 */
import type { Balance, Transfer } from "../../engine/model";
import { agreementRows, type AgreementRows } from "./agreementRows";
import { agreementsSheet } from "./agreementsSheet";
import { changesSince, type Change } from "./changes";
import { compareWithLastYear, continuity, type Comparison, type Continuity } from "./comparison";
import { recordedAgreements } from "../record/agreementDigests";
import { checkCode } from "../record/digest";
import type { EarlierOutputs } from "../record/locateOutputs";
import { lookup, type Lookup } from "./lookup";
import { RunningNumbers, type HighestNumbers } from "../table/numbering";
import { priceFacts, type PriceFacts } from "./priceFacts";
import { placeFlows, type PlaceFlow } from "./placeFlows";
import { proofFacts } from "./proofFacts";
import type { OutputKind, Reading } from "../reading";
import type { BottleneckFacts } from "./reasonFacts";
import { remainingRows, remainingSheet, type RemainingRow } from "./remainingSheet";
import type { ResultInput, Run } from "./resultInput";
import type { RecordedAgreement } from "../record/runRecord";
import { draftDigests, inputDigests } from "../record/sheetDigests";
import { scarcityFacts, type ScarcityFacts } from "./scarcityFacts";
import { textIn } from "../sharing/fieldCells";
import { settledBelow, type SettledBelow } from "./settledBelow";
import type { SheetDraft } from "../table/sheetDraft";
import { countTotals, type Totals } from "./totals";
import { transferRows, transfersSheet } from "./transfersSheet";
import { unresolvedRows, type UnresolvedRow } from "./unresolvedRows";
import { unresolvedSheet } from "./unresolvedSheet";

export interface Result {
  readonly reading: Reading;
  readonly balance: Balance;
  readonly run: Run;
  readonly earlier: EarlierOutputs;
  readonly lookup: Lookup;
  readonly agreements: AgreementRows;
  readonly unresolved: readonly UnresolvedRow[];
  readonly remaining: readonly RemainingRow[];
  readonly transfers: readonly Transfer[];
  readonly bottlenecks: readonly BottleneckFacts[];
  readonly scarcest: readonly ScarcityFacts[];
  readonly totals: Totals;
  /** What lower offices settled and sent up. */
  readonly below: readonly SettledBelow[];
  readonly price: PriceFacts | undefined;
  readonly flows: readonly PlaceFlow[];
  readonly comparison: Comparison | undefined;
  readonly continuity: Continuity;
  /** Undefined where there was no balance before. */
  readonly changes: readonly Change[] | undefined;
  readonly highest: HighestNumbers;
  readonly drafts: ReadonlyMap<OutputKind, SheetDraft>;
  readonly recorded: readonly RecordedAgreement[];
  /** SHA-256 by kind of sheet, inputs and outputs. */
  readonly digests: ReadonlyMap<string, string>;
  readonly checkCode: string;
}

/** With a yield now and then. */
export function* composeResult({ reading, balance, price, sheets, earlier, run }: ResultInput): Generator<void, Result> {
  const running = new RunningNumbers(earlier.record?.highest ?? new Map());
  // Lower offices number agreements on the same lines: theirs are never given again here.
  for (const cells of reading.shared.settledBelow) running.use(textIn(cells, "no"));
  const known = lookup(reading.situation);
  yield;
  const sheet = earlier.tables.get("Agreements");
  // Rows that could not be read keep their numbers too.
  for (const no of sheet?.numbers() ?? []) running.use(no);
  const changedByHand = changedNumbers(reading, earlier);
  const agreements = yield* agreementRows(reading, balance, { sheet, changedByHand, running, lookup: known });
  yield;
  const transfers = transferRows(balance.transfers, agreements.numberOf, { earlier: earlier.tables.get("Transfers"), running });
  const proofs = yield* proofFacts(balance, known);
  const unresolved = yield* unresolvedRows(reading, balance, { lookup: known, proofs });
  yield;
  const remaining = yield* remainingRows(balance.remaining, known);
  yield;
  const rows = { reading, lookup: known, earlier, agreements, transfers, unresolved, remaining };
  const drafts = yield* draftsOf(rows);
  const recorded = yield* recordedAgreements(drafts.get("Agreements"), (row) => agreements.rows[row].status);
  const digests = new Map([...(yield* inputDigests(sheets, reading.receipts)), ...(yield* draftDigests(drafts, recorded))]);
  yield;
  const totals = yield* countTotals(
    balance.steps.map(({ place }) => place),
    agreements.made,
    known,
  );
  const below = settledBelow(reading, known);
  const flows = yield* placeFlows(agreements.rows, known);
  yield;
  const changes = yield* changesSince({ reading, agreements, earlier, lookup: known, changedByHand, digests });
  yield;
  return {
    ...rows,
    ...{ balance, run, drafts, recorded, digests, checkCode: checkCode(digests), highest: running.all(), totals, below, flows, changes },
    bottlenecks: balance.bottlenecks.map((bottleneck) => proofs.bottleneckFacts(bottleneck)),
    scarcest: balance.scarcest.map((scarcity) => scarcityFacts(scarcity, reading, known)),
    price: priceFacts(price, reading, totals),
    comparison: compareWithLastYear(reading, { rows: agreements.rows, below }, known),
    continuity: continuity(reading, { rows: agreements.rows, below }),
  };
}

/** Numbers of the agreement rows that the clerk typed or changed since the last run. */
function changedNumbers({ changedByHand }: Reading, { tables }: EarlierOutputs): ReadonlySet<string> {
  const agreements = tables.get("Agreements");
  if (!agreements || changedByHand.size === 0) return new Set();
  return new Set([...agreements.numbers()].filter((no) => changedByHand.has(agreements.row(no) ?? -1)));
}

function* draftsOf({
  reading,
  lookup,
  earlier,
  agreements,
  transfers,
  unresolved,
  remaining,
}: Pick<Result, "reading" | "lookup" | "earlier" | "agreements" | "transfers" | "unresolved" | "remaining">): Generator<
  void,
  ReadonlyMap<OutputKind, SheetDraft>
> {
  const { language, keys } = reading;
  const common = { lookup, language, periods: keys.quarters };
  const drafts: [OutputKind, SheetDraft][] = [
    ["Agreements", yield* agreementsSheet({ ...common, rows: agreements.rows })],
    [
      "Unresolved",
      yield* unresolvedSheet({ ...common, rows: unresolved, periods: keys.demand, earlier: earlier.tables.get("Unresolved") }),
    ],
    ["Remaining capacity", yield* remainingSheet({ ...common, rows: remaining })],
  ];
  if (transfers.length > 0 || earlier.sheets.has("Transfers"))
    drafts.push(["Transfers", yield* transfersSheet({ ...common, rows: transfers })]);
  return new Map(drafts);
}
