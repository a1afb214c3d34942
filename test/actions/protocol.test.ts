/**
 * What must hold whenever offices share, on small random provinces of one tier: nothing is lost or counted twice on the way up and
 * down, a county's receipt is of what it sent, and a correction touches nothing but what it must. PROTOCOL_CASES=200 for the big run.
 */
import { collectCounties, type FileOutcome } from "../../src/actions/collectCounties";
import { readWorkbook, type WorkbookRead } from "../../src/actions/readWorkbook";
import { receiveResults } from "../../src/actions/receiveResults";
import { returnResults } from "../../src/actions/returnResults";
import type { Situation } from "../../src/engine/model";
import { stepsPerUnit } from "../../src/engine/register/rates";
import type { SheetKind } from "../../src/sheets/reading";
import { textIn, type FieldCells } from "../../src/sheets/sharing/fieldCells";
import { remainingAmounts, unresolvedAmounts } from "../../src/sheets/sharing/outputAmounts";
import { readReturn } from "../../src/sheets/sharing/layReturn";
import { rowsReceived } from "../../src/sheets/sharing/receivedRows";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { balanced, submitted } from "../support/officeRound";
import { officeWorkbook, partOf } from "../support/officeWorkbook";
import { featuresOf, randomSituation } from "../support/randomSituation";

const CASES = Number(process.env.PROTOCOL_CASES ?? 4);
const FIRST = Number(process.env.PROTOCOL_FIRST ?? 1);
const language = "en";

const read = (workbook: XlsxWorkbook | MemoryWorkbook): Promise<WorkbookRead> =>
  readWorkbook(workbook, { withoutInvalid: false, language }, {});

/** Per line that is not in-house: need = settled + unresolved or sent up, in steps. Per capacity row: 0 ≤ remaining ≤ available. */
async function identities(workbook: XlsxWorkbook, where: string): Promise<readonly string[]> {
  const { reading, earlier } = await read(workbook);
  const { whole, sentUp } = reading.shared;
  const steps = new Map(whole.products.map(({ key, unit }) => [key, stepsPerUnit(unit)]));
  const unresolved = unresolvedAmounts(earlier);
  const sum = (amounts: ReadonlyMap<string, number> | undefined): number =>
    [...(amounts?.values() ?? [])].reduce((all, one) => all + one, 0);
  // Right after a submission the sheet still says what was unresolved, and all of that was sent.
  const isSent = sentUp.demands.size + sentUp.capacities.size > 0;
  const wrong: string[] = [];
  for (const { no, product, cells } of whole.demands.filter((line) => !line.inHouse)) {
    const need = cells.reduce((all, { quantity }) => all + quantity, 0);
    const settled = whole.earlierAgreements
      .filter(
        ({ demandNo, status, settledAbove }) =>
          demandNo === no && (status === "Proposed" || status === "Agreed") && (settledAbove !== true || !isSent),
      )
      .reduce((all, { quantities }) => all + quantities.reduce((part, one) => part + one, 0), 0);
    const open = Math.round(sum((isSent ? sentUp.demands : unresolved).get(no)) * (steps.get(product) ?? 1));
    if (need !== settled + open) wrong.push(`${where}: ${no} needs ${need}, settled ${settled}, open ${open}`);
  }
  const remaining = remainingAmounts(earlier);
  for (const { no, available } of whole.capacities) {
    const left = sum(remaining.get(no));
    if (left < 0 || left > available.reduce((all, one) => all + one, 0)) wrong.push(`${where}: ${no} keeps ${left}`);
  }
  return wrong;
}

/** A line as it is counted: its number and its quantities by period. */
function amountsOf(rows: readonly FieldCells[] = []): readonly string[] {
  const told = (cells: FieldCells): string =>
    [...cells].filter(([field, value]) => /^(\d{4}(Q\d| any)( own)?|any)$/.test(field) && value !== 0).map(([field, value]) => `${field}=${String(value)}`).sort().join(" "); // prettier-ignore
  return rows.map((cells) => `${textIn(cells, "no")} ${textIn(cells, "factory")} ${told(cells)}`).sort();
}

async function received(province: XlsxWorkbook): Promise<ReturnType<typeof rowsReceived>> {
  const { reading, sheets } = await read(province);
  return rowsReceived(reading, sheets);
}

async function collected(province: XlsxWorkbook, files: ReadonlyMap<string, Uint8Array>): Promise<readonly FileOutcome[]> {
  const outcome = await collectCounties(province, [...files].map(([name, bytes]) => ({ name, read: async () => bytes })), { language }); // prettier-ignore
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  for (const { state, refusal } of outcome.files) if (state !== "accepted" && state !== "late") throw new Error(JSON.stringify(refusal));
  return outcome.files;
}

interface Round {
  readonly counties: readonly string[];
  readonly own: ReadonlyMap<string, XlsxWorkbook>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly province: XlsxWorkbook;
}

async function sentUp(situation: Situation, office: string, version = 1): Promise<{ own: XlsxWorkbook; file: Uint8Array }> {
  const part = { office, sendTo: situation.office, situation: partOf(situation, office, new Set([office])), version };
  const own = await balanced(openXlsx(await officeWorkbook(part)));
  return { file: await submitted(own), own: openXlsx(own.bytes()) };
}

async function round(situation: Situation): Promise<Round> {
  const counties = situation.places.map(({ name }) => name).filter((name) => name !== situation.office);
  const sent = new Map<string, Awaited<ReturnType<typeof sentUp>>>();
  for (const county of counties) sent.set(county, await sentUp(situation, county));
  const files = new Map([...sent].map(([county, { file }]) => [county, file]));
  const province = openXlsx(await officeWorkbook({ office: situation.office, situation: partOf(situation, situation.office, new Set([situation.office])) })); // prettier-ignore
  await collected(province, files);
  return { counties, files, own: new Map([...sent].map(([county, { own }]) => [county, own])), province: await balanced(province) };
}

/** Up and down: identities in every workbook, what was sent is what arrived, and the receipt says so. */
async function sharedFaithfully({ counties, own, files, province }: Round): Promise<readonly string[]> {
  const wrong = [...(await identities(province, "province"))];
  const arrived = await received(province);
  const returned = await returnResults(province, { language });
  if (returned.kind !== "done") throw new Error(returned.kind);
  for (const county of counties) {
    const workbook = own.get(county);
    const file = files.get(county);
    if (!workbook || !file) continue;
    wrong.push(...(await identities(workbook, `${county} before`)));
    const { reading: submission, sheets } = await read(openXlsx(file));
    const lines = [...submission.shared.whole.demands, ...submission.shared.whole.capacities].map(({ no }) => no).sort();
    const there = (["Received demand", "Received capacity"] as const).flatMap((kind: SheetKind) => arrived.get(county)?.get(kind) ?? []);
    if (JSON.stringify(there.map((cells) => textIn(cells, "no")).sort()) !== JSON.stringify(lines))
      wrong.push(`${county}: other rows arrived`);
    const back = returned.returns.find(({ office }) => office === county);
    const code = sheets.find(({ name }) => name === "Cover")?.values.find((row) => row[0] === "Check code")?.[1];
    const returnRead = back && readReturn(await sheetsOf(back.file.bytes));
    const receipt = new Map<string, string>(returnRead?.texts);
    if (!back || receipt.get("sentCode") !== code || Number(receipt.get("needs")) + Number(receipt.get("capacities")) !== lines.length) {
      wrong.push(`${county}: the receipt is of something else`);
      continue;
    }
    if (returnRead?.intact !== true) wrong.push(`${county}: the return is not intact`);
    const outcome = await receiveResults(workbook, back.file.bytes, { language });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    wrong.push(...(await identities(openXlsx(workbook.bytes()), `${county} after`)));
  }
  return wrong;
}

async function sheetsOf(bytes: Uint8Array): Promise<Awaited<ReturnType<XlsxWorkbook["read"]>>[]> {
  const workbook = openXlsx(bytes);
  const sheets = [];
  for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
  return sheets;
}

/** Everything the province proposed is agreed. */
async function agreedByAll(province: XlsxWorkbook): Promise<XlsxWorkbook> {
  const { sheets, earlier } = await read(province);
  const agreements = earlier.tables.get("Agreements");
  const at = agreements?.columnOf.get("status") ?? -1;
  const written = sheets.map((sheet) =>
    sheet.name === agreements?.sheet.name
      ? { ...sheet, values: sheet.values.map((row) => row.map((cell, column) => (column === at && cell === "Proposed" ? "Agreed" : cell))) }
      : sheet,
  );
  const memory = new MemoryWorkbook(written, await province.definedCells());
  const rows = await memory.read(agreements?.sheet.name ?? "");
  await province.write([{ name: rows.name, definedName: "CB.Agreements", visibility: "visible", columns: rows.values[0].map(() => ({ width: 9, style: "text" })), rows: rows.values, rowStyles: new Map() }]); // prettier-ignore
  return balanced(openXlsx(province.bytes()));
}

/** By line and supplier: what is agreed or put to reconsideration, quarter by quarter. (Standing agreements are worked out anew each time.) */
async function fixedRows(
  province: XlsxWorkbook,
): Promise<ReadonlyMap<string, { readonly all: string; readonly agreed: string; readonly nos: readonly string[] }>> {
  const { reading } = await read(province);
  const rows = reading.shared.whole.earlierAgreements.filter(
    ({ status, quantities, basis }) => quantities.length > 0 && basis !== "standing" && (status === "Agreed" || status === "Reconsider"),
  );
  const keys = new Set(rows.map(({ demandNo, supplier }) => `${demandNo} ${supplier}`));
  return new Map(
    [...keys].map((key) => {
      const ours = rows.filter(({ demandNo, supplier }) => `${demandNo} ${supplier}` === key);
      const total = (some: typeof ours): string => reading.keys.quarters.map((_, at) => some.reduce((sum, row) => sum + (row.quantities[at] ?? 0), 0)).join("/"); // prettier-ignore
      return [key, { all: total(ours), agreed: total(ours.filter(({ status }) => status === "Agreed")), nos: ours.map(({ no }) => no) }];
    }),
  );
}

/** One county asks for half of its first line and offers half of its capacity: what changes in the province? */
async function corrected(situation: Situation, { counties, province }: Round): Promise<readonly string[]> {
  const county = counties.find((name) => partOf(situation, name, new Set([name])).demands.length > 0) ?? counties[0];
  const seats = new Set(situation.factories.filter(({ place }) => place === county).map(({ name }) => name));
  const half = (amount: number): number => Math.floor(amount / 2);
  const [first] = situation.demands.filter(({ factory, inHouse }) => seats.has(factory) && !inHouse);
  const smaller: Situation = {
    ...situation,
    demands: situation.demands.map((line) => (line === first ? { ...line, cells: line.cells.map((cell) => ({ ...cell, quantity: Math.max(1, half(cell.quantity)) })) } : line)),
    capacities: situation.capacities.map((row) => (seats.has(row.factory) ? { ...row, available: row.available.map((amount, at) => Math.max(row.own[at] ?? 0, half(amount))) } : row)),
  }; // prettier-ignore
  const agreed = await agreedByAll(province);
  const [before, arrivedBefore] = [await fixedRows(agreed), await received(agreed)];
  const [outcome] = await collected(agreed, new Map([[county, (await sentUp(smaller, county, 2)).file]]));
  const after = openXlsx(agreed.bytes());
  const arrived = await received(after);
  const wrong = counties
    .filter((name) => name !== county)
    .flatMap((name) => ((["Received demand", "Received capacity"] as const).every((kind) => JSON.stringify(amountsOf(arrived.get(name)?.get(kind))) === JSON.stringify(amountsOf(arrivedBefore.get(name)?.get(kind)))) ? [] : [`${name}'s rows changed`])); // prettier-ignore
  const now = await fixedRows(await balanced(after));
  const touched = new Set(outcome.touched ?? []);
  for (const [key, { all, agreed: bound, nos }] of before) {
    const found = now.get(key);
    if (found?.all !== all) wrong.push(`${key}: ${all} became ${found?.all ?? "nothing"}`);
    if (!nos.some((no) => touched.has(no)) && found?.agreed !== bound)
      wrong.push(`${key}: not touched, but ${bound} became ${found?.agreed ?? "nothing"}`);
  }
  return wrong;
}

test(`nothing is lost on the way, and a correction cuts nothing, on ${CASES} random provinces`, async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (let seed = FIRST; tried < CASES; seed++) {
    const features = new Set(featuresOf(seed));
    for (const feature of ["tiers", "inner", "undatedPlan", "agreed", "rejected", "proposed"] as const) features.delete(feature);
    const situation = randomSituation(seed, features);
    if (situation.places.length === 0) continue;
    tried++;
    try {
      const shared = await round(situation);
      const found = [...(await sharedFaithfully(shared)), ...(await corrected(situation, shared))];
      if (found.length > 0) wrong.push(`seed ${seed}: ${found.join(" | ")}`);
    } catch (error) {
      wrong.push(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 500) : String(error)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 3_600_000);
