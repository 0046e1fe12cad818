import { describe, expect, test } from "vitest";
import { simulate } from "../../models/run/simulate.ts";
import { type RunWindow, windowFrom, windowOfApp } from "../../models/run/window.ts";
import { app, container, deployment, lambda, run } from "../../models/testing/specs.ts";
import type { Evaluation } from "./evaluate.ts";
import { summarize } from "./point.ts";
import { Point } from "./record.ts";

const frequent = app({ name: "frequent", arrivals: [{ kind: "periodic", every: 0.1, jitter: 0 }] });
/** Nobody waits for its answers. */
const impatient = app({ name: "impatient", arrivals: [{ kind: "periodic", every: 0.5, jitter: 0 }], patience: 0 });
/** In half a minute it comes sometimes, and sometimes not. */
const rare = app({ name: "rare", arrivals: [{ kind: "poisson", rate: 0.02 }] });
const silent = app({ name: "silent", arrivals: [{ kind: "periodic", every: 1e6, jitter: 0 }] });

const spec = {
  ...deployment(container()),
  parts: [
    { app: frequent, unit: container() },
    { app: impatient, unit: lambda() },
    { app: rare, unit: container() },
    { app: silent, unit: container() },
  ],
};
const TENANTS = 2;
const windows: readonly RunWindow[] = Array.from({ length: 6 }, (_, replication) =>
  windowFrom(simulate(run(spec, { tenants: TENANTS, duration: 30, replication, latencyLimit: 10 })), 2),
);
const evaluation: Evaluation = {
  tenants: TENANTS,
  windows,
  plan: { duration: 30, warmup: 3 },
  judgement: { verdict: "undecided", apps: spec.parts.map(() => ({ verdict: null, by: null })) },
};
const point = summarize(evaluation, 0.95);
const [ofFrequent, ofImpatient, ofRare, ofSilent] = point.apps;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test("a point fits its schema", () => {
  expect(Point.safeParse(point).error).toBeUndefined();
});

describe("by application", () => {
  test("named as in the scenario, with what their instances are", () => {
    expect(point.apps.map(({ name, unit, starts }) => [name, unit, starts.kind])).toEqual([
      ["frequent", "container", "container start"],
      ["impatient", "function", "function cold start"],
      ["rare", "container", "container start"],
      ["silent", "container", "container start"],
    ]);
    expect(point.starts.kind).toBe("container start, function cold start");
  });

  test("one application that fails all its requests is not hidden by one that fails none", () => {
    expect(ofImpatient.errorRate.value).toBe(1);
    expect(ofImpatient.errors.late).toBe(1);
    expect(ofFrequent.errorRate.value).toBe(0);
    expect(point.errorRate.value).toBeGreaterThan(0.1);
    expect(point.errorRate.value).toBeLessThan(0.3);
  });

  test("requests and rates sum to the total, the anatomy of each to its own mean", () => {
    expect(sum(point.apps.map(({ requests }) => requests))).toBe(point.requests);
    expect(sum(point.apps.map(({ throughput }) => throughput.value ?? 0))).toBeCloseTo(point.throughput.value ?? 0, 9);
    expect(ofFrequent.offered.value).toBeCloseTo(TENANTS * 10, 9);
    const own = windows.map((window) => windowOfApp(window, 1));
    const requests = sum(own.map(({ latency }) => latency.count));
    const mean = sum(own.map(({ latency, latencyMean }) => latency.count * latencyMean)) / requests;
    expect(sum(Object.values(ofImpatient.anatomy.mean))).toBeCloseTo(mean, 12);
  });

  test("starts: each its own, together all", () => {
    expect(sum(point.apps.map(({ starts }) => starts.count))).toBe(point.starts.count);
    expect(ofSilent.starts.count).toBe(TENANTS * windows.length);
    expect(ofImpatient.starts.max).toBeLessThanOrEqual(point.starts.max ?? 0);
  });

  test("too few requests for a percentile: no number but a reason; none at all: for any", () => {
    expect(ofRare.latency.p99).toMatchObject({ value: null, reason: expect.stringMatching(/^not enough samples/) });
    for (const estimate of Object.values(ofSilent.latency)) expect(estimate).toMatchObject({ value: null, reason: "no request completed" });
  });

  test("the longest response time is that of the replications that had one", () => {
    const counts = windows.map(({ run: record }) => sum(record.apps[2].slices.slice(2).map(({ completed }) => completed)));
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(ofRare.latency.max.value).toBeGreaterThan(0);
    expect(ofRare.latency.mean.value).toBeLessThanOrEqual(ofRare.latency.max.value ?? 0);
  });
});

test("by host and station: one host is the total", () => {
  const [host] = point.hosts;
  expect(point.hosts).toHaveLength(1);
  for (const { role, utilization } of host.stations) expect(utilization).toEqual(point.utilization[role]);
  const { utilization, ...memory } = host.memory;
  expect(memory).toEqual(point.memory);
  expect(utilization).toEqual(point.utilization.memory);
  expect([host.majorFaults, host.instances, host.evictions]).toEqual([point.majorFaults, point.instances, point.evictions]);
});

test("what each replication gave averages to the estimates, by application too", () => {
  const { perReplication } = point;
  const average = (values: readonly (number | null)[]): number => sum(values.map(Number)) / values.length;
  expect(average(perReplication.throughput)).toBeCloseTo(point.throughput.value ?? NaN, 12);
  expect(average(perReplication.errorRate)).toBeCloseTo(point.errorRate.value ?? NaN, 12);
  expect(average(perReplication.latency.mean)).toBeCloseTo(point.latency.mean.value ?? NaN, 12);
  expect(average(perReplication.utilization.cores)).toBeCloseTo(point.utilization.cores.value ?? NaN, 12);
  expect(perReplication.apps.map(({ throughput }) => average(throughput))).toEqual(
    point.apps.map(({ throughput }) => expect.closeTo(throughput.value ?? NaN, 12)),
  );
  // 2 tenants with 10 requests a second over 27 s have enough for a p99 of at least 500 samples, the rare one has not.
  expect(perReplication.apps[0].latency.p90.every((value) => value !== null)).toBe(true);
  expect(perReplication.apps[2].latency.p99).toEqual(windows.map(() => null));
});
