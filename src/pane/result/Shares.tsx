import { makeStyles, tokens } from "@fluentui/react-components";
import type { Text } from "../../i18n/language";
import { sharePercent } from "../../i18n/paneResult";
import { amount } from "../../i18n/wording";
import type { Share } from "../jobs/views";
import { useLooks } from "../looks";
import { useWords } from "../words";

const FORCED = "@media (forced-colors: active)";

/** Settled is plain, open is hatched, so that the two differ without colour. */
const useBars = makeStyles({
  bar: { display: "block", width: "100%", height: "8px", marginTop: "4px", forcedColorAdjust: "none" },
  settled: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: "Highlight" } },
  open: { stroke: tokens.colorPaletteDarkOrangeForeground1, strokeWidth: "2px", [FORCED]: { stroke: "CanvasText" } },
  frame: { fill: "none", stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px", [FORCED]: { stroke: "CanvasText" } },
});

/** Shares settled, each with its numbers and a bar. */
export function Shares({ shares, unit }: { readonly shares: readonly Share[]; readonly unit?: Text }) {
  const { say } = useWords();
  const looks = useLooks();
  return (
    <ul className={looks.list}>
      {shares.map((share) => (
        <li key={say(share.name)}>
          <div className={looks.row}>
            <span>{say(share.name)}</span>
            <span className={looks.number}>{sharePercent(share.fulfilled, share.demanded)} %</span>
          </div>
          <div className={looks.quiet}>
            {amount(share.fulfilled)} / {amount(share.demanded)} {say(unit ?? share.name)}
          </div>
          <Bar part={share.demanded === 0 ? 1 : share.fulfilled / share.demanded} />
        </li>
      ))}
    </ul>
  );
}

const WIDTH = 300;
const HATCH = 6;

function Bar({ part }: { readonly part: number }) {
  const bars = useBars();
  const settled = Math.round(part * WIDTH);
  const hatches = Array.from({ length: Math.ceil((WIDTH - settled) / HATCH) }, (_, index) => settled + index * HATCH);
  return (
    <svg className={bars.bar} viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden>
      <rect className={bars.settled} x={0} y={0} width={settled} height={8} />
      {hatches.map((x) => (
        <line key={x} className={bars.open} x1={x} y1={8} x2={Math.min(WIDTH, x + HATCH)} y2={0} />
      ))}
      <rect className={bars.frame} x={0.5} y={0.5} width={WIDTH - 1} height={7} />
    </svg>
  );
}
