/** A paper with replies: the rows of a return that an office filled in and handed back, or those that came with its submission. */
import { problemAddress } from "../table/problemAddress";
import { textIn, type FieldCells } from "./fieldCells";
import type { ReturnRead } from "./layReturn";
import type { SubmissionRows } from "./submission";

export interface Answers {
  readonly rows: readonly AnswerRow[];
  /** Rows of a handed-back return hold every column of ours; those of a submission only some, in the words of its own lists. */
  readonly whole: boolean;
  /** Nothing but replies and remarks was changed. */
  readonly intact: boolean;
}

export interface AnswerRow {
  readonly cells: FieldCells;
  /** The return that is answered; 0 where that is not known. */
  readonly returnNo: number;
  /** Where it stands in the office's own file. */
  readonly sheet: string;
  /** The cell of a field; the row alone where only that is known. */
  readonly cell: (field: string) => string;
}

export function answersOfReturn({ agreements, texts, intact }: ReturnRead): Answers {
  const returnNo = Number(texts.get("returnNo") ?? 0);
  const { sheet, records, columnOf } = agreements;
  const rows = records.map(({ cells, row }): AnswerRow => ({
    ...{ cells, returnNo, sheet },
    cell: (field) => problemAddress({ row, column: columnOf.get(field) }),
  }));
  return { rows, whole: true, intact };
}

export function answersOfSubmission(rows: SubmissionRows): Answers {
  return {
    rows: (rows.get("Replies") ?? []).map((cells): AnswerRow => {
      const origin = textIn(cells, "origin");
      const cut = origin.lastIndexOf("!");
      return { cells, returnNo: Number(textIn(cells, "returnNo")), sheet: origin.slice(0, cut), cell: () => origin.slice(cut + 1) };
    }),
    whole: false,
    intact: false,
  };
}
