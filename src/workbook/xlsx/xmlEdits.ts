import { escapeXml } from "./xmlText";
import type { XmlElement } from "./xmlTree";
import { prefixOf } from "./xmlTree";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

/** Collects changes to one part and makes them at once; every byte that no change touches stays as it is. */
export class XmlEdits {
  private readonly edits: Edit[] = [];
  /** Children added to an element, in order: several additions become one edit. */
  private readonly added = new Map<XmlElement, string[]>();

  constructor(private readonly bytes: Uint8Array) {}

  replace(element: XmlElement, xml: string): void {
    this.edits.push({ start: element.start, end: element.end, xml });
  }

  remove(element: XmlElement): void {
    this.replace(element, "");
  }

  /** `xml` is written without namespace prefix and takes that of the element it is put behind. */
  insertAfter(element: XmlElement, xml: string): void {
    this.edits.push({ start: element.end, end: element.end, xml: prefixed(xml, prefixOf(element)) });
  }

  insertBefore(element: XmlElement, xml: string): void {
    this.edits.push({ start: element.start, end: element.start, xml: prefixed(xml, prefixOf(element)) });
  }

  /** As the first child of an element that has some. */
  prepend(parent: XmlElement, xml: string): void {
    const [first] = parent.children;
    if (first === undefined) this.append(parent, xml);
    else this.edits.push({ start: first.start, end: first.start, xml: prefixed(xml, prefixOf(parent)) });
  }

  /** As the last child; `xml` is written without namespace prefix and takes the parent's. */
  append(parent: XmlElement, xml: string): void {
    this.appendAsIs(parent, prefixed(xml, prefixOf(parent)));
  }

  /** The same for `xml` that brings its own namespaces. */
  appendAsIs(parent: XmlElement, xml: string): void {
    const list = this.added.get(parent);
    if (list === undefined) this.added.set(parent, [xml]);
    else list.push(xml);
  }

  setAttribute(element: XmlElement, name: string, value: string): void {
    const present = element.attributes.get(name);
    if (present !== undefined) {
      this.edits.push({ start: present.start, end: present.end, xml: escapeXml(value) });
      return;
    }
    const place = element.start + 1 + new TextEncoder().encode(element.qualifiedName).length;
    this.edits.push({ start: place, end: place, xml: ` ${name}="${escapeXml(value)}"` });
  }

  apply(): Uint8Array {
    for (const [parent, children] of this.added) this.edits.push(appendEdit(parent, children.join("")));
    const ordered = [...this.edits].sort((one, other) => one.start - other.start || one.end - other.end);
    const pieces: Uint8Array[] = [];
    let at = 0;
    for (const edit of ordered) {
      if (edit.start < at) throw new RangeError(`two changes overlap at byte ${edit.start}`);
      pieces.push(this.bytes.subarray(at, edit.start), new TextEncoder().encode(edit.xml));
      at = edit.end;
    }
    pieces.push(this.bytes.subarray(at));
    return joinedBytes(pieces);
  }
}

/** Gives every element of our own XML a namespace prefix. Text in it is escaped, so "<" only ever begins a tag. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

function appendEdit(parent: XmlElement, xml: string): Edit {
  const selfClosing = parent.innerStart === parent.end;
  if (selfClosing) return { start: parent.end - 2, end: parent.end, xml: `>${xml}</${parent.qualifiedName}>` };
  return { start: parent.innerEnd, end: parent.innerEnd, xml };
}

/** These spans in one. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
