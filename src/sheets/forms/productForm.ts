/**
 * The Balance by product · 产品平衡表: what is needed of each product ‖ where it comes from ‖ what is short, as formulas over the
 * sheets Demand, Agreements and Unresolved. Short is sources less needs; Check adds what Unresolved lists, so it is 0 as long as
 * the sheets belong together, and tells at once when somebody changes one of them.
 */
import { placeTree } from "../../engine/register/places";
import { eachInSlices } from "../../engine/slices";
import type { CellValue } from "../../workbook/workbook";
import type { AgreementField, UnresolvedField } from "../outputs";
import { rowNumber, type EarlierOutput } from "../table/earlierOutput";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";
import { criteriaFormulas, criteriaOf, NOTHING, type Criteria } from "./criteria";
import { DraftColumns } from "./draftColumns";
import { draftIn, FORM_ROWS_AT_ONCE, type FormsInput } from "./formsInput";
import { productFormTable, type ProductFormField } from "./formTables";
import { needsWritten } from "./needsWritten";
import { productRows, type ProductSources } from "./productRows";
import type { ProductName, ProductRow } from "./productsNamed";
import { SettledRows, type Part } from "./settledRows";
import { less, meets, QUANTITY, rounded, roundedTo, sumifs, type Condition } from "./sumifs";

type Cells = Readonly<Record<ProductFormField, CellValue>>;

/** With a yield now and then. */
export function* productForm(input: FormsInput): Generator<void, SheetDraft> {
  const { reading, situation } = input;
  const sources: ProductSources = {
    input,
    needs: yield* needsWritten(reading, input.sheets),
    settled: new SettledRows(draftIn<AgreementField>(input, "Agreements"), {
      ...{ language: reading.language, office: situation.office },
      places: new Set(placeTree(situation).order),
    }),
    unresolved: draftIn<UnresolvedField>(input, "Unresolved"),
  };
  const earlier = input.earlier.get("Balance by product");
  const rows = yield* productRows(sources);
  const draft = yield* draftSheet<Cells, ProductFormField>({
    ...{ table: productFormTable, language: reading.language, periods: [], numberFields: NUMBER_FIELDS },
    rows: yield* eachInSlices(rows, (row) => cellsOf(row, earlier), FORM_ROWS_AT_ONCE),
    cells: { cell: (field) => (cells) => cells[field], quantity: () => 0 },
  });
  const formulas = new Map<string, (row: number) => string>(Object.entries(formulasOf(draft, sources)));
  return { ...draft, columns: draft.columns.map((column) => ({ ...column, formula: formulas.get(column.field) })) };
}

const NUMBER_FIELDS = ["product", "specification", "unit"] as const;

function inUnits(sum: number): number {
  return roundedTo(QUANTITY, sum);
}

/** The values that the formulas have. */
function cellsOf(row: ProductRow, earlier: EarlierOutput | undefined): Cells {
  const { product, specification, unit, written, live, settled } = row;
  const apart = { outside: inUnits(row.apart.outside), inHouse: inUnits(row.apart.inHouse) };
  const outside = inUnits(live.outside + apart.outside);
  const inHouse = inUnits(live.inHouse + apart.inHouse);
  const needed = inUnits(outside + inHouse);
  const [standing, local, provincial] = [settled.standing, settled.local, settled.provincial].map(inUnits);
  const atHome = inUnits(inHouse - settled.transferred);
  const sources = inUnits(standing + local + provincial + atHome);
  const difference = inUnits(sources - needed);
  const unresolved = inUnits(row.unresolved);
  const keys = {
    product: criteriaOf(product),
    specification: criteriaOf(specification),
    written: written === "" ? NOTHING : criteriaOf(written),
  };
  return {
    ...{ product, specification, unit, outside, inHouse, needed, standing, local, provincial, atHome, sources, difference, unresolved },
    rate: needed === 0 ? "" : roundedTo(4, sources / needed),
    check: inUnits(difference + unresolved),
    measures: earlier?.cell(rowNumber([product, specification, unit]), "measures") ?? null,
    written,
    outsideApart: apart.outside || null,
    inHouseApart: apart.inHouse || null,
    ...{ productBegins: keys.product.begins, productEnds: keys.product.ends },
    ...{ specificationBegins: keys.specification.begins, specificationEnds: keys.specification.ends },
    ...{ writtenBegins: keys.written.begins, writtenEnds: keys.written.ends },
  };
}

function formulasOf(
  draft: SheetDraft,
  { needs, settled, unresolved }: ProductSources,
): Partial<Record<ProductFormField, (row: number) => string>> {
  const own = new DraftColumns<ProductFormField>(draft, "");
  const of = (columns: DraftColumns<keyof ProductName>, row: number): readonly Condition[] => [
    ...meets(columns.whole("product"), { begins: own.cell("productBegins", row), ends: own.cell("productEnds", row) }),
    ...meets(columns.whole("specification"), { begins: own.cell("specificationBegins", row), ends: own.cell("specificationEnds", row) }),
    [columns.whole("unit"), `"="&${own.cell("unit", row)}`],
  ];
  const agreed = (row: number, part: Part, more: readonly Condition[] = []): string =>
    sumifs(settled.columns.whole("total"), [...of(settled.columns, row), ...settled.where(part), ...settled.here, ...more]);
  const sum = (row: number, ...fields: readonly ProductFormField[]): string =>
    rounded(
      QUANTITY,
      fields.map((field) => own.cell(field, row)),
    );
  const needed =
    (side: "outside" | "inHouse", apart: "outsideApart" | "inHouseApart") =>
    (row: number): string => {
      const criteria = { begins: own.cell("writtenBegins", row), ends: own.cell("writtenEnds", row) };
      return rounded(QUANTITY, [...needs.terms(side, criteria), own.cell(apart, row)]);
    };
  const key =
    (field: ProductFormField, end: "begins" | "ends", blank?: Criteria) =>
    (row: number): string =>
      criteriaFormulas(own.cell(field, row), blank)[end];
  return {
    outside: needed("outside", "outsideApart"),
    inHouse: needed("inHouse", "inHouseApart"),
    needed: (row) => sum(row, "outside", "inHouse"),
    standing: (row) => rounded(QUANTITY, [agreed(row, "standing")]),
    local: (row) => less(QUANTITY, [agreed(row, "all but standing")], own.cell("provincial", row)),
    provincial: (row) =>
      rounded(
        QUANTITY,
        settled.above.map((at) => agreed(row, "all but standing", at)),
      ),
    atHome: (row) => less(QUANTITY, [own.cell("inHouse", row)], agreed(row, "transfer")),
    sources: (row) => sum(row, "standing", "local", "provincial", "atHome"),
    difference: (row) => less(QUANTITY, [own.cell("sources", row)], own.cell("needed", row)),
    rate: (row) => `=IF(${own.cell("needed", row)}=0,"",ROUND(${own.cell("sources", row)}/${own.cell("needed", row)},4))`,
    unresolved: (row) => rounded(QUANTITY, [sumifs(unresolved.whole("total"), of(unresolved, row))]),
    check: (row) => sum(row, "difference", "unresolved"),
    productBegins: key("product", "begins"),
    productEnds: key("product", "ends"),
    specificationBegins: key("specification", "begins"),
    specificationEnds: key("specification", "ends"),
    writtenBegins: key("written", "begins", NOTHING),
    writtenEnds: key("written", "ends", NOTHING),
  };
}
