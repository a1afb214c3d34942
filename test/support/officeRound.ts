/** Steps of a round as an office takes them, in English; what can't be done is an error. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { readWorkbook } from "../../src/actions/readWorkbook";
import { submitUpward } from "../../src/actions/submitUpward";
import { problemKey, toExplain } from "../../src/sheets/sharing/decidedRows";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";

const language = "en";

export async function balanced(workbook: XlsxWorkbook): Promise<XlsxWorkbook> {
  const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language });
  if (outcome.kind !== "done")
    throw new Error(
      JSON.stringify(outcome.kind === "must fix" ? outcome.problems.filter(({ severity }) => severity === "must fix") : outcome),
    );
  return openXlsx(workbook.bytes());
}

/** Every explanation that is asked for is given. */
export async function submitted(workbook: XlsxWorkbook): Promise<Uint8Array> {
  const { reading } = await readWorkbook(workbook, { withoutInvalid: false, language }, {});
  const explanations = new Map(toExplain(reading).map((problem) => [problemKey(problem), "known"]));
  const outcome = await submitUpward(workbook, { language, contacts: false, explanations });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.kind === "stale" ? outcome.why : outcome.kind));
  return outcome.file.bytes;
}
