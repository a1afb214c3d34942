/** Workbook, its sheets and its names. */
import type { Book, DefinedName } from "./book";
import { reference } from "./book";
import type { Scalar, SheetCells } from "./cells";
import { HostFault } from "./hostFault";
import type { HostObject } from "./hostObject";
import { asRange } from "./rangeObject";
import { worksheetObject } from "./worksheetObject";

export interface HostWorkbook {
  readonly literalTextCells: boolean;
  readonly mostCellsRead: number;
  readonly book: Book;
  readonly evaluate: (formula: string) => Scalar;
  /** Takes a file that is opened beside this workbook, as base64. */
  readonly openBeside: (file: string) => void;
}

export function workbookObject({ book, evaluate, literalTextCells, mostCellsRead, openBeside }: HostWorkbook): HostObject {
  const sheetObject = (sheet: SheetCells): HostObject => {
    const refuseIfProtected = (): void => {
      if (sheet.isProtected) throw new HostFault("AccessDenied", "the sheet is protected");
    };
    return worksheetObject({ book, sheet, evaluate, literalTextCells, mostCellsRead, refuseIfProtected });
  };
  const found = (key: unknown): HostObject | null => {
    const sheet = book.find(String(key));
    return sheet === null ? null : sheetObject(sheet);
  };
  return {
    type: "Workbook",
    scalars: { readOnly: { get: () => book.readOnly }, name: { get: () => "Book1.xlsx" } },
    children: {
      protection: () => ({ type: "WorkbookProtection", scalars: { protected: { get: () => book.structureProtected } } }),
      application: () => ({
        type: "Application",
        scalars: { calculationState: { get: () => book.calculationState } },
        methods: {
          calculate: () => void (book.calculationState = "Done"),
          createWorkbook: (file) => ({ type: "WorkbookCreated", id: "created", methods: { open: () => openBeside(String(file)) } }),
        },
      }),
      names: () => namesObject(book),
      worksheets: () => ({
        type: "WorksheetCollection",
        items: () => book.sheets.map(sheetObject),
        item: (key) => found(key) ?? missing(String(key)),
        methods: {
          getItemOrNullObject: found,
          getFirst: () => sheetObject(book.sheets[0]),
          getItem: (key) => found(key) ?? missing(String(key)),
          add: (name) => sheetObject(book.add(String(name))),
        },
      }),
    },
  };
}

function namesObject(book: Book): HostObject {
  const found = (key: unknown): HostObject | null => {
    const name = book.names.get(String(key).toLowerCase());
    return name === undefined ? null : nameObject(book, name);
  };
  return {
    type: "NamedItemCollection",
    items: () => [...book.names.values()].map((name) => nameObject(book, name)),
    item: (key) => found(key) ?? missing(String(key)),
    methods: {
      getItemOrNullObject: found,
      getItem: (key) => found(key) ?? missing(String(key)),
      add: (name, at) => {
        const { sheet, area } = asRange(at);
        return nameObject(book, book.define(String(name), { sheet, row: area.top, column: area.left }));
      },
    },
  };
}

function nameObject(book: Book, name: DefinedName): HostObject {
  const formula = (): string => {
    const cell = `$${columnLetters(name.column)}$${name.row + 1}`;
    return name.sheet === null ? `=#REF!${cell}` : `=${reference(name.sheet.name)}${cell}`;
  };
  return {
    type: "NamedItem",
    id: name.name,
    scalars: { name: { get: () => name.name }, formula: { get: formula }, type: { get: () => (name.sheet === null ? "Error" : "Range") } },
    methods: { delete: () => void book.names.delete(name.name.toLowerCase()) },
  };
}

function missing(key: string): never {
  throw new HostFault("ItemNotFound", key);
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
