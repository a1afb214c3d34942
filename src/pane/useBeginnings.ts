/** Ways to have something on the desk; whatever goes wrong is told by the bar. */
import { useRef } from "react";
import type { PaneFault } from "../i18n/paneFaults";
import type { Desk } from "./desk";
import { failureOf } from "./jobs/failureOf";
import type { Surroundings, TemplateSize } from "./surroundings";
import type { Deeds } from "./useBoard";
import { useWords } from "./words";

export interface Beginnings {
  sample(): void;
  template(size: TemplateSize): void;
  readonly file?: (file: File) => void;
}

/** One beginning at a time: a second click while sheets are being inserted is none. */
export function useBeginnings(surroundings: Surroundings, deeds: Deeds, open: (desk: Desk) => void): Beginnings {
  const { language } = useWords();
  const busy = useRef(false);
  const { openFile, openSample, makeTemplate, desk } = surroundings;
  const begin = async (make: () => Promise<Desk | undefined>, otherwise: PaneFault): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    if (desk) deeds.tell({ kind: "inserting" });
    try {
      const opened = await make();
      if (opened) open(opened);
    } catch (error) {
      const { fault, places } = failureOf(error, otherwise);
      deeds.tell({ kind: "fault", fault, places, remedy: { kind: "again", act: () => void begin(make, otherwise) } });
    } finally {
      busy.current = false;
    }
  };
  return {
    sample: () => void begin(() => openSample(language), "no sample"),
    template: (size) => void begin(() => makeTemplate(size, language), "program"),
    file: openFile && ((file) => void begin(() => openFile(file), "cannot read")),
  };
}
