import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../models/vocabulary.ts";
import type { Point, StudyRecord } from "../../scenarios/study/record.ts";
import { MANY } from "../testing/many.ts";
import { endOfRangeRecord, RECORDS, sampleRecord, withDeployment } from "../testing/record.ts";
import { HOST_MEMORY, HOST_SWAP } from "../testing/shapes.ts";
import { anatomyChart } from "./anatomy.ts";
import { appAnatomyChart } from "./app-anatomy.ts";
import { appLatencyChart } from "./app-latency.ts";
import { type Chart, SIZES, type Spec } from "./chart.ts";
import { latencyChart } from "./latency.ts";
import { loadLinesChart } from "./load-lines.ts";
import { memoryChart } from "./memory.ts";
import { percentilesChart } from "./percentiles.ts";
import { renderSvg } from "./render.ts";
import { stack } from "./stacked.ts";
import { css } from "./theme.ts";
import { timelineCharts } from "./timeline.ts";
import { utilizationChart } from "./utilization.ts";
import { whatHelpsChart } from "./what-helps.ts";

const CHARTS = {
  loadLinesChart,
  latencyChart,
  anatomyChart,
  appAnatomyChart,
  appLatencyChart,
  memoryChart,
  percentilesChart,
  utilizationChart,
};
const [WIDE, NARROW] = SIZES;

interface Bar {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
}

/** Bars of a drawing in one colour: solid ones, or with an opacity. */
function barsOf(spec: Spec, color: string, opacity = 1): readonly Bar[] {
  const layers = spec["layer"] as readonly { readonly mark: Spec; readonly data: { readonly values: readonly Bar[] } }[];
  return layers.flatMap(({ mark, data }) =>
    mark["type"] === "rect" && mark["color"] === color && mark["opacity"] === opacity ? data.values : [],
  );
}
const lengthOf = ({ x, x2 }: Bar): number => x2 - x;

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe.each(Object.entries(CHARTS))("%s", (_, make) => {
  test.each(Object.entries({ ...RECORDS, ...MANY }))(
    "draws %s, in both widths, without a warning and without a number that is none",
    async (_name, record) => {
      for (const size of SIZES) {
        const svg = await renderSvg(make(record), size);
        expect(svg).toMatch(new RegExp(`^<svg[^>]* width="${size.width}" height="\\d+"[^>]* role="img"`));
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
        // A colour of its own would be wrong in one of the two themes.
        const colours = [...svg.matchAll(/\b(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
        expect(colours.filter((colour) => !/^(none|transparent|var\(--.*\))$/.test(colour))).toEqual([]);
      }
    },
  );

  test("the same record gives the same bytes, whatever was drawn in between", async () => {
    const first = await renderSvg(make(sampleRecord()), WIDE);
    await renderSvg(latencyChart(endOfRangeRecord()), NARROW);
    expect(await renderSvg(make(sampleRecord()), WIDE)).toBe(first);
  });

  test("has a title, a description with numbers, a table with a cell for each column", () => {
    const chart: Chart = make(sampleRecord());
    expect(chart.title.length).toBeGreaterThan(5);
    expect(chart.description).toMatch(/\d/);
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });
});

test("load lines: bars are as long as their lines, with the interval in words", async () => {
  const chart = loadLinesChart(sampleRecord());
  expect(textsOf(await renderSvg(chart, WIDE))).toEqual(expect.arrayContaining(["87 (87 to 90)", "41 (41 to 43)", "17"]));
  const [vm, container, functions] = ["vm", "container", "function"].map((model) => barsOf(chart.spec(WIDE), css(`--deployment-${model}`)));
  expect([vm, container, functions].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(lengthOf(functions[0]) / lengthOf(container[0])).toBeCloseTo(41 / 87, 2);
  expect(lengthOf(vm[0]) / lengthOf(container[0])).toBeCloseTo(17 / 87, 2);
  const [pale] = barsOf(chart.spec(WIDE), css("--deployment-container"), 0.32);
  expect(lengthOf(pale) / lengthOf(container[0])).toBeCloseTo(3 / 87, 2);
});

test("load lines that span decades: no bar, which would have to begin at zero, but equal steps for equal ratios", async () => {
  const chart = loadLinesChart(MANY.decades);
  for (const model of ["vm", "container", "function"]) expect(barsOf(chart.spec(WIDE), css(`--deployment-${model}`))).toEqual([]);
  const texts = [...(await renderSvg(chart, WIDE)).matchAll(/<text[^>]*translate\(([\d.]+),[^>]*>([^<]*)<\/text>/g)];
  const [hundred, thousand, tenThousand] = ["100", "1000", "10\u202f000"].map((tick) =>
    Number(texts.find(([, , text]) => text === tick)?.[1]),
  );
  expect(thousand - hundred).toBeCloseTo(tenThousand - thousand, 0);
});

test("load lines: what did not settle and what cannot fit is marked and explained", () => {
  const labels = loadLinesChart(MANY.unsettled).legend.map(({ label }) => label);
  expect(labels).toEqual(["a load that had not settled", "from here on it cannot fit, by arithmetic"]);
  expect(loadLinesChart(sampleRecord()).legend).toEqual([]);
});

test("latency: a logarithmic axis only where the range is large", async () => {
  const startsAtZero = async (record: StudyRecord) => textsOf(await renderSvg(latencyChart(record), WIDE)).includes("0 s");
  const calm = {
    ...sampleRecord(),
    deployments: sampleRecord().deployments.map((one) => ({ ...one, points: one.points.filter(({ verdict }) => verdict === "met") })),
  };
  expect(await startsAtZero(sampleRecord())).toBe(false);
  expect(await startsAtZero(calm)).toBe(true);
});

test("latency: every verdict has a mark of its own", () => {
  const legend = latencyChart(MANY.unsettled).legend.slice(3);
  expect(legend.map(({ label }) => label)).toEqual(["met", "missed", "can’t tell", "not settled"]);
  expect(new Set(legend.map(({ shape }) => shape)).size).toBe(4);
});

test("latency: many deployments have a drawing each, under their names", async () => {
  const chart = latencyChart(MANY.tenDeployments);
  const texts = textsOf(await renderSvg(chart, WIDE));
  for (const name of ["containers", "vm-kata", "function-one-at-a-time"]) expect(texts).toContain(name);
  expect(new Set(chart.legend.map(({ colour }) => colour))).toEqual(new Set([css("--page-muted")]));
});

test("latency of applications with limits of their own: as parts of the limit", async () => {
  const texts = textsOf(await renderSvg(latencyChart(MANY.twelveApps), WIDE));
  expect(texts).toEqual(expect.arrayContaining(["1 ×", "0.1 ×", "objective of each application"]));
});

test("latency: loads whose percentile must not be quoted are left out of the curve but not of the table", async () => {
  const none = { value: null, low: null, high: null, n: 8, reason: "not enough samples (80, needs 100)" };
  const record = withDeployment(sampleRecord(), "vm", (one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, apps: point.apps.map((app) => ({ ...app, latency: { ...app.latency, p99: none } })) })),
  }));
  const chart = latencyChart(record);
  expect(chart.legend.slice(0, 2).map(({ label }) => label)).toEqual(["containers", "functions"]);
  expect(chart.table.rows[0]).toContain("n/a: not enough samples (80, needs 100)");
  expect(textsOf(await renderSvg(chart, WIDE))).not.toContain("VMs");
});

test("anatomy: the parts of a bar make the whole", () => {
  const parts = COMPONENTS.map((component, index) => ({ label: component, property: `--part-${component}`, size: index / 36 }));
  const segments = stack(parts); // 0 + 1 + ... + 8 = 36
  expect(segments).toHaveLength(COMPONENTS.length - 1); // the first is empty
  expect(segments[0].from).toBe(0);
  expect(segments.at(-1)?.to).toBeCloseTo(1, 12);
  for (const [index, segment] of segments.slice(1).entries()) expect(segment.from).toBe(segments[index].to);
});

test("anatomy: both averages at and beyond the line, each component in its own colour", async () => {
  const svg = await renderSvg(anatomyChart(sampleRecord()), WIDE);
  const texts = textsOf(svg);
  expect(texts.filter((text) => text === "mean")).toHaveLength(6);
  expect(texts.filter((text) => text === "slowest 1 %")).toHaveLength(6);
  for (const component of COMPONENTS) expect(svg).toContain(`fill="${css(`--part-${component}`)}"`);
});

test("memory: resident and free fill the host exactly, what is swapped lies beyond", () => {
  const spec = memoryChart(sampleRecord()).spec(WIDE);
  const swapped = barsOf(spec, css("--memory-swapped"));
  const free = barsOf(spec, css("--memory-free"));
  const host = barsOf(spec, css("--memory-host"));
  expect(swapped.length).toBe(3);
  for (const { x, y } of swapped) {
    const border = (free.find((bar) => bar.y === y)?.x2 ?? 0) + 1; // a pixel of paper is between them
    expect(x).toBeCloseTo(border, 1);
    const start = host.find((bar) => bar.y === y)?.x ?? 0;
    expect((x - start) / (WIDE.width - start - 12)).toBeCloseTo(HOST_MEMORY / (HOST_MEMORY + HOST_SWAP), 2);
  }
});

test("applications: the one that binds is marked, also where it is not the slowest", async () => {
  const texts = textsOf(await renderSvg(appLatencyChart(MANY.twelveApps), WIDE));
  expect(texts.filter((text) => text === "binds")).toHaveLength(2 * 2); // with their outlines
  expect(texts).toContain("binds: errors");
  expect(texts).toContain("too few");
});

test("anatomy of applications: the nearest to its objective first", () => {
  const { rows } = appAnatomyChart(MANY.twelveApps).table;
  expect(rows[0].slice(0, 3)).toEqual(["VMs", "17 (at the line)", "telemetry"]);
  expect(rows.filter(([deployment]) => deployment === "VMs").at(-1)?.[2]).toBe("nightly-report");
});

test("one load: every percentile of every application, whether it meets or misses", async () => {
  const texts = textsOf(await renderSvg(percentilesChart(MANY.oneMissed), WIDE));
  expect(texts).toEqual(expect.arrayContaining(["p50", "p99.9", "max", "p99 ≤ 250 ms: missed"]));
  expect(percentilesChart(MANY.oneLoadApps).table.rows).toHaveLength(12);
});

test("what helps: the most helpful first, grey up to the present line, and what can't be told apart is said so", async () => {
  const chart = whatHelpsChart(MANY.full);
  expect(chart?.table.rows.filter(([name]) => name === "containers").map(([, change]) => change)[0]).toBe("twice the memory");
  const texts = textsOf(await renderSvg(chart as Chart, WIDE));
  expect(texts).toEqual(expect.arrayContaining(["157 (+80 %)", "87 (no difference)"]));
  expect(whatHelpsChart(sampleRecord())).toBeUndefined();
});

test("over time: the line and the first load beyond side by side on the same axes", async () => {
  const charts = timelineCharts(MANY.full);
  expect(charts.map(({ name }) => name)).toEqual(["VMs", "containers", "functions"]);
  const texts = textsOf(await renderSvg(charts[1].chart, WIDE));
  expect(texts).toEqual(
    expect.arrayContaining(["87 tenants (at the line)", "91 tenants (beyond the line)", "mean response time", "memory on swap", "2 min"]),
  );
  const without = sampleRecord();
  const deployments = without.deployments.map((one) => ({ ...one, points: one.points.map(withoutTimeline) }));
  expect(timelineCharts({ ...without, deployments })).toEqual([]);
});

function withoutTimeline(point: Point): Point {
  const copy: Partial<Point> = { ...point };
  delete copy.timeline;
  return copy as Point;
}
