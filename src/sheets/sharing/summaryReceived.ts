/** The Summary after a return came in: counted anew from the rows that stand on the sheets then; what only a balance can tell waits for the next one. */
import { placeTree } from "../../engine/register/places";
import { stepsPerUnit } from "../../engine/register/rates";
import { atOnce } from "../../engine/slices";
import type { ReasonCode } from "../../engine/model";
import type { WrittenSheet } from "../../workbook/workbook";
import { compareWithLastYear, continuity } from "../results/comparison";
import { lookup, type Lookup } from "../results/lookup";
import { settledBelow } from "../results/settledBelow";
import { summarySheet, type SummaryFacts } from "../results/summarySheet";
import { countTotals, type CountedRow } from "../results/totals";
import { BY_HAND } from "../results/writtenAgreements";
import type { Reading } from "../reading";
import { headingText } from "../table/normalText";
import { statusWords } from "../table/words";
import { lookOf } from "../writeResult";
import { numberIn, textIn, type FieldCells } from "./fieldCells";
import { lastRun, type WorkbookSeen } from "./freshness";

export interface ReceivedSheets {
  readonly agreements: readonly FieldCells[];
  readonly unresolved: readonly FieldCells[];
  readonly from: string;
  readonly returnNo: string;
}

export function summaryReceived({ reading, earlier }: WorkbookSeen, came: ReceivedSheets): WrittenSheet {
  const { whole } = reading.shared;
  const known = lookup(whole);
  const rows = came.agreements.map((cells) => countedRow(cells, reading, known));
  const below = settledBelow(reading, known);
  const home = lastRun(earlier);
  const facts: SummaryFacts = {
    ...{ reading: { ...reading, situation: whole }, earlier, lookup: known, below },
    totals: atOnce(countTotals(placeTree(whole).order, rows, known)),
    unresolved: came.unresolved.flatMap((cells) => reasonIn(textIn(cells, "reasonCode"))),
    agreements: { rows },
    comparison: compareWithLastYear(reading, { rows, below }, known),
    continuity: continuity(reading, { rows, below }),
    ...{ price: undefined, bottlenecks: [], changes: [] },
    received: { from: came.from, returnNo: came.returnNo, proof: home?.proof ?? "" },
  };
  return summarySheet(facts, lookOf(reading, earlier, home?.checkCode ?? "")("Summary"));
}

function reasonIn(code: string): readonly { readonly reason: ReasonCode }[] {
  return CODES.filter((reason) => reason === code).map((reason) => ({ reason }));
}

const CODES: readonly ReasonCode[] = ["U0", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"];

/** A row of Agreements as the Summary counts it. */
function countedRow(cells: FieldCells, { keys }: Reading, { products, demands }: Lookup): CountedRow & { readonly byHand: boolean } {
  const [supplier, buyer, demandNo, settledAt] = ["supplier", "buyer", "demandNo", "settledAt"].map((field) => textIn(cells, field));
  const product = `${textIn(cells, "product")} ${textIn(cells, "specification")}`.trim();
  const made = products.get(product);
  const named = demands.get(demandNo);
  const steps = made ? stepsPerUnit(made.unit) : 1;
  return {
    ...{ supplier, buyer, settledAt, product, made },
    status: statusWords.get(headingText(textIn(cells, "status"))) ?? "Proposed",
    demand: named?.factory === buyer ? named : undefined,
    quantities: keys.quarters.map((key) => Math.round(numberIn(cells, key) * steps)),
    byHand: Object.values(BY_HAND).some((mark) => textIn(cells, "why").startsWith(mark)),
  };
}
