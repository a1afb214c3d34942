import { Button, Text } from "@fluentui/react-components";
import type { Text as Words } from "../i18n/language";
import { templateTexts } from "../i18n/paneTemplates";
import { useLooks } from "./looks";
import type { Beginnings } from "./useBeginnings";
import { useWords } from "./words";

interface Offer {
  readonly name: Words;
  readonly contains: Words;
  readonly verb: Words;
  readonly take: () => void;
}

/** Simple, full, sample: what each contains in a line. Inserting never touches a sheet that is there. */
export function TemplatesTab({ beginnings, inExcel }: { readonly beginnings: Beginnings; readonly inExcel: boolean }) {
  const { say } = useWords();
  const looks = useLooks();
  const words = templateTexts;
  const offers: readonly Offer[] = [
    {
      ...{ name: words.simple, contains: words.simpleContains, verb: inExcel ? words.insertSimple : words.saveSimple },
      take: () => beginnings.template("simple"),
    },
    {
      ...{ name: words.full, contains: words.fullContains, verb: inExcel ? words.insertFull : words.saveFull },
      take: () => beginnings.template("full"),
    },
    {
      ...{ name: words.sample, contains: words.sampleContains, verb: inExcel ? words.insertSample : words.openSample },
      take: beginnings.sample,
    },
  ];
  return (
    <div className={looks.stack}>
      {inExcel && <Text>{say(words.untouched)}</Text>}
      <ul className={looks.list}>
        {offers.map(({ name, contains, verb, take }) => (
          <li key={say(name)} className={looks.offer}>
            <h2 className={looks.heading}>{say(name)}</h2>
            <Text className={looks.quiet}>{say(contains)}</Text>
            <Button onClick={take}>{say(verb)}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
