import { WorkbookError } from "../workbook";
import { XmlScanner } from "./xmlScanner";
import { xmlText } from "./xmlText";

export interface XmlAttribute {
  readonly value: string;
  /** Span of the value between its quotes. */
  readonly start: number;
  readonly end: number;
}

/** An element of a small part, with its places in the bytes, so that a change touches nothing else. */
export interface XmlElement {
  readonly name: string;
  readonly qualifiedName: string;
  /** By name as written. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly XmlElement[];
  /** Text directly inside. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Between the tags; both equal `end` in `<a/>`. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

interface TreeLimits {
  /** Elements that may still come. */
  left: number;
  /** Elements of this name are taken whole, without looking inside. */
  readonly closed: string | undefined;
}

/**
 * A small part as a tree; elements named `closed` (a sheet's cells) stay without children. Fault: "too large" beyond so many elements.
 */
export function readXmlTree(bytes: Uint8Array, part: string, mostElements: number, closed?: string): XmlElement {
  const scanner = new XmlScanner(bytes, part);
  if (scanner.next() !== "open") throw scanner.damaged("holds no element");
  const root = readElement(scanner, { left: mostElements, closed });
  while (scanner.next() !== "end");
  return root;
}

function readElement(scanner: XmlScanner, limits: TreeLimits): XmlElement {
  if (--limits.left < 0) throw new WorkbookError("too large", `${scanner.part} has too many elements`);
  const { name, qualifiedName, start, end: innerStart, depth } = scanner;
  const attributes = new Map<string, XmlAttribute>();
  for (let index = 0; index < scanner.attributeCount; index++) {
    const from = scanner.valueStart(index);
    const to = scanner.valueEnd(index);
    attributes.set(scanner.attributeName(index), { value: xmlText(scanner.bytes, from, to), start: from, end: to });
  }
  const children: XmlElement[] = [];
  let text = "";
  if (name === limits.closed) scanner.skip();
  while (scanner.depth >= depth) {
    const token = scanner.next();
    if (token === "open") children.push(readElement(scanner, limits));
    else if (token === "text") text += scanner.text();
  }
  return { name, qualifiedName, attributes, children, text, start, end: scanner.end, innerStart, innerEnd: scanner.start };
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.value;
}

/** An attribute that stands in some namespace, whatever its prefix: `r:id` in most files. */
export function prefixedAttributeOf(element: XmlElement, name: string): string | undefined {
  for (const [key, attribute] of element.attributes) if (key.endsWith(`:${name}`)) return attribute.value;
  return undefined;
}

/** "x:" for `<x:workbook>`, "" for `<workbook>`. */
export function prefixOf(element: XmlElement): string {
  return element.qualifiedName.slice(0, element.qualifiedName.length - element.name.length);
}
