/**
 * Rows that an office has no business to send: needs and capacity of factories that do not lie under it, and agreements, last
 * year's results and distances in which nothing of its own takes part. The lists of the collecting office say what lies where.
 */
import { placeTree, type PlaceTree } from "../../engine/register/places";
import type { Sheet } from "../../workbook/workbook";
import { NameIndex, splitList } from "../table/names";
import { severityOf } from "../table/rules";
import type { Reading } from "../reading";
import { besideRow } from "./besideRow";
import { textIn, type FieldCells } from "./fieldCells";
import type { SlipProblem } from "./incoming";
import { SUBMISSION_TABLES } from "./laySubmission";
import { SUBMISSION_KINDS, type SubmissionKind, type SubmissionRows } from "./submission";

/** Fields that name a factory or a place; of several one must be the office's own. Products, classes and explanations name none. */
const NAMING: Readonly<Partial<Record<SubmissionKind, { readonly of: "factories" | "places"; readonly fields: readonly string[] }>>> = {
  Demand: { of: "factories", fields: ["factory"] },
  Capacity: { of: "factories", fields: ["factory"] },
  Distances: { of: "places", fields: ["from", "to"] },
  Factories: { of: "places", fields: ["place"] },
  "Standing agreements": { of: "factories", fields: ["supplier", "buyer"] },
  "Last year": { of: "factories", fields: ["supplier", "buyer"] },
  Rejections: { of: "factories", fields: ["supplier", "buyer"] },
  "Settled below": { of: "factories", fields: ["supplier", "buyer"] },
};

export interface Whereabouts {
  readonly tree: PlaceTree;
  /** The place of a factory by its name, former name or code, and a place's own name by the same. */
  readonly factories: NameIndex<{ readonly place: string }>;
  readonly places: NameIndex<{ readonly place: string }>;
}

/** What lies where, with everything beside it that was sent. */
export function whereabouts(reading: Reading, sheets: readonly Sheet[]): Whereabouts {
  const { whole, lists } = reading.shared;
  const beside = besideRow(reading, sheets);
  const indexed = (entries: readonly { name: string; code?: string; place: string; sheet?: string; row?: number }[]) => {
    const index = new NameIndex<{ readonly place: string }>();
    for (const entry of entries) index.add(entry.name, entry);
    for (const entry of entries) {
      if (entry.code !== undefined) index.addCode(entry.code, entry);
      for (const former of splitList(beside(entry, "formerNames"))) index.add(former, entry, "other");
    }
    return index;
  };
  const places = lists.places.map((entry) => ({ ...entry, place: entry.name }));
  return { tree: placeTree(whole), factories: indexed(lists.factories), places: indexed(places) };
}

/** Each such row, by its cell in the workbook of the office where that is known. */
export function notItsOwn(rows: SubmissionRows, office: string, { tree, ...indexes }: Whereabouts): SlipProblem[] {
  return SUBMISSION_KINDS.flatMap((kind) => {
    const naming = NAMING[kind];
    if (!naming) return [];
    return (rows.get(kind) ?? []).flatMap((cells) => {
      const names = naming.fields.map((field) => textIn(cells, field)).filter((name) => name !== "");
      const places = names.map((name) => indexes[naming.of].entry(name)?.place ?? (name === office ? office : undefined));
      const known = places.filter((place): place is string => place !== undefined && place !== "");
      if (known.length === 0 || known.some((place) => tree.isUnder(place, office))) return [];
      return [problemOf(kind, cells, { value: names.join("、"), place: known.join("、"), office })];
    });
  });
}

function problemOf(kind: SubmissionKind, cells: FieldCells, facts: Readonly<Record<string, string>>): SlipProblem {
  const origin = textIn(cells, "origin");
  const cut = origin.lastIndexOf("!");
  const sheet = cut < 0 ? SUBMISSION_TABLES[kind].names.en : origin.slice(0, cut);
  const problem = { severity: severityOf("E18"), rule: "E18", sheet, facts: { ...facts, case: "E18" } };
  return { problem, sheet, cell: cut < 0 ? "" : origin.slice(cut + 1) };
}
