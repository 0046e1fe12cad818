import { expect, test } from "vitest";
import { simulate } from "../../models/run/simulate.ts";
import { STRETCHES } from "../../models/run/time-slices.ts";
import { app, container, deployment, run } from "../../models/testing/specs.ts";
import { Timeline } from "./record.ts";
import { timelineOf } from "./timeline.ts";

const rare = app({ arrivals: [{ kind: "periodic", every: 20, jitter: 0 }] });
const parts = [rare, rare].map((each) => ({ app: each, unit: container() }));
/** One request of each application. */
const record = simulate(run({ ...deployment(container()), parts }, { tenants: 1, duration: 20 }));
const timeline = timelineOf(record);

test("a hundred steps that cover the run", () => {
  expect(Timeline.safeParse(timeline).error).toBeUndefined();
  expect(timeline.step).toBeCloseTo(0.2, 12);
  for (const series of [timeline.latency, timeline.majorFaults, timeline.inSystem, timeline.instances, timeline.swapped]) {
    expect(series).toHaveLength(100);
  }
  expect(new Set(timeline.instances)).toEqual(new Set([2]));
});

test("the mean response time of what was answered in a step, nothing where nothing was; in the system as long as that", () => {
  const responses = record.apps.map(({ slices }) => slices.reduce((sum, { latencySum }) => sum + latencySum, 0) / 1e9);
  const total = responses[0] + responses[1];
  const filled = timeline.latency.filter((latency) => latency !== null);
  const expected = filled.length === 1 ? [total / 2] : responses;
  expect([...filled].sort()).toEqual([...expected].sort());
  // Network delays are on the way, not in the system.
  const inside = timeline.inSystem.reduce((sum, each) => sum + each, 0) * timeline.step;
  expect(inside).toBeLessThan(total);
  expect(inside).toBeGreaterThan(0.9 * total);
});

test("a run that was cut short has fewer steps, of one stretch each", () => {
  const cut = timelineOf({ ...record, slices: 5 });
  expect(cut.latency).toHaveLength(50);
  expect(cut.step).toBeCloseTo(0.1, 12);
  expect(2 * timeline.latency.length).toBe(STRETCHES);
});
