/**
 * Writes a result as sheets, in the workbook's language: Summary, Agreements, Unresolved, Remaining capacity, Transfers and
 * Problems where there are any, and last the hidden Run record, whose last cell says that nothing is missing.
 */
import { atOnce } from "../engine/slices";
import { footers, sheetNote } from "../i18n/outputs";
import type { CellValue, PrintSetup, WrittenSheet } from "../workbook/workbook";
import { agreementChoices } from "./results/agreementsSheet";
import { asTheyStandNow } from "./results/asTheyStandNow";
import { carryProblems } from "./results/carryProblems";
import { goalsInOrder } from "./results/goalsInOrder";
import { layTable, type CarryLoss, type TableSetting } from "./table/layTable";
import type { EarlierOutputs } from "./record/locateOutputs";
import { balanceForms } from "./forms/balanceForms";
import { outputTables } from "./outputs";
import { problemsSheet } from "./results/problemsSheet";
import type { OutputKind, Problem, Reading } from "./reading";
import { composeResult, type Result } from "./results/result";
import type { ResultInput } from "./results/resultInput";
import { balanceRun, runRecordSheet, type RunFacts } from "./record/runRecordSheet";
import { draftDigest, draftDigests, pageDigest } from "./record/sheetDigests";
import { summarySheet } from "./results/summarySheet";

export interface WrittenResult {
  /** In the order in which they are to be written; the Run record is the last. */
  readonly sheets: readonly WrittenSheet[];
  readonly result: Result;
  /** The balance forms are among the sheets. */
  readonly forms: boolean;
  /** What the reading found, and what the writing added. */
  readonly problems: readonly Problem[];
}

/** With a yield now and then. */
export function* writeResult(input: ResultInput): Generator<void, WrittenResult> {
  const result = yield* composeResult(input);
  const look = lookOf(result.reading, result.earlier, result.checkCode);
  const losses: CarryLoss[] = [];
  const tables: WrittenSheet[] = [];
  const { forms: asked = false, definedCells = [] } = input;
  const forms = yield* balanceForms({
    ...{ asked, definedCells, sheets: input.sheets, reading: result.reading, situation: result.reading.situation, earlier: result.earlier },
    ...{ drafts: result.drafts, nameOf: (kind) => look(kind).name },
  });
  for (const [kind, draft] of [...result.drafts, ...forms]) {
    const more =
      kind === "Agreements" ? { choices: agreementChoices(result.reading.language), takesOver: result.earlier.agreementsByHand } : {};
    const laid = yield* layTable(draft, { ...look(kind), ...more });
    for (const loss of laid.losses) losses.push(loss);
    tables.push(laid.sheet);
    yield;
  }
  const added = carryProblems(result, losses, (kind) => look(kind).name);
  const problems = asTheyStandNow(added, result);
  const written = yield* problemsWritten(problems, { reading: result.reading, earlier: result.earlier, look });
  const summary = summarySheet(result, look("Summary"));
  const record = yield* runRecordSheet({
    ...look("Run record"),
    ...{ language: result.reading.language, record: result.earlier.record, highest: result.highest, derived: result.reading.derived },
    agreements: result.recorded,
    run: balanceRun(result.run, runFacts(result), result.reading.language),
    digests: new Map([...result.digests, ...(yield* draftDigests(forms)), ["Summary", pageDigest(valuesOf(summary), result.checkCode)], ...written.map(({ digest }) => ["Problems", digest] as const)]), // prettier-ignore
  });
  return { sheets: [summary, ...tables, ...written.map(({ sheet }) => sheet), record], result, forms: forms.size > 0, problems };
}

function runFacts({ reading, checkCode, balance }: Result): RunFacts {
  return { office: reading.cover.office, goals: goalsInOrder(reading.situation), checkCode, proof: balance.proof };
}

/** Only the Problems sheet: what is written where something must be fixed first. */
export function writeProblems(reading: Reading, earlier: EarlierOutputs): readonly WrittenSheet[] {
  const written = problemsWritten(reading.problems, { reading, earlier, look: lookOf(reading, earlier, "") });
  return atOnce(written).map(({ sheet }) => sheet);
}

export type Look = (kind: OutputKind) => TableSetting & { readonly footer: NonNullable<PrintSetup["footer"]> };

function* problemsWritten(
  problems: readonly Problem[],
  { reading, earlier, look }: { reading: Reading; earlier: EarlierOutputs; look: Look },
): Generator<void, readonly { readonly sheet: WrittenSheet; readonly digest: string }[]> {
  if (problems.length === 0 && !earlier.sheets.has("Problems")) return [];
  const draft = yield* problemsSheet({ problems, language: reading.language, earlier: earlier.tables.get("Problems") });
  return [{ sheet: (yield* layTable(draft, look("Problems"))).sheet, digest: yield* draftDigest(draft) }];
}

/** The cells of a sheet as they will be read back. */
export function valuesOf({ rows }: WrittenSheet): readonly (readonly CellValue[])[] {
  return rows.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null && "formula" in cell ? cell.value : cell)));
}

/** Name, title, note and footer of each sheet. */
export function lookOf(reading: Reading, earlier: EarlierOutputs, checkCode: string): Look {
  const { language, cover, keys } = reading;
  // A plan without dates has no quarter to be called by.
  const round = cover.round ?? (keys.quarters[0] === "any" ? "" : keys.quarters[0]);
  const people = { preparedBy: cover.preparedBy ?? "", checkedBy: cover.checkedBy ?? "", responsible: cover.responsible ?? "", checkCode };
  const footer = (part: "left" | "center" | "right"): string => footers[language]({ part, ...people });
  return (kind) => {
    const names = outputTables.find((table) => table.kind === kind)?.names[language] ?? kind;
    return {
      name: earlier.sheets.get(kind)?.name ?? names,
      title: language === "en" ? `${cover.office}: ${names}` : `${cover.office}${names}`,
      note: sheetNote[language]({ office: cover.office, round, checkCode }),
      footer: { left: footer("left"), center: footer("center"), right: footer("right") },
      earlier: earlier.tables.get(kind),
    };
  };
}
