/** The office at the root, and the places and factories under it. */
import type { Factory, Place } from "../../engine/model";
import type { Language } from "../../i18n/language";
import type { CoverSheet } from "./cover";
import type { Factories } from "./factories";
import type { Places } from "./places";
import type { ProblemList } from "../table/problemList";

/** The one root over several places that nobody named. */
const ALL_PLACES = { "zh-CN": "全部", en: "All places" } as const;

export interface OfficeSearch {
  readonly cover: CoverSheet | undefined;
  readonly places: Places;
  readonly factories: Factories;
  readonly language: Language;
}

/** The Cover's office; without a Cover the one root there is, or all places under a root of that name. */
export function officeOf({ cover, places, factories, language }: OfficeSearch): string {
  if (cover?.office !== undefined) return places.index.entry(cover.office)?.name ?? cover.office;
  const roots = new Set(places.entries.filter(({ under }) => under === undefined).map(({ name }) => name));
  for (const { place } of factories.entries) if (place !== "" && !places.index.has(place)) roots.add(place);
  const [only] = roots;
  return roots.size === 1 ? only : ALL_PLACES[language];
}

export interface PlaceSettling {
  readonly office: string;
  readonly places: Places;
  readonly factories: Factories;
  readonly problems: ProblemList;
  readonly sheet: string;
}

export interface InOffice {
  readonly places: readonly Place[];
  readonly factories: readonly Factory[];
  readonly names: ReadonlySet<string>;
  /** The office and every place under it. */
  readonly tree: ReadonlySet<string>;
}

/** No country has so many; a longer way up is a slip in the column Under. */
const MOST_TIERS = 32;

/** Places and factories under the office. A circle of places, or a way without end, must be fixed; what lies outside the office is left out with a hint. */
export function settlePlaces({ office, places, factories, problems, sheet }: PlaceSettling): InOffice {
  for (const entry of factories.entries) if (entry.place === "") entry.place = office;
  const under = new Map(places.entries.map(({ name, under: above }) => [name, name === office ? undefined : (above ?? office)]));
  const inside = places.entries.filter((entry) => {
    const way = wayUp(entry.name, under, office);
    const at = { sheet: entry.sheet ?? sheet, row: entry.row };
    if (way === "circle") problems.ofSheet("E17", at, { value: entry.name });
    if (way === "deep") problems.ofSheet("E17 deep", at, { value: entry.name, most: MOST_TIERS });
    return way === "inside";
  });
  const names = new Set([office, ...inside.map(({ name }) => name)]);
  const ours = factories.entries.filter(({ place, valid }) => valid && (names.has(place) || !under.has(place)));
  const outside = factories.entries.filter(({ place }) => under.has(place) && !names.has(place));
  if (outside.length > 0 && sheet !== "")
    problems.ofSheet("I18", { sheet }, { count: outside.length, value: outside.slice(0, 3).map(({ name }) => name) });
  return {
    places: inside
      .filter(({ name }) => name !== office)
      .map(({ name, under: above, longitude, latitude }) => ({ name, under: above ?? office, longitude, latitude })),
    factories: ours.map(({ name, code, place, grade }) => ({ name, code, place, grade })),
    names: new Set(ours.map(({ name }) => name)),
    tree: new Set([...names, ...ours.map(({ place }) => place)]),
  };
}

function wayUp(place: string, under: ReadonlyMap<string, string | undefined>, office: string): "inside" | "outside" | "circle" | "deep" {
  const seen = new Set<string>();
  for (let at: string | undefined = place; at !== undefined; at = under.get(at)) {
    if (at === office) return "inside";
    if (seen.has(at)) return "circle";
    if (seen.size >= MOST_TIERS) return "deep";
    seen.add(at);
  }
  return "outside";
}
