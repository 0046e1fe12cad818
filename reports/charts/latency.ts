/** Response time at the objective's percentile against the number of tenants: one curve a deployment, with its confidence band. */
import type { Point, StudyRecord } from "../../scenarios/study/record.ts";
import { formatCount, formatDuration, formatEstimate } from "../format.ts";
import { displayName, objectiveLatency, objectiveLimit, objectiveStatistic } from "../select.ts";
import { list, lineText, standings } from "../standings.ts";
import { type Chart, type Frame, innerWidth, layered, type Size, type Spec, textWidth, withHalo } from "./chart.ts";
import { identities, type Identity } from "./identity.ts";
import { css } from "./theme.ts";

interface Dot {
  readonly tenants: number;
  readonly latency: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Point["verdict"];
}

interface Curve {
  /** Name in the record. */
  readonly key: string;
  readonly name: string;
  readonly look: Identity;
  readonly dots: readonly Dot[];
}

function curvesOf(record: StudyRecord): readonly Curve[] {
  const looks = identities(record);
  return record.deployments.flatMap((deployment) => {
    const look = looks.get(deployment.name);
    const dots = deployment.points.flatMap((point): Dot[] => {
      const { value, low, high } = objectiveLatency(record, point);
      if (value === null || value <= 0) return [];
      // A lower limit of an interval can be negative where few runs scatter much; a response time can't, and a logarithm won't.
      return [
        { tenants: point.tenants, latency: value, low: Math.max(low ?? value, value / 10), high: high ?? value, verdict: point.verdict },
      ];
    });
    return look === undefined || dots.length === 0 ? [] : [{ key: deployment.name, name: displayName(deployment).text, look, dots }];
  });
}

interface Axis {
  readonly logarithmic: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** 1, 2, 5, 10, 20 ... of a unit that people use, or only 1, 10, 100 where that gives too many. */
function logTicks(low: number, high: number): readonly number[] {
  const ticks = (steps: readonly number[]) =>
    Array.from({ length: 16 }, (_, index) => index - 9)
      .flatMap((exponent) => steps.map((step) => Number(`${step}e${exponent}`)))
      .filter((tick) => tick >= low && tick <= high);
  return [ticks([1, 2, 5]), ticks([1, 3]), ticks([1])].find(({ length }) => length <= 9) ?? ticks([1]);
}

function linearTicks(high: number): readonly number[] {
  const steps = Array.from({ length: 14 }, (_, index) => index - 9).flatMap((exponent) =>
    [1, 2, 5].map((step) => Number(`${step}e${exponent}`)),
  );
  const step = steps.find((size) => high / size <= 6) ?? high;
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, index) => index * step);
}

/** Range of response times from which on a linear axis would hide the small ones. */
const LARGE_RANGE = 12;

/** Part of the height that is kept free below the curves, for the numbers of the load lines. */
const FOOT = 0.11;

function latencyAxis(curves: readonly Curve[], objective: number): Axis {
  const dots = curves.flatMap((curve) => curve.dots);
  const least = Math.min(objective, ...dots.map(({ low }) => low));
  const most = Math.max(objective, ...dots.map(({ high }) => high));
  if (most / least < LARGE_RANGE) return { logarithmic: false, domain: [0, most * 1.08], ticks: linearTicks(most * 1.08) };
  const top = most * 1.25;
  const domain = [least / Math.exp((Math.log(top / least) * FOOT) / (1 - FOOT)), top] as const;
  return { logarithmic: true, domain, ticks: logTicks(...domain) };
}

/** Vertical place of a response time [px]. */
function placeOf(axis: Axis, height: number): (latency: number) => number {
  const [low, high] = axis.logarithmic ? axis.domain.map((x) => Math.log(x)) : axis.domain;
  return (latency) => Math.round(height * (1 - ((axis.logarithmic ? Math.log(latency) : latency) - low) / (high - low)));
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "right";
}

const LINE = 17; // [px]

/** A name at the end of each curve, beside its last point; those that would overlap are moved apart. */
function endLabels(curves: readonly Curve[], axis: Axis, most: number, frame: Frame): readonly Label[] {
  const width = innerWidth(frame);
  const place = placeOf(axis, frame.height);
  const placed: (Label & { readonly left: number; readonly right: number })[] = [];
  const byPlace = curves
    .map((curve) => ({ curve, last: curve.dots[curve.dots.length - 1] }))
    .sort((a, b) => place(a.last.latency) - place(b.last.latency));
  for (const { curve, last } of byPlace) {
    const at = Math.round((last.tenants / most) * width);
    const length = textWidth(curve.name);
    const align = at + length + 12 > width ? "right" : "left";
    const [left, right] = align === "left" ? [at + 10, at + 10 + length] : [at - 10 - length, at - 10];
    let y = place(last.latency) - (align === "right" ? LINE : 0); // to the left of the last point is the curve itself
    for (const other of placed) if (left < other.right + 6 && other.left < right + 6 && Math.abs(y - other.y) < LINE) y = other.y + LINE;
    placed.push({ text: curve.name, x: align === "left" ? left : right, y, align, left, right });
  }
  return placed;
}

interface Drop {
  readonly tenants: number;
  readonly look: Identity;
  /** Of its number, from the foot of the line [px]. */
  readonly dx: number;
  readonly lift: number;
  readonly align: "left" | "right";
}

/** From the objective down to the number of tenants, for each line that was found; its number stands where there is room beside it. */
function dropsOf(record: StudyRecord, curves: readonly Curve[], most: number, width: number): readonly Drop[] {
  const found = standings(record)
    .filter(({ kind, low }) => kind === "line" && low > 0)
    .sort((a, b) => a.low - b.low)
    .flatMap(({ deployment, low }) => {
      const look = curves.find(({ key }) => key === deployment.name)?.look;
      return look === undefined ? [] : [{ tenants: low, look, at: (low / most) * width, room: textWidth(String(low)) + 8 }];
    });
  let taken = Number.NEGATIVE_INFINITY;
  return found.map(({ tenants, look, at, room }, index): Drop => {
    const free = (found[index + 1]?.at ?? width) - at;
    const align = free > room || at - room < taken ? "left" : "right";
    const lift = align === "left" && at < taken ? LINE : 0;
    taken = align === "left" ? at + room : at;
    return { tenants, look, align, lift, dx: align === "left" ? 5 : -5 };
  });
}

function latencySpec(record: StudyRecord, curves: readonly Curve[], size: Size): Spec {
  const objective = objectiveLimit(record);
  const axis = latencyAxis(curves, objective);
  const narrow = size.name === "narrow";
  const frame: Frame = { size, height: narrow ? 280 : 360, margin: { top: 26, right: 10, bottom: 48, left: 62 } };
  const most = Math.max(1, ...curves.flatMap(({ dots }) => dots.map(({ tenants }) => tenants))) * 1.03;
  const ticks = JSON.stringify(axis.ticks);
  const tickLabels = JSON.stringify(axis.ticks.map((tick) => formatDuration(tick)));
  const x = {
    field: "tenants",
    type: "quantitative",
    scale: { domain: [0, most], nice: false },
    axis: { title: "tenants", grid: false, tickMinStep: 1, tickCount: narrow ? 5 : 10, format: "d" },
  };
  const yScale = axis.logarithmic ? { type: "log", domain: axis.domain, nice: false } : { domain: axis.domain, nice: false };
  const y = (field: string) => ({
    field,
    type: "quantitative",
    scale: yScale,
    axis: { title: null, values: axis.ticks, labelExpr: `${tickLabels}[indexof(${ticks}, datum.value)]`, domain: false, ticks: false },
  });
  const bandOf = ({ look, dots }: Curve): Spec => ({
    data: { values: dots },
    mark: { type: "area", color: look.colour, opacity: 0.18 },
    encoding: { x, y: y("low"), y2: { field: "high" } },
  });
  const layersOf = ({ look, dots }: Curve): Spec[] => {
    const points = (values: readonly Dot[], mark: Spec): Spec => ({
      data: { values },
      mark: { type: "point", shape: look.shape, size: 46, stroke: look.colour, strokeWidth: 1.6, opacity: 1, ...mark },
      encoding: { x, y: y("latency") },
    });
    return [
      {
        data: { values: dots },
        mark: { type: "line", color: look.colour, strokeWidth: 2.2, strokeDash: look.dash, strokeJoin: "round" },
        encoding: { x, y: y("latency") },
      },
      points(
        dots.filter(({ verdict }) => verdict === "met"),
        { fill: look.colour },
      ),
      points(
        dots.filter(({ verdict }) => verdict !== "met"),
        { fill: css("--page-paper") },
      ),
    ];
  };
  const at = (label: string, mark: Spec, x: number, y: Spec) =>
    withHalo({
      data: { values: [{ label, objective }] },
      mark: { type: "text", text: label, baseline: "middle", ...mark },
      encoding: { x: { value: x }, y },
    });
  const limit = `objective: ${objectiveStatistic(record)} ≤ ${formatDuration(objective)}`;
  const allMissAtEnd = curves.every(({ dots }) => dots[dots.length - 1].latency > objective);
  const side = { align: "right", dx: -2, color: css("--page-limit"), dy: allMissAtEnd ? 11 : -11 };
  const rule: Spec = {
    data: { values: [{ objective }] },
    mark: { type: "rule", color: css("--page-limit"), strokeWidth: 1.6 },
    encoding: { y: y("objective") },
  };
  const drops = dropsOf(record, curves, most, innerWidth(frame)).flatMap(({ tenants, look, align, dx, lift }): Spec[] => [
    {
      data: { values: [{ tenants, objective }] },
      mark: { type: "rule", color: look.colour, strokeWidth: 1.4, opacity: 0.75 },
      encoding: { x, y: y("objective"), y2: { value: frame.height } },
    },
    ...withHalo({
      data: { values: [{ tenants }] },
      mark: { type: "text", text: String(tenants), align, dx, baseline: "middle", dy: -11 - lift, fontWeight: 700 },
      encoding: { x, y: { value: frame.height } },
    }),
  ]);
  const names = endLabels(curves, axis, most, frame).flatMap(({ text, x: left, y: top, align }) =>
    at(text, { align, fontWeight: 600 }, left, { value: top }),
  );
  const objectiveText = at(limit, side, innerWidth(frame), y("objective"));
  return layered(frame, [...curves.map(bandOf), rule, ...drops, ...curves.flatMap(layersOf), ...objectiveText, ...names]);
}

export function latencyChart(record: StudyRecord): Chart {
  const curves = curvesOf(record);
  const statistic = objectiveStatistic(record);
  const collapsed = record.deployments.some(({ points }) => points.some((point) => point.collapsed > 0));
  const lines = standings(record).map((standing) => `${standing.name}: ${lineText(standing)}`);
  return {
    id: "latency",
    title: `Response time (${statistic}) against tenants`,
    description: `${statistic} of the response time for each simulated number of tenants, with the objective at ${formatDuration(objectiveLimit(record))}. Tenants that meet it: ${list(lines)}.`,
    legend: curves.map(({ name, look }) => ({ label: name, colour: look.colour, shape: look.shape })),
    spec: (size) => latencySpec(record, curves, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "objective", align: "left" },
        { title: "p50", align: "right" },
        { title: statistic === "p50" ? "p50 " : statistic, align: "right" },
        { title: "throughput", align: "right" },
        { title: "errors", align: "right" },
        { title: "requests", align: "right" },
        { title: "replications", align: "right" },
        ...(collapsed ? [{ title: "cut short: host collapsed", align: "right" as const }] : []),
      ],
      rows: record.deployments.flatMap((deployment) =>
        deployment.points.map((point) => [
          displayName(deployment).text,
          String(point.tenants),
          point.verdict,
          formatEstimate(point.latency.p50, "duration").full,
          formatEstimate(objectiveLatency(record, point), "duration").full,
          formatEstimate(point.throughput, "rate").full,
          formatEstimate(point.errorRate, "share").full,
          formatCount(point.requests),
          formatCount(point.replications),
          ...(collapsed ? [formatCount(point.collapsed)] : []),
        ]),
      ),
    },
  };
}
