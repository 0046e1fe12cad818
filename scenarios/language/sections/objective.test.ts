import { describe, expect, test } from "vitest";
import { load, onlyError } from "../testing/scenario.ts";

test("is a percentile or the mean with its limit, and a share of errors, for every application", async () => {
  const { objectives } = await load({ objective: "{ latency: { p95: 1 s }, errors: 2 % }" });
  expect([...objectives]).toEqual([["telemetry", { statistic: "p95", latency: 1, errors: 0.02 }]]);
  expect([...(await load({ objective: "{ latency: { mean: 20 ms } }" })).objectives.values()]).toEqual([
    { statistic: "mean", latency: 0.02, errors: 0.01 },
  ]);
});

test.each([
  ["{ latency: { p99: 250 ms }, errors: 150 % }", '"150 %" is out of bounds'],
  ["{ latency: { p99: 0 s } }", '"0 s" is out of bounds'],
  ["{}", "no objective for telemetry"],
  ["{ errors: 1 % }", '"errors" without "latency"'],
  ["{ telemetry: none }", "no application has an objective"],
  ["{ latency: { p99: 1 s }, default: { latency: { p99: 1 s } } }", '"latency" says the same as "default"'],
  ["{ latency: { p99: 1 s }, telemetri: none }", 'unknown application "telemetri"'],
  ["{ telemetry: { latency: { p99: 0 s } } }", '"0 s" is out of bounds'],
])("%s is refused", async (objective, message) => {
  const found = await onlyError({ objective }).catch((error: unknown) => error as Error);
  expect(found.message).toContain(message);
});

describe("of single applications", () => {
  const APPS = `
  camera: { arrivals: { poisson: 1/s }, request: [ { reply: 1 B } ], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } }
  alarm: { arrivals: { poisson: 1/s }, request: [ { reply: 1 B } ], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } }`;

  test.each([
    ["beside a default", "{ camera: { latency: { p50: 1 s }, errors: 3 % }, default: { latency: { p99: 2 s } } }"],
    ["beside what holds for all", "{ latency: { p99: 2 s }, camera: { latency: { p50: 1 s }, errors: 3 % } }"],
  ])("stand %s", async (_, objective) => {
    const { objectives } = await load({ apps: APPS, objective });
    expect(objectives.get("camera")).toEqual({ statistic: "p50", latency: 1, errors: 0.03 });
    expect(objectives.get("alarm")).toEqual({ statistic: "p99", latency: 2, errors: 0.01 });
  });

  test("may be none", async () => {
    const { objectives } = await load({ apps: APPS, objective: "{ latency: { p99: 2 s }, alarm: none }" });
    expect([...objectives.keys()]).toEqual(["camera"]);
  });
});
