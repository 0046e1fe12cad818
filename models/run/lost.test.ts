import { describe, expect, test } from "vitest";
import { compute, idealContainer, idealHost, onlyDoes } from "../testing/ideal.ts";
import { deployment, run } from "../testing/specs.ts";
import type { AppLimit, RunRecord } from "./run-record.ts";
import { simulate } from "./simulate.ts";
import { SLICES } from "./time-slices.ts";

const never = Number.POSITIVE_INFINITY;

/** One server of 10 ms with one place to wait, offered as much as it can do: M/M/1/2 loses a third, and answers in 15 ms on average. */
function lossSystem(limit: Partial<AppLimit>): RunRecord {
  const app = onlyDoes(100, [compute({ kind: "exponential", mean: 10e-3 })], { threads: 1, backlog: 1 });
  const spec = deployment(idealContainer({ cpus: 1 }), { app, host: idealHost(1) });
  const limits = [{ latency: never, late: never, lateShare: never, failedShare: never, ...limit }];
  return simulate({ ...run(spec, { tenants: 1, duration: 60 }), limits });
}

const isLost = ({ apps, slices }: RunRecord): boolean => {
  expect(apps[0].lost).toBe(slices < SLICES);
  return apps[0].lost;
};

describe("a third fails", () => {
  test("of an objective that allows it, and the run goes on", () => expect(isLost(lossSystem({ failedShare: 0.4 }))).toBe(false));
  test("of one that does not: the run ends once that is certain", () => {
    // A share of 0.1 of the whole run is reached after 0.1 / (1 / 3) = 30 % of it.
    const record = lossSystem({ failedShare: 0.1 });
    expect(isLost(record)).toBe(true);
    expect(record.slices).toBeGreaterThanOrEqual(0.25 * SLICES);
    expect(record.slices).toBeLessThanOrEqual(0.4 * SLICES);
    expect(record.apps[0].collapsed).toBe(false);
  });
  test("and failures are not held against what is allowed to be late", () =>
    expect(isLost(lossSystem({ failedShare: 0.4, late: 1, lateShare: 0.05 }))).toBe(false));
});

test("late answers are not held against what is allowed to fail", () => {
  // 5 ms are exceeded by more than half of the answers, and nothing else is asked.
  expect(isLost(lossSystem({ late: 5e-3, lateShare: 0.9, failedShare: 0.4 }))).toBe(false);
  expect(isLost(lossSystem({ late: 5e-3, lateShare: 0.1, failedShare: 0.4 }))).toBe(true);
});
