interface KnownName {
  readonly bytes: Uint8Array;
  readonly qualified: string;
  readonly local: string;
}

const PLACES = 256;

/** Remembers element names by their bytes, so that a million `<row>` make one string. Look a span up, then read `qualified` and `local`. */
export class XmlNames {
  qualified = "";
  local = "";
  private readonly known: (KnownName | undefined)[] = new Array<KnownName | undefined>(PLACES);

  look(bytes: Uint8Array, start: number, end: number): void {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]) | 0;
    const place = hash & (PLACES - 1);
    let name = this.known[place];
    if (name === undefined || !same(name.bytes, bytes, start, end)) {
      const own = bytes.slice(start, end);
      const qualified = new TextDecoder().decode(own);
      name = { bytes: own, qualified, local: qualified.slice(qualified.indexOf(":") + 1) };
      this.known[place] = name;
    }
    this.qualified = name.qualified;
    this.local = name.local;
  }
}

function same(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at++) if (name[at] !== bytes[start + at]) return false;
  return true;
}
