/**
 * Takes a return into an office's own output sheets: rows settled above stand beside its own, what came back unresolved and
 * what remains take the place of what was sent. Rows match by number; remarks and columns of the clerk's own stay.
 */
import { atOnce } from "../../engine/slices";
import { stepsPerUnit } from "../../engine/register/rates";
import type { WrittenSheet } from "../../workbook/workbook";
import { agreementChoices } from "../results/agreementsSheet";
import { capacitySteps } from "../results/cureFacts";
import { headingText } from "../table/normalText";
import { layTable } from "../table/layTable";
import { RunningNumbers } from "../table/numbering";
import type { OutputKind, Reading } from "../reading";
import { balanceForms } from "../forms/balanceForms";
import type { SheetDraft } from "../table/sheetDraft";
import { recordedAgreements } from "../record/agreementDigests";
import { draftDigests, pageDigest } from "../record/sheetDigests";
import { statusWords } from "../table/words";
import { lookOf, valuesOf } from "../writeResult";
import { naturalOrder } from "../table/naturalOrder";
import { fieldCells, numberIn, textIn, type FieldCells } from "./fieldCells";
import { lastRun, type WorkbookSeen } from "./freshness";
import type { ReturnRead } from "./layReturn";
import { prefixed } from "./ownNumbers";
import { inOurWords } from "./inOurWords";
import { REPLY_FIELDS, SIDES, versionOf } from "./replies";
import { draftOf, type RowKind } from "./draftOf";
import { sentUpSheet } from "./sentUpSheet";
import { runOfSharing } from "./sharingRun";
import { summaryReceived } from "./summaryReceived";

export interface ReceiveInput {
  readonly seen: WorkbookSeen;
  readonly returned: ReturnRead;
  readonly office: string;
  readonly time: string | undefined;
}

/** The sheets as they are to be written, the Run record last. */
export function receiveInto(input: ReceiveInput): readonly WrittenSheet[] {
  const { seen, returned, office, time } = input;
  const { reading, earlier } = seen;
  const rows = new Merged(input);
  const agreements = rows.agreements();
  const unresolved = rows.unresolved();
  const kinds: readonly (readonly [RowKind, readonly FieldCells[]])[] = [
    ["Agreements", agreements],
    ["Unresolved", unresolved],
    ["Remaining capacity", rows.remaining()],
    ["Transfers", rows.transfers()],
  ];
  const drafts = new Map(
    kinds.flatMap(([kind, records]) =>
      kind === "Transfers" && records.length === 0 && !earlier.sheets.has(kind) ? [] : [[kind, draftOf(kind, records, reading)] as const],
    ),
  );
  const look = lookOf(reading, earlier, lastRun(earlier)?.checkCode ?? "");
  const forms = atOnce(
    balanceForms({
      ...{ asked: false, reading, earlier, sheets: seen.sheets, definedCells: seen.definedCells },
      // What was sent up is here again.
      ...{ situation: reading.shared.whole, drafts: new Map<OutputKind, SheetDraft>(drafts), nameOf: (kind) => look(kind).name },
    }),
  );
  const written = [...drafts, ...forms];
  const sheets = written.map(([kind, draft]) => {
    const choices = kind === "Agreements" ? agreementChoices(reading.language) : undefined;
    return atOnce(layTable(draft, { ...look(kind), choices })).sheet;
  });
  const summary = summaryReceived(seen, {
    ...{ agreements, unresolved, from: returned.texts.get("from") ?? "", returnNo: returned.texts.get("returnNo") ?? "" },
  });
  const highest = new RunningNumbers(earlier.record?.highest ?? new Map());
  for (const cells of agreements) highest.use(textIn(cells, "no"));
  const emptied = reading.receipts.some(({ kind }) => kind === "Sent up") ? [sentUpSheet([], reading)] : [];
  const run = {
    ...{ action: "receive" as const, office, otherOffice: returned.texts.get("from") ?? "", time },
    ...{ version: Number(returned.texts.get("returnNo") ?? 0), sentCode: returned.checkCode },
  };
  const recorded = atOnce(
    recordedAgreements(drafts.get("Agreements"), (row) => statusWords.get(headingText(textIn(agreements[row], "status")))),
  );
  const after = {
    sentUp: [],
    agreements: recorded,
    digests: new Map([
      ...atOnce(draftDigests(written, recorded)),
      ["Summary", pageDigest(valuesOf(summary), lastRun(earlier)?.checkCode ?? "")] as const,
    ]),
    highest: highest.all(),
  };
  return [summary, ...sheets, ...emptied, runOfSharing(seen, run, after)];
}

/** The rows of each sheet after the return. */
class Merged {
  private readonly whole: Reading["shared"]["whole"];
  private readonly tree: ReadonlySet<string>;
  private readonly own: ReadonlySet<string>;
  private readonly factories: ReadonlySet<string>;
  private readonly prefixes: readonly string[];

  constructor(private readonly input: ReceiveInput) {
    const { reading } = input.seen;
    this.whole = reading.shared.whole;
    const { office, places, factories, demands, capacities } = this.whole;
    this.tree = new Set([office, ...places.map(({ name }) => name), ...factories.map(({ place }) => place)]);
    this.factories = new Set(factories.map(({ name }) => name));
    this.own = new Set([...demands, ...capacities].map(({ no }) => no));
    const code = reading.codes.get(office) ?? input.returned.texts.get("officeCode") ?? "";
    this.prefixes = [code, office, input.office].filter((text) => text !== "");
  }

  agreements(): readonly FieldCells[] {
    const sent = this.returned("Agreements").map((cells) => inOurWords(this.renumbered(cells), this.input.seen.reading.language));
    const numbers = new Set(sent.map((cells) => textIn(cells, "no")));
    const kept = this.standing("Agreements").filter((cells) => {
      const at = textIn(cells, "settledAt");
      return this.isLocal(at) && !numbers.has(textIn(cells, "no"));
    });
    const withOurs = sent.map((cells) => this.withClerks("Agreements", cells, [...this.ownReplies(cells), "remark"]));
    return [...kept, ...withOurs].sort(byLine);
  }

  /** Reply columns of our side; a reply to other figures is none. */
  private ownReplies(cells: FieldCells): readonly string[] {
    const before = this.input.seen.earlier.tables.get("Agreements")?.text(textIn(cells, "no"), "version") || "1";
    if (Number(before) !== versionOf(cells)) return [];
    return SIDES.filter((side) => this.factories.has(textIn(cells, side))).map((side) => REPLY_FIELDS[side]);
  }

  /** Lines that were not sent keep what the last balance said of them. */
  unresolved(): readonly FieldCells[] {
    const { reading, earlier } = this.input.seen;
    const sentUp = reading.shared.sentUp.demands;
    const known = lastRun(earlier) !== undefined && sentUp.size > 0;
    const kept = known ? this.standing("Unresolved").filter((cells) => !sentUp.has(textIn(cells, "demandNo"))) : [];
    const sent = this.returned("Unresolved").map((cells) =>
      this.withClerks("Unresolved", this.share(inOurWords(this.renumbered(cells), this.input.seen.reading.language)), ["decision"]),
    );
    return [...kept, ...sent].sort(byLine);
  }

  remaining(): readonly FieldCells[] {
    const sent = new Map(
      this.returned("Remaining capacity").map((cells) => {
        const no = this.ownNo(textIn(cells, "capacityNo"));
        return [no, this.load(new Map([...cells, ["capacityNo", no]]), no)] as const;
      }),
    );
    const before = this.standing("Remaining capacity").map((cells) => textIn(cells, "capacityNo"));
    return this.standing("Remaining capacity")
      .map((cells) => {
        const back = sent.get(textIn(cells, "capacityNo"));
        return back ? this.inPlaceOf(cells, back) : cells;
      })
      .concat([...sent].filter(([no]) => !before.includes(no)).map(([, cells]) => cells));
  }

  private isLocal(settledAt: string): boolean {
    return settledAt === "" || this.tree.has(settledAt);
  }

  transfers(): readonly FieldCells[] {
    const sent = this.returned("Transfers").map((cells) => this.renumbered(cells));
    const numbers = new Set(sent.map((cells) => textIn(cells, "no")));
    const { earlier } = this.input.seen;
    const ours = (cells: FieldCells): boolean => this.factories.has(textIn(cells, "from")) && this.factories.has(textIn(cells, "to"));
    const kept = earlier.tables.has("Transfers")
      ? this.standing("Transfers").filter((cells) => ours(cells) && !numbers.has(textIn(cells, "no")))
      : [];
    return [...kept, ...sent].sort(byLine);
  }

  private returned(kind: RowKind): readonly FieldCells[] {
    return this.input.returned.rows.get(kind) ?? [];
  }

  /** The rows as they stand on our own sheet. */
  private standing(kind: RowKind): readonly FieldCells[] {
    const sheet = this.input.seen.earlier.tables.get(kind);
    const fields = [...(sheet?.columnOf.keys() ?? [])];
    return [...(sheet?.numbers() ?? [])].map((no) => fieldCells(fields.map((field) => [field, sheet?.cell(no, field)] as const)));
  }

  /** Its unit, grade and names as our own sheet has them; its quantities as the return says. */
  private inPlaceOf(cells: FieldCells, back: FieldCells): FieldCells {
    const amounts = new Set([...this.input.seen.reading.keys.quarters, "total", "load"]);
    return new Map([...[...cells].filter(([field]) => !amounts.has(field)), ...[...back].filter(([field]) => amounts.has(field))]);
  }

  private withClerks(kind: RowKind, cells: FieldCells, fields: readonly string[]): FieldCells {
    const sheet = this.input.seen.earlier.tables.get(kind);
    const no = textIn(cells, "no");
    if (sheet?.row(no) === undefined) return cells;
    return fieldCells([...cells, ...fields.map((field) => [field, sheet.cell(no, field) ?? cells.get(field)] as const)]);
  }

  /** A number that got our code or name in front above is ours again without it. */
  private ownNo(no: string): string {
    const starts = this.prefixes.map((prefix) => prefixed(prefix, ""));
    for (let rest = no; ;) {
      if (this.own.has(rest)) return rest;
      const start = starts.find((text) => rest.startsWith(text));
      if (start === undefined) return no;
      rest = rest.slice(start.length);
    }
  }

  /** What we only make for others gets its place in front where a line of our own, which we did not send up, has the same number. */
  private numberHere(line: string, cells: FieldCells): string {
    const { demands: sentUp, capacities } = this.input.seen.reading.shared.sentUp;
    const place = textIn(cells, "buyerPlace");
    const known = place === "" || this.tree.has(place) || this.factories.has(textIn(cells, "buyer"));
    const clashes = !known && sentUp.size + capacities.size > 0 && this.own.has(line) && !sentUp.has(line);
    return clashes ? prefixed(place, line) : this.ownNo(line);
  }

  private renumbered(cells: FieldCells): FieldCells {
    const line = textIn(cells, "demandNo") || textIn(cells, "no").replace(/-T-\d+$/, "");
    const ours = this.numberHere(line, cells);
    if (ours === line) return cells;
    const no = textIn(cells, "no");
    const changed: [string, string][] = no.startsWith(`${line}-`) ? [["no", `${ours}${no.slice(line.length)}`]] : [];
    return new Map([...cells, ...changed, ...(cells.has("demandNo") ? [["demandNo", ours] as const] : [])]);
  }

  /** Of the line's whole need, which only we know. */
  private share(cells: FieldCells): FieldCells {
    const demand = this.whole.demands.find(({ no }) => no === textIn(cells, "demandNo"));
    const unit = demand && this.whole.products.find(({ key }) => key === demand.product)?.unit;
    const need = unit ? demand.cells.reduce((sum, { quantity }) => sum + quantity, 0) / stepsPerUnit(unit) : 0;
    return need === 0 ? cells : new Map([...cells, ["share", Math.round((numberIn(cells, "total") / need) * 10_000) / 10_000]]);
  }

  private load(cells: FieldCells, no: string): FieldCells {
    const capacity = this.whole.capacities.find((row) => row.no === no);
    const available = capacity ? capacity.available.reduce((sum, amount) => sum + amount, 0) / capacitySteps(capacity) : 0;
    if (available === 0) return new Map([...cells].filter(([field]) => field !== "load"));
    return new Map([...cells, ["load", Math.round(((available - numberIn(cells, "total")) / available) * 10_000) / 10_000]]);
  }
}

function byLine(one: FieldCells, other: FieldCells): number {
  return naturalOrder(textIn(one, "demandNo"), textIn(other, "demandNo")) || naturalOrder(textIn(one, "no"), textIn(other, "no"));
}
