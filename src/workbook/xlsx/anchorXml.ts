import type { WrittenChart } from "../workbook";
import type { DrawingNamespaces } from "./chartXml";
import { escapeXml } from "./xmlText";

/** Where a chart lies on its sheet (ECMA-376 part 1, 20.5.2.33), with namespaces of its own. `relation` leads to its part. */
export function anchorXml(
  { name, title, over }: WrittenChart,
  { relation, number, namespaces }: { relation: string; number: number; namespaces: DrawingNamespaces },
): string {
  const corner = (column: number, row: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${namespaces.sheet}" xmlns:a="${namespaces.main}" editAs="oneCell">` +
    `<xdr:from>${corner(over.left, over.top)}</xdr:from><xdr:to>${corner(over.right + 1, over.bottom + 1)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${escapeXml(name)}" descr="${escapeXml(title)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${namespaces.chart}"><c:chart xmlns:c="${namespaces.chart}" xmlns:r="${namespaces.relationships}" r:id="${relation}"/>` +
    `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}
