import type { LastYearTask, Situation, StandingAgreement } from "../../../src/engine/model";
import { balanced, makes, need, situationOf } from "../../support/stories";

interface Told {
  readonly at?: readonly number[];
  readonly recurrent?: boolean;
  readonly lastYear?: readonly LastYearTask[];
  readonly standing?: readonly StandingAgreement[];
  readonly asked?: readonly number[];
}

/** 佳木斯 asks for 100 screws each quarter, from the autumn of 1956 to the end of 1957. */
const screws = ({ at = [100, 100, 100, 100, 100], recurrent = true, lastYear = [], standing = [], asked }: Told = {}): Situation =>
  situationOf({
    places: { 佳木斯市: ["佳木斯电机厂"], 富锦县: ["富锦县机械厂"] },
    horizon: { firstYear: 1956, firstQuarter: 4, quarters: 5 },
    demands: [need("D1", "佳木斯电机厂", "螺丝", asked ?? [100, 100, 100, 100, 100], { recurrent })],
    capacities: [makes("富锦县机械厂", "螺丝", at)],
    lastYear,
    standingAgreements: standing,
  });

const met: LastYearTask = { supplier: "富锦县机械厂", buyer: "佳木斯电机厂", product: "螺丝" };

describe("佳木斯的螺丝，富锦年年能做", () => {
  it("is proposed for the year's whole need, with what the supplier already makes of it counted", async () => {
    const { longTerm } = await balanced(screws());
    expect(longTerm).toEqual([{ demandNo: "D1", supplier: "富锦县机械厂", buyer: "佳木斯电机厂", product: "螺丝", yearlyQuantity: 400 }]);
  });

  it("is proposed where it was met last year and is asked again, though nobody marked it", async () => {
    expect((await balanced(screws({ recurrent: false, lastYear: [met] }))).longTerm).toHaveLength(1);
    expect((await balanced(screws({ recurrent: false, lastYear: [{ ...met, product: "螺母" }] }))).longTerm).toEqual([]);
    expect((await balanced(screws({ recurrent: false }))).longTerm).toEqual([]);
  });

  it("is not proposed to a supplier with one quarter too full for a fourth of the year", async () => {
    expect((await balanced(screws({ at: [100, 100, 100, 99, 100] }))).longTerm).toEqual([]);
    // the autumn before belongs to another year
    expect((await balanced(screws({ at: [0, 100, 100, 100, 100] }))).longTerm).toHaveLength(1);
  });

  it("is proposed where an uneven year fits a fourth in each quarter", async () => {
    const uneven = { asked: [0, 160, 80, 80, 80] };
    expect((await balanced(screws({ ...uneven, at: [0, 160, 100, 100, 100] }))).longTerm).toMatchObject([{ yearlyQuantity: 400 }]);
    expect((await balanced(screws({ ...uneven, at: [0, 160, 99, 100, 100] }))).longTerm).toEqual([]);
  });

  it("is not proposed a second time where an agreement stands", async () => {
    const agreement = { ...met, buyer: "佳木斯电机厂", no: "S1", fromYear: 1957, toYear: 1959, yearlyQuantity: 40 };
    expect((await balanced(screws({ standing: [agreement] }))).longTerm).toEqual([]);
  });
});
