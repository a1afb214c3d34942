import { Button, Text } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { paneTexts } from "../i18n/pane";
import { filesSaved, shareTabTexts } from "../i18n/paneShare";
import type { Language } from "../i18n/language";
import { verificationLines } from "../i18n/verification";
import { zipFiles } from "../workbook/xlsx/zipFiles";
import type { Desk } from "./desk";
import { download } from "./download";
import type { JobOutcome, ShareVerb } from "./jobs/job";
import { startJob } from "./jobs/startJob";
import { useLooks } from "./looks";
import { useWords } from "./words";

const STEPS = [
  { verb: "verify", name: shareTabTexts.verify, purpose: shareTabTexts.verifyFor },
  { verb: "start round", name: shareTabTexts.startRound, purpose: shareTabTexts.startRoundFor },
  { verb: "return", name: shareTabTexts.returnResults, purpose: shareTabTexts.returnResultsFor },
  { verb: "start year", name: shareTabTexts.startYear, purpose: shareTabTexts.startYearFor },
] as const;

/** What this office can do with other offices, step by step; what came of the last step stands below it. */
export function ShareTab({ desk, inExcel }: { readonly desk: Desk | undefined; readonly inExcel: boolean }) {
  const { say, language } = useWords();
  const looks = useLooks();
  const [came, setCame] = useState<{ readonly verb: ShareVerb; readonly lines: readonly string[] }>();
  const working = useRef(false);
  if (!desk) return <Text>{say(paneTexts.nothingToCheck)}</Text>;
  const take = async (verb: ShareVerb): Promise<void> => {
    if (working.current) return;
    working.current = true;
    setCame({ verb, lines: [say(shareTabTexts.working)] });
    setCame({ verb, lines: await done(desk, verb, language) });
    working.current = false;
  };
  return (
    <div className={looks.stack}>
      <ul className={looks.list}>
        {STEPS.filter(({ verb }) => !inExcel || verb === "verify").map(({ verb, name, purpose }) => (
          <li key={verb} className={looks.offer}>
            <Text className={looks.quiet}>{say(purpose)}</Text>
            <Button onClick={() => void take(verb)}>{say(name)}</Button>
            <div role="status" className={looks.breakable}>
              {came?.verb === verb && came.lines.map((line, index) => <div key={index}>{line}</div>)}
            </div>
          </li>
        ))}
      </ul>
      {inExcel && <Text className={looks.quiet}>{say(shareTabTexts.filesElsewhere)}</Text>}
      <Text className={looks.quiet}>{say(shareTabTexts.commandLine)}</Text>
    </div>
  );
}

/** Does the step and says what came of it; several files are saved as one .zip. */
async function done(desk: Desk, verb: ShareVerb, language: Language): Promise<readonly string[]> {
  try {
    const source = await desk.source();
    const { outcome } = startJob({ verb, source, withoutInvalid: false, language }, () => undefined);
    return linesOf(await outcome, verb, language);
  } catch {
    return [shareTabTexts.failed[language]];
  }
}

function linesOf(outcome: JobOutcome, verb: ShareVerb, language: Language): readonly string[] {
  switch (outcome.kind) {
    case "verified":
      return verificationLines(outcome.found, language);
    case "not started":
      return [outcome.why[language]];
    case "files": {
      const [only, ...others] = outcome.files;
      const name = others.length === 0 ? only.name : `${STEPS.find((step) => step.verb === verb)?.name[language]}.zip`;
      download(name, others.length === 0 ? only.bytes : new Uint8Array(zipFiles(outcome.files)));
      return [filesSaved[language]({ files: outcome.files.length, name })];
    }
    default:
      return [shareTabTexts.failed[language]];
  }
}
