/** The register of submissions: which office sent what, and which sent nothing. */
import { keptNote, registerNote, registerStates, shareTexts, type RegisterState } from "../../i18n/sharing";
import type { Sheet, WrittenSheet } from "../../workbook/workbook";
import { naturalOrder } from "../table/naturalOrder";
import type { Reading } from "../reading";
import { fieldCells, numberIn, textIn, type FieldCells } from "./fieldCells";
import type { FileJudged } from "./incoming";
import type { KnownSubmission } from "./judgeIncoming";
import { layRecords } from "./layRecords";
import { readRecords } from "./readRecords";
import { submissionsTable } from "./sharedTables";
import { isReceivedKind } from "../inputs/received";

export interface RegisterEntry {
  readonly office: string;
  readonly code: string;
  readonly state: RegisterState;
  readonly version: number | undefined;
  readonly checkCode: string;
  readonly balanced: string;
  readonly needs: number;
  readonly capacities: number;
  readonly settled: number;
  readonly file: string;
  readonly note: string;
}

interface WorkbookSheets {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
}

interface FileOutcome extends FileJudged {
  readonly touched?: readonly string[];
}

/** What is known of each office whose submission was taken. */
export function readRegister(read: WorkbookSheets): ReadonlyMap<string, KnownSubmission> {
  return new Map(
    readRegisterEntries(read)
      .filter(({ state }) => state === "accepted" || state === "late")
      .map(({ office, version, checkCode }) => [office, { version: version ?? 1, checkCode }]),
  );
}

/** The register as it stands. */
export function readRegisterEntries({ reading, sheets }: WorkbookSheets): readonly RegisterEntry[] {
  const name = reading.receipts.find(({ kind }) => kind === "Submissions")?.sheet;
  const records = readRecords(
    sheets.find((sheet) => sheet.name === name),
    { table: submissionsTable },
  );
  return records.map((cells): RegisterEntry => ({
    office: textIn(cells, "office"),
    code: textIn(cells, "code"),
    state: stateOf(textIn(cells, "state")),
    version: cells.has("version") ? numberIn(cells, "version") : undefined,
    checkCode: textIn(cells, "checkCode"),
    balanced: textIn(cells, "balanced"),
    needs: numberIn(cells, "needs"),
    capacities: numberIn(cells, "capacities"),
    settled: numberIn(cells, "settled"),
    file: textIn(cells, "file"),
    note: textIn(cells, "note"),
  }));
}

function stateOf(word: string): RegisterState {
  const known = Object.entries(registerStates).find(([, names]) => Object.values(names).includes(word));
  return (known?.[0] ?? "missing") as RegisterState;
}

/** One row per office: as this Collect leaves it. Offices that should report and have not are missing. */
export function register(read: WorkbookSheets, outcomes: readonly FileOutcome[]): readonly RegisterEntry[] {
  const entries = new Map(readRegisterEntries(read).map((entry) => [entry.office, entry]));
  for (const office of expected(read.reading)) {
    const before = entries.get(office);
    if (!before || before.state === "missing") entries.set(office, blank(office, "missing", read.reading));
  }
  for (const outcome of outcomes) {
    const { office } = outcome;
    if (office === undefined) continue;
    const entry = entryOf(outcome, read.reading, entries.get(office));
    if (entry) entries.set(office, entry);
  }
  return [...entries.values()].sort((a, b) => naturalOrder(a.code, b.code) || naturalOrder(a.office, b.office));
}

function entryOf(outcome: FileOutcome, reading: Reading, before: RegisterEntry | undefined): RegisterEntry | undefined {
  const { file, state, office = "", incoming, touched = [] } = outcome;
  const taken = before?.state === "accepted" || before?.state === "late";
  if (state === "refused") return taken ? undefined : { ...blank(office, "refused", reading), file };
  if ((state !== "accepted" && state !== "late") || !incoming) return undefined;
  const count = (kind: "Demand" | "Capacity" | "Settled below"): number => incoming.rows.get(kind)?.length ?? 0;
  const home = incoming.balanced === "at home" ? shareTexts.balancedAtHome : shareTexts.balancedHere;
  return {
    ...blank(office, state, reading),
    code: reading.codes.get(office) ?? incoming.officeCode,
    version: incoming.version,
    checkCode: incoming.checkCode,
    balanced: home[reading.language],
    needs: count("Demand"),
    capacities: count("Capacity"),
    settled: count("Settled below"),
    file,
    note: touched.length > 0 ? registerNote[reading.language]({ touched }) : "",
  };
}

function blank(office: string, state: RegisterState, reading: Reading): RegisterEntry {
  const code = reading.codes.get(office) ?? "";
  return { office, code, state, version: undefined, checkCode: "", balanced: "", needs: 0, capacities: 0, settled: 0, file: "", note: "" };
}

/** Offices right under this one on its own list that have factories, or all of them where it lists none. */
function expected({ shared, receipts }: Reading): readonly string[] {
  const { whole, lists } = shared;
  const received = new Set(receipts.flatMap(({ kind, sheet }) => (kind !== undefined && isReceivedKind(kind) ? [sheet] : [])));
  const above = new Map(whole.places.map(({ name, under }) => [name, under]));
  const own = lists.places.filter(({ name, sheet }) => sheet !== undefined && !received.has(sheet) && above.get(name) === whole.office);
  const withFactories = new Set<string>();
  for (const { place } of whole.factories)
    for (let at: string | undefined = place; at !== undefined && !withFactories.has(at); at = above.get(at)) withFactories.add(at);
  const names = own.map(({ name }) => name);
  return whole.factories.length === 0 ? names : names.filter((name) => withFactories.has(name));
}

export function registerSheet(entries: readonly RegisterEntry[], reading: Reading): WrittenSheet {
  const { language, situation } = reading;
  const records = entries.map((entry): FieldCells => {
    const taken = entry.state === "accepted" || entry.state === "late";
    const { office, code, version, checkCode, balanced, needs, capacities, settled, file, note } = entry;
    return fieldCells([
      ...Object.entries({ office, code, version, checkCode, balanced, file, note }),
      ["state", registerStates[entry.state][language]],
      ...(taken ? Object.entries({ needs, capacities, settled }) : []),
    ]);
  });
  return layRecords({
    ...{ table: submissionsTable, records, language, definedName: submissionsTable.definedName },
    name: reading.receipts.find(({ kind }) => kind === "Submissions")?.sheet,
    title: `${situation.office}${language === "en" ? ": " : ""}${submissionsTable.names[language]}`,
    note: keptNote[language]({ office: situation.office, what: "register" }),
  });
}
