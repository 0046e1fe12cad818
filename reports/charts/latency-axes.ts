/** The axes that curves of response times stand on: logarithmic where a linear one would hide the small values. */
import { formatCount } from "../format.ts";
import type { Drawing } from "./drawing.ts";
import type { LatencyPicture } from "./latency.ts";
import { linearScale, logScale, type Scale, spansDecades } from "./scale.ts";
import { css } from "./theme.ts";

/** Part of the height that is kept free below the curves, for the numbers of the load lines. */
const FOOT = 0.11;

/** Ratio of the largest load to the smallest line from which on all of that line would lie in one corner. */
const DECADES = 25;

export function latencyScale({ curves, limit }: LatencyPicture, range: readonly [number, number], mostTicks: number): Scale {
  const dots = curves.flatMap((curve) => curve.dots);
  const least = Math.min(limit, ...dots.map(({ low }) => low));
  const most = Math.max(limit, ...dots.map(({ high }) => high));
  if (!spansDecades([least, most])) return linearScale(most * 1.08, range, { mostTicks });
  const top = most * 1.25;
  return logScale([least / Math.exp((Math.log(top / least) * FOOT) / (1 - FOOT)), top], range, { mostTicks });
}

export function tenantScale({ curves }: LatencyPicture, range: readonly [number, number], mostTicks: number): Scale {
  const loads = curves.flatMap(({ dots }) => dots.map(({ tenants }) => tenants));
  const most = Math.max(1, ...loads);
  const ends = curves.map(({ line, dots }) => line ?? Math.max(...dots.map(({ tenants }) => tenants)));
  if (!spansDecades([most, ...ends], DECADES)) return linearScale(most * 1.03, range, { mostTicks, smallestStep: 1 });
  return logScale([Math.min(...loads), most * 1.1], range, { mostTicks });
}

/** Numbers of tenants under the drawing; those without room are left out. */
export function drawTenantAxis(drawing: Drawing, scale: Scale, y: number, [from, to]: readonly [number, number]): void {
  drawing.rule({ x: from, y }, { x: to, y }, { colour: css("--page-rule") });
  const look = { colour: css("--page-muted"), size: 12 };
  for (const tick of scale.ticks) {
    const x = scale.place(tick);
    drawing.rule({ x, y }, { x, y: y + 5 }, { colour: css("--page-rule") });
    drawing.textWhereFree(
      [
        { x, y: y + 15, align: "center" },
        { x: to, y: y + 15, align: "right" },
      ],
      formatCount(tick),
      look,
    );
  }
}
