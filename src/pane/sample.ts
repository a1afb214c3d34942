import type { Language } from "../i18n/language";

export function sampleName(language: Language): string {
  return `heilongjiang-1956.${language}.xlsx`;
}

/** The sample workbook, from beside the page. Rejects where it can't be fetched. */
export async function sampleBytes(language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const name = sampleName(language);
  const answer = await fetch(new URL(`assets/samples/${name}`, document.baseURI));
  if (!answer.ok) throw new RangeError(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
