import { Link, Text } from "@fluentui/react-components";
import { ENGINE_VERSION } from "../actions/engineVersion";
import { paneTexts } from "../i18n/pane";
import { menuTexts } from "../i18n/paneMenu";
import { useLooks } from "./looks";
import { useWords } from "./words";

/** Version, licence, and where the figures go: nowhere. */
export function AboutPage() {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <>
      <Text weight="semibold">{say(paneTexts.product)}</Text>
      <Text>
        {say(menuTexts.version)} {ENGINE_VERSION}
      </Text>
      <Text>
        {say(menuTexts.licence)}{" "}
        <Link href="LICENSE.txt" target="_blank" rel="noreferrer">
          MIT
        </Link>
      </Text>
      <h3 className={looks.heading}>{say(menuTexts.yourNumbers)}</h3>
      <Text>{say(menuTexts.goNowhere)}</Text>
      <Text>{say(menuTexts.yourSheets)}</Text>
    </>
  );
}
