import type { Period } from "../../../src/engine/model";
import { calendarOf, Calendars } from "../../../src/engine/register/calendars";
import { windowOf } from "../../../src/engine/booking";
import { anyOf, need } from "../../support/stories";

const horizon = { firstYear: 1956, firstQuarter: 4, quarters: 5 };
const quarters = Array.from({ length: 5 }, (_, quarter): Period => ({ kind: "quarter", quarter }));
const years = [1954, 1955, 1956, 1957, 1958].map((year) => anyOf(year, 1).period);
const periods: readonly Period[] = [{ kind: "undated" }, ...quarters, ...years];

test("lines with the same periods and leave share one calendar, which is that of their own windows", () => {
  const calendars = new Calendars(horizon);
  const met = new Map<object, string>();
  for (const early of [0, 2])
    for (const late of [0, 1])
      for (const one of periods)
        for (const other of periods) {
          const line = need("1", "Motor works", "screw", [one, other].map((period) => ({ period, quantity: 1 })), { early, late }); // prettier-ignore
          const calendar = calendars.of(line);
          expect(calendar).toEqual(calendarOf(line.cells.map(({ period }) => windowOf(period, line, horizon))));
          expect(calendars.of({ ...line, no: "2" })).toBe(calendar);
          const said = JSON.stringify([early, late, one, other]);
          expect(met.get(calendar) ?? said).toBe(said);
          met.set(calendar, said);
        }
});
