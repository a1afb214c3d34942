/** What a range looks like, and the rules on what may be typed into it. */
import type { Area } from "./cells";
import { overlaps, withProperty } from "./cells";
import { HostFault } from "./hostFault";
import type { HostObject, Property } from "./hostObject";
import type { SheetContext } from "./sheetContext";
import { writeGrid } from "./writeGrid";

const LOOKS = ["horizontalAlignment", "verticalAlignment", "wrapText", "indentLevel"];

export function formatObject(context: SheetContext, area: Area): HostObject {
  const { sheet } = context;
  const look = (path: string): Property => ({
    set: (value) => {
      context.refuseIfProtected();
      writeGrid({ sheet, area, value, use: (cell, one) => void (cell.look = withProperty(cell.look, path, one)) });
    },
  });
  const part = (type: string, path: string, names: readonly string[]): HostObject => ({
    type,
    scalars: Object.fromEntries(names.map((name) => [name, look(`${path}/${name}`)])),
  });
  return {
    type: "RangeFormat",
    scalars: {
      ...Object.fromEntries(LOOKS.map((name) => [name, look(name)])),
      columnWidth: {
        set: (value) => {
          for (let column = area.left; column < area.left + area.columns; column++) sheet.columnWidths.set(column, Number(value));
        },
      },
    },
    children: {
      font: () => part("RangeFont", "font", ["bold", "italic", "color", "size", "name"]),
      fill: () => part("RangeFill", "fill", ["color"]),
      borders: () => ({
        type: "RangeBorderCollection",
        item: (edge) => part("RangeBorder", `border ${String(edge)}`, ["style", "color", "weight"]),
      }),
    },
  };
}

export function validationObject(context: SheetContext, area: Area): HostObject {
  const { sheet } = context;
  const same = (one: Area): boolean => JSON.stringify(one) === JSON.stringify(area);
  const setting = (name: string): Property => ({
    set: (value) => {
      context.refuseIfProtected();
      refuseLongList(value);
      const settings = sheet.validations.find((known) => same(known.area))?.settings ?? {};
      sheet.validations = sheet.validations.filter((known) => !overlaps(known.area, area));
      sheet.validations.push({ area, settings: { ...settings, [name]: value } });
    },
  });
  return {
    type: "DataValidation",
    scalars: { rule: setting("rule"), prompt: setting("prompt"), errorAlert: setting("errorAlert"), ignoreBlanks: setting("ignoreBlanks") },
    methods: { clear: () => void (sheet.validations = sheet.validations.filter((known) => !overlaps(known.area, area))) },
  };
}

function refuseLongList(rule: unknown): void {
  const source = /"source":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(rule))?.[1] ?? "";
  if (!source.startsWith("=") && source.length > 255) throw new HostFault("InvalidArgument", "a list in a validation holds 255 characters");
}
