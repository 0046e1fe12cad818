import { describe, expect, test } from "vitest";
import { Histogram, studentT } from "../../engine/index.ts";
import { FAILURES } from "../../models/components.ts";
import type { RunRecord } from "../../models/run-record.ts";
import { lookSizes } from "./evaluate.ts";
import { errorRateOf, judge, percentileOf } from "./judge.ts";

const objective = { percentile: 99, latency: 0.25, errors: 0.01 };

/** A run of `count` requests that all took `latency` seconds, `refused` of them on top. */
function runWith(latency: number, { count = 5000, refused = 0, ready = true } = {}): RunRecord {
  const histogram = new Histogram();
  for (let k = 0; k < count; k++) histogram.add(latency * 1e9);
  const failures = FAILURES.map((reason) => (reason === "refused" ? refused : 0));
  return { latency: histogram.toJSON(), completed: count, failures, ready } as unknown as RunRecord;
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

  test("undecided while the Student-t interval holds the limit, decided as soon as it does not", () => {
    // Two values m - d and m + d: half width t(0.975, 1) * d.
    const t = studentT(0.975, 1);
    const d = 0.01;
    const around = (mean: number) => [runWith(mean - d), runWith(mean + d)];
    expect(judge(around(0.25 - 0.98 * t * d), objective, 0.95)).toBe("undecided");
    expect(judge(around(0.25 - 1.02 * t * d), objective, 0.95)).toBe("met");
    expect(judge(around(0.25 + 0.98 * t * d), objective, 0.95)).toBe("undecided");
    expect(judge(around(0.25 + 1.02 * t * d), objective, 0.95)).toBe("missed");
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
    expect(percentileOf(runWith(0.01, { count: 999 }), 99)).toBeNull();
    expect(percentileOf(runWith(0.01, { count: 1000 }), 99)).toBeCloseTo(0.01, 4);
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
