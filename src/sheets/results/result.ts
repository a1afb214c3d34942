/**
 * The result of a balance as facts and drafts, before it is laid out: numbers given, sentences' facts gathered, everything
 * counted, digests taken. The sheets, the JSON result and the command line all tell what stands here.
 */
import type { Balance, Transfer } from "../../engine/model";
import { agreementRows, type AgreementRows } from "./agreementRows";
import { agreementsSheet } from "./agreementsSheet";
import { changesSince, type Change } from "./changes";
import { compareWithLastYear, continuity, type Comparison, type Continuity } from "./comparison";
import { checkCode } from "../record/digest";
import { locateOutputs, type EarlierOutputs } from "../record/locateOutputs";
import { lookup, type Lookup } from "./lookup";
import { RunningNumbers, type HighestNumbers } from "../table/numbering";
import { placeFlows, type PlaceFlow } from "./placeFlows";
import { ProofFacts } from "./proofFacts";
import type { OutputKind, Reading } from "../reading";
import type { BottleneckFacts } from "./reasonFacts";
import { remainingRows, remainingSheet, type RemainingRow } from "./remainingSheet";
import type { ResultInput, Run } from "./resultInput";
import { rowsChangedByHand } from "../record/runRecord";
import { draftDigest, inputDigests } from "../record/sheetDigests";
import { scarcityFacts, type ScarcityFacts } from "./scarcityFacts";
import { textIn } from "../sharing/fieldCells";
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
  readonly flows: readonly PlaceFlow[];
  readonly comparison: Comparison | undefined;
  readonly continuity: Continuity;
  /** Undefined where there was no balance before. */
  readonly changes: readonly Change[] | undefined;
  readonly highest: HighestNumbers;
  readonly drafts: ReadonlyMap<OutputKind, SheetDraft>;
  /** SHA-256 by kind of sheet, inputs and outputs. */
  readonly digests: ReadonlyMap<string, string>;
  readonly checkCode: string;
}

export function composeResult({ reading, balance, sheets, definedCells, run }: ResultInput): Result {
  const earlier = locateOutputs(sheets, definedCells);
  const running = new RunningNumbers(earlier.record?.highest ?? new Map());
  // Lower offices number agreements on the same lines: theirs are never given again here.
  for (const cells of reading.shared.settledBelow) running.use(textIn(cells, "no"));
  const known = lookup(reading.situation);
  const sheet = earlier.tables.get("Agreements");
  const changedByHand = changedNumbers(earlier);
  const agreements = agreementRows(reading, balance, { sheet, changedByHand, running });
  const transfers = transferRows(balance.transfers, agreements.numbers, { earlier: earlier.tables.get("Transfers"), running });
  const proofs = new ProofFacts(reading.situation, balance);
  const unresolved = unresolvedRows(reading, balance, { lookup: known, proofs });
  const remaining = remainingRows(balance.remaining, known);
  const rows = { reading, lookup: known, earlier, agreements, transfers, unresolved, remaining };
  const drafts = draftsOf(rows);
  const digests = new Map([
    ...inputDigests(sheets, reading.receipts),
    ...[...drafts].map(([kind, draft]): [string, string] => [kind, draftDigest(draft)]),
  ]);
  return {
    ...rows,
    ...{ balance, run, drafts, digests, checkCode: checkCode(digests), highest: running.all() },
    bottlenecks: balance.bottlenecks.map((bottleneck) => proofs.bottleneckFacts(bottleneck)),
    scarcest: balance.scarcest.map((scarcity) => scarcityFacts(scarcity, reading, known)),
    totals: countTotals(reading.situation, balance),
    flows: placeFlows(agreements.rows, known),
    comparison: compareWithLastYear(reading, agreements.rows, known),
    changes: changesSince({ reading, agreements, earlier, lookup: known, changedByHand, digests }),
    continuity: continuity(reading, agreements.rows, known),
  };
}

/** Numbers of the agreement rows that the clerk typed or changed since the last run. */
function changedNumbers({ tables, record }: EarlierOutputs): ReadonlySet<string> {
  const agreements = tables.get("Agreements");
  if (!agreements) return new Set();
  const changed = rowsChangedByHand(agreements, record);
  return new Set([...agreements.numbers()].filter((no) => changed.has(agreements.row(no) ?? -1)));
}

function draftsOf({
  reading,
  lookup,
  earlier,
  agreements,
  transfers,
  unresolved,
  remaining,
}: Pick<Result, "reading" | "lookup" | "earlier" | "agreements" | "transfers" | "unresolved" | "remaining">): ReadonlyMap<
  OutputKind,
  SheetDraft
> {
  const { language, keys } = reading;
  const common = { lookup, language, periods: keys.quarters };
  const drafts: [OutputKind, SheetDraft][] = [
    ["Agreements", agreementsSheet({ ...common, rows: agreements.rows })],
    ["Unresolved", unresolvedSheet({ ...common, rows: unresolved, periods: keys.demand, earlier: earlier.tables.get("Unresolved") })],
    ["Remaining capacity", remainingSheet({ ...common, rows: remaining })],
  ];
  if (transfers.length > 0 || earlier.sheets.has("Transfers")) drafts.push(["Transfers", transfersSheet({ ...common, rows: transfers })]);
  return new Map(drafts);
}
