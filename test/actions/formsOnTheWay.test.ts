/** The balance forms of a county while its open needs are with the province, and once the return has come. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
import { receiveResults } from "../../src/actions/receiveResults";
import { submitUpward } from "../../src/actions/submitUpward";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { countySheets, provinceSheets, returnFor, submission } from "../pane/roundFixture";
import { formIn, sheetsOf, workedOut, type FormRow } from "../support/formsOf";
import { plainSheet } from "../workbook/contract";
import { workbookOf } from "../support/workbookOf";

const language = "en";
type County = "Jia" | "Yi";

async function balanced(workbook: XlsxWorkbook, forms: boolean): Promise<XlsxWorkbook> {
  const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language, forms });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return openXlsx(workbook.bytes());
}

async function sent(county: County, needs: number): Promise<XlsxWorkbook> {
  const workbook = await balanced(openXlsx(await workbookOf(countySheets(county, needs))), true);
  const outcome = await submitUpward(workbook, { language, contacts: false });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return openXlsx(workbook.bytes());
}

/** Both forms agree with the other sheets, and carry what their formulas give. */
async function agreeing(workbook: XlsxWorkbook): Promise<{ products: readonly FormRow[]; capacity: FormRow }> {
  const sheets = await sheetsOf(workbook);
  for (const kind of ["Balance by product", "Balance by capacity"] as const) {
    const { rows } = formIn(sheets, kind);
    expect(workedOut(sheets, kind)).toEqual(rows);
    expect(rows.filter((row) => row.Check !== 0)).toEqual([]);
  }
  return { products: formIn(sheets, "Balance by product").rows, capacity: formIn(sheets, "Balance by capacity").rows[0] };
}

async function received(workbook: XlsxWorkbook, county: County): Promise<XlsxWorkbook> {
  const file = await returnFor([await submission("Jia", 130), await submission("Yi", 20)], county);
  const outcome = await receiveResults(workbook, new Uint8Array(await file.content.arrayBuffer()), { language });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return openXlsx(workbook.bytes());
}

test("what was sent up is neither needed nor available at home until it comes back", async () => {
  const jia = await agreeing(await balanced(await sent("Jia", 130), false));
  expect(jia.products).toEqual([]);
  expect(jia.capacity).toMatchObject({ Available: 0, "Available, read apart": -100, Load: 0, Remaining: 0 });
});

test("the return brings the province's agreements into the forms, of a buyer here as of a maker", async () => {
  // No factory supplies itself: each county's one factory makes the other's screws.
  const jia = await agreeing(await received(await sent("Jia", 130), "Jia"));
  expect(jia.products).toMatchObject([{ Needed: 130, Local: 0, Provincial: 100, Sources: 100, "Short (−)": -30, Unresolved: 30 }]);
  expect(jia.capacity).toMatchObject({ Available: 100, Provincial: 20, Load: 20, "Spare (+) short (−)": 80, Remaining: 80 });
  const yi = await agreeing(await received(await sent("Yi", 20), "Yi"));
  expect(yi.products).toMatchObject([{ Needed: 20, Provincial: 20, Sources: 20, "Short (−)": 0 }]);
  expect(yi.capacity).toMatchObject({ Available: 100, Provincial: 100, Load: 100, "Spare (+) short (−)": 0 });
});

test("and so it stays when the county balances again, and when it sends once more what is open", async () => {
  const jia = await balanced(await received(await sent("Jia", 130), "Jia"), false);
  const settled = { Needed: 130, Provincial: 100, "Short (−)": -30 };
  expect((await agreeing(jia)).products).toMatchObject([settled]);
  expect(await submitUpward(jia, { language, contacts: false })).toMatchObject({ kind: "done" });
  const sentAgain = await agreeing(await balanced(openXlsx(jia.bytes()), false));
  // What is open lies with the province again; what it settled is needed and available.
  expect(sentAgain.products).toMatchObject([{ Needed: 100, Provincial: 100, "Short (−)": 0 }]);
  expect(sentAgain.capacity).toMatchObject({ Available: 20, Provincial: 20, Remaining: 0 });
});

test("a form that the clerk deleted stands in nobody's way", async () => {
  const workbook = await balanced(openXlsx(await workbookOf(countySheets("Jia", 130))), true);
  const without = new MemoryWorkbook(
    (await sheetsOf(workbook)).filter(({ name }) => name !== "Balance by product"),
    (await workbook.definedCells()).filter(({ name }) => name !== "CB.BalanceByProduct"),
  );
  expect(await submitUpward(without, { language, contacts: false })).toMatchObject({ kind: "done" });
});

test("forms in a raw workbook that a county hands in are not looked at, however long their formulas are", async () => {
  const workbook = openXlsx(await workbookOf(countySheets("Jia", 130)));
  const formula = `=SUM(${Array.from({ length: 2_000 }, (_, index) => `A${index + 1}`).join(",")})`;
  const long = Array.from({ length: 200 }, () => [{ formula, value: 0 }]);
  await workbook.write([{ ...plainSheet("Balance by product", [], { definedName: "CB.BalanceByProduct" }), rows: long }]);
  const province = openXlsx(await workbookOf(provinceSheets));
  const outcome = await collectCounties(province, [{ name: "jia.xlsx", read: async () => workbook.bytes() }], { language });
  expect(outcome).toMatchObject({ kind: "done", files: [{ state: "accepted" }] });
});
