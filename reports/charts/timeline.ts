/** How one run went along: aligned strips of what was measured over time, at the load line and beside it at the first load beyond. */
import type { DeploymentRecord, StudyRecord, Timeline } from "../../scenarios/study/record.ts";
import { formatBytes, formatCount, formatDuration, formatMeasured } from "../format.ts";
import { displayName } from "../select.ts";
import { tenantsText } from "../standings.ts";
import { type Chart, type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, type Place } from "./drawing.ts";
import { identityOf } from "./identity.ts";
import { type ShownPoint, shownPoints } from "./shown.ts";
import { byteTicks, linearScale, logScale, type Scale, spansDecades, timeTicks } from "./scale.ts";
import { css } from "./theme.ts";
import { WHERE_WORDS } from "./words.ts";

interface Strip {
  readonly title: string;
  readonly values: (timeline: Timeline) => readonly (number | null)[];
  readonly format: (value: number) => string;
  readonly ticks?: typeof byteTicks;
}

/** Few digits, none that say nothing. */
const number = (value: number): string => (value === 0 ? "0" : value >= 1000 ? formatCount(value) : String(Number(value.toPrecision(2))));

const STRIPS: readonly Strip[] = [
  { title: "mean response time", values: ({ latency }) => latency, format: (value) => formatDuration(value, 2) },
  { title: "page faults from a disk, per second", values: ({ majorFaults }) => majorFaults, format: number },
  { title: "requests in the system", values: ({ inSystem }) => inSystem, format: number },
  { title: "started instances", values: ({ instances }) => instances, format: number },
  {
    title: "memory on swap",
    values: ({ swapped }) => swapped,
    format: (value) => (value === 0 ? "0" : formatBytes(value, 2)),
    ticks: byteTicks,
  },
];

interface Column extends ShownPoint {
  readonly timeline: Timeline;
}

const columnsOf = (deployment: DeploymentRecord): readonly Column[] =>
  shownPoints(deployment).flatMap(({ where, point }): Column[] => {
    const { timeline } = point;
    return timeline === undefined ? [] : [{ where, point, timeline }];
  });

const HEAD = 30; // [px]
const TITLE = 26;
const PLOT = 38;
const FOOT = 40;
const GAP = 22;

const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value): value is number => value !== null);

/** Strips in which something happens; the response time always. */
const stripsOf = (columns: readonly Column[]): readonly Strip[] =>
  STRIPS.filter(({ values }, index) => index === 0 || columns.some(({ timeline }) => values(timeline).some((value) => (value ?? 0) > 0)));

function scaleOf(strip: Strip, columns: readonly Column[], range: readonly [number, number]): Scale {
  const values = columns.flatMap(({ timeline }) => known(strip.values(timeline)));
  const most = Math.max(...values, 0);
  const positive = values.filter((value) => value > 0);
  if (strip === STRIPS[0] && spansDecades(positive)) return logScale([Math.min(...positive) / 1.1, most * 1.1], range, { mostTicks: 3 });
  return linearScale(most === 0 ? 1 : most * 1.08, range, { mostTicks: 3, ...(strip.ticks === undefined ? {} : { ticks: strip.ticks }) });
}

/** Runs of values without a gap. */
function piecesOf(values: readonly (number | null)[], place: (index: number, value: number) => Place): readonly (readonly Place[])[] {
  const pieces: Place[][] = [];
  let open = false;
  for (const [index, value] of values.entries()) {
    if (value === null) open = false;
    else {
      if (!open) pieces.push([]);
      open = true;
      pieces.at(-1)?.push(place(index, value));
    }
  }
  return pieces;
}

/** "91 tenants (beyond the line)", or on a phone "91 (beyond)". */
function headOf({ where, point: { tenants } }: ShownPoint, { name }: Size): string {
  if (name === "wide") return `${tenantsText(tenants)} (${WHERE_WORDS[where]})`;
  return `${formatCount(tenants)} (${where === "beyond" ? "beyond" : WHERE_WORDS[where]})`;
}

function spec(record: StudyRecord, deployment: DeploymentRecord, columns: readonly Column[], size: Size): Spec {
  const drawing = new Drawing(size);
  const { colour } = identityOf(record, deployment.name);
  const strips = stripsOf(columns);
  const scales = (bottom: number, strip: Strip) => scaleOf(strip, columns, [bottom, bottom - PLOT]);
  const labels = strips.flatMap((strip) => scales(PLOT, strip).ticks.map((tick) => textWidth(strip.format(tick), 12)));
  const left = 10 + Math.max(...labels);
  const width = (size.width - left - 14 - GAP * (columns.length - 1)) / columns.length;
  const muted = { size: 12, colour: css("--page-muted") };
  for (const [index, { where, point, timeline }] of columns.entries()) {
    const from = left + index * (width + GAP);
    const end = timeline.from + timeline.step * timeline.latency.length;
    const time = linearScale(end, [from, from + width], { mostTicks: size.name === "wide" ? 6 : 3, ticks: timeTicks });
    drawing.text({ x: from, y: 12 }, headOf({ where, point }, size), { weight: 600 });
    let bottom = HEAD;
    for (const strip of strips) {
      bottom += TITLE + PLOT;
      const y = scales(bottom, strip);
      if (index === 0) drawing.text({ x: from, y: bottom - PLOT - 10 }, strip.title, muted);
      for (const tick of y.ticks) {
        drawing.rule({ x: from, y: y.place(tick) }, { x: from + width, y: y.place(tick) }, { colour: css("--page-rule") });
        if (index === 0) drawing.textWhereFree([{ x: from - 7, y: y.place(tick) }], strip.format(tick), { ...muted, align: "right" });
      }
      const place = (at: number, value: number): Place => ({
        x: time.place(timeline.from + (at + 0.5) * timeline.step),
        y: y.place(value),
      });
      for (const piece of piecesOf(strip.values(timeline), place)) {
        if (piece.length > 1) drawing.line(piece, { colour, width: 1.5 });
        else drawing.point(piece[0], { shape: "circle", fill: colour, stroke: colour, size: 8 });
      }
    }
    if (point.warmup > 0) {
      const x = time.place(point.warmup);
      drawing.bar({ x: from, x2: x, y: HEAD + TITLE, y2: bottom }, css("--page-muted"), 0.14);
    }
    drawing.rule({ x: from, y: bottom }, { x: from + width, y: bottom }, { colour: css("--page-muted") });
    for (const tick of time.ticks) {
      const x = time.place(tick);
      const align = tick === 0 ? ("left" as const) : ("center" as const);
      const places = [
        { x, y: bottom + 13, align },
        { x: from + width, y: bottom + 13, align: "right" as const },
      ].slice(0, tick > 0.9 * end ? 2 : 1);
      drawing.textWhereFree(places, tick === 0 ? "0" : formatDuration(tick), muted);
    }
  }
  return drawing.spec(HEAD + strips.length * (TITLE + PLOT) + FOOT - 8);
}

/** One a deployment that has it. */
export function timelineCharts(record: StudyRecord): readonly { readonly name: string; readonly chart: Chart }[] {
  return record.deployments.flatMap((deployment, index) => {
    const columns = columnsOf(deployment);
    if (columns.length === 0) return [];
    const name = displayName(deployment).text;
    return [{ name, chart: timelineChart(record, deployment, columns, `timeline-${index}`) }];
  });
}

function timelineChart(record: StudyRecord, deployment: DeploymentRecord, columns: readonly Column[], id: string): Chart {
  const name = displayName(deployment).text;
  const most = (values: readonly (number | null)[]) => Math.max(0, ...known(values));
  const words = columns.map(
    ({ point, timeline }) =>
      `with ${point.tenants} tenants the mean response time reaches ${formatDuration(most(timeline.latency), 2)} and ${formatMeasured(most(timeline.inSystem), "count")} requests are in the system at most`,
  );
  return {
    id,
    title: `${name}: one run over time`,
    description: `Lines over the time of the first run of ${name}: ${words.join("; ")}.`,
    legend: [],
    spec: (size) => spec(record, deployment, columns, size),
    table: {
      columns: [
        { title: "tenants", align: "left" },
        { title: "from", align: "right" },
        ...STRIPS.map(({ title }) => ({ title, align: "right" as const })),
      ],
      rows: columns.flatMap(({ point, where, timeline }) => tenths(timeline, `${point.tenants} (${WHERE_WORDS[where]})`)),
    },
  };
}

/** Averages over tenths of the run: a table of all steps would be too long to read. */
function tenths(timeline: Timeline, load: string): readonly (readonly string[])[] {
  const steps = timeline.latency.length;
  const together = Math.ceil(steps / 10);
  return Array.from({ length: Math.ceil(steps / together) }, (_, part) => {
    const cells = STRIPS.map(({ values, format }) => {
      const own = known(values(timeline).slice(part * together, (part + 1) * together));
      return own.length === 0 ? "–" : format(own.reduce((sum, value) => sum + value, 0) / own.length);
    });
    return [load, formatDuration(timeline.from + part * together * timeline.step), ...cells];
  });
}
