import { Select, Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { gridTexts } from "../../i18n/paneGrid";
import type { SheetInfo } from "../../workbook/workbook";
import type { CellAddress, Desk } from "../desk";
import type { CheckView } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";
import { useGridLooks } from "./gridLooks";
import { OneSheet } from "./OneSheet";
import { openCells, type OpenedCells } from "./openCells";

interface Shown {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly watch: NonNullable<Desk["watch"]>;
  readonly check: CheckView | undefined;
  /** Sheets written since the check: what it understood of their columns no longer holds. */
  readonly written: readonly string[];
}

interface Opened {
  readonly cells: OpenedCells;
  readonly sheets: readonly SheetInfo[];
  /** Counts the contents that were opened one after another. */
  readonly no: number;
}

/** The opened file's sheets, to look at, with what was understood of each column. One for each content of the file. */
export function WorkbookView({ bytes, watch, check, written }: Shown) {
  const { say } = useWords();
  const [all, looks] = [useLooks(), useGridLooks()];
  const [opened, setOpened] = useState<Opened>();
  const [chosen, setChosen] = useState<string>();
  const [target, setTarget] = useState<CellAddress>();
  useEffect(() => {
    const cells = openCells(bytes);
    const show = (sheets: readonly SheetInfo[]): void => setOpened((before) => ({ cells, sheets, no: (before?.no ?? 0) + 1 }));
    void cells.sheets().then(
      (sheets) => show(sheets.filter(({ visibility }) => visibility !== "very hidden")),
      () => show([]),
    );
    return () => cells.close();
  }, [bytes]);
  useEffect(
    () =>
      watch((cell) => {
        setChosen(cell.sheet);
        setTarget({ ...cell });
      }),
    [watch],
  );
  const first = check?.receipts.find(({ kind }) => kind === "Demand")?.sheet;
  const named = (wanted: string | undefined): SheetInfo | undefined => opened?.sheets.find(({ name }) => name === wanted);
  const sheet = named(chosen) ?? named(first) ?? opened?.sheets[0];
  const label = ({ name, visibility }: SheetInfo): string => (visibility === "visible" ? name : `${name} (${say(gridTexts.hidden)})`);
  return (
    <section className={looks.view} aria-label={say(gridTexts.workbook)}>
      {opened?.sheets.length === 0 && <Text>{say(gridTexts.cannotShow)}</Text>}
      {opened && sheet && (
        <>
          <Select aria-label={say(gridTexts.sheet)} value={sheet.name} onChange={(_, { value }) => setChosen(value)}>
            {opened.sheets.map((info) => (
              <option key={info.name} value={info.name}>
                {label(info)}
              </option>
            ))}
          </Select>
          <OneSheet
            key={`${opened.no} ${sheet.name}`}
            cells={opened.cells}
            sheet={sheet.name}
            receipt={check?.receipts.find((receipt) => receipt.sheet === sheet.name && !written.includes(sheet.name))}
            target={target?.sheet === sheet.name ? target : undefined}
          />
          <Text className={all.quiet}>{say(gridTexts.readOnly)}</Text>
        </>
      )}
    </section>
  );
}
