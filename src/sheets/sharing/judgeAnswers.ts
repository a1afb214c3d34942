/**
 * Replies of an office below, row by row: its own column is taken; what it changed in the other side's column or in computed
 * cells is told with its cell and not taken, and where the row's own facts were changed an agreement to them is none.
 */
import type { EarlierAgreement } from "../../engine/model";
import { placeTree } from "../../engine/register/places";
import type { CellValue, Sheet } from "../../workbook/workbook";
import { agreementsTable, replyNames, statusNames } from "../outputs";
import type { Reading } from "../reading";
import { fieldColumns } from "../table/column";
import type { EarlierOutput } from "../table/earlierOutput";
import { headingText, normalText } from "../table/normalText";
import { ruleOf, severityOf, type ProblemCase, type ProblemFacts } from "../table/rules";
import { unitOf } from "../table/units";
import { statusWords } from "../table/words";
import { AgreementsHere } from "./agreementsHere";
import type { AnswerRow, Answers } from "./answers";
import { fieldCells, textIn, type FieldCells } from "./fieldCells";
import type { SlipProblem } from "./incoming";
import { isPeriodKey } from "./periodKeyOrder";
import { REPLY_FIELDS, replyOf, SIDES, versionOf, type Side } from "./replies";

export interface AnswersHere {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  /** The office's own Agreements sheet; without one nothing can be answered. */
  readonly sheet: EarlierOutput | undefined;
}

/** `taken`: one row per agreement, as it stands on the sheet Replies but for its origin. */
export interface AnswersJudged {
  readonly taken: readonly { readonly cells: FieldCells; readonly row: AnswerRow }[];
  readonly notes: readonly SlipProblem[];
}

export function judgeAnswers(answers: Answers, office: string, here: AnswersHere): AnswersJudged {
  const judge = new Judge(answers, office, here);
  const taken = answers.rows.flatMap((row) => {
    const cells = judge.taken(row);
    return cells ? [{ cells, row }] : [];
  });
  return { taken, notes: judge.notes };
}

/** Without these an agreement is another one. */
const FACTS: ReadonlySet<string> = new Set(["supplier", "buyer", "demandNo", "product", "specification", "unit"]);
const COPIED = ["supplier", "buyer", "demandNo", "product", "specification"] as const;
const COMPUTED: readonly string[] = fieldColumns(agreementsTable).flatMap(({ field, clerk }) =>
  clerk || field === "no" || field === "version" || field === "status" ? [] : [field],
);

class Judge {
  readonly notes: SlipProblem[] = [];
  private readonly agreements: AgreementsHere;
  private readonly ours: ReadonlySet<string>;

  constructor(
    private readonly answers: Answers,
    private readonly office: string,
    private readonly here: AnswersHere,
  ) {
    const { whole } = here.reading.shared;
    const tree = placeTree(whole);
    this.agreements = new AgreementsHere(here.reading, here.sheets);
    this.ours = new Set(whole.factories.filter(({ place }) => tree.isUnder(place, office)).map(({ name }) => name));
  }

  taken(row: AnswerRow): FieldCells | undefined {
    const { cells } = row;
    const agreement = this.agreements.named(cells, this.office);
    const own = SIDES.filter((side) => agreement && this.ours.has(agreement[side]));
    if (!agreement || own.length === 0) {
      const says = SIDES.some((side) => textIn(cells, REPLY_FIELDS[side]) !== "");
      if (says) this.note(row, agreement ? "I26 not ours" : "I26 no row", "no", { no: textIn(cells, "no"), office: this.office });
      return undefined;
    }
    const { no } = agreement;
    const changed = this.isChanged(row, no);
    for (const side of SIDES) if (!own.includes(side)) this.tellOther(row, side, no);
    const replies = own.flatMap((side) => {
      const text = this.reply(row, side, { agreement, changed });
      return text === undefined ? [] : [[REPLY_FIELDS[side], text] as const];
    });
    const remark = textIn(cells, "remark");
    if (replies.length === 0 && remark === "") return undefined;
    return fieldCells([
      ["no", no],
      ["version", this.version(no)],
      ...COPIED.map((field) => [field, this.here.sheet?.cell(no, field)] as const),
      ...replies,
      ["remark", remark],
      ["returnNo", row.returnNo || undefined],
    ]);
  }

  private version(no: string): number {
    return Number(this.here.sheet?.cell(no, "version")) || 1;
  }

  /** Were the row's own facts changed in the file? Every changed cell is told. */
  private isChanged(row: AnswerRow, no: string): boolean {
    const { whole, intact } = this.answers;
    if (intact || versionOf(row.cells) !== this.version(no)) return false;
    const periods = [...new Set([...row.cells.keys(), ...(this.here.sheet?.columnOf.keys() ?? [])])].filter(isPeriodKey);
    const fields = [...(whole ? COMPUTED : ["supplier", "buyer"]), ...periods].filter((field) => this.differs(row, no, field));
    for (const field of fields) this.noteCell(row, "I26 computed", { field, here: this.text(no, field) });
    return fields.some((field) => FACTS.has(field) || isPeriodKey(field));
  }

  /** A submission speaks in the names and units of its office's own lists. */
  private differs({ cells }: AnswerRow, no: string, field: string): boolean {
    const [theirs, here] = [textIn(cells, field), this.text(no, field)];
    if (isPeriodKey(field)) {
      const units = this.answers.whole ? ["", ""] : [textIn(cells, "unit"), this.text(no, "unit")];
      return amountOf(theirs, units[0]) !== amountOf(here, units[1]);
    }
    const partner = field === "supplier" || field === "buyer";
    return partner ? this.agreements.factory(theirs) !== this.agreements.factory(here) : normalText(theirs) !== normalText(here);
  }

  private reply(
    row: AnswerRow,
    side: Side,
    { agreement, changed }: { readonly agreement: EarlierAgreement; readonly changed: boolean },
  ): string | undefined {
    const { no, status } = agreement;
    const field = REPLY_FIELDS[side];
    const value = textIn(row.cells, field) || this.byStatus(row, no);
    if (value === "") return undefined;
    const [answered, version] = [versionOf(row.cells), this.version(no)];
    if (answered !== version) return this.note(row, "I26 version", field, { no, value: answered, expected: version });
    const reply = replyOf(value);
    if (changed && reply === "agree") return this.note(row, "I26 held", field, { no, value });
    if (reply === undefined) this.note(row, "I26 word", field, { value });
    if (reply === "agree" && (status === "Rejected" || status === "Void"))
      this.note(row, "I26 closed", field, { no, value, expected: statusNames[status][this.here.reading.language] });
    const before = this.said(side, no);
    if (before !== "" && !sameReply(before, value)) this.note(row, "I26 anew", field, { value, expected: before });
    return value;
  }

  /** A status changed in the file says what its own office thinks of the agreement; what both think is not for it to say. */
  private byStatus(row: AnswerRow, no: string): string {
    const text = textIn(row.cells, "status");
    const status = statusWords.get(headingText(text));
    if (this.answers.intact || text === "" || status === statusWords.get(headingText(this.text(no, "status")))) return "";
    const { language } = this.here.reading;
    if (status === "Agreed") return replyNames.agree[language];
    if (status === "Rejected") return replyNames.refuse[language];
    this.noteCell(row, "I26 computed", { field: "status", here: this.text(no, "status") });
    return "";
  }

  private tellOther(row: AnswerRow, side: Side, no: string): void {
    const [text, here] = [textIn(row.cells, REPLY_FIELDS[side]), this.said(side, no)];
    if (text !== "" && !sameReply(text, here)) this.noteCell(row, "I26 other side", { field: REPLY_FIELDS[side], here });
  }

  /** What a side's own office said before, or what this office's clerk wrote for it. */
  private said(side: Side, no: string): string {
    return this.here.reading.shared.replies.get(no)?.[side] ?? this.text(no, REPLY_FIELDS[side]);
  }

  private text(no: string, field: string): string {
    return this.here.sheet?.text(no, field) ?? "";
  }

  private noteCell(row: AnswerRow, kind: ProblemCase, { field, here }: { readonly field: string; readonly here: string }): void {
    const names = fieldColumns<string>(agreementsTable).find((column) => column.field === field)?.names;
    const column = names?.[this.here.reading.language] ?? field;
    this.note(row, kind, field, { column, value: textIn(row.cells, field), expected: here });
  }

  private note({ sheet, cell }: AnswerRow, kind: ProblemCase, field: string, facts: ProblemFacts): undefined {
    const rule = ruleOf(kind);
    this.notes.push({ sheet, cell: cell(field), problem: { severity: severityOf(rule), rule, sheet, facts: { ...facts, case: kind } } });
  }
}

function sameReply(one: string, other: string): boolean {
  return (replyOf(one) ?? one) === (replyOf(other) ?? other);
}

/** A quantity in the base of its unit's family; without a unit as it stands. */
function amountOf(value: CellValue, unit: string): number {
  return Math.round((Number(value) || 0) * (unitOf(unit)?.size ?? 1) * 1_000);
}
