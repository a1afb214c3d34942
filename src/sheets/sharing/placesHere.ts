/** The places an office knows, by name, former name or code: how it tells which lower office a workbook comes from. */
import type { Sheet } from "../../workbook/workbook";
import { NameIndex, splitList } from "../table/names";
import type { PlaceEntry } from "../inputs/places";
import type { Reading } from "../reading";
import { besideRow } from "./besideRow";

export interface PlacesHere {
  readonly places: NameIndex<PlaceEntry>;
  /** Is there a list of the office's own? */
  readonly listed: boolean;
}

export function placesHere(reading: Reading, sheets: readonly Sheet[]): PlacesHere {
  const { lists, whole } = reading.shared;
  const beside = besideRow(reading, sheets);
  const inside = new Set([whole.office, ...whole.places.map(({ name }) => name)]);
  const places = new NameIndex<PlaceEntry>();
  for (const entry of lists.places) {
    if (!inside.has(entry.name)) continue;
    places.add(entry.name, entry);
    if (entry.code !== undefined) places.addCode(entry.code, entry);
    for (const former of splitList(beside(entry, "formerNames"))) places.add(former, entry, "other");
  }
  return { places, listed: reading.receipts.some(({ kind }) => kind === "Places") };
}
