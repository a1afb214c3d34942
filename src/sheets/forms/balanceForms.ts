/** The balance forms that are to be written: where they are asked for, and from then on whenever the sheets they look at are written. */
import type { Situation } from "../../engine/model";
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import type { FormKind, OutputKind, Reading } from "../reading";
import type { EarlierOutputs } from "../record/locateOutputs";
import { lookup } from "../results/lookup";
import type { SheetDraft } from "../table/sheetDraft";
import { capacityForm } from "./capacityForm";
import type { FormsInput } from "./formsInput";
import { productForm } from "./productForm";
import { tabsToCome } from "./tabsToCome";

const FORMS: ReadonlyMap<FormKind, (input: FormsInput) => Generator<void, SheetDraft>> = new Map([
  ["Balance by product", productForm],
  ["Balance by capacity", capacityForm],
]);

export interface FormsSetting {
  /** Both are wanted, whether they are there or not. */
  readonly asked: boolean;
  readonly reading: Reading;
  /** What the rows of the drafts are of. */
  readonly situation: Situation;
  /** The workbook as it was read. */
  readonly sheets: readonly Sheet[];
  readonly definedCells: readonly DefinedCell[];
  readonly earlier: EarlierOutputs;
  /** The sheets that are written with the forms, and their names. */
  readonly drafts: ReadonlyMap<OutputKind, SheetDraft>;
  readonly nameOf: (kind: OutputKind) => string;
}

/** With a yield now and then. */
export function* balanceForms(setting: FormsSetting): Generator<void, ReadonlyMap<FormKind, SheetDraft>> {
  const { asked, earlier, reading, situation, sheets, drafts } = setting;
  const forms = new Map<FormKind, SheetDraft>();
  // What undo emptied is not there.
  const stands = (kind: FormKind): boolean => (earlier.sheets.get(kind)?.values.length ?? 0) > 0;
  const wanted = [...FORMS].filter(([kind]) => asked || stands(kind));
  if (wanted.length === 0) return forms;
  const input = { reading, situation, sheets, drafts, lookup: lookup(situation), tabs: tabsOf(setting), earlier: earlier.tables };
  for (const [kind, form] of wanted) forms.set(kind, yield* form(input));
  return forms;
}

function tabsOf({ drafts, nameOf, earlier, reading, definedCells }: FormsSetting): ReadonlyMap<OutputKind, string> {
  const kinds = [...drafts.keys()];
  const names = kinds.map((kind) => {
    const takesOver = kind === "Agreements" ? earlier.agreementsByHand : undefined;
    return { name: nameOf(kind), definedName: drafts.get(kind)?.table.definedName, takesOver };
  });
  const tabs = tabsToCome(names, { tabs: reading.sheets, definedCells });
  return new Map(kinds.map((kind, index) => [kind, tabs[index]]));
}
