/** A drawing for each deployment on the same axes, best first, the others pale behind it: for many deployments. */
import { formatCount } from "../format.ts";
import { type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, gridOf } from "./drawing.ts";
import type { LatencyPicture } from "./latency.ts";
import { drawTenantAxis, latencyScale, tenantScale } from "./latency-axes.ts";
import { drawVerdict } from "./marks.ts";
import { shortNames } from "./names.ts";
import { css } from "./theme.ts";

const HEAD = 40; // [px]
const PLOT = 130;
const FOOT = 32;
const LEAST = { wide: 230, narrow: 136 } as const;
const GAP = 22;

/** Characters that surely fit into a width [px]. */
const cells = (width: number): number => Math.floor(width / textWidth("n"));

export function latencyPanels(picture: LatencyPicture, size: Size): Spec {
  const { curves } = picture;
  const ticksOf = latencyScale(picture, [PLOT, 0], 4).ticks;
  const left = 10 + Math.max(...ticksOf.map((tick) => textWidth(picture.format(tick), 12)));
  const grid = gridOf(curves.length, size.width - left - 8, LEAST[size.name], GAP);
  const drawing = new Drawing(size);
  const names = shortNames(
    curves.map(({ name }) => name),
    cells(grid.width),
  );
  for (const [index, curve] of curves.entries()) {
    const from = left + grid.left(index);
    const to = from + grid.width;
    const head = grid.row(index) * (HEAD + PLOT + FOOT);
    const top = head + HEAD;
    const bottom = top + PLOT;
    const x = tenantScale(picture, [from, to], size.name === "narrow" ? 3 : 5);
    const y = latencyScale(picture, [bottom, top], 4);
    drawing.text({ x: from, y: head + 10 }, names[index], { weight: 600 });
    drawing.text({ x: from, y: head + 27 }, curve.lineText, { size: 12, colour: css("--page-muted") });
    for (const tick of y.ticks) {
      drawing.rule({ x: from, y: y.place(tick) }, { x: to, y: y.place(tick) }, { colour: css("--page-rule") });
      if (index % grid.columns === 0) {
        drawing.textWhereFree([{ x: from - 8, y: y.place(tick) }], picture.format(tick), {
          size: 12,
          colour: css("--page-muted"),
          align: "right",
        });
      }
    }
    drawTenantAxis(drawing, x, bottom, [from, to]);
    for (const other of curves) {
      if (other === curve) continue;
      const places = other.dots.map(({ tenants, value }) => ({ x: x.place(tenants), y: y.place(value) }));
      drawing.line(places, { colour: css("--page-muted"), width: 1, opacity: 0.3 });
    }
    const limit = y.place(picture.limit);
    drawing.rule({ x: from, y: limit }, { x: to, y: limit }, { colour: css("--page-limit"), width: 1.4 });
    if (picture.equalLoad !== null && picture.equalLoad <= x.domain[1]) {
      const place = x.place(picture.equalLoad);
      drawing.rule({ x: place, y: top }, { x: place, y: bottom }, { colour: css("--page-muted"), dash: [2, 3] });
    }
    const { colour, shape } = curve.look;
    if (curve.line !== undefined) {
      const place = x.place(curve.line);
      drawing.rule({ x: place, y: limit }, { x: place, y: bottom }, { colour, width: 1.4, opacity: 0.75 });
    }
    drawing.area(
      curve.dots.map(({ tenants, low, high }) => ({ x: x.place(tenants), low: y.place(low), high: y.place(high) })),
      colour,
      0.18,
    );
    const places = curve.dots.map(({ tenants, value }) => ({ x: x.place(tenants), y: y.place(value) }));
    drawing.line(places, { colour, width: 2 });
    for (const [at, { verdict }] of curve.dots.entries()) drawVerdict(drawing, places[at], verdict, { shape, colour, size: 26 });
  }
  const height = grid.rows * (HEAD + PLOT + FOOT) + 18;
  const note = `tenants; line: ${picture.limitText}${picture.equalLoad === null ? "" : `; dotted: compared at ${formatCount(picture.equalLoad)}`}`;
  drawing.text({ x: left, y: height - 8 }, note, { size: 12, colour: css("--page-muted") });
  return drawing.spec(height);
}
