import { describe, expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { batchMeans, batchMeansInterval } from "./batch-means.ts";
import { meanInterval } from "./interval.ts";
import { quantileInterval, quantileRanks, runsQuantileInterval } from "./quantile-interval.ts";
import { enoughSamples, samplesNeeded } from "./sample-size.ts";
import { stopping } from "./sequential.ts";
import { Series } from "./series.ts";
import { Histogram } from "./histogram.ts";

const trials = 2000;
/** 4 standard errors of the share of `trials` that should be `p`. */
const slack = (p: number) => 4 * Math.sqrt((p * (1 - p)) / trials);

describe("meanInterval", () => {
  test("worked example: Law, Simulation Modeling and Analysis, example 4.26", () => {
    const values = [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09];
    const interval = meanInterval(values, 0.9);
    expect(interval.mean).toBeCloseTo(1.34, 2);
    expect(interval.halfWidth).toBeCloseTo(0.24, 2);
    expect(interval.high - interval.low).toBeCloseTo(2 * interval.halfWidth, 12);
  });

  test("one value says nothing about spread, none nothing at all", () => {
    expect(meanInterval([5], 0.95)).toEqual({ mean: 5, low: -Infinity, high: Infinity, halfWidth: Infinity, n: 1 });
    expect(meanInterval([], 0.95)).toEqual({ mean: NaN, low: -Infinity, high: Infinity, halfWidth: Infinity, n: 0 });
  });

  test("covers the mean of normal values in its nominal share of cases, also for two values", () => {
    const stream = createStream(4, "coverage");
    for (const n of [2, 5, 30]) {
      let covered = 0;
      for (let i = 0; i < trials; i++) {
        const { low, high } = meanInterval(
          Array.from({ length: n }, () => 3 + stream.normal()),
          0.9,
        );
        if (low <= 3 && 3 <= high) covered++;
      }
      expect(Math.abs(covered / trials - 0.9)).toBeLessThan(slack(0.9));
    }
  });

  test("a confidence of 95 instead of 0.95 is refused", () => {
    expect(() => meanInterval([1, 2], 95)).toThrow(/found 95, expected a number between 0 and 1, e.g. 0.95/);
  });
});

describe("batch means", () => {
  test("a remainder is dropped at the front", () => {
    expect(batchMeans([99, 1, 3, 5, 7], 2)).toEqual([2, 6]);
    expect(batchMeans([1], 2)).toEqual([]);
    expect(() => batchMeans([1, 2], 1)).toThrow(/batches: found 1, expected a whole number of at least 2/);
  });

  /** x' = 0.9 x + e: mean 0, correlation time about 19. */
  function autoregressive(n: number, seed: number): Float64Array {
    const stream = createStream(seed, "ar1");
    let x = stream.normal() / Math.sqrt(1 - 0.81);
    return Float64Array.from({ length: n }, () => (x = 0.9 * x + stream.normal()));
  }

  test("long batches cover the mean of a correlated series, which treating it as independent does not", () => {
    let covered = 0;
    let naive = 0;
    const runs = 400;
    for (let seed = 0; seed < runs; seed++) {
      const series = autoregressive(6000, seed);
      const batched = batchMeansInterval(series, 0.9);
      const independent = meanInterval(Array.from(series), 0.9);
      if (batched.low <= 0 && 0 <= batched.high) covered++;
      if (independent.low <= 0 && 0 <= independent.high) naive++;
    }
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / runs));
    expect(naive / runs).toBeLessThan(0.5);
  });

  test("batches that are too short are called unreliable", () => {
    expect(batchMeansInterval(autoregressive(60, 1), 0.9).reliable).toBe(false);
    expect(batchMeansInterval(autoregressive(60_000, 1), 0.9)).toMatchObject({ reliable: true, batchSize: 3000, n: 20 });
    expect(batchMeansInterval([1, 2, 3], 0.9)).toMatchObject({ reliable: false, n: 0, low: -Infinity });
    expect(batchMeansInterval(new Float64Array(300).fill(4), 0.9)).toMatchObject({ reliable: true, low: 4, high: 4 });
  });
});

describe("sequential stopping", () => {
  const rule = { relativeError: 0.1, confidence: 0.95, min: 3, max: 6 };

  test("goes on below the minimum, stops when precise, gives up at the limit", () => {
    expect(stopping([], rule)).toMatchObject({ decision: "continue", needed: Infinity });
    expect(stopping([10], rule).decision).toBe("continue");
    expect(stopping([10, 10.01], rule).decision).toBe("continue");
    expect(stopping([10, 10.01, 9.99], rule).decision).toBe("precise");
    expect(stopping([1, 20, 3], rule).decision).toBe("continue");
    expect(stopping([1, 20, 3, 14, 7, 9], rule).decision).toBe("limit");
  });

  test("says how many replications the precision needs: half-widths shrink with the square root", () => {
    const { needed, interval } = stopping([8, 12, 10, 9, 11], rule);
    expect(needed).toBe(Math.ceil(5 * (interval.halfWidth / ((10 * 0.1) / 1.1)) ** 2));
    expect(stopping([5], rule).needed).toBe(Infinity);
    expect(stopping([0, 0, 0], rule)).toMatchObject({ decision: "precise", needed: 3 });
  });

  test("the error relative to the true mean is at most the wanted one in its nominal share of cases", () => {
    const stream = createStream(8, "sequential");
    let good = 0;
    for (let i = 0; i < trials; i++) {
      const values: number[] = [];
      let result = stopping(values, { ...rule, min: 10, max: 10_000 });
      while (result.decision === "continue") {
        values.push(10 + 3 * stream.normal());
        result = stopping(values, { ...rule, min: 10, max: 10_000 });
      }
      if (Math.abs(result.interval.mean - 10) <= 0.1 * 10) good++;
    }
    expect(good / trials).toBeGreaterThan(0.93); // Law: 10 or more to begin with keep a nominal 0.95 near it
  });

  test("impossible rules are refused", () => {
    expect(() => stopping([], { ...rule, relativeError: 0 })).toThrow(/relativeError: found 0/);
    expect(() => stopping([], { ...rule, min: 7 })).toThrow(/found min 7, max 6, expected 2 <= min <= max/);
  });
});

describe("quantile intervals", () => {
  test("the upper quartile of 16 samples lies between the 8th and the largest with 95 % confidence", () => {
    // B binomial (16, 0.75), tables: P(B <= 7) = 0.0075, P(B <= 8) = 0.0271; P(B >= 16) = 0.0100, P(B >= 15) = 0.0635.
    expect(quantileRanks(16, 0.75, 0.95)).toEqual({ lower: 8, upper: 16 });
  });

  test("cover with at least the nominal confidence and not one rank more than needed", () => {
    const binomialBelow = (rank: number, n: number, q: number) => {
      let term = (1 - q) ** n;
      let sum = 0;
      for (let k = 0; k < rank; k++) {
        sum += term;
        term *= (((n - k) / (k + 1)) * q) / (1 - q);
      }
      return sum;
    };
    for (const [n, q] of [
      [50, 0.5],
      [200, 0.9],
      [140, 0.99],
      [37, 0.2],
    ]) {
      const { lower, upper } = quantileRanks(n, q, 0.95);
      expect(binomialBelow(lower, n, q)).toBeLessThanOrEqual(0.025);
      expect(binomialBelow(lower + 1, n, q)).toBeGreaterThan(0.025);
      expect(1 - binomialBelow(upper, n, q)).toBeLessThanOrEqual(0.025);
      expect(1 - binomialBelow(upper - 1, n, q)).toBeGreaterThan(0.025);
    }
  });

  test("cover the true 95th percentile of independent samples, from a list and from a histogram alike", () => {
    const stream = createStream(2, "quantile");
    const truth = -Math.log(0.05);
    let covered = 0;
    let coveredByHistogram = 0;
    for (let i = 0; i < 1000; i++) {
      const values = Array.from({ length: 400 }, () => stream.exponential(1));
      const histogram = new Histogram();
      values.forEach((x) => histogram.add(x));
      const exact = quantileInterval(values, 0.95, 0.9);
      const bucketed = quantileInterval(histogram, 0.95, 0.9);
      if (exact.low <= truth && truth <= exact.high) covered++;
      if (bucketed.low * 0.999 <= truth && truth <= bucketed.high * 1.001) coveredByHistogram++;
      expect(Math.abs(bucketed.value / exact.value - 1)).toBeLessThanOrEqual(0.001);
    }
    for (const share of [covered / 1000, coveredByHistogram / 1000]) {
      expect(share).toBeGreaterThan(0.9 - 4 * Math.sqrt(0.09 / 1000));
      expect(share).toBeLessThan(0.96); // conservative by at most a rank's probability on either side
    }
  });

  test("are open where too few samples lie beyond", () => {
    expect(quantileInterval([1, 2, 3], 0.99, 0.95)).toMatchObject({ value: 3, high: Infinity, n: 3 });
    expect(quantileInterval([], 0.5, 0.95)).toEqual({ value: NaN, low: -Infinity, high: Infinity, n: 0 });
    expect(quantileRanks(10_000_000, 0.999, 0.95).upper).toBeLessThan(10_000_000);
  });

  test("refuse a percentile in place of a quantile", () => {
    expect(() => quantileRanks(10, 95, 0.95)).toThrow(/found 95.*a percentile is divided by 100/);
    expect(() => quantileRanks(10, 0.95, 95)).toThrow(/confidence: found 95/);
  });
});

describe("quantile interval over runs", () => {
  const run = (seed: number, n: number) => {
    const stream = createStream(seed, "run");
    const histogram = new Histogram();
    for (let i = 0; i < n; i++) histogram.add(stream.exponential(1));
    return histogram;
  };

  test("covers the true p90 in its nominal share of cases, centred on all samples together", () => {
    const truth = -Math.log(0.1);
    const studies = 400;
    let covered = 0;
    for (let study = 0; study < studies; study++) {
      const runs = Array.from({ length: 8 }, (_, r) => run(study * 8 + r, 250));
      const interval = runsQuantileInterval(runs, 0.9, 0.9);
      if (interval.low <= truth && truth <= interval.high) covered++;
    }
    expect(Math.abs(covered / studies - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / studies));
  });

  test("runs without samples do not count; one run says nothing about spread", () => {
    const [a, b] = [run(1, 500), run(2, 500)];
    expect(runsQuantileInterval([a, new Histogram(), b], 0.5, 0.95)).toEqual(runsQuantileInterval([a, b], 0.5, 0.95));
    expect(runsQuantileInterval([a], 0.5, 0.95)).toMatchObject({ mean: a.quantile(0.5), low: -Infinity, high: Infinity, n: 1 });
    expect(runsQuantileInterval([], 0.5, 0.95)).toEqual(meanInterval([], 0.95));
  });

  test("leaves the runs as they were", () => {
    const a = run(1, 50);
    const before = a.toJSON();
    runsQuantileInterval([a, run(2, 50)], 0.5, 0.95);
    expect(a.toJSON()).toEqual(before);
  });
});

describe("enough samples for a percentile", () => {
  test.each([
    [50, 20],
    [90, 100],
    [95, 200],
    [99, 1000],
    [99.9, 10_000],
    [99.99, 100_000],
    [1, 1000],
    [100, Infinity],
  ])("p%d needs %d: ten beyond it", (percentile, needed) => {
    expect(samplesNeeded(percentile)).toBe(needed);
    if (needed < Infinity) expect([enoughSamples(needed, percentile), enoughSamples(needed - 1, percentile)]).toEqual([true, false]);
  });

  test("refuses what is no percentile", () => {
    expect(() => samplesNeeded(101)).toThrow(/found 101, expected a number from 0 to 100/);
  });
});

test("a series keeps its order while it grows, and can start again", () => {
  const series = new Series();
  for (let i = 0; i < 1000; i++) series.add(i);
  expect(Array.from(series.values())).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  series.reset();
  series.add(7);
  expect([series.length, ...series.values()]).toEqual([1, 7]);
});
