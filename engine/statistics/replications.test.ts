import { expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { replicationDeletion, warmupCuts } from "./replications.ts";

/** Starts at 50, settles at 10 with a time constant of 40, noise 1. */
const warmingUp = (seed: number, length = 1000) => {
  const stream = createStream(seed, "run");
  return Float64Array.from({ length }, (_, i) => 10 + 40 * Math.exp(-i / 40) + stream.normal());
};
const runs = Array.from({ length: 10 }, (_, seed) => warmingUp(seed));

test("the warm-up is cut off every run, and the interval covers the steady state that the raw mean misses", () => {
  const { low, high, cuts, n } = replicationDeletion(runs, 0.99);
  expect(n).toBe(10);
  expect(low).toBeLessThan(10);
  expect(high).toBeGreaterThan(10);
  expect(high - low).toBeLessThan(0.2);
  for (const { truncate, reliable } of cuts) {
    expect(40 * Math.exp(-truncate / 40)).toBeLessThan(1); // what is left of the start is below the noise
    expect(reliable).toBe(true);
  }
  const raw = runs.map((run) => run.reduce((sum, x) => sum + x, 0) / run.length);
  expect(Math.min(...raw)).toBeGreaterThan(high);
});

test("a run has no say in its own cut", () => {
  const changed = runs.map((run, r) => (r === 3 ? run.map((x, i) => (i < 700 ? 90 + (x - 10) : x)) : run));
  expect(warmupCuts(changed)[3]).toEqual(warmupCuts(runs)[3]);
  expect(warmupCuts(changed)[4]).not.toEqual(warmupCuts(runs)[4]);
});

test("runs of unequal length are compared as far as the shortest goes", () => {
  const cuts = warmupCuts([...runs, warmingUp(11, 600)]);
  expect(cuts).toHaveLength(11);
  expect(Math.max(...cuts.map(({ truncate }) => truncate))).toBeLessThan(600);
});

test("one run: an open interval; no run: no mean", () => {
  expect(replicationDeletion([runs[0]], 0.95)).toMatchObject({ n: 1, low: -Infinity, high: Infinity });
  expect(replicationDeletion([], 0.95)).toMatchObject({ n: 0, mean: NaN, cuts: [] });
});
