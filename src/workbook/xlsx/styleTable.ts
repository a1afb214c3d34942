import type { CellStyle } from "../workbook";
import { WorkbookError } from "../workbook";
import type { Look } from "./looks";
import { looks } from "./looks";
import { XmlEdits } from "./xmlEdits";
import { escapeXml } from "./xmlText";
import type { XmlElement } from "./xmlTree";
import { attributeOf, childOf, prefixOf } from "./xmlTree";

const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["@", 49],
]);
const FIRST_CUSTOM_FORMAT = 164;
/** Excel refuses a workbook with more cell formats. */
const MOST_FORMATS = 65_490;

/** Parts of the style sheet we add to, in the order ECMA-376 wants them. */
const COLLECTIONS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] as const;
type Collection = (typeof COLLECTIONS)[number];

/**
 * The workbook's style sheet, to which our looks are added at the end of each list: no format of the clerk's ever gets another
 * number. What is already there word for word, from an earlier run, is used again.
 */
export class StyleTable {
  private readonly text: (element: XmlElement) => string;
  private readonly known: Readonly<Record<Collection, string[]>>;
  private readonly before: Readonly<Record<Collection, number>>;
  private readonly formatIds = new Map<string, number>();
  private readonly indexes = new Map<string, number>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly tree: XmlElement,
  ) {
    const prefix = prefixOf(tree);
    this.text = (element) => {
      const xml = new TextDecoder().decode(bytes.subarray(element.start, element.end));
      return prefix === "" ? xml : xml.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
    };
    const listed = COLLECTIONS.map((name): [Collection, string[]] => [name, this.childrenIn(name).map(this.text)]);
    this.known = Object.fromEntries(listed) as Record<Collection, string[]>;
    this.before = Object.fromEntries(listed.map(([name, list]) => [name, list.length])) as Record<Collection, number>;
    for (const format of this.childrenIn("numFmts")) {
      this.formatIds.set(attributeOf(format, "formatCode") ?? "", Number(attributeOf(format, "numFmtId")));
    }
    // Every format refers to a font, a fill, a border and a base; a style sheet without them gets the plain ones.
    if (this.known.fonts.length === 0) this.known.fonts.push('<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>');
    for (const pattern of ["none", "gray125"].slice(this.known.fills.length))
      this.known.fills.push(`<fill><patternFill patternType="${pattern}"/></fill>`);
    if (this.known.borders.length === 0) this.known.borders.push("<border><left/><right/><top/><bottom/><diagonal/></border>");
    if (this.known.cellStyleXfs.length === 0) this.known.cellStyleXfs.push('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>');
    if (this.known.cellXfs.length === 0) this.known.cellXfs.push('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  /** The number of the cell format for a style. `quoted` marks a text that begins like a formula, so that editing it keeps it a text. */
  index(style: CellStyle, quoted: boolean): number {
    const key = `${style}|${quoted}`;
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.place("cellXfs", this.formatXml(looks[style], quoted));
      if (index >= MOST_FORMATS) throw new WorkbookError("too much data", "the workbook has too many cell formats");
      this.indexes.set(key, index);
    }
    return index;
  }

  /** The style sheet with what was added. */
  written(): Uint8Array {
    const edits = new XmlEdits(this.bytes);
    let last: XmlElement | undefined;
    let missing = "";
    for (const name of COLLECTIONS) {
      const element = childOf(this.tree, name);
      const added = this.known[name].slice(this.before[name]).join("");
      const count = String(this.known[name].length);
      if (element === undefined) {
        const xml = added === "" ? "" : `<${name} count="${count}">${added}</${name}>`;
        if (last === undefined) missing += xml;
        else if (xml !== "") edits.insertAfter(last, xml);
        continue;
      }
      if (added !== "") {
        edits.append(element, added);
        if (element.attributes.has("count")) edits.setAttribute(element, "count", count);
      }
      if (missing !== "") edits.insertBefore(element, missing);
      missing = "";
      last = element;
    }
    if (missing !== "") edits.prepend(this.tree, missing);
    return edits.apply();
  }

  private childrenIn(name: Collection): readonly XmlElement[] {
    return childOf(this.tree, name)?.children ?? [];
  }

  /** The number of this piece of XML in its list, added at the end if it is not there. */
  private place(name: Collection, xml: string): number {
    const list = this.known[name];
    const present = list.indexOf(xml);
    return present >= 0 ? present : list.push(xml) - 1;
  }

  private formatXml(look: Look, quoted: boolean): string {
    const number = this.formatId(look.format ?? "General");
    const font = look.bold || look.points || look.ink ? this.place("fonts", this.fontXml(look)) : 0;
    const fill = look.fill === undefined ? 0 : this.place("fills", fillXml(look.fill));
    const border = look.border === undefined ? 0 : this.place("borders", borderXml(look.border));
    const alignment = alignmentXml(look);
    const applied =
      (quoted ? ' quotePrefix="1"' : "") +
      (number ? ' applyNumberFormat="1"' : "") +
      (font ? ' applyFont="1"' : "") +
      (fill ? ' applyFill="1"' : "") +
      (border ? ' applyBorder="1"' : "") +
      (alignment ? ' applyAlignment="1"' : "");
    const xf = `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    return alignment === "" ? `${xf}/>` : `${xf}>${alignment}</xf>`;
  }

  private formatId(code: string): number {
    const known = BUILT_IN.get(code) ?? this.formatIds.get(code);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.formatIds.values()) + 1;
    this.formatIds.set(code, id);
    this.place("numFmts", `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  /** The default font with our changes: bold before everything else, colour and size where the schema wants them. */
  private fontXml(look: Look): string {
    const parts = new Map<string, string>();
    const own = this.childrenIn("fonts")[0];
    for (const child of own?.children ?? []) parts.set(child.name, this.text(child));
    if (own === undefined)
      for (const part of this.known.fonts[0].match(/<(\w+) [^>]*\/>/g) ?? []) parts.set(part.slice(1, part.indexOf(" ")), part);
    if (look.bold) parts.set("b", "<b/>");
    if (look.points) parts.set("sz", `<sz val="${look.points}"/>`);
    if (look.ink) parts.set("color", `<color rgb="FF${look.ink}"/>`);
    const order = [
      "b",
      "i",
      "strike",
      "condense",
      "extend",
      "outline",
      "shadow",
      "u",
      "vertAlign",
      "sz",
      "color",
      "name",
      "family",
      "charset",
      "scheme",
    ];
    return `<font>${order.map((name) => parts.get(name) ?? "").join("")}</font>`;
  }
}

function alignmentXml({ horizontal, vertical, wrap }: Look): string {
  const attributes = [
    ...(horizontal ? [` horizontal="${horizontal}"`] : []),
    ...(vertical ? [` vertical="${vertical}"`] : []),
    ...(wrap ? [' wrapText="1"'] : []),
  ];
  return attributes.length === 0 ? "" : `<alignment${attributes.join("")}/>`;
}

function fillXml(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(rgb: string): string {
  const sides = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="FF${rgb}"/></${side}>`);
  return `<border>${sides.join("")}<diagonal/></border>`;
}
