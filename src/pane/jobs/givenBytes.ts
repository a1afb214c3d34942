import { WorkbookError } from "../../workbook/workbook";
import type { GivenFile } from "./job";

/** Fault: "cannot read", where the file is gone or changed since it was chosen, or is a folder. */
export async function givenBytes({ name, content }: GivenFile): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch (cause) {
    throw new WorkbookError("cannot read", name, { cause });
  }
}
