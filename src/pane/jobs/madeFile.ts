import type { SharedFile } from "../../actions/submitUpward";
import type { MadeFile } from "./job";

/** A file with bytes of its own, so that it can cross from a worker. */
export function madeFile({ name, bytes }: SharedFile): MadeFile {
  return { name, bytes: new Uint8Array(bytes) };
}
