import { describe, expect, test } from "vitest";
import { Histogram, studentT } from "../../engine/index.ts";
import { FAILURES } from "../../models/vocabulary.ts";
import { LatencyProfile } from "../../models/run/latency-profile.ts";
import type { RunRecord } from "../../models/run/run-record.ts";
import { StartDurations } from "../../models/run/start-durations.ts";
import { type RunWindow, windowFrom } from "../../models/run/window.ts";
import { lookSizes } from "./evaluate.ts";
import type { Objective } from "../objective.ts";
import { errorRateOf, judge, judgeApp, percentileInterval } from "./judge.ts";

const verdictOf = (windows: readonly RunWindow[]) => judgeApp(windows, objective, 0.95).verdict;

const objective: Objective = { statistic: "p99", latency: 0.25, errors: 0.01 };

/** A run of `count` requests that all took `latency` seconds, `refused` of them on top. */
function runWith(latency: number, { count = 5000, refused = 0, ready = true, collapsed = false } = {}): RunWindow {
  const histogram = new Histogram();
  for (let k = 0; k < count; k++) histogram.add(latency * 1e9);
  const failures = FAILURES.map((reason) => (reason === "refused" ? refused : 0));
  return {
    latency: histogram,
    completed: count,
    failures,
    lost: collapsed,
    arrivals: count + refused,
    latencyMean: latency,
    run: { ready },
  } as unknown as RunWindow;
}

describe("verdict on confidence limits", () => {
  test("well below: met; well above: missed", () => {
    expect(verdictOf([0.1, 0.11, 0.12].map((latency) => runWith(latency)))).toBe("met");
    expect(verdictOf([0.4, 0.41, 0.42].map((latency) => runWith(latency)))).toBe("missed");
  });

  test("undecided while the interval holds the limit, decided as soon as it does not", () => {
    // Two runs of equal size at c - 2d and c: their p99 together is c, its half width t(0.975, 1) sqrt((2d)^2 / 1 / 2) by sectioning.
    const d = 0.001;
    const half = studentT(0.975, 1) * Math.SQRT2 * d;
    const around = (center: number) => [runWith(center - 2 * d), runWith(center)];
    expect(verdictOf(around(0.25 - 0.9 * half))).toBe("undecided");
    expect(verdictOf(around(0.25 - 1.1 * half))).toBe("met");
    expect(verdictOf(around(0.25 + 0.9 * half))).toBe("undecided");
    expect(verdictOf(around(0.25 + 1.1 * half))).toBe("missed");
  });

  test("fast answers do not make up for failed requests", () => {
    expect(verdictOf([200, 210, 190].map((refused) => runWith(0.01, { refused })))).toBe("missed");
    expect(verdictOf([10, 11, 9].map((refused) => runWith(0.01, { refused })))).toBe("met");
  });

  test("a host that could not start its tenants misses; too few requests for the percentile decide nothing", () => {
    expect(verdictOf([runWith(0.01, { ready: false }), runWith(0.01)])).toBe("missed");
    expect(verdictOf([0.01, 0.01].map((latency) => runWith(latency, { count: 999 })))).toBe("undecided");
    const two = (count: number) => [runWith(0.01, { count }), runWith(0.01, { count })];
    expect(percentileInterval(two(999), 99, 0.95)).toBeUndefined();
    expect(percentileInterval(two(1000), 99, 0.95)?.mean).toBeCloseTo(0.01, 4);
  });

  test("runs that were all lost miss, however few answers they gave; one that did not leaves it open", () => {
    const cut = runWith(0.01, { count: 3, collapsed: true });
    expect(verdictOf([cut, cut])).toBe("missed");
    expect(verdictOf([cut, runWith(0.01, { count: 3 })])).toBe("undecided");
  });

  test("none came, none ended, too few: undecided, with the reason; all failed: missed", () => {
    const reasonOf = (windows: readonly RunWindow[]) => judgeApp(windows, objective, 0.95);
    expect(reasonOf([runWith(0, { count: 0 })])).toEqual({ verdict: "undecided", by: "samples", reason: "no request came" });
    expect(reasonOf([{ ...runWith(0, { count: 0 }), arrivals: 1 }]).reason).toBe("no request had ended");
    expect(reasonOf([runWith(0.01, { count: 12 }), runWith(0.01, { count: 90 })])).toEqual({
      verdict: "undecided",
      by: "samples",
      reason: "too few requests: p99 needs 1000 a replication, the fewest were 12",
    });
    expect(reasonOf([runWith(0, { count: 0, refused: 5 }), runWith(0, { count: 0, refused: 4 })])).toEqual({
      verdict: "missed",
      by: "errors",
    });
  });

  test("the mean can be the objective", () => {
    const about: Objective = { statistic: "mean", latency: 0.25, errors: 0.01 };
    const of = (...means: number[]) =>
      judgeApp(
        means.map((latency) => runWith(latency)),
        about,
        0.95,
      ).verdict;
    // Half-width of two: t(0.975, 1) times half their distance.
    const half = (distance: number) => (studentT(0.975, 1) * distance) / 2;
    expect(of(0.2, 0.202)).toBe("met");
    expect(of(0.3, 0.302)).toBe("missed");
    expect(of(0.25 - half(0.01) - 0.004, 0.25 - half(0.01) + 0.006)).toBe("undecided");
    expect(of(0.25 - half(0.01) - 0.006, 0.25 - half(0.01) + 0.004)).toBe("met");
  });

  test("the error rate counts every request that ended once", () => {
    expect(errorRateOf(runWith(0.01, { count: 900, refused: 100 }))).toBeCloseTo(0.1, 12);
    const late = runWith(0.01, { count: 1000 });
    const failures = FAILURES.map((reason) => (reason === "late" ? 50 : 0));
    expect(errorRateOf({ ...late, failures })).toBeCloseTo(0.05, 12);
  });
});

describe("several applications", () => {
  const apps = (...latencies: number[]) =>
    latencies.map((latency) => {
      const { latency: histogram } = runWith(latency);
      const slice = {
        arrivals: 5000,
        completed: 5000,
        failures: FAILURES.map(() => 0),
        latency: histogram.toJSON(),
        latencySum: 5000 * latency * 1e9,
        profile: new LatencyProfile().toData(),
        starts: 0,
      };
      const none = { count: 0, latency: new Histogram().toJSON(), latencySum: 0, profile: new LatencyProfile().toData() };
      return {
        name: "",
        unit: "vm",
        startKind: "",
        collapsed: false,
        lost: false,
        slices: [slice],
        series: { sums: [], counts: [] },
        unfinished: none,
        starts: new StartDurations().toData(),
      };
    });
  const windows = (...latencies: number[]) =>
    [0, 1].map(() =>
      windowFrom(
        { ready: true, collapsed: false, slices: 1, sliceLength: 1, apps: apps(...latencies), hosts: [] } as unknown as RunRecord,
        0,
      ),
    );

  test("one that misses is not hidden by others, and one without an objective decides nothing", () => {
    expect(judge(windows(0.1, 0.1), [objective, objective], 0.95)).toEqual({
      verdict: "met",
      apps: [
        { verdict: "met", by: null },
        { verdict: "met", by: null },
      ],
    });
    const { verdict, apps: judged } = judge(windows(0.1, 3), [objective, objective], 0.95);
    expect([verdict, ...judged.map((app) => app.verdict)]).toEqual(["missed", "met", "missed"]);
    expect(judged[1].by).toBe("latency");
    expect(judge(windows(0.1, 3), [objective, undefined], 0.95)).toEqual({
      verdict: "met",
      apps: [
        { verdict: "met", by: null },
        { verdict: null, by: null },
      ],
    });
  });
});

test("looks double from the least number of replications to the most", () => {
  const experiment = (min: number, max: number) => ({ replications: { min, max, until: 0.05 } }) as Parameters<typeof lookSizes>[0];
  expect(lookSizes(experiment(5, 30))).toEqual([5, 10, 20, 30]);
  expect(lookSizes(experiment(4, 4))).toEqual([4]);
});
