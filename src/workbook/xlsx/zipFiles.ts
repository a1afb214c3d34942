import { packEntry } from "./packEntry";
import { writeZip } from "./writeZip";

/** Files in one .zip, in this order; the same files give the same bytes. Names must differ. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  return writeZip(files.map(({ name, bytes }) => packEntry(name, bytes)));
}
