/** The agreements of this office, as replies from below name them. */
import type { EarlierAgreement } from "../../engine/model";
import type { Sheet } from "../../workbook/workbook";
import type { Reading } from "../reading";
import { NameIndex, splitList } from "../table/names";
import { normalText } from "../table/normalText";
import { besideRow } from "./besideRow";
import { textIn, type FieldCells } from "./fieldCells";
import { prefixed } from "./ownNumbers";
import { isFromBelow } from "./rejections";

export class AgreementsHere {
  private readonly byNumber: ReadonlyMap<string, EarlierAgreement>;
  private readonly factories = new NameIndex<string>();

  constructor(
    private readonly reading: Reading,
    sheets: readonly Sheet[],
  ) {
    const { whole, lists } = reading.shared;
    this.byNumber = new Map(whole.earlierAgreements.flatMap((row) => (isFromBelow(row) ? [] : [[row.no, row] as const])));
    const beside = besideRow(reading, sheets);
    for (const entry of lists.factories) {
      this.factories.add(entry.name, entry.name);
      for (const former of splitList(beside(entry, "formerNames"))) this.factories.add(former, entry.name, "other");
    }
  }

  /** The name this office knows a factory by. */
  factory(text: string): string {
    return this.factories.entry(text) ?? normalText(text);
  }

  /**
   * What a row from `office` is about: the agreement with its number, also where this office put the sender's code or name in front
   * of it, or the sender the buyer's place, because both had a line of that number.
   */
  named(cells: FieldCells, office: string): EarlierAgreement | undefined {
    const no = textIn(cells, "no");
    const buyerPlace = prefixed(textIn(cells, "buyerPlace"), "");
    const prefixes = [this.reading.codes.get(office) ?? office, office];
    const numbers = [no, ...prefixes.flatMap((prefix) => [prefixed(prefix, no), prefixed(prefix, prefixed(prefix, no))])];
    if (no.startsWith(buyerPlace)) numbers.push(no.slice(buyerPlace.length));
    const found = numbers.flatMap((number) => this.byNumber.get(number) ?? []);
    const partners = (["supplier", "buyer"] as const).map((side) => [side, this.factory(textIn(cells, side))] as const);
    return found.find((row) => partners.every(([side, name]) => row[side] === name)) ?? this.byNumber.get(no);
  }
}
