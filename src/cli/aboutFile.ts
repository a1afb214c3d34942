/** Names the file in what its workbook complains of: a clerk may have balanced twenty of them. */
import { WorkbookError } from "../workbook/workbook";

export async function aboutFile<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof WorkbookError) throw new WorkbookError(cause.fault, `${file}: ${cause.detail}`, { cause });
    throw cause;
  }
}
