/** Start a round: for each place directly under the office a workbook of its own, its lists filled in, to be filled in and sent back. */
import type { Sheet } from "../../workbook/workbook";
import type { Reading } from "../reading";
import { startText } from "../templates/quarterHeadings";
import { openingLists } from "./openingLists";
import type { Opening } from "./openingSheets";
import { planOfReading } from "./planOfReading";
import { goalWord, listText } from "./wordOf";

export interface CountyOpening {
  readonly office: string;
  readonly factories: number;
  readonly opening: Opening;
}

/** Why no round can be started. */
export type CannotStart = "no plan" | "no places";

export function countyOpenings(reading: Reading, sheets: readonly Sheet[]): readonly CountyOpening[] | CannotStart {
  const plan = planOfReading(reading);
  if (!plan) return "no plan";
  const { situation, cover, language } = reading;
  const { office, places } = situation;
  const counties = places.filter(({ under }) => (under ?? office) === office).map(({ name }) => name);
  if (counties.length === 0) return "no places";
  const under = new Map(places.map((place) => [place.name, place.under ?? office]));
  return counties.map((county) => {
    const inside = new Set([county, ...places.map(({ name }) => name).filter((name) => isUnder(name, county, under))]);
    const records = openingLists(reading, sheets, { places: inside, top: county });
    return {
      office: county,
      factories: records.Factories?.length ?? 0,
      opening: {
        ...{ language, plan, records },
        cover: {
          office: county,
          planStarts: startText(plan),
          quarters: plan.quarters,
          round: cover.round ?? startText(plan),
          sendTo: office,
          version: 1,
          goals: listText(
            cover.goals.map((goal) => goalWord(goal, language)),
            language,
          ),
          template: 1,
        },
      },
    };
  });
}

function isUnder(place: string, county: string, under: ReadonlyMap<string, string>): boolean {
  for (let at = under.get(place); at !== undefined; at = under.get(at)) if (at === county) return true;
  return false;
}
