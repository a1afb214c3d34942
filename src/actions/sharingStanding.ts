/** How an office stands with others, as its workbook remembers it: what went up, what came from below, what came back. Plain data. */
import type { StandingAbove, StandingBelow } from "../i18n/paneShare";
import { actionOf } from "../sheets/record/runRecord";
import { readRegisterEntries } from "../sheets/sharing/register";
import type { WorkbookRead } from "./readWorkbook";

export interface SharingStanding extends StandingAbove {
  /** Absent before the first Collect. */
  readonly below?: StandingBelow;
  /** The last return taken in. */
  readonly received?: { readonly from: string; readonly returnNo: string };
}

export function sharingStanding(read: WorkbookRead): SharingStanding {
  const runs = read.earlier.record?.runs ?? [];
  const sent = runs.findLast((run) => actionOf(run) === "submit");
  const received = runs.findLast((run) => actionOf(run) === "receive");
  const entries = readRegisterEntries(read);
  const officesOf = (wanted: string): readonly string[] => entries.filter(({ state }) => state === wanted).map(({ office }) => office);
  const [refused, missing] = [officesOf("refused"), officesOf("missing")];
  return {
    sendTo: read.reading.cover.sendTo ?? sent?.sendTo,
    sent: sent && {
      ...{ sendTo: sent.sendTo, version: sent.version, checkCode: sent.sentCode },
      back: received !== undefined && runs.indexOf(received) > runs.indexOf(sent),
    },
    below: entries.length > 0 ? { taken: entries.length - refused.length - missing.length, refused, missing } : undefined,
    received: received && { from: received.sendTo, returnNo: received.version },
  };
}
