import { makeStyles, tokens } from "@fluentui/react-components";
import { resultTexts } from "../../i18n/paneResult";
import type { FlowView } from "../jobs/views";
import { useWords } from "../words";
import { layFlows, WIDTH, type PlacedNode } from "./layFlows";

const FORCED = "@media (forced-colors: active)";

const usePicture = makeStyles({
  picture: { display: "block", width: "100%", maxWidth: "480px", height: "auto", forcedColorAdjust: "none" },
  band: {
    fill: tokens.colorBrandForeground1,
    fillOpacity: 0.3,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "0.5px",
    [FORCED]: { fill: "Highlight", stroke: "CanvasText" },
  },
  node: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: "CanvasText" } },
  name: { fill: tokens.colorNeutralForeground1, fontSize: "11px", dominantBaseline: "central", [FORCED]: { fill: "CanvasText" } },
  giver: { textAnchor: "end" },
});

/** Signs of a name that find room beside the picture; Chinese ones take two. */
const ROOM = 14;

/** Who gives to whom, as bands; the list below it says the same in words. */
export function FlowPicture({ flows }: { readonly flows: readonly FlowView[] }) {
  const { say } = useWords();
  const looks = usePicture();
  const { height, givers, takers, bands } = layFlows(flows);
  const node = (side: string, className: string) => (placed: PlacedNode) => (
    <g key={`${side}${placed.name}`}>
      <rect className={looks.node} x={placed.x} y={placed.y} width={6} height={placed.height} />
      <text className={`${looks.name} ${className}`} x={placed.labelX} y={placed.labelY}>
        {shortened(placed.name)}
      </text>
    </g>
  );
  return (
    <svg className={looks.picture} viewBox={`0 -8 ${WIDTH} ${height + 16}`} role="img" aria-label={say(resultTexts.flowsPicture)}>
      {bands.map((outline, index) => (
        <path key={index} className={looks.band} d={outline} />
      ))}
      {givers.map(node("from ", looks.giver))}
      {takers.map(node("to ", ""))}
    </svg>
  );
}

function shortened(name: string): string {
  let room = ROOM;
  const shown = [...name].filter((sign) => (room -= sign > "\u2e80" ? 2 : 1) >= 0);
  return shown.length < [...name].length ? `${shown.slice(0, -1).join("")}…` : name;
}
