/** What was decided below travels as a record: agreements settled, pairs that did not come to terms, explanations. */
import type { Demand } from "../../engine/model";
import { statusNames } from "../outputs";
import { actionOf } from "../record/runRecord";
import { fieldColumns } from "../table/column";
import type { EarlierOutput } from "../table/earlierOutput";
import { problemSentence } from "../table/problemSentence";
import { problemAddress } from "../table/problemAddress";
import type { Problem, Reading } from "../reading";
import { isReceivedKind } from "../inputs/received";
import type { SubmissionInput } from "./composeSubmission";
import { fieldCells, textIn, type FieldCells } from "./fieldCells";
import { REPLY_FIELDS, SIDES } from "./replies";
import { repliesTable, settledBelowTable } from "./sharedTables";

/** Agreements settled at this office or below it; those of lower offices come first, as they came. */
export function settledRows({ reading, earlier, office }: SubmissionInput): readonly FieldCells[] {
  const { whole, settledBelow } = reading.shared;
  const sheet = earlier.tables.get("Agreements");
  const places = new Set([whole.office, ...whole.places.map(({ name }) => name), ...whole.factories.map(({ place }) => place)]);
  const fields = [...fieldColumns(settledBelowTable).map(({ field }) => field), ...reading.keys.quarters];
  const own = reading.situation.earlierAgreements
    .filter(({ status, settledAt }) => (status === "Proposed" || status === "Agreed") && places.has(settledAt))
    .map(({ no, settledAt }) =>
      fieldCells([
        ...fields.map((field) => [field, sheet?.cell(no, field)] as const),
        ["settledAt", settledAt === whole.office ? office : settledAt],
      ]),
    );
  return [...settledBelow.map((cells) => new Map([...cells].filter(([field]) => field !== "origin"))), ...own];
}

/** Rejected pairs of lines that are sent, and of lines of others that one of our factories would not make. */
export function rejectionRows({ reading }: SubmissionInput, sent: ReadonlyMap<string, Demand>): readonly FieldCells[] {
  const { whole } = reading.shared;
  const ours = new Set(whole.factories.map(({ name }) => name));
  const products = new Map(whole.products.map((product) => [product.key, product]));
  return reading.situation.earlierAgreements
    .filter(({ status, demandNo, buyer }) => status === "Rejected" && (sent.has(demandNo) || !ours.has(buyer)))
    .map(({ no, supplier, buyer, demandNo, product }) =>
      fieldCells([
        ["no", no.replace(/#\d+$/, "")],
        ["supplier", supplier],
        ["buyer", buyer],
        ["demandNo", demandNo],
        ["product", products.get(product)?.name ?? product],
        ["specification", products.get(product)?.specification ?? ""],
      ]),
    );
}

/** What this office answers to agreements settled above it: both columns as they stand, so that the office above sees whose is whose. */
export function replyRows({ reading, earlier }: SubmissionInput): readonly FieldCells[] {
  const sheet = earlier.tables.get("Agreements");
  const returnNo = earlier.record?.runs.findLast((run) => actionOf(run) === "receive")?.version ?? "";
  const fields = [...fieldColumns(repliesTable).map(({ field }) => field), ...reading.keys.quarters];
  return reading.shared.whole.earlierAgreements
    .filter(({ no, settledAbove, status }) => settledAbove === true && (isReplied(sheet, no) || status === "Rejected"))
    .map(({ no, status }) =>
      fieldCells([
        ...fields.map((field) => [field, sheet?.cell(no, field)] as const),
        ["status", statusNames[status][reading.language]],
        ["returnNo", Number(returnNo) || undefined],
        ["origin", `${sheet?.sheet.name ?? ""}!${(sheet?.row(no) ?? 0) + 1}`],
      ]),
    );
}

function isReplied(sheet: EarlierOutput | undefined, no: string): boolean {
  return SIDES.some((side) => sheet?.text(no, REPLY_FIELDS[side]) !== "");
}

/** Problems of the office's own sheets that a submission must explain; what lower offices sent they answer for themselves. */
export function toExplain({ problems, receipts }: Reading): readonly Problem[] {
  const received = new Set(receipts.filter(({ kind }) => kind !== undefined && isReceivedKind(kind)).map(({ sheet }) => sheet));
  return problems.filter(({ severity, sheet }) => severity === "explain" && !received.has(sheet));
}

/** How an explanation given now names its problem. */
export function problemKey(problem: Problem): string {
  return problemKeyOf(problem.rule, problem.sheet, problemAddress(problem));
}

/** The same by what stands on the Problems sheet; `cell` is "" where the problem has none. */
export function problemKeyOf(rule: string, sheet: string, cell: string): string {
  return `${rule} ${sheet} ${cell}`.trim();
}

export function explanationRows({ reading, explanations }: SubmissionInput): readonly FieldCells[] {
  const numberAt = new Map(
    Object.values(reading.cells)
      .flatMap((rows) => [...rows])
      .map(([no, { sheet, row }]) => [`${sheet}\n${row}`, no]),
  );
  const own = toExplain(reading).flatMap((problem) => {
    const explanation = explanations.get(problemKey(problem)) ?? problem.explanation;
    if (explanation === undefined) return [];
    return [
      fieldCells([
        ["no", numberAt.get(`${problem.sheet}\n${problem.row ?? -1}`)],
        ["rule", problem.rule],
        ["sheet", problem.sheet],
        ["cell", problemAddress(problem)],
        ["problem", problemSentence(problem, reading.language)],
        ["explanation", explanation],
      ]),
    ];
  });
  return [...reading.shared.explanations.filter((cells) => textIn(cells, "explanation") !== ""), ...own];
}
