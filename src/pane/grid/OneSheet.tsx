import { Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { gridTexts } from "../../i18n/paneGrid";
import type { ReceiptView } from "../jobs/views";
import { useWords } from "../words";
import type { Cells, SheetSize } from "./cells";
import type { Cell } from "./moveCell";
import { SheetGrid } from "./SheetGrid";

interface Shown {
  readonly cells: Cells;
  readonly sheet: string;
  readonly receipt: ReceiptView | undefined;
  readonly target: Cell | undefined;
}

/** Asks how large the sheet is, then shows it. */
export function OneSheet({ cells, sheet, receipt, target }: Shown) {
  const { say } = useWords();
  const [size, setSize] = useState<SheetSize | "unreadable">();
  useEffect(() => {
    void cells.size(sheet).then(setSize, () => setSize("unreadable"));
  }, [cells, sheet]);
  if (size === undefined) return null;
  if (size === "unreadable") return <Text>{say(gridTexts.cannotShow)}</Text>;
  return <SheetGrid {...{ cells, sheet, size, receipt, target }} />;
}
