/** Agreement rows with what the clerk wrote beside the same number last time. */
import { isFixed } from "../../engine/register/history";
import type { Agreement, EarlierAgreement, Reconsideration, StandingAgreement, Why } from "../../engine/model";
import type { CellValue } from "../../workbook/workbook";
import type { Reading, SharedReading, SheetLanguage } from "../reading";
import { REPLY_FIELDS, replyIn, replyOf, type Side } from "../sharing/replies";
import { cellText, isTypedNumber, type EarlierOutput } from "../table/earlierOutput";
import type { RunningNumbers } from "../table/numbering";
import type { AgreementReason, AgreementRow } from "./agreementRows";
import type { Lookup } from "./lookup";

/** What a row has in common with what the engine made and what stood there before. */
type AgreementFacts = Omit<EarlierAgreement, "no">;

interface Before {
  readonly sheet: EarlierOutput | undefined;
  readonly earlier: ReadonlyMap<string, EarlierAgreement>;
  readonly changedByHand: ReadonlySet<string>;
  readonly running: RunningNumbers;
  readonly lookup: Lookup;
  readonly language: SheetLanguage;
  readonly replies: SharedReading["replies"];
}

/** Rows with what the clerk wrote beside the same number last time. */
export class WrittenAgreements {
  /** Agreements share what they are there for. */
  private readonly reasons = new Map<Why, AgreementReason>();

  constructor(private readonly before: Before) {}

  made(agreement: Agreement, no: string): AgreementRow {
    const { sheet } = this.before;
    if (sheet && isTypedNumber(agreement.no)) sheet.renumber(agreement.no, no);
    const byHand = agreement.status === "Agreed" && (this.isByHand(agreement.no) || this.isByHand(no) || this.markedByHand(no));
    const above = this.earlierRow(no)?.settledAbove === true;
    const reason = above ? this.asItWas({ ...agreement, no }).reason : this.reasonOf(agreement.why);
    return this.row(agreement, { no, reason, byHand });
  }

  private reasonOf(why: Why): AgreementReason {
    const known = this.reasons.get(why) ?? { kind: "why", why };
    this.reasons.set(why, known);
    return known;
  }

  /** Fixed rows that use capacity here for a buyer outside this office: as far as they are borne, they stay as they were. */
  forOthers({ factories, earlierAgreements }: Reading["situation"], reconsider: readonly Reconsideration[]): readonly AgreementRow[] {
    const ours = new Set(factories.map(({ name }) => name));
    const missing = new Map(reconsider.map((entry) => [entry.no, entry.missing]));
    return earlierAgreements.flatMap((row) => {
      if (!isFixed(row) || ours.has(row.buyer)) return [];
      const quantities = row.quantities.map((quantity, quarter) => quantity - (missing.get(row.no)?.[quarter] ?? 0));
      if (!quantities.some((quantity) => quantity > 0)) return [];
      return [this.row({ ...row, quantities }, { ...this.asItWas(row), byHand: this.isByHand(row.no) })];
    });
  }

  /** The row of what found no place: the agreement's own where nothing of it did, else a row of its own beside it. */
  reconsidered(
    entry: Reconsideration,
    { standing, used, of }: { standing: StandingAgreement | undefined; used: ReadonlySet<string>; of: string },
  ): AgreementRow | undefined {
    const reason: AgreementReason = { kind: "reconsider", cause: entry.cause, of };
    const common = { status: "Reconsider", quantities: entry.missing } as const;
    if (standing) {
      const { supplier, buyer, product } = standing;
      const no = this.earlierReconsidered(entry.no) ?? this.before.running.next(entry.no);
      const facts = { ...common, supplier, buyer, product, settledAt: "", demandNo: "", basis: "standing" } as const;
      return this.row(facts, { no, reason, byHand: false });
    }
    const row = this.before.earlier.get(entry.no);
    if (!row) return undefined;
    const no = used.has(row.no) ? this.before.running.next(row.demandNo) : this.numberOf(row);
    return this.row({ ...row, ...common }, { no, reason, byHand: false });
  }

  kept(row: EarlierAgreement): AgreementRow {
    return this.row(row, { ...this.asItWas(row), byHand: false });
  }

  private asItWas(row: EarlierAgreement): Pick<AgreementRow, "no" | "reason"> {
    const no = this.numberOf(row);
    return {
      no,
      reason: { kind: "kept", text: this.before.sheet?.cell(no, "why") ?? null, km: this.before.sheet?.cell(no, "km") ?? null },
    };
  }

  /** The row's number; one that the clerk typed without a number gets its own. */
  private numberOf({ no, demandNo, buyer }: EarlierAgreement): string {
    if (!isTypedNumber(no)) return no;
    const given = this.before.running.next(demandNo === "" ? buyer : demandNo);
    this.before.sheet?.renumber(no, given);
    return given;
  }

  private isByHand(no: string): boolean {
    return isTypedNumber(no) || this.before.changedByHand.has(no);
  }

  private row(facts: AgreementFacts, { no, reason, byHand }: Pick<AgreementRow, "no" | "reason" | "byHand">): AgreementRow {
    const version = this.version(no, facts.quantities);
    const outdated = facts.status === "Proposed" && version > this.lastVersion(no);
    const { lookup } = this.before;
    const named = lookup.demands.get(facts.demandNo);
    return {
      no,
      status: facts.status,
      settledAt: facts.settledAt,
      supplier: facts.supplier,
      buyer: facts.buyer,
      supplierPlace: lookup.placeOf(facts.supplier),
      buyerPlace: lookup.placeOf(facts.buyer),
      demandNo: facts.demandNo,
      demand: named?.factory === facts.buyer ? named : undefined,
      product: facts.product,
      made: lookup.products.get(facts.product),
      quantities: facts.quantities,
      basis: facts.basis,
      reason,
      byHand,
      version,
      supplierReply: this.reply(no, "supplier", outdated),
      buyerReply: this.reply(no, "buyer", outdated),
      remark: this.before.sheet?.cell(no, "remark") ?? null,
    };
  }

  /** What the side's own office answered, else what the clerk wrote for it; an agreement to other figures is none. */
  private reply(no: string, side: Side, outdated: boolean): CellValue {
    const { replies } = this.before;
    const heard = replies.size > 0 ? replies.get(no)?.[side] : undefined;
    const text = heard === undefined ? (this.before.sheet?.cell(no, REPLY_FIELDS[side]) ?? null) : replyIn(heard, this.before.language);
    return outdated && replyOf(cellText(text)) === "agree" ? null : text;
  }

  /** A number is a new text, and to look it up takes long: in a first balance there is nothing to find. */
  private earlierRow(no: string): EarlierAgreement | undefined {
    const { earlier } = this.before;
    return earlier.size > 0 ? earlier.get(no) : undefined;
  }

  private lastVersion(no: string): number {
    const last = Number(this.before.sheet?.cell(no, "version"));
    return Number.isInteger(last) && last > 0 ? last : 1;
  }

  /** The version goes up when the quantities change. */
  private version(no: string, quantities: readonly number[]): number {
    const earlier = this.earlierRow(no);
    if (!earlier) return 1;
    const version = this.lastVersion(no);
    return quantities.every((quantity, quarter) => quantity === (earlier.quantities[quarter] ?? 0)) ? version : version + 1;
  }

  private markedByHand(no: string): boolean {
    const text = this.before.sheet?.text(no, "why") ?? "";
    return text !== "" && Object.values(BY_HAND).some((mark) => text.startsWith(mark));
  }

  private earlierReconsidered(standingNo: string): string | undefined {
    const stem = `${standingNo}-`;
    for (const row of this.before.earlier.values()) {
      if (row.status === "Reconsider" && row.basis === "standing" && row.no.startsWith(stem) && /^\d+$/.test(row.no.slice(stem.length)))
        return row.no;
    }
    return undefined;
  }
}

/** How a row that counts as agreed because of the clerk's own hand is marked, at the beginning of Why. */
export const BY_HAND = { "zh-CN": "【手工】", en: "[by hand]" } as const;
