import { receiveResults, type ReceiveOptions } from "../../actions/receiveResults";
import { receivedWords } from "../../i18n/sharingWords";
import { WorkbookError } from "../../workbook/workbook";
import { givenBytes } from "./givenBytes";
import { inBoth } from "./inBoth";
import type { GivenFile, JobOutcome } from "./job";
import { notDone } from "./notDone";
import type { Opened } from "./runJob";
import { usedSheets } from "./usedSheets";

/** Receive: takes one return in. What is wrong with the file is told, and is no fault of the workbook. */
export async function receiveJob({ workbook, written }: Opened, given: GivenFile, options: ReceiveOptions): Promise<JobOutcome> {
  const bytes = await givenBytes(given).catch((error: unknown) => error);
  if (bytes instanceof WorkbookError) return notDone({ kind: "unreadable", error: bytes });
  if (!(bytes instanceof Uint8Array)) throw bytes;
  const outcome = await receiveResults(workbook, bytes, options);
  switch (outcome.kind) {
    case "done": {
      const { from, version, agreements, unresolved } = outcome;
      return { kind: "received", from, version, agreements, unresolved, written: written(), used: usedSheets(outcome.reading) };
    }
    case "unchanged":
      return { kind: "not done", why: inBoth((language) => receivedWords[language](outcome)) };
    case "called off":
      return outcome;
    default:
      return notDone(outcome);
  }
}
