/** Hears every paper with replies in turn, and says what then stands on the sheet Replies: a later reply to a row takes the place of an earlier. */
import type { Answers } from "./answers";
import { answersOfSubmission } from "./answers";
import { fieldCells, numberIn, textIn, type FieldCells } from "./fieldCells";
import type { Incoming, SlipProblem } from "./incoming";
import { judgeAnswers, type AnswersHere } from "./judgeAnswers";
import { originOf, type RowsByKind } from "./receivedRows";
import { ruleOf, severityOf } from "../table/rules";
import { versionOf } from "./replies";

export interface Answering {
  readonly state: string;
  readonly office?: string;
  readonly incoming?: Incoming;
  readonly answers?: Answers;
}

export interface AnswersHeard {
  /** Rows of the sheet Replies, by the office that gave them. */
  readonly byOffice: ReadonlyMap<string, readonly FieldCells[]>;
  /** By paper: how many rows were answered anew, and what was not taken. */
  readonly told: ReadonlyMap<Answering, { readonly count: number; readonly notes: readonly SlipProblem[] }>;
}

export function hearAnswers(here: AnswersHere, kept: ReadonlyMap<string, RowsByKind>, papers: readonly Answering[]): AnswersHeard {
  const standing = new Map([...kept].map(([office, rows]) => [office, stillAnswers(rows.get("Replies") ?? [], here)] as const));
  const told = new Map<Answering, { count: number; notes: readonly SlipProblem[] }>();
  for (const paper of papers) {
    const { state, office, incoming, answers = incoming && answersOfSubmission(incoming.rows) } = paper;
    if ((state !== "accepted" && state !== "late") || office === undefined || !answers || answers.rows.length === 0) continue;
    const { taken, notes } = judgeAnswers(answers, office, here);
    const rows = standing.get(office) ?? new Map<string, FieldCells>();
    standing.set(office, rows);
    const older: SlipProblem[] = [];
    let count = 0;
    for (const { cells, row } of taken) {
      const no = textIn(cells, "no");
      const known = rows.get(no);
      const last = known ? numberIn(known, "returnNo") : 0;
      if (known && row.returnNo < last) {
        const facts = { case: "I26 older", no, value: row.returnNo, expected: last } as const;
        const rule = ruleOf("I26 older");
        older.push({ sheet: row.sheet, cell: row.cell("no"), problem: { severity: severityOf(rule), rule, sheet: row.sheet, facts } });
        continue;
      }
      const now = fieldCells([...cells, ["origin", originOf(office, textIn(row.cells, "origin") || `${row.sheet}!${row.cell("")}`)]]);
      if (!known || !saysTheSame(known, now)) count++;
      rows.set(no, now);
    }
    told.set(paper, { count, notes: [...notes, ...older] });
  }
  return { byOffice: new Map([...standing].map(([office, rows]) => [office, [...rows.values()]])), told };
}

/** Without those to agreements, or to figures, that are here no longer. */
function stillAnswers(records: readonly FieldCells[], { sheet }: AnswersHere): Map<string, FieldCells> {
  const here = (cells: FieldCells): boolean => {
    const no = textIn(cells, "no");
    return sheet?.row(no) !== undefined && (Number(sheet.cell(no, "version")) || 1) === versionOf(cells);
  };
  return new Map(records.filter(here).map((cells) => [textIn(cells, "no"), cells]));
}

function saysTheSame(one: FieldCells, other: FieldCells): boolean {
  return ["supplierReply", "buyerReply", "remark"].every((field) => textIn(one, field) === textIn(other, field));
}
