/** Worksheet and what hangs on it. */
import type { SheetCells } from "./cells";
import { chartsObject } from "./chartObject";
import { HostFault } from "./hostFault";
import type { HostObject } from "./hostObject";
import { asRange, rangeObject } from "./rangeObject";
import type { SheetContext } from "./sheetContext";

export function worksheetObject(context: SheetContext): HostObject {
  const { book, sheet } = context;
  return {
    type: "Worksheet",
    id: sheet.id,
    scalars: {
      id: { get: () => sheet.id },
      name: { get: () => sheet.name, set: (name) => book.rename(sheet, String(name)) },
      visibility: { get: () => sheet.visibility, set: (value) => book.setVisibility(sheet, asVisibility(value)) },
      position: { get: () => book.sheets.indexOf(sheet) },
    },
    children: {
      protection: () => ({ type: "WorksheetProtection", scalars: { protected: { get: () => sheet.isProtected } } }),
      autoFilter: () => autoFilterObject(context),
      tables: () => ({
        type: "TableCollection",
        scalars: { count: { get: () => sheet.tables.length } },
        items: () => sheet.tables.map((table) => tableObject(table.filtered)),
      }),
      freezePanes: () => freezeObject(context),
      pageLayout: () => pageObject(sheet),
      customProperties: () => customPropertiesObject(sheet),
      charts: () => chartsObject(sheet),
    },
    methods: {
      getRangeByIndexes: (top, left, rows, columns) =>
        rangeObject(context, { top: Number(top), left: Number(left), rows: Number(rows), columns: Number(columns) }),
      getUsedRangeOrNullObject: (valuesOnly) => {
        const area = sheet.usedArea(valuesOnly === true);
        return area === null ? null : rangeObject(context, area);
      },
      delete: () => book.remove(sheet),
      activate: () => {
        if (sheet.visibility !== "Visible") throw new HostFault("InvalidOperation", "a hidden sheet can't be activated");
        book.selection = { sheet, row: 0, column: 0 };
      },
    },
  };
}

function asVisibility(value: unknown): SheetCells["visibility"] {
  if (value === "Visible" || value === "Hidden" || value === "VeryHidden") return value;
  throw new HostFault("InvalidArgument", "visibility");
}

function autoFilterObject(context: SheetContext): HostObject {
  const { sheet } = context;
  return {
    type: "AutoFilter",
    scalars: { enabled: { get: () => sheet.filter !== null }, isDataFiltered: { get: () => (sheet.filter?.hides.size ?? 0) > 0 } },
    methods: {
      apply: (range, column, criteria) => {
        context.refuseIfProtected();
        if (sheet.tables.length > 0) throw new HostFault("InvalidOperation", "the sheet has a table, which brings its own filter");
        if ((column ?? null) !== null || (criteria ?? null) !== null) throw new HostFault("ApiNotFound", "filter criteria");
        sheet.filter = { area: asRange(range).area, hides: new Set() };
      },
      getRangeOrNullObject: () => (sheet.filter === null ? null : rangeObject(context, sheet.filter.area)),
      remove: () => {
        context.refuseIfProtected();
        sheet.filter = null;
      },
    },
  };
}

function tableObject(filtered: boolean): HostObject {
  return {
    type: "Table",
    id: "1",
    children: { autoFilter: () => ({ type: "AutoFilter", scalars: { isDataFiltered: { get: () => filtered } } }) },
  };
}

function freezeObject({ sheet }: SheetContext): HostObject {
  return {
    type: "WorksheetFreezePanes",
    methods: {
      freezeAt: (range) => void (sheet.freeze = asRange(range).area),
      freezeRows: (count) => void (sheet.freeze = { top: 0, left: 0, rows: Number(count), columns: 0 }),
      freezeColumns: (count) => void (sheet.freeze = { top: 0, left: 0, rows: 0, columns: Number(count) }),
      unfreeze: () => void (sheet.freeze = null),
    },
  };
}

function pageObject(sheet: SheetCells): HostObject {
  const setting = (name: string) => ({ set: (value: unknown) => void (sheet.page[name] = value) });
  return {
    type: "PageLayout",
    scalars: { orientation: setting("orientation"), zoom: setting("zoom"), paperSize: setting("paperSize") },
    methods: {
      setPrintArea: (range) => void (sheet.page.printArea = asRange(range).area),
      setPrintTitleRows: (range) => void (sheet.page.titleRows = asRange(range).area),
    },
    children: {
      headersFooters: () => ({
        type: "HeaderFooterGroup",
        children: {
          defaultForAllPages: () => ({
            type: "HeaderFooter",
            scalars: { leftFooter: setting("leftFooter"), centerFooter: setting("centerFooter"), rightFooter: setting("rightFooter") },
          }),
        },
      }),
    },
  };
}

function customPropertiesObject(sheet: SheetCells): HostObject {
  const one = (key: string): HostObject => ({
    type: "WorksheetCustomProperty",
    id: key,
    scalars: { value: { get: () => sheet.customProperties.get(key) }, key: { get: () => key } },
    methods: { delete: () => void sheet.customProperties.delete(key) },
  });
  return {
    type: "WorksheetCustomPropertyCollection",
    methods: {
      add: (key, value) => {
        sheet.customProperties.set(String(key), String(value));
        return one(String(key));
      },
      getItemOrNullObject: (key) => (sheet.customProperties.has(String(key)) ? one(String(key)) : null),
    },
  };
}
