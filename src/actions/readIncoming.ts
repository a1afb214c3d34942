/** Reads a file that a lower office sent: a submission as it stands, any other workbook of ours by balancing it first. */
import { balanceWorkbook } from "./balanceWorkbook";
import { readWorkbook, stopping, type WorkbookRead } from "./readWorkbook";
import { CalledOff, type RunControl } from "./solverDoors";
import { formTables } from "../sheets/forms/formTables";
import type { Language } from "../i18n/language";
import { separatorsIn } from "../sheets/table/names";
import { problemAddress } from "../sheets/table/problemAddress";
import type { Problem, Reading } from "../sheets/reading";
import { actionOf } from "../sheets/record/runRecord";
import { answersOfReturn, type Answers } from "../sheets/sharing/answers";
import { composeSubmission } from "../sheets/sharing/composeSubmission";
import { toExplain } from "../sheets/sharing/decidedRows";
import { unexplained } from "../sheets/sharing/explanations";
import { lastRun, staleness } from "../sheets/sharing/freshness";
import { textIn, type FieldCells } from "../sheets/sharing/fieldCells";
import { mustFix, type Incoming, type Refusal, type SlipProblem } from "../sheets/sharing/incoming";
import type { Returned } from "../sheets/sharing/judgeIncoming";
import { readReturn } from "../sheets/sharing/layReturn";
import { SUBMISSION_TABLES } from "../sheets/sharing/laySubmission";
import { paperOf } from "../sheets/sharing/paper";
import { isPassedOn } from "../sheets/sharing/receivedRows";
import { readRecords } from "../sheets/sharing/readRecords";
import type { ReturnCoverField } from "../sheets/sharing/sharedTables";
import { contentCode, SUBMISSION_KINDS, type SubmissionRows } from "../sheets/sharing/submission";
import { readSubmissionCover } from "../sheets/sharing/submissionCover";
import { MemoryWorkbook } from "../workbook/memoryWorkbook";
import { openWorkbookFile } from "../workbook/openWorkbookFile";
import { WorkbookError, type Sheet } from "../workbook/workbook";
import { incomingBudgets } from "../workbook/xlsx/budgets";

export interface IncomingFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

export type IncomingRead =
  | { readonly kind: "read"; readonly incoming: Incoming }
  /** A return of this office that came back with replies. */
  | { readonly kind: "answered"; readonly returned: Returned; readonly answers: Answers }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly office?: string };

/** Never throws for what a file holds: whatever is wrong with it is a refusal. A run that is called off does throw. */
export async function readIncoming(
  file: IncomingFile,
  { language, addressee, control }: { readonly language: Language; readonly addressee: string; readonly control: RunControl },
): Promise<IncomingRead> {
  const quiet: RunControl = { signal: control.signal };
  try {
    const workbook = await openWorkbookFile(await file.read(), incomingBudgets);
    const read = await readWorkbook(workbook, { withoutInvalid: false, language, check: checkListed, leave: FORMS }, quiet);
    const paper = paperOf(read.reading, read.sheets);
    if (paper === "submission") return submitted(file.name, read);
    if (paper === "return") return answered(read.sheets);
    if (paper !== "workbook") return { kind: "refused", refusal: { kind: "no submission", paper } };
    return await raw(file.name, read, { language, addressee, control: quiet });
  } catch (error) {
    if (error instanceof CalledOff) throw error;
    if (!(error instanceof WorkbookError))
      return { kind: "refused", refusal: { kind: "unreadable", fault: "damaged", detail: String(error) } };
    return { kind: "refused", refusal: { kind: "unreadable", fault: error.fault, detail: error.detail } };
  }
}

/** All formulas over the other sheets: nothing in them is the office's own. */
const FORMS = new Set(formTables.flatMap(({ definedName }) => definedName ?? []));

/** Names that cells list, in all sheets together: each may become a factory or a product of its own. */
const MOST_LISTED = 60_000;

/** Fault: "too large". */
function checkListed(sheets: readonly Sheet[]): void {
  let listed = 0;
  for (const { name, values } of sheets) {
    for (const row of values) for (const cell of row) if (typeof cell === "string") listed += separatorsIn(cell);
    if (listed > MOST_LISTED) throw new WorkbookError("too large", `the cells of ${name} list too many names`);
  }
}

/** A return in which something was filled in; who answers, and to whom, stands on its Cover. */
function answered(sheets: WorkbookRead["sheets"]): IncomingRead {
  const read = readReturn(sheets);
  const filled = read?.rows.get("Agreements")?.some((cells) => ["supplierReply", "buyerReply", "remark"].some((field) => cells.has(field)));
  if (!read || (filled !== true && read.intact)) return { kind: "refused", refusal: { kind: "no submission", paper: "return" } };
  const text = (field: ReturnCoverField): string => read.texts.get(field) ?? "";
  const returned = {
    ...{ from: text("from"), office: text("office"), officeCode: text("officeCode") },
    ...{ round: text("round"), planStarts: text("planStarts") },
  };
  return { kind: "answered", returned, answers: answersOfReturn(read) };
}

/** The check code is worked out anew, and its problems are found again. */
function submitted(file: string, { reading, sheets }: WorkbookRead): IncomingRead {
  const cover = sheets.find(({ name }) => reading.receipts.some(({ kind, sheet }) => kind === "Cover" && sheet === name));
  const { cells, checkCode = "" } = cover ? readSubmissionCover(cover) : { cells: new Map() };
  const office = textIn(cells, "office");
  const rows = recordsOf(reading, sheets);
  const found = contentCode(cells, rows);
  if (found !== checkCode) return refused({ kind: "changed on the way", stated: checkCode, found }, office);
  if (stopping(reading, false)) return refused(mustFix(slipProblems(mustFixIn(reading), reading, rows)), office);
  return {
    kind: "read",
    incoming: {
      ...{ file, office, checkCode, rows },
      officeCode: textIn(cells, "officeCode"),
      sendTo: textIn(cells, "sendTo"),
      round: textIn(cells, "round"),
      planStarts: textIn(cells, "planStarts"),
      quarters: reading.keys.quarters,
      version: reading.cover.version,
      language: reading.language,
      balanced: "at home",
      unexplained: slipProblems(unexplained(reading, sheets), reading, rows).filter(({ sheet }) => !isPassedOn(sheet)),
    },
  };
}

function recordsOf(reading: Reading, sheets: WorkbookRead["sheets"]): SubmissionRows {
  const sheetOf = new Map(reading.receipts.flatMap(({ kind, sheet }) => (kind === undefined ? [] : [[String(kind), sheet] as const])));
  const named = new Set(reading.shared.whole.equipment.map(({ name }) => name));
  return new Map(
    SUBMISSION_KINDS.flatMap((kind) => {
      const sheet = sheets.find(({ name }) => name === sheetOf.get(kind));
      const records = readRecords(sheet, { table: SUBMISSION_TABLES[kind], named });
      return records.length > 0 ? [[kind, records] as const] : [];
    }),
  );
}

/** A workbook that is no submission: balanced here first where its own balance is missing or old. */
async function raw(
  file: string,
  read: WorkbookRead,
  { language, addressee, control }: { readonly language: Language; readonly addressee: string; readonly control: RunControl },
): Promise<IncomingRead> {
  const office = officeNamed(read);
  const { reading: own } = read;
  if (stopping(own, false)) return refused(mustFix(slipProblems(mustFixIn(own), own)), office);
  if (office === undefined) return refused({ kind: "no office" });
  const toBalance = rowsToBalance(own);
  if (toBalance > MOST_BALANCED_HERE && staleness(read))
    return refused({ kind: "not balanced", rows: toBalance, most: MOST_BALANCED_HERE }, office);
  const balanced = staleness(read) ? await balancedHere(read, language, control) : read;
  if (!balanced) return refused(mustFix(slipProblems(mustFixIn(own), own)), office);
  const { reading, sheets, earlier } = balanced;
  const run = lastRun(earlier);
  const last = earlier.record?.runs.findLast((row) => actionOf(row) === "submit");
  const submission = composeSubmission({
    ...{ reading, sheets, earlier, office, contacts: false, explanations: new Map() },
    sendTo: reading.cover.sendTo ?? addressee,
    version: Math.max(reading.cover.version, Number(last?.version ?? 0)),
    balanced: balanced === read ? "at home" : "on arrival",
    asSent: run !== undefined && actionOf(run) === "submit",
  });
  const { cover, rows, periods, checkCode } = submission;
  const asked = toExplain(read.reading).filter(({ explanation }) => explanation === undefined);
  const known = { file, rows, checkCode, quarters: periods.quarters, language: reading.language };
  return { kind: "read", incoming: { ...cover, ...known, unexplained: slipProblems(asked, read.reading) } };
}

/** A raw workbook with more rows than this is for its own office to balance; 5,000 lines with their capacity and lists are fewer. */
const MOST_BALANCED_HERE = 15_000;

function rowsToBalance({ situation: { demands, capacities, products, factories } }: Reading): number {
  return demands.length + capacities.length + products.length + factories.length;
}

async function balancedHere(read: WorkbookRead, language: Language, control: RunControl): Promise<WorkbookRead | undefined> {
  const copy = new MemoryWorkbook(read.sheets, read.definedCells);
  const outcome = await balanceWorkbook(copy, { ...control, withoutInvalid: false, language });
  return outcome.kind === "done" ? readWorkbook(copy, { withoutInvalid: false, language }, control) : undefined;
}

/** The Cover's office; without a Cover the one place all its factories lie in. */
function officeNamed({ reading }: WorkbookRead): string | undefined {
  if (reading.receipts.some(({ kind }) => kind === "Cover")) return reading.situation.office;
  const places = new Set(reading.situation.factories.map(({ place }) => place));
  return places.size === 1 && places.has(reading.situation.office) && reading.shared.lists.places.length > 0
    ? reading.situation.office
    : undefined;
}

function refused(refusal: Refusal, office?: string): IncomingRead {
  return { kind: "refused", refusal, office };
}

/** Problems in the cells of the office's own workbook: a row of a submission says where it came from. */
function slipProblems(problems: readonly Problem[], reading: Reading, rows?: SubmissionRows): readonly SlipProblem[] {
  return problems.map((problem) => ({
    problem,
    ...(originIn(problem, reading, rows) ?? { sheet: problem.sheet, cell: problemAddress(problem) }),
  }));
}

function mustFixIn({ problems }: Reading): readonly Problem[] {
  return problems.filter(({ severity }) => severity === "must fix");
}

function originIn(problem: Problem, { receipts }: Reading, rows: SubmissionRows | undefined): { sheet: string; cell: string } | undefined {
  const receipt = receipts.find(({ sheet }) => sheet === problem.sheet);
  if (!rows || problem.row === undefined || receipt?.headerRow === undefined) return undefined;
  const records: readonly FieldCells[] | undefined = SUBMISSION_KINDS.flatMap((kind) =>
    kind === receipt.kind ? [rows.get(kind) ?? []] : [],
  )[0];
  const origin = textIn(records?.[problem.row - receipt.headerRow - 1] ?? new Map(), "origin");
  const cut = origin.lastIndexOf("!");
  return cut < 0 ? undefined : { sheet: origin.slice(0, cut), cell: origin.slice(cut + 1) };
}
