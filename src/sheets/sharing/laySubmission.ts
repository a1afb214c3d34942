/** A submission as the sheets of a new workbook, in the sender's language. */
import { travelNote } from "../../i18n/sharing";
import type { WrittenSheet } from "../../workbook/workbook";
import { capacityTable } from "../inputs/capacity";
import type { SheetTable } from "../table/column";
import { demandTable } from "../inputs/demand";
import { distancesTable } from "../inputs/distances";
import { equipmentTable } from "../inputs/equipment";
import { factoriesTable } from "../inputs/factories";
import { lastYearTable } from "../inputs/lastYear";
import { placesTable } from "../inputs/places";
import { productsTable } from "../inputs/products";
import { standingTable } from "../inputs/standingAgreements";
import { textIn } from "./fieldCells";
import { layRecords } from "./layRecords";
import { explanationsTable, rejectionsTable, repliesTable, settledBelowTable } from "./sharedTables";
import { SUBMISSION_KINDS, type Submission, type SubmissionKind } from "./submission";
import { laySubmissionCover } from "./submissionCover";

export const SUBMISSION_TABLES: Readonly<Record<SubmissionKind, SheetTable>> = {
  Demand: demandTable,
  Capacity: capacityTable,
  Places: placesTable,
  Distances: distancesTable,
  Factories: factoriesTable,
  Equipment: equipmentTable,
  Products: productsTable,
  "Standing agreements": standingTable,
  "Last year": lastYearTable,
  Rejections: rejectionsTable,
  Replies: repliesTable,
  "Settled below": settledBelowTable,
  Explanations: explanationsTable,
};

/** Demand and Capacity always stand, with their headings, so that the workbook can be read (and balanced) like any other. */
const ALWAYS: ReadonlySet<SubmissionKind> = new Set(["Demand", "Capacity"]);

export function laySubmission(submission: Submission): readonly WrittenSheet[] {
  const { cover, rows, periods, language, checkCode } = submission;
  const round = cover.round || cover.planStarts;
  const note = travelNote[language]({ from: cover.office, to: cover.sendTo, round, version: cover.version, checkCode });
  const norms = (rows.get("Equipment") ?? []).map((cells) => textIn(cells, "equipment"));
  const sheets = SUBMISSION_KINDS.flatMap((kind): readonly WrittenSheet[] => {
    const records = rows.get(kind) ?? [];
    if (records.length === 0 && !ALWAYS.has(kind)) return [];
    const table = SUBMISSION_TABLES[kind];
    const title = `${cover.office}${language === "en" ? ": " : ""}${table.names[language]}`;
    return [
      layRecords({
        ...{ table, records, language, title, note },
        periods: kind === "Demand" ? periods.demand : periods.quarters,
        norms: kind === "Products" ? norms : [],
      }),
    ];
  });
  return [laySubmissionCover(submission), ...sheets];
}
