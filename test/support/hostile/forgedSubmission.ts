/**
 * Submissions that say what they should not, each with a check code that fits: whoever can make one file can make the code. What a
 * forger wrote is in the rows or on the Cover; the file itself is as sound as ours.
 */
import type { CellValue } from "../../../src/workbook/workbook";
import type { FieldCells } from "../../../src/sheets/sharing/fieldCells";
import { laySubmission } from "../../../src/sheets/sharing/laySubmission";
import type { Submission, SubmissionCover, SubmissionKind } from "../../../src/sheets/sharing/submission";
import { codeOf } from "../../../src/sheets/sharing/submissionCover";
import { blankXlsx } from "../../../src/workbook/xlsxWorkbook";
import type { Random } from "../random";
import { FORMULAS, NUMBERS, PROGRAM_NAMES, TEXTS } from "./hostileTexts";

export type Forge = (honest: Submission, random: Random) => Submission;

/** As a file; a version of its own unless the forger cares. */
export async function fileOf(submission: Submission, checkCode = codeOf(submission)): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await workbook.write(laySubmission({ ...submission, checkCode }));
  return workbook.bytes();
}

type Row = Readonly<Record<string, CellValue>>;

function withCover(honest: Submission, cover: Partial<SubmissionCover>): Submission {
  return { ...honest, cover: { ...honest.cover, ...cover } };
}

function withRows(honest: Submission, kind: SubmissionKind, change: (rows: readonly FieldCells[]) => readonly FieldCells[]): Submission {
  return { ...honest, rows: new Map([...honest.rows, [kind, change(honest.rows.get(kind) ?? [])]]) };
}

function adding(kind: SubmissionKind, rows: (random: Random) => readonly Row[]): Forge {
  return (honest, random) => withRows(honest, kind, (before) => [...before, ...rows(random).map((row) => new Map(Object.entries(row)))]);
}

/** One cell of one row of some sheet. */
function changing(kinds: readonly SubmissionKind[], fields: readonly string[], values: readonly CellValue[]): Forge {
  return (honest, random) => {
    const kind = random.pick(kinds.filter((each) => (honest.rows.get(each)?.length ?? 0) > 0));
    return withRows(honest, kind, (rows) => {
      const at = random.below(rows.length);
      const there = [...rows[at].keys()].filter((field) => fields.includes(field));
      const field = there.length > 0 ? random.pick(there) : random.pick(fields);
      const value = random.pick(values);
      return rows.map((cells, index) => (index === at ? new Map([...cells, [field, value]]) : cells));
    });
  };
}

const NAMED = ["no", "factory", "product", "unit", "kind", "priority", "wished", "remark", "origin", "item", "place", "code", "specification", "equipment", "supplier", "buyer", "explanation", "sheet", "cell"]; // prettier-ignore
const SHEETS: readonly SubmissionKind[] = ["Demand", "Capacity", "Places", "Factories", "Equipment", "Products", "Standing agreements", "Last year", "Explanations"]; // prettier-ignore
const OTHERS = ["Smith", "Forge", "Plant"];

/** A name everywhere it stands, so that the rows still hang together. */
function renaming(from: readonly string[], to: readonly string[]): Forge {
  return (honest, random) => {
    const before = random.pick(from);
    const after = random.pick(to);
    const renamed = (value: CellValue): CellValue => (value === before ? after : value);
    const rows = [...honest.rows].map(([kind, records]) => [
      kind,
      records.map((cells) => new Map([...cells].map(([field, value]) => [field === before ? after : field, renamed(value)]))),
    ] as const); // prettier-ignore
    return { ...honest, rows: new Map(rows) };
  };
}

export interface ForgedKind {
  readonly what: string;
  readonly forge: Forge;
  /** What must become of it; absent: either, by what it happens to say. */
  readonly must?: "refused" | "taken";
  /** Against the workbook that has taken Jia's version 2. */
  readonly later?: true;
}

const cover = (cover: (random: Random) => Partial<SubmissionCover>): Forge => (honest, random) => withCover(honest, cover(random)); // prettier-ignore

export const FORGED: readonly ForgedKind[] = [
  { what: "addressed to another office", forge: cover((random) => ({ sendTo: random.pick(["Jilin", "Fu", "Jia", ...TEXTS]) })), must: "refused" },
  { what: "from an office nobody knows", forge: cover((random) => ({ office: random.pick(["Hu", "Jiaa", ...TEXTS]), officeCode: random.pick(["", "99", "__proto__"]) })), must: "refused" },
  { what: "from the collecting office itself", forge: cover(() => ({ office: "Province", officeCode: "" })), must: "refused" },
  { what: "in another county's name", forge: cover(() => ({ office: "Fu", officeCode: "02", version: 9 })), must: "refused" },
  { what: "in the name of a place under its own", forge: cover(() => ({ office: "Jia East", officeCode: "011" })), must: "refused" },
  { what: "of another round", forge: cover((random) => ({ round: random.pick(["Spring 1921", ...TEXTS]) })), must: "refused" },
  { what: "with a version that is none", forge: cover((random) => ({ version: random.pick([-1, 0, 0.5, 2 ** 53, 1e300, 12_345]) })), must: "refused" },
  { what: "with odd words on the Cover", forge: cover((random) => ({ preparedBy: random.pick(TEXTS), checkedBy: random.pick(TEXTS), date: random.pick(TEXTS), quantities: random.pick(TEXTS) })) },
  { what: "a lower version replayed", forge: cover(() => ({ version: 1 })), must: "refused", later: true },
  { what: "the same version with other content", forge: changing(["Demand"], ["1957Q1"], [61, 62, 63]), must: "refused", later: true },
  { what: "an older version that claims more", forge: (honest, random) => withCover(changing(["Capacity"], ["1957Q2"], [900, 901])(honest, random), { version: random.pick([1, 2]) }), must: "refused", later: true },
  { what: "hostile text in a cell", forge: changing(SHEETS, NAMED, TEXTS) },
  { what: "a formula's text as a remark", forge: changing(["Demand", "Capacity", "Factories"], ["remark"], FORMULAS), must: "taken" },
  { what: "a number that is none", forge: changing(["Demand", "Capacity"], ["1957Q1", "1957Q2"], NUMBERS) },
  { what: "a negative quantity", forge: changing(["Demand", "Capacity"], ["1957Q1"], [-1, -60, -1e300, "-5"]), must: "refused" },
  { what: "a quantity beyond counting", forge: changing(["Demand", "Capacity"], ["1957Q1"], [1e308, 2 ** 60, "9".repeat(300)]), must: "refused" },
  { what: "a number that is none on a list", forge: changing(["Products", "Factories", "Places", "Equipment", "Last year", "Standing agreements"], ["grade", "unitWeight", "points", "normBase", "lathe", "minimumLot", "price", "longitude", "latitude", "quantity", "from", "to", "tolerance", "year", "tasks"], NUMBERS) },
  { what: "a factory with a name of the program's", forge: renaming(["Motor", "Mill"], [...PROGRAM_NAMES, ...FORMULAS]) },
  { what: "a product or class with a name of the program's", forge: renaming(["screw", "casting", "lathe"], [...PROGRAM_NAMES, ...FORMULAS]) },
  { what: "an odd number of a line", forge: renaming(["1", "2", "C1", "S1"], [...PROGRAM_NAMES, ...FORMULAS, "P1", "PC1", "F1", "02-1", "01-1"]) },
  { what: "one number for all its lines", forge: (honest) => withRows(honest, "Demand", (rows) => rows.map((cells) => new Map([...cells, ["no", "1"]]))), must: "refused" },
  { what: "needs of another county's factory", forge: adding("Demand", (random) => [{ no: "9", factory: random.pick(OTHERS), product: "screw", "1957Q1": 500, origin: "Demand!9" }]), must: "refused" },
  { what: "capacity of another county's factory", forge: adding("Capacity", (random) => [{ no: "C9", factory: random.pick(OTHERS), item: "casting", "1957Q1": 500, "1957Q1 own": 0, origin: "Capacity!9" }]), must: "refused" },
  { what: "a factory placed in another county", forge: (honest, random) => adding("Capacity", () => [{ no: "C9", factory: "New", item: "casting", "1957Q1": 5, origin: "Capacity!9" }])(adding("Factories", () => [{ factory: "New", place: random.pick(["Fu", "Ke", "Province"]) }])(honest, random), random), must: "refused" },
  { what: "another county's factory moved here", forge: (honest, random) => { const factory = random.pick(OTHERS); return adding("Capacity", () => [{ no: "C9", factory, item: "casting", "1957Q1": 5 }])(adding("Factories", () => [{ factory, place: "Jia" }])(honest, random), random); }, must: "refused" },
  { what: "places that are not its own", forge: adding("Places", (random) => [{ place: random.pick(["Fu", "Ke", "Province"]), under: random.pick(["Jia", "Jia East"]) }]) },
  { what: "places in a ring", forge: adding("Places", () => [{ place: "A", under: "B" }, { place: "B", under: "C" }, { place: "C", under: "A" }]) },
  { what: "a pair of others barred", forge: adding("Rejections", (random) => [{ no: "1-1", supplier: "Smith", buyer: random.pick(["Plant", "Forge"]), demandNo: random.pick(["P1", "1"]), product: "shaft" }]), must: "refused" },
  { what: "an agreement of others' settled", forge: adding("Settled below", () => [{ no: "P1-1", status: "Agreed", settledAt: "Province", supplier: "Smith", buyer: "Plant", demandNo: "P1", product: "shaft", "1957Q1": 4, total: 4 }]), must: "refused" },
  { what: "a standing agreement between others", forge: adding("Standing agreements", () => [{ no: "S9", supplier: "Smith", buyer: "Plant", product: "screw", from: 1957, to: 1957, quantity: 4, status: "In force" }]), must: "refused" },
  { what: "last year of others", forge: adding("Last year", () => [{ year: 1956, supplier: "Forge", buyer: "Plant", product: "shaft", tasks: 1, quantity: 4, unit: "pieces" }]), must: "refused" },
  { what: "distances between others' places", forge: adding("Distances", (random) => [{ from: "Fu", to: "Ke", km: random.pick([0, 1, 99_999]) }]), must: "refused" },
  { what: "everything doubled", forge: (honest) => ({ ...honest, rows: new Map([...honest.rows].map(([kind, rows]) => [kind, [...rows, ...rows]])) }), must: "refused" },
  { what: "lists without end", forge: adding("Demand", (random) => Array.from({ length: 340 }, (_, row) => ({ no: `L${row}`, factory: "Motor", product: "screw", "1957Q1": 1, [random.pick(["wished", "only", "not"])]: Array.from({ length: 4_600 }, (__, at) => `f${row}${at}`).join("、").slice(0, 32_000) }))) },
  { what: "nothing at all", forge: (honest) => ({ ...honest, rows: new Map() }) },
  { what: "quarters a thousand years apart", forge: (honest, random) => ({ ...honest, periods: { demand: ["0001Q1", "1957Q1", "1957Q2", "9999Q4"], quarters: [random.pick(["0001Q1", "1956Q4"]), "1957Q1", "1957Q2", "9999Q4"] } }), must: "refused" },
  { what: "years without a quarter", forge: (honest) => ({ ...honest, periods: { ...honest.periods, demand: [...honest.periods.demand, ...Array.from({ length: 500 }, (_, year) => `${1000 + year} any`)] } }), must: "refused" },
]; // prettier-ignore
