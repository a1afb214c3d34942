import { AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Text } from "../../i18n/language";
import { useLooks } from "../looks";
import { useWords } from "../words";

/** A part of the result that folds. */
export function Section({ value, title, children }: { readonly value: string; readonly title: Text; readonly children: ReactNode }) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <AccordionItem value={value}>
      <AccordionHeader as="h3">{say(title)}</AccordionHeader>
      <AccordionPanel className={looks.stack}>{children}</AccordionPanel>
    </AccordionItem>
  );
}
