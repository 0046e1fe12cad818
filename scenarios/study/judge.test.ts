import { describe, expect, test } from "vitest";
import { Histogram, studentT } from "../../engine/index.ts";
import { FAILURES } from "../../models/vocabulary.ts";
import type { RunWindow } from "../../models/run/window.ts";
import { lookSizes } from "./evaluate.ts";
import { errorRateOf, judge, percentileInterval } from "./judge.ts";

const objective = { percentile: 99, latency: 0.25, errors: 0.01 };

/** A run of `count` requests that all took `latency` seconds, `refused` of them on top. */
function runWith(latency: number, { count = 5000, refused = 0, ready = true, collapsed = false } = {}): RunWindow {
  const histogram = new Histogram();
  for (let k = 0; k < count; k++) histogram.add(latency * 1e9);
  const failures = FAILURES.map((reason) => (reason === "refused" ? refused : 0));
  return { latency: histogram, completed: count, failures, run: { ready, collapsed } } as unknown as RunWindow;
}

describe("verdict on confidence limits", () => {
  test("well below: met; well above: missed", () => {
    expect(
      judge(
        [0.1, 0.11, 0.12].map((latency) => runWith(latency)),
        objective,
        0.95,
      ),
    ).toBe("met");
    expect(
      judge(
        [0.4, 0.41, 0.42].map((latency) => runWith(latency)),
        objective,
        0.95,
      ),
    ).toBe("missed");
  });

  test("undecided while the interval holds the limit, decided as soon as it does not", () => {
    // Two runs of equal size at c - 2d and c: their p99 together is c, its half width t(0.975, 1) sqrt((2d)^2 / 1 / 2) by sectioning.
    const d = 0.001;
    const half = studentT(0.975, 1) * Math.SQRT2 * d;
    const around = (center: number) => [runWith(center - 2 * d), runWith(center)];
    expect(judge(around(0.25 - 0.9 * half), objective, 0.95)).toBe("undecided");
    expect(judge(around(0.25 - 1.1 * half), objective, 0.95)).toBe("met");
    expect(judge(around(0.25 + 0.9 * half), objective, 0.95)).toBe("undecided");
    expect(judge(around(0.25 + 1.1 * half), objective, 0.95)).toBe("missed");
  });

  test("fast answers do not make up for failed requests", () => {
    expect(
      judge(
        [200, 210, 190].map((refused) => runWith(0.01, { refused })),
        objective,
        0.95,
      ),
    ).toBe("missed");
    expect(
      judge(
        [10, 11, 9].map((refused) => runWith(0.01, { refused })),
        objective,
        0.95,
      ),
    ).toBe("met");
  });

  test("a host that could not start its tenants misses; too few requests for the percentile decide nothing", () => {
    expect(judge([runWith(0.01, { ready: false }), runWith(0.01)], objective, 0.95)).toBe("missed");
    expect(
      judge(
        [0.01, 0.01].map((latency) => runWith(latency, { count: 999 })),
        objective,
        0.95,
      ),
    ).toBe("undecided");
    const two = (count: number) => [runWith(0.01, { count }), runWith(0.01, { count })];
    expect(percentileInterval(two(999), 99, 0.95)).toBeUndefined();
    expect(percentileInterval(two(1000), 99, 0.95)?.mean).toBeCloseTo(0.01, 4);
  });

  test("runs that all collapsed miss, however few answers they gave; one that did not leaves it open", () => {
    const cut = runWith(0.01, { count: 3, collapsed: true });
    expect(judge([cut, cut], objective, 0.95)).toBe("missed");
    expect(judge([cut, runWith(0.01, { count: 3 })], objective, 0.95)).toBe("undecided");
  });

  test("the error rate counts every request that ended once", () => {
    expect(errorRateOf(runWith(0.01, { count: 900, refused: 100 }))).toBeCloseTo(0.1, 12);
    const late = runWith(0.01, { count: 1000 });
    const failures = FAILURES.map((reason) => (reason === "late" ? 50 : 0));
    expect(errorRateOf({ ...late, failures })).toBeCloseTo(0.05, 12);
  });
});

test("looks double from the least number of replications to the most", () => {
  const experiment = (min: number, max: number) => ({ replications: { min, max, until: 0.05 } }) as Parameters<typeof lookSizes>[0];
  expect(lookSizes(experiment(5, 30))).toEqual([5, 10, 20, 30]);
  expect(lookSizes(experiment(4, 4))).toEqual([4]);
});
