import { describe, expect, test } from "vitest";
import type { AppResult, Point, StudyRecord } from "../scenarios/study/record.ts";
import { appTables, appVerdictText, mostTimeText } from "./by-app.ts";
import { comparisonTable } from "./comparison.ts";
import { renderMarkdown } from "./markdown.ts";
import { plainStyle, renderTerminal } from "./terminal.ts";
import { manyPartsRecord, sampleRecord } from "./testing/record.ts";
import { verdict } from "./verdict.ts";

/** Changes the application "camera" at every load from `from` on. */
export function withCamera(record: StudyRecord, from: number, change: (app: AppResult) => AppResult): StudyRecord {
  const changed = (point: Point): Point => ({ ...point, apps: point.apps.map((app) => (app.name === "camera" ? change(app) : app)) });
  return {
    ...record,
    deployments: record.deployments.map((one) => ({
      ...one,
      points: one.points.map((point) => (point.tenants >= from ? changed(point) : point)),
    })),
  };
}

const BOTH: StudyRecord["objectives"] = [
  { app: "telemetry", statistic: "p99", latency: 0.25, errors: 0.01 },
  { app: "camera", statistic: "p50", latency: 1, errors: 0.01 },
];
const record = (): StudyRecord => ({ ...manyPartsRecord(), objectives: BOTH });
const terminal = (of: StudyRecord) => renderTerminal(of, { columns: 200, unicode: true, style: plainStyle });

test("with one application there is no table of applications, and everything reads as before", () => {
  expect(appTables(sampleRecord())).toEqual([]);
  expect(comparisonTable(sampleRecord()).columns.map(({ title }) => title)).toContain("p99");
});

test("with two each has a row a deployment, against its own limit; one latency for both stands nowhere", () => {
  const [{ title, table }, ...others] = appTables(record());
  expect(others).toEqual([]);
  expect(title).toBe("By application, each deployment at its own load line");
  expect(table.rows.map(([deployment, app]) => `${deployment} ${app}`)).toEqual(
    ["containers", "functions", "VMs"].flatMap((name) => [`${name} telemetry`, `${name} camera`]),
  );
  const [telemetry, camera] = table.rows;
  expect(telemetry[3]).toMatch(/^p99 231 ± 14 ms \(≤ 250 ms\)$/);
  expect(camera[3]).toMatch(/^p50 [\d.]+ ± [\d.]+ ms \(≤ 1 s\)$/);
  const titles = comparisonTable(record()).columns.map((column) => column.title);
  for (const latency of ["p50", "p99"]) expect(titles).not.toContain(latency);
});

test("terminal and Markdown print it", () => {
  expect(terminal(record())).toContain("By application, each deployment at its own load line\n");
  expect(renderMarkdown(record())).toContain("## By application, each deployment at its own load line\n\n| deployment | application |");
});

test("at equal load: only deployments that were simulated with it", () => {
  const [, atEqual] = appTables({ ...record(), equalLoad: 41 });
  expect(atEqual.title).toBe("By application, all at 41 tenants");
  expect(atEqual.table.rows.map(([name]) => name)).toEqual(["functions", "functions"]);
});

describe("how an application stands", () => {
  test.each([
    [{ verdict: "met", by: null }, "met"],
    [{ verdict: "missed", by: "errors" }, "missed (errors)"],
    [{ verdict: "undecided", by: "samples" }, "undecided (too few requests)"],
    [{ verdict: "unsettled", by: "latency" }, "unsettled (latency)"],
    [{ verdict: null, by: null }, "–"],
  ] as const)("%o", (app, text) => expect(appVerdictText(app)).toBe(text));

  test("what most of its time is", () => {
    // Containers at their line run 58 % of the mean.
    const container = record().deployments.find(({ name }) => name === "container");
    expect(mostTimeText(container!.points.find(({ tenants }) => tenants === 87)!.apps[0])).toBe("running 58 %");
  });
});

describe("the verdict names the application", () => {
  const bound = (by: "latency" | "errors" | "start" | "samples", of: StudyRecord = record()): string => {
    const deployments = of.deployments.map((one) => ({
      ...one,
      loadLine: one.loadLine && { ...one.loadLine, binding: { app: "camera", by } },
    }));
    return verdict({ ...of, deployments }).text;
  };

  test("that binds, and by what", () => {
    expect(bound("latency")).toContain("With containers, functions and VMs, camera misses its p50 first.");
    expect(bound("errors")).toContain("camera has too many errors first.");
    expect(bound("start")).toContain("camera can't all start first.");
  });

  test("that was not told, or did not settle, is not said to miss", () => {
    const open = (verdictOf: "undecided" | "unsettled") =>
      withCamera(record(), 1, (app) => ({ ...app, verdict: verdictOf, by: "latency" }));
    expect(bound("latency", open("unsettled"))).toContain("camera does not settle first.");
    expect(bound("latency", open("undecided"))).toContain("it is camera that can't be told first.");
  });

  test("that got too few requests, or none", () => {
    const few = withCamera(record(), 1, (app) => ({
      ...app,
      verdict: "undecided",
      by: "samples",
      reason: "too few requests: p99 needs 1000",
    }));
    expect(verdict(few).text).toContain(
      "Nothing can be said of camera (too few requests: p99 needs 1000): containers with 87 tenants, functions with 41 tenants and VMs with 17 tenants.",
    );
    const none = withCamera({ ...record(), objectives: [BOTH[0]] }, 1, (app) => ({
      ...app,
      verdict: null,
      by: null,
      requests: 0,
      offered: { value: 0, low: 0, high: 0, n: 8 },
    }));
    expect(verdict(none).text).toContain("Nothing can be said of camera (no request came): containers with 87 tenants");
  });

  test("one application needs no name", () => expect(verdict(sampleRecord()).text).not.toContain("telemetry"));
});
