/** Ways to have something on the desk; whatever goes wrong is told by the bar. */
import type { PaneFault } from "../i18n/paneFaults";
import { WorkbookError } from "../workbook/workbook";
import type { Desk } from "./desk";
import type { Surroundings, TemplateSize } from "./surroundings";
import type { Deeds } from "./useBoard";
import { useWords } from "./words";

export interface Beginnings {
  sample(): void;
  template(size: TemplateSize): void;
  readonly file?: (file: File) => void;
}

export function useBeginnings(surroundings: Surroundings, deeds: Deeds, open: (desk: Desk) => void): Beginnings {
  const { language } = useWords();
  const { openFile, openSample, makeTemplate } = surroundings;
  const begin = (desk: Promise<Desk | undefined>, otherwise: PaneFault): void =>
    void desk.then(
      (opened) => opened && open(opened),
      (error: unknown) => deeds.tell({ kind: "fault", ...faultOf(error, otherwise) }),
    );
  return {
    sample: () => begin(openSample(language), "no sample"),
    template: (size) => begin(makeTemplate(size, language), "program"),
    file: openFile && ((file) => begin(openFile(file), "cannot read")),
  };
}

/** A template refused because its sheets are there is no other fault of writing. */
function faultOf(error: unknown, otherwise: PaneFault): { readonly fault: PaneFault; readonly detail: string } {
  if (!(error instanceof WorkbookError)) return { fault: otherwise, detail: error instanceof Error ? error.message : String(error) };
  return { fault: error.fault === "cannot write" && error.cause === undefined ? "sheets there" : error.fault, detail: error.detail };
}
