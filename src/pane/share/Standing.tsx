import { Text } from "@fluentui/react-components";
import type { SharingStanding } from "../../actions/sharingStanding";
import { standingAbove, standingBelow, standingReceived } from "../../i18n/paneShare";
import type { ShareVerb } from "../jobs/job";
import { useWords, type Words } from "../words";

/** How a step stands, as the workbook remembers it: nothing where it was never taken. */
export function Standing({ verb, standing }: { readonly verb: ShareVerb; readonly standing: SharingStanding | undefined }) {
  const words = useWords();
  const line = standing ? lineOf(verb, standing, words) : "";
  return line === "" ? null : <Text>{line}</Text>;
}

function lineOf(verb: ShareVerb, standing: SharingStanding, { tell }: Words): string {
  const { below, received } = standing;
  switch (verb) {
    case "submit":
      return tell(standingAbove, standing);
    case "collect":
      return below ? tell(standingBelow, below) : "";
    case "receive":
      return received ? tell(standingReceived, received) : "";
    default:
      return "";
  }
}
