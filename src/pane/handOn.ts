import { withOwnNames } from "../actions/withOwnNames";
import { download } from "./download";
import type { MadeFile } from "./jobs/job";

/** Files for others: one as it is, several as one .zip named `together`. Gives the name of what was saved. */
export async function handOn(files: readonly MadeFile[], together: string): Promise<string> {
  const [only, ...others] = files;
  if (others.length === 0) {
    download(only.name, only.bytes);
    return only.name;
  }
  const { zipFiles } = await import("../workbook/xlsx/zipFiles");
  download(`${together}.zip`, new Uint8Array(zipFiles(withOwnNames(files))));
  return `${together}.zip`;
}
