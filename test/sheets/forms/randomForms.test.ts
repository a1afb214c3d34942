/**
 * Over random workbooks: what the forms carry is what their formulas give, and what anyone else adds up from the result rows; the two
 * sides of every product agree. FORMS_CASES=1000 for a long run.
 */
import type { CellValue, Sheet } from "../../../src/workbook/workbook";
import { openXlsx } from "../../../src/workbook/xlsxWorkbook";
import { balancedWithForms, formIn, workedOut } from "../../support/formsOf";
import { officeWorkbook } from "../../support/officeWorkbook";
import { featuresOf, randomSituation, type Feature } from "../../support/randomSituation";

const CASES = Number(process.env.FORMS_CASES ?? 25);
const FIRST = Number(process.env.FORMS_FIRST ?? 1);

const HANDING_OVER: readonly Feature[] = ["inHouse", "tight", "tiers", "agreed"];

/** The total of the rows that `counts` says count, by product as it is written there. */
function totals(
  sheets: readonly Sheet[],
  name: string,
  counts: (row: Readonly<Record<string, CellValue>>) => boolean,
): Map<string, number> {
  const sums = new Map<string, number>();
  const sheet = sheets.find((each) => each.name === name);
  const [headings = [], ...rows] = sheet?.values.slice(2) ?? [];
  for (const cells of rows) {
    const row = Object.fromEntries(headings.map((heading, column) => [String(heading), cells[column] ?? null]));
    if (!counts(row)) continue;
    const key = `${String(row.Product)} ${String(row.Specification ?? "")} ${String(row.Unit ?? "")}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row.Total));
  }
  return sums;
}

function totalIn(sheets: readonly Sheet[], cells: readonly CellValue[]): CellValue {
  const headings = sheets.find(({ name }) => name === "Remaining capacity")?.values[2] ?? [];
  return cells[headings.indexOf("Total")] ?? 0;
}

test.each(Array.from({ length: CASES }, (_, index) => FIRST + index))("workbook %i", async (seed) => {
  // In every third workbook in-house work stands in the way of others.
  const situation = randomSituation(seed, seed % 3 === 0 ? new Set([...featuresOf(seed), ...HANDING_OVER]) : featuresOf(seed));
  const workbook = openXlsx(await officeWorkbook({ office: situation.office, situation }));
  const sheets = await balancedWithForms(workbook).catch((error: unknown) => {
    // A random workbook may have what a clerk must fix.
    if (error instanceof Error && error.message.includes("must fix")) return undefined;
    throw error;
  });
  if (!sheets) return;
  const { rows } = formIn(sheets, "Balance by product");
  expect(workedOut(sheets, "Balance by product")).toEqual(rows);
  const settled = totals(
    sheets,
    "Agreements",
    (row) => (row.Status === "Proposed" || row.Status === "Agreed") && row["Buyer place"] !== null,
  );
  const handedOver = totals(sheets, "Agreements", (row) => row.Basis === "transfer" && row["Buyer place"] !== null && row.Status !== "Rejected" && row.Status !== "Reconsider" && row.Status !== "Void"); // prettier-ignore
  const open = totals(sheets, "Unresolved", () => true);
  const near = (sum: number | undefined): unknown => expect.closeTo(sum ?? 0, 6);
  for (const row of rows) {
    const key = `${String(row.Product)} ${String(row.Specification ?? "")} ${String(row.Unit ?? "")}`;
    const agreed = Number(row.Standing) + Number(row.Local) + Number(row.Provincial);
    expect([seed, key, agreed, row.Unresolved]).toEqual([seed, key, near(settled.get(key)), near(open.get(key))]);
    expect([seed, key, row["Still at home"]]).toEqual([seed, key, near(Number(row["In-house"]) - (handedOver.get(key) ?? 0))]);
    expect([seed, key, row.Check]).toEqual([seed, key, 0]);
  }
  const capacity = formIn(sheets, "Balance by capacity").rows;
  expect(workedOut(sheets, "Balance by capacity")).toEqual(capacity);
  const left = sheets.find(({ name }) => name === "Remaining capacity")?.values.slice(3) ?? [];
  expect(capacity.map((row) => [row["Capacity no."], row.Remaining])).toEqual(left.map((cells) => [cells[0], totalIn(sheets, cells)]));
  for (const row of capacity) expect([seed, row["Capacity no."], row.Check]).toEqual([seed, row["Capacity no."], 0]);
  expect(new Set([...settled.keys(), ...open.keys()]).size).toBeLessThanOrEqual(rows.length);
});
