import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../models/vocabulary.ts";
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { endOfRangeRecord, RECORDS, sampleRecord, withDeployment } from "../testing/record.ts";
import { HOST_MEMORY } from "../testing/shapes.ts";
import { anatomyChart } from "./anatomy.ts";
import { type Chart, SIZES } from "./chart.ts";
import { latencyChart } from "./latency.ts";
import { loadLinesChart } from "./load-lines.ts";
import { memoryChart } from "./memory.ts";
import { renderSvg } from "./render.ts";
import { stack } from "./stacked.ts";
import { css } from "./theme.ts";
import { utilizationChart } from "./utilization.ts";

const CHARTS = { loadLinesChart, latencyChart, anatomyChart, memoryChart, utilizationChart };
const [WIDE, NARROW] = SIZES;

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe.each(Object.entries(CHARTS))("%s", (_, make) => {
  test.each(Object.entries(RECORDS))(
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
  const svg = await renderSvg(loadLinesChart(sampleRecord()), WIDE);
  expect(textsOf(svg)).toEqual(expect.arrayContaining(["87 (87 to 90)", "41 (41 to 43)", "17"]));
  const bars = [...svg.matchAll(/<path aria-[^>]*|<path d="M([\d.]+),[\d.]+h([\d.]+)v24h-[\d.]+Z" fill="var\(--deployment-(\w+),/g)].filter(
    (match) => match[1] === "0",
  );
  const lengths = new Map(bars.map(([, , length, name]) => [name, Number(length)]));
  expect((lengths.get("function") ?? 0) / (lengths.get("container") ?? 1)).toBeCloseTo(41 / 87, 3);
  expect((lengths.get("vm") ?? 0) / (lengths.get("container") ?? 1)).toBeCloseTo(17 / 87, 3);
});

test("latency: a logarithmic axis only where the range is large", () => {
  const scaleOf = (record: StudyRecord) => JSON.stringify(latencyChart(record).spec(WIDE)).includes('"type":"log"');
  const calm = {
    ...sampleRecord(),
    deployments: sampleRecord().deployments.map((one) => ({ ...one, points: one.points.filter(({ verdict }) => verdict === "met") })),
  };
  expect(scaleOf(sampleRecord())).toBe(true);
  expect(scaleOf(calm)).toBe(false);
});

test("latency: loads whose percentile must not be quoted are left out of the curve but not of the table", async () => {
  const none = { value: null, low: null, high: null, n: 8, reason: "not enough samples (80, needs 100)" };
  const record = withDeployment(sampleRecord(), "vm", (one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, latency: { ...point.latency, p99: none } })),
  }));
  const chart = latencyChart(record);
  expect(chart.legend.map(({ label }) => label)).toEqual(["containers", "functions"]);
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
  const layers = spec["layer"] as readonly { data: { values: readonly { from: number; to: number; colour: string }[] } }[];
  const segments = layers[0].data.values;
  const swapped = segments.filter(({ colour }) => colour === css("--memory-swapped"));
  expect(swapped.length).toBe(3);
  for (const { from } of swapped) expect(from / HOST_MEMORY).toBeCloseTo(1, 12);
});
