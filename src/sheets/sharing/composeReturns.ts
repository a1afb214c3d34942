/** Cuts the result back into one return for each office that submitted: its own rows, and of others only sums by place. */
import { shareTexts } from "../../i18n/sharing";
import type { Sheet } from "../../workbook/workbook";
import { placeTree } from "../../engine/register/places";
import { fieldColumns } from "../table/column";
import type { EarlierOutputs } from "../record/locateOutputs";
import { codeUnitOrder } from "../table/naturalOrder";
import type { OutputKind, Reading } from "../reading";
import { capacityElsewhere } from "./capacityElsewhere";
import { fieldCells, textIn, type FieldCells } from "./fieldCells";
import { isPeriodKey } from "./periodKeyOrder";
import { readRegisterEntries, type RegisterEntry } from "./register";
import { RETURN_TABLES, returnCode, type Returned, type ReturnKind, type ReturnRows } from "./returned";
import { rowsReceived } from "./receivedRows";

export interface ReturnInput {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  readonly earlier: EarlierOutputs;
}

/** The offices that submitted, in order of their names, and the return of each, to be composed one at a time: all together are large. */
export function composeReturns(input: ReturnInput): {
  readonly offices: readonly string[];
  readonly returnTo: (office: string) => Returned;
} {
  const entries = readRegisterEntries(input);
  const taken = entries.filter(({ state }) => state === "accepted" || state === "late");
  const offices = new Set([...rowsReceived(input.reading, input.sheets).keys(), ...taken.map(({ office }) => office)]);
  const all = outputRows(input);
  const tree = placeTree(input.reading.shared.whole);
  const scene = {
    ...input,
    entries,
    all,
    tree,
    naming: new Map(KINDS.map((kind) => [kind, byFactory(all.get(kind) ?? [], NAMING[kind])])),
  };
  return { offices: [...offices].sort(codeUnitOrder), returnTo: (office) => composeReturn(office, scene) };
}

const KINDS = ["Agreements", "Transfers", "Unresolved", "Remaining capacity"] as const;
type ReturnedOutput = (typeof KINDS)[number];

/** The fields of a row that name a factory. */
const NAMING: Readonly<Record<ReturnedOutput, readonly string[]>> = {
  Agreements: ["supplier", "buyer"],
  Transfers: ["from", "to"],
  Unresolved: ["factory"],
  "Remaining capacity": ["factory"],
};

interface Scene extends ReturnInput {
  readonly entries: readonly RegisterEntry[];
  readonly all: ReadonlyMap<OutputKind, readonly FieldCells[]>;
  /** Positions of the rows that name a factory, from top to bottom. */
  readonly naming: ReadonlyMap<OutputKind, ReadonlyMap<string, readonly number[]>>;
  readonly tree: ReturnType<typeof placeTree>;
}

function byFactory(rows: readonly FieldCells[], fields: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  rows.forEach((cells, position) => {
    for (const name of new Set(fields.map((field) => textIn(cells, field)))) {
      const known = found.get(name);
      if (known) known.push(position);
      else found.set(name, [position]);
    }
  });
  return found;
}

/** Rows of the output sheets, by our own columns alone. */
function outputRows({ earlier }: ReturnInput): Scene["all"] {
  return new Map(
    KINDS.map((kind) => {
      const sheet = earlier.tables.get(kind);
      const fields = fieldColumns(RETURN_TABLES[kind]).map(({ field }) => field as string);
      const kept = [...(sheet?.columnOf.keys() ?? [])].filter((field) => fields.includes(field) || isPeriodKey(field));
      return [kind, [...(sheet?.numbers() ?? [])].map((no) => fieldCells(kept.map((field) => [field, sheet?.cell(no, field)] as const)))];
    }),
  );
}

function composeReturn(office: string, scene: Scene): Returned {
  const { reading, all, tree } = scene;
  const { whole } = reading.shared;
  const ours = new Set(whole.factories.filter(({ place }) => tree.isUnder(place, office)).map(({ name }) => name));
  const naming = (kind: ReturnedOutput): readonly FieldCells[] => {
    const positions = new Set([...ours].flatMap((factory) => scene.naming.get(kind)?.get(factory) ?? []));
    return [...positions].sort((one, other) => one - other).flatMap((position) => all.get(kind)?.[position] ?? []);
  };
  const others = whole.factories.map(({ name }) => name).filter((name) => !ours.has(name));
  const unresolved = naming("Unresolved");
  const rows: ReturnRows = new Map<ReturnKind, readonly FieldCells[]>([
    ["Agreements", naming("Agreements").map((cells) => without(cells, ["remark"]))],
    ["Transfers", naming("Transfers").map((cells) => withoutOthersUse(cells, ours))],
    ["Unresolved", unresolved.map((cells) => withoutOthersCapacity(cells, others))],
    ["Remaining capacity", naming("Remaining capacity")],
    ["Capacity elsewhere", capacityElsewhere(unresolved, all.get("Remaining capacity") ?? [], { reading, ours })],
  ]);
  const filled: ReturnRows = new Map([...rows].filter(([, records]) => records.length > 0));
  const cover = coverOf(office, scene, filled);
  const { demand, quarters } = reading.keys;
  return { office, cover, rows: filled, periods: { demand, quarters }, language: reading.language, checkCode: returnCode(cover, filled) };
}

function coverOf(office: string, { reading, entries, earlier }: Scene, rows: ReturnRows): Returned["cover"] {
  const { cover, language } = reading;
  const entry = entries.find((known) => known.office === office);
  const reconsider = (rows.get("Agreements") ?? []).filter((cells) => /^(?:需复议|Reconsider)$/.test(textIn(cells, "status"))).length;
  return [
    ["paper", shareTexts.returned[language]],
    ["from", reading.situation.office],
    ["office", office],
    ["officeCode", reading.codes.get(office) ?? ""],
    ["round", cover.round ?? ""],
    ["planStarts", cover.planStarts],
    ["returnNo", earlier.record?.runs.length ?? 0],
    ["version", entry?.version ?? ""],
    ["file", entry?.file ?? ""],
    ["sentCode", entry?.checkCode ?? ""],
    ["needs", entry?.needs ?? ""],
    ["capacities", entry?.capacities ?? ""],
    ["refused", 0],
    ["reconsider", reconsider],
  ];
}

function without(cells: FieldCells, fields: readonly string[]): FieldCells {
  return new Map([...cells].filter(([field]) => !fields.includes(field)));
}

/** What another factory's machines give or take is its own affair. */
function withoutOthersUse(cells: FieldCells, ours: ReadonlySet<string>): FieldCells {
  return without(cells, [...(ours.has(textIn(cells, "from")) ? [] : ["frees"]), ...(ours.has(textIn(cells, "to")) ? [] : ["takes"])]);
}

/** Reasons that speak of capacity are told without others' numbers and names: the sums by place stand on a sheet of their own. */
const OF_CAPACITY: ReadonlySet<string> = new Set(["U7", "U8", "U9"]);

function withoutOthersCapacity(cells: FieldCells, others: readonly string[]): FieldCells {
  const names = (text: string): boolean => others.some((name) => text.includes(name));
  const proof = textIn(cells, "proof");
  const cures = textIn(cells, "cures")
    .split("\n")
    .filter((line) => !names(line))
    .join("\n");
  const hidden = OF_CAPACITY.has(textIn(cells, "reasonCode")) || names(proof);
  return fieldCells([...without(cells, hidden ? ["proof", "cures"] : ["cures"]), ["cures", cures]]);
}
