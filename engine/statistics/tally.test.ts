import { mean, sampleVariance } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { Tally } from "./tally.ts";

const of = (values: Iterable<number>) => {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
};
const stream = createStream(1, "tally");
const values = Array.from({ length: 1000 }, () => 1e9 + stream.normal()); // large mean: a sum of squares would lose all digits

describe("Tally", () => {
  test("mean, variance and extremes agree with simple-statistics", () => {
    const tally = of(values);
    expect(tally.n).toBe(1000);
    expect(tally.mean / mean(values)).toBeCloseTo(1, 14);
    expect(tally.variance / sampleVariance(values)).toBeCloseTo(1, 6);
    expect([tally.min, tally.max]).toEqual([Math.min(...values), Math.max(...values)]);
    expect(tally.standardDeviation ** 2).toBeCloseTo(tally.variance, 12);
  });

  test("merging parts is tallying the whole", () => {
    const merged = of(values.slice(0, 300));
    merged.merge(of(values.slice(300)));
    merged.merge(new Tally());
    const whole = of(values);
    expect(merged.n).toBe(whole.n);
    expect(merged.mean / whole.mean).toBeCloseTo(1, 14);
    expect(merged.variance / whole.variance).toBeCloseTo(1, 6);
    expect([merged.min, merged.max]).toEqual([whole.min, whole.max]);
  });

  test("too few samples give NaN, not a number", () => {
    expect([new Tally().mean, new Tally().variance, of([3]).variance]).toEqual([NaN, NaN, NaN]);
    expect(of([3]).mean).toBe(3);
  });

  test("reset forgets", () => {
    const tally = of([5, 6]);
    tally.reset();
    tally.add(1);
    expect([tally.n, tally.mean, tally.min, tally.max]).toEqual([1, 1, 1, 1]);
  });
});
