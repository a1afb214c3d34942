/** The balance forms that are to be written: where they are asked for, and from then on with every balance. */
import type { FormKind } from "../reading";
import type { SheetDraft } from "../table/sheetDraft";
import type { FormsInput } from "./formsInput";
import { capacityForm } from "./capacityForm";
import { productForm } from "./productForm";

const FORMS: ReadonlyMap<FormKind, (input: FormsInput) => Generator<void, SheetDraft>> = new Map([
  ["Balance by product", productForm],
  ["Balance by capacity", capacityForm],
]);

/** `wanted` tells of each form whether it is to be written. With a yield now and then. */
export function* balanceForms(wanted: (form: FormKind) => boolean, input: FormsInput): Generator<void, ReadonlyMap<FormKind, SheetDraft>> {
  const drafts = new Map<FormKind, SheetDraft>();
  for (const [kind, form] of FORMS) if (wanted(kind)) drafts.set(kind, yield* form(input));
  return drafts;
}
