/** The Transfers sheet · 任务转移: in-house work handed over with what that enabled, and work that left its present supplier. */
import type { CapacityUse, Transfer } from "../../engine/model";
import { capacityUse, transferSentence } from "../../i18n/outputs";
import type { CellValue } from "../../workbook/workbook";
import { inUnits } from "./agreementRows";
import { totalOf } from "./agreementsSheet";
import { capacitySteps, capacityUnit } from "./cureFacts";
import type { EarlierOutput } from "../table/earlierOutput";
import type { Lookup } from "./lookup";
import { codeUnitOrder, naturalOrder } from "../table/naturalOrder";
import type { RunningNumbers } from "../table/numbering";
import { transfersTable, type TransferField } from "../outputs";
import type { SheetLanguage } from "../reading";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";

/** Numbers the transfers (demand number, `T`, running number) and names the agreements they enabled as the sheet does. */
export function transferRows(
  transfers: readonly Transfer[],
  numberOf: (no: string) => string,
  known: { earlier: EarlierOutput | undefined; running: RunningNumbers },
): readonly Transfer[] {
  const { earlier, running } = known;
  const numbersBefore = new Map<string, string>();
  for (const no of earlier?.numbers() ?? []) {
    running.use(no);
    const stem = no.replace(/-\d+$/, "");
    numbersBefore.set(JSON.stringify([stem, earlier?.text(no, "from"), earlier?.text(no, "to")]), no);
  }
  const ordered = [...transfers].sort(
    (a, b) =>
      naturalOrder(a.demandNo, b.demandNo) || codeUnitOrder(a.to, b.to) || codeUnitOrder(a.from, b.from) || codeUnitOrder(a.no, b.no),
  );
  const taken = new Set<string>();
  const rows = ordered.map((transfer): Transfer => {
    const stem = `${transfer.demandNo}-T`;
    const before = numbersBefore.get(JSON.stringify([stem, transfer.from, transfer.to]));
    const no = before !== undefined && !taken.has(before) ? before : running.next(stem);
    taken.add(no);
    return { ...transfer, no, enables: transfer.enables.map(numberOf).sort(naturalOrder) };
  });
  return rows.sort((a, b) => naturalOrder(a.no, b.no));
}

export interface TransfersInput {
  readonly rows: readonly Transfer[];
  readonly lookup: Lookup;
  readonly periods: readonly string[];
  readonly language: SheetLanguage;
}

export function transfersSheet({ rows, lookup, periods, language }: TransfersInput): Generator<void, SheetDraft> {
  const quantity = (steps: number, key: string): number => {
    const product = lookup.products.get(key);
    return product ? inUnits(steps, product) : steps;
  };
  return draftSheet<Transfer, TransferField>({
    ...{ table: transfersTable, language, periods, rows, numberFields: ["no"] },
    cells: {
      cell: (field) => (row) => (field === "total" ? quantity(totalOf(row), row.product) : transferCell(row, field, lookup, language)),
      quantity: (row, period) => quantity(row.quantities[period] ?? 0, row.product),
      hasDecimals: (row) => lookup.products.get(row.product)?.unit.family === "mass",
    },
  });
}

function transferCell(row: Transfer, field: Exclude<TransferField, "total">, lookup: Lookup, language: SheetLanguage): CellValue {
  switch (field) {
    case "unit":
      return lookup.products.get(row.product)?.unit.name ?? "";
    case "frees":
      return usesText(row.frees, lookup, language);
    case "takes":
      return usesText(row.takes, lookup, language);
    case "enables":
      return row.enables.join(language === "en" ? ", " : "、");
    case "why":
      return transferSentence[language]({ inHouse: row.inHouse, goal: row.goal, enables: row.enables.length });
    default:
      return row[field];
  }
}

function usesText(uses: readonly CapacityUse[], lookup: Lookup, language: SheetLanguage): string {
  return uses
    .map((use) => {
      const row = lookup.capacities.get(use.capacityNo);
      return row ? capacityUse(use.item, use.amount / capacitySteps(row), capacityUnit(row, lookup, language)) : use.item;
    })
    .join(language === "en" ? "; " : "；");
}
