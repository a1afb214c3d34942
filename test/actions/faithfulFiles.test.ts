/**
 * Faithful, through files: submit, collect, balance, return and receive, on as many tiers as there are places, give exactly the
 * agreements, unresolved quantities and remaining capacity of one workbook that holds all rows.
 */
import { collectCounties } from "../../src/actions/collectCounties";
import { readWorkbook } from "../../src/actions/readWorkbook";
import { receiveResults } from "../../src/actions/receiveResults";
import { returnResults } from "../../src/actions/returnResults";
import type { Situation } from "../../src/engine/model";
import { placeTree } from "../../src/engine/register/places";
import { remainingAmounts, unresolvedAmounts, type Amounts } from "../../src/sheets/sharing/outputAmounts";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { balanced, submitted } from "../support/officeRound";
import { officeWorkbook, partOf } from "../support/officeWorkbook";
import { featuresOf, FEATURES, randomSituation, type Feature } from "../support/randomSituation";

const CASES = Number(process.env.SHARING_CASES ?? 8);
const FIRST = Number(process.env.SHARING_FIRST ?? 1);
/** Features that every province has beside those of its seed, to look at them alone. */
const ALSO: readonly Feature[] = FEATURES.filter((feature) => process.env.SHARING_ALSO?.split(",").includes(feature) === true);
const language = "en";

interface Office {
  readonly name: string;
  readonly workbook: XlsxWorkbook;
  readonly below: readonly Office[];
}

/** Up: each office collects what lies under it, balances and sends the rest on. */
async function up(situation: Situation, name: string, sendTo: string | undefined): Promise<{ office: Office; file?: Uint8Array }> {
  const children = situation.places
    .filter(({ name: place, under }) => place !== situation.office && (under ?? situation.office) === name)
    .map((place) => place.name);
  const below = [];
  for (const child of children.sort()) below.push(await up(situation, child, name));
  let workbook = openXlsx(await officeWorkbook({ office: name, sendTo, situation: partOf(situation, name, new Set([name])) }));
  if (below.length > 0) {
    const files = below.map(({ office, file }) => ({ name: `${office.name}.xlsx`, read: async () => file ?? new Uint8Array() }));
    const collected = await collectCounties(workbook, files, { language });
    if (collected.kind !== "done") throw new Error(collected.kind);
    for (const outcome of collected.files) if (outcome.state !== "accepted") throw new Error(JSON.stringify(outcome.refusal));
    workbook = openXlsx(workbook.bytes());
  }
  workbook = await balanced(workbook);
  const file = sendTo === undefined ? undefined : await submitted(workbook);
  if (file) await sentAgain(workbook, file);
  return { office: { name, workbook: openXlsx(workbook.bytes()), below: below.map((each) => each.office) }, file };
}

/**
 * Sent once more, also after a balance in between: the same bytes, for nothing has changed. But for agreed rows that were not borne
 * whole: the first balance keeps them out of every meeting, and puts to reconsideration what it can't bear; the next is free of that.
 */
async function sentAgain(workbook: XlsxWorkbook, file: Uint8Array): Promise<void> {
  const copy = openXlsx(workbook.bytes());
  if (Buffer.compare(Buffer.from(await submitted(copy)), Buffer.from(file)) !== 0) throw new Error("sent again, the bytes differ");
  const { reading } = await readWorkbook(copy, { withoutInvalid: false, language }, {});
  if (reading.shared.whole.earlierAgreements.some(({ status }) => status === "Reconsider")) return;
  if (Buffer.compare(Buffer.from(await submitted(await balanced(copy))), Buffer.from(file)) !== 0)
    throw new Error("balanced at home and sent again, the bytes differ");
}

/** Down: each office returns what it has, and those below take it in. */
async function down(office: Office): Promise<readonly Office[]> {
  if (office.below.length === 0) return [office];
  const outcome = await returnResults(office.workbook, { language });
  if (outcome.kind !== "done") throw new Error(`${office.name}: ${JSON.stringify(outcome)}`);
  const all: Office[] = [office];
  for (const child of office.below) {
    const file = outcome.returns.find((each) => each.office === child.name)?.file.bytes;
    if (file) {
      const received = await receiveResults(child.workbook, file, { language });
      if (received.kind !== "done") throw new Error(JSON.stringify(received));
      const once = child.workbook.bytes();
      const twice = await receiveResults(child.workbook, file, { language });
      if (twice.kind !== "unchanged" || Buffer.compare(Buffer.from(once), Buffer.from(child.workbook.bytes())) !== 0)
        throw new Error("received twice, the bytes differ");
      if (process.env.SHARING_HOME) {
        const before = await toldAll(openXlsx(once));
        const after = await toldAll(await balanced(openXlsx(once)));
        if (before !== after) throw new Error(`home: ${before} <> ${after}`);
      }
    }
    all.push(...(await down({ ...child, workbook: openXlsx(child.workbook.bytes()) })));
  }
  return all;
}

interface Outcome {
  readonly agreements: string;
  readonly unresolved: string;
  readonly remaining: string;
}

async function told(workbooks: readonly XlsxWorkbook[], here: readonly ReadonlySet<string>[]): Promise<Outcome> {
  const agreements = new Set<string>();
  const lines: string[] = [];
  const rows: string[] = [];
  for (const [index, workbook] of workbooks.entries()) {
    const { earlier, reading } = await readWorkbook(workbook, { withoutInvalid: false, language }, {});
    for (const { status, demandNo, supplier, settledAt, basis, quantities } of reading.situation.earlierAgreements)
      if (status === "Proposed" || status === "Agreed")
        agreements.add([demandNo, supplier, settledAt, basis, quantities.join("/")].join(" "));
    const own = new Set(
      [...reading.shared.whole.demands, ...reading.shared.whole.capacities]
        .filter(({ factory }) => here[index].has(factory))
        .map(({ no }) => no),
    );
    lines.push(...amountsOf(unresolvedAmounts(earlier), own));
    rows.push(...amountsOf(remainingAmounts(earlier), own));
  }
  return { agreements: [...agreements].sort().join("; "), unresolved: lines.sort().join("; "), remaining: rows.sort().join("; ") };
}

async function toldAll(workbook: XlsxWorkbook): Promise<string> {
  const { reading } = await readWorkbook(workbook, { withoutInvalid: false, language }, {});
  const { whole } = reading.shared;
  return JSON.stringify(await told([workbook], [new Set(whole.factories.map(({ name }) => name))]));
}

function amountsOf(amounts: Amounts, own: ReadonlySet<string>): string[] {
  return [...amounts]
    .filter(([no]) => own.has(no))
    .flatMap(([no, byKey]) => [...byKey].filter(([, amount]) => amount !== 0).map(([key, amount]) => `${no} ${key} ${amount}`));
}

/**
 * Agreed rows, the last plan and what was refused of it. What was proposed or refused stands where both factories first meet: settled
 * higher up, it would be fixed below. Every other row agreed inside one place was typed there, without a number; a clerk further up
 * who types a row of two counties would know what they can't, until his return.
 */
function lastPlan(situation: Situation): Situation["earlierAgreements"] {
  const tree = placeTree(situation);
  const seat = new Map(situation.factories.map(({ name, place }) => [name, place]));
  return situation.earlierAgreements.map((row, index) => {
    const [buyer, supplier] = [seat.get(row.buyer) ?? "", seat.get(row.supplier) ?? ""];
    if (row.status !== "Agreed") return { ...row, settledAt: tree.meet(buyer, supplier) };
    return buyer === supplier && index % 2 === 0 ? { ...row, no: `+${index}`, settledAt: "" } : row;
  });
}

async function compared(situation: Situation): Promise<readonly string[]> {
  const tree = placeTree(situation);
  const all = new Set(situation.factories.map(({ name }) => name));
  const whole = await balanced(
    openXlsx(await officeWorkbook({ office: situation.office, situation: partOf(situation, situation.office, new Set(tree.order)) })),
  );
  const { office } = await up(situation, situation.office, undefined);
  const offices = await down(office);
  const one = await told([whole], [all]);
  const seats = offices.map(
    ({ name }) => new Set(situation.factories.filter(({ place }) => place === name).map((factory) => factory.name)),
  );
  const other = await told(
    offices.map(({ workbook }) => workbook),
    seats,
  );
  return (["agreements", "unresolved", "remaining"] as const).flatMap((kind) =>
    one[kind] === other[kind] ? [] : [`${kind}: ${one[kind]} <> ${other[kind]}`],
  );
}

test(`files sent up and down give what one workbook gives, on ${CASES} random provinces`, async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (let seed = FIRST; tried < CASES; seed++) {
    const random = randomSituation(seed, new Set([...featuresOf(seed), ...ALSO]));
    const situation = { ...random, earlierAgreements: lastPlan(random) };
    if (situation.places.filter(({ name }) => name !== situation.office).length === 0) continue;
    tried++;
    try {
      const found = await compared(situation);
      if (found.length > 0) wrong.push(`seed ${seed}: ${found.join(" | ")}`);
    } catch (error) {
      wrong.push(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 3_600_000);
