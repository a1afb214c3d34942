import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { menuTexts } from "../i18n/paneMenu";
import { AboutPage } from "./AboutPage";
import { GoalsPage } from "./GoalsPage";
import type { CheckView } from "./jobs/views";
import { useLooks } from "./looks";
import type { Aside } from "./PaneMenu";
import { useWords } from "./words";

interface Shown {
  readonly aside: Aside;
  readonly check: CheckView | undefined;
  readonly onBack: () => void;
}

/** Goals or About, in place of the tab, until the clerk goes back. */
export function AsidePage({ aside, check, onBack }: Shown) {
  const { say } = useWords();
  const looks = useLooks();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [aside]);
  return (
    <section className={looks.stack} aria-labelledby="aside">
      <div className={looks.buttons}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {say(menuTexts.back)}
        </Button>
      </div>
      <h2 id="aside" ref={heading} tabIndex={-1} className={looks.headline}>
        {say(menuTexts[aside])}
      </h2>
      {aside === "goals" ? <GoalsPage later={check?.laterGoals} /> : <AboutPage />}
    </section>
  );
}
