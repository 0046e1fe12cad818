/** All curves in one drawing, each in its own colour with its name at its end: for a few deployments. */
import { formatCount } from "../format.ts";
import { type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, type Place } from "./drawing.ts";
import type { Curve, LatencyPicture } from "./latency.ts";
import { drawTenantAxis, latencyScale, tenantScale } from "./latency-axes.ts";
import { drawVerdict } from "./marks.ts";
import { shortNames } from "./names.ts";
import type { Scale } from "./scale.ts";
import { css } from "./theme.ts";

const LINE = 17; // [px]

interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const at = ({ x, y }: Axes, tenants: number, value: number): Place => ({ x: x.place(tenants), y: y.place(value) });

export function latencyOverlay(picture: LatencyPicture, size: Size): Spec {
  const narrow = size.name === "narrow";
  const height = narrow ? 354 : 434;
  const frame = { left: 62, right: size.width - 12, top: 26, bottom: height - 48 };
  const y = latencyScale(picture, [frame.bottom, frame.top], 9);
  const x = tenantScale(picture, [frame.left, frame.right], narrow ? 5 : 11);
  const axes: Axes = { ...frame, x, y };
  const drawing = new Drawing(size);
  drawAxes(drawing, picture, axes, height);
  for (const { look, dots } of picture.curves) {
    drawing.area(
      dots.map(({ tenants, low, high }) => ({ x: x.place(tenants), low: y.place(low), high: y.place(high) })),
      look.colour,
      0.18,
    );
    const places = dots.map(({ tenants, value }) => at(axes, tenants, value));
    drawing.line(places, { colour: look.colour, width: 2.2, dash: look.dash });
    drawing.avoid(places);
    for (const { tenants, value, verdict } of dots) drawVerdict(drawing, at(axes, tenants, value), verdict, look);
  }
  drawLines(drawing, picture, axes);
  nameCurves(drawing, picture, axes, narrow ? 14 : 22);
  return drawing.spec(height);
}

function drawAxes(drawing: Drawing, picture: LatencyPicture, { x, y, left, right, top, bottom }: Axes, height: number): void {
  const muted = { colour: css("--page-muted"), size: 12 };
  for (const tick of y.ticks) {
    drawing.rule({ x: left, y: y.place(tick) }, { x: right, y: y.place(tick) }, { colour: css("--page-rule") });
    drawing.textWhereFree([{ x: left - 8, y: y.place(tick) }], picture.format(tick), { ...muted, align: "right" });
  }
  drawTenantAxis(drawing, x, bottom, [left, right]);
  drawing.text({ x: (left + right) / 2, y: height - 10 }, "tenants", { ...muted, align: "center" });
  const limit = y.place(picture.limit);
  drawing.rule({ x: left, y: limit }, { x: right, y: limit }, { colour: css("--page-limit"), width: 1.6 });
  if (picture.equalLoad !== null && picture.equalLoad <= x.domain[1]) {
    const place = x.place(picture.equalLoad);
    drawing.rule({ x: place, y: top }, { x: place, y: bottom }, { colour: css("--page-muted"), dash: [2, 3] });
    const text = `compared at ${formatCount(picture.equalLoad)}`;
    const sides = [
      { x: place + 5, y: top - 14, align: "left" as const },
      { x: place - 5, y: top - 14, align: "right" as const },
    ];
    drawing.textWhereFree(sides, text, { ...muted, halo: true });
  }
}

/** From the objective down to the number of tenants, for each line that was found; its number stands where there is room beside it. */
function drawLines(drawing: Drawing, { curves, limit }: LatencyPicture, { x, y, bottom }: Axes): void {
  const look = { weight: 700, halo: true };
  for (const curve of curves.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))) {
    if (curve.line === undefined) continue;
    const place = x.place(curve.line);
    const text = formatCount(curve.line);
    drawing.rule({ x: place, y: y.place(limit) }, { x: place, y: bottom }, { colour: curve.look.colour, width: 1.4, opacity: 0.75 });
    const levels = [bottom - 11, bottom - 11 - LINE, bottom - 11 - 2 * LINE];
    const sides = levels.flatMap((level) => [
      { x: place + 5, y: level, align: "left" as const },
      { x: place - 5, y: level, align: "right" as const },
    ]);
    drawing.textWhereFree(sides, text, look);
  }
}

/** At the end of each curve, beside its last point; those without room there move up or down. The legend names them all in any case. */
function nameCurves(drawing: Drawing, picture: LatencyPicture, axes: Axes, longest: number): void {
  const { y, left, right, top, bottom } = axes;
  const limitLook = { colour: css("--page-limit"), halo: true };
  const limit = y.place(picture.limit);
  const ends = picture.curves.map(({ dots }) => at(axes, dots[dots.length - 1].tenants, dots[dots.length - 1].value));
  // Above the line of the objective, or below where curves end just above it.
  const below = ends.every((end) => end.y < limit);
  const levels = below ? [limit + 11, limit - 11] : [limit - 11, limit + 11];
  drawing.textWhereFree(
    levels.flatMap((level) => [
      { x: right - 2, y: level, align: "right" as const },
      { x: left + 4, y: level, align: "left" as const },
      ...[0.75, 0.6, 0.45, 0.3].map((part) => ({ x: left + part * (right - left), y: level, align: "center" as const })),
    ]),
    picture.limitText,
    limitLook,
  );
  const names = shortNames(
    picture.curves.map(({ name }) => name),
    longest,
  );
  const byPlace = picture.curves
    .map((curve: Curve, index) => ({ curve, name: names[index], end: ends[index] }))
    .sort((a, b) => a.end.y - b.end.y);
  for (const { name, end } of byPlace) {
    const fits = end.x + 10 + textWidth(name) * 1.06 < right + 10;
    const steps = [0, 1, -1, 2, -2, 3, -3, 4].map((step) => step * LINE);
    const candidates = steps
      .map((step) =>
        fits
          ? { x: end.x + 10, y: end.y + step, align: "left" as const }
          : { x: end.x - 10, y: end.y - LINE + step, align: "right" as const },
      )
      .filter(({ y: level }) => level > top - 20 && level < bottom - 6);
    drawing.textWhereFree(candidates, name, { weight: 600, halo: true });
  }
}
