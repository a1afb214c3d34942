/**
 * Over random workbooks: what the forms carry is what their formulas give, and what anyone else adds up from the result rows; the two
 * sides of every product agree. FORMS_CASES=1000 for a long run.
 */
import type { CellValue, Sheet } from "../../../src/workbook/workbook";
import { openXlsx } from "../../../src/workbook/xlsxWorkbook";
import { balancedWithForms, formIn, workedOut } from "../../support/formsOf";
import { officeWorkbook } from "../../support/officeWorkbook";
import { randomSituation } from "../../support/randomSituation";

const CASES = Number(process.env.FORMS_CASES ?? 25);
const FIRST = Number(process.env.FORMS_FIRST ?? 1);

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

test.each(Array.from({ length: CASES }, (_, index) => FIRST + index))("workbook %i", async (seed) => {
  const situation = randomSituation(seed);
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
  expect(new Set([...settled.keys(), ...open.keys()]).size).toBeLessThanOrEqual(rows.length);
});
