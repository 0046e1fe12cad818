import gammaCdf from "@stdlib/stats-base-dists-gamma-cdf";
import { cumulativeStdNormalProbability } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { kolmogorovSmirnov } from "../statistics/kolmogorov-smirnov.ts";
import { type DistributionSpec, distributionProblem, meanOf, sampler, varianceOf } from "./distributions.ts";
import { createStream } from "./stream.ts";

const DRAWS = 200_000;
const normalCdf = cumulativeStdNormalProbability;

function drawn(spec: DistributionSpec, options?: { antithetic: boolean }): Float64Array {
  return Float64Array.from({ length: DRAWS }, sampler(spec, createStream(5, JSON.stringify(spec), options)));
}

/** Mean and variance of the sample, each minus its expectation, in standard errors estimated from the sample. */
function deviations(samples: Float64Array, mean: number, variance: number): { mean: number; variance: number } {
  const n = samples.length;
  const squares = samples.map((x) => (x - mean) * (x - mean));
  const average = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / n;
  const error = (values: Float64Array, center: number) => Math.sqrt(average(values.map((x) => (x - center) ** 2)) / n);
  return {
    mean: (average(samples) - mean) / error(samples, mean),
    variance: (average(squares) - variance) / error(squares, average(squares)),
  };
}

const lognormalCdf = (median: number, sigma: number) => (x: number) => normalCdf(Math.log(x / median) / sigma);
const sigma05 = Math.sqrt(Math.log(1.25)); // cv 0.5
const hyper = { p: (1 + Math.sqrt(8 / 10)) / 2, mean: 2 }; // cv 3
const Z99 = 2.3263478740408408; // published

/** Mean, variance and distribution function as in Law, Simulation Modeling and Analysis, chapter 6, in the test's own words. */
const continuous: [DistributionSpec, number, number, (x: number) => number][] = [
  [{ kind: "uniform", low: 2, high: 6 }, 4, 16 / 12, (x) => (x - 2) / 4],
  [{ kind: "exponential", mean: 0.25 }, 0.25, 0.0625, (x) => 1 - Math.exp(-x / 0.25)],
  [{ kind: "erlang", mean: 3, stages: 3 }, 3, 3, (x) => 1 - Math.exp(-x) * (1 + x + (x * x) / 2)],
  [{ kind: "gamma", mean: 2, cv: 0.4 }, 2, 0.64, (x) => gammaCdf(x, 6.25, 6.25 / 2)],
  [{ kind: "gamma", mean: 2, cv: 2 }, 2, 16, (x) => gammaCdf(x, 0.25, 0.125)],
  [
    { kind: "hyperexponential", mean: 2, cv: 3 },
    2,
    36,
    (x) => 1 - hyper.p * Math.exp((-2 * hyper.p * x) / 2) - (1 - hyper.p) * Math.exp((-2 * (1 - hyper.p) * x) / 2),
  ],
  [{ kind: "lognormal", mean: 2, cv: 0.5 }, 2, 1, lognormalCdf(2 / Math.sqrt(1.25), sigma05)],
  [
    { kind: "lognormal", median: 10, percentile: 99, value: 30 },
    10 * Math.exp((Math.log(3) / Z99) ** 2 / 2),
    100 * Math.exp((Math.log(3) / Z99) ** 2) * (Math.exp((Math.log(3) / Z99) ** 2) - 1),
    lognormalCdf(10, Math.log(3) / Z99),
  ],
  [{ kind: "weibull", shape: 2, scale: 1 }, Math.sqrt(Math.PI) / 2, 1 - Math.PI / 4, (x) => 1 - Math.exp(-x * x)],
  [{ kind: "weibull", shape: 0.5, scale: 3 }, 6, 9 * 20, (x) => 1 - Math.exp(-Math.sqrt(x / 3))],
  [{ kind: "pareto", shape: 5, minimum: 4 }, 5, 25 / 15, (x) => 1 - (4 / x) ** 5],
];

describe.each(continuous)("%j", (spec, mean, variance, cdf) => {
  test("mean and variance are the formulae", () => {
    expect(meanOf(spec) / mean).toBeCloseTo(1, 12);
    expect(varianceOf(spec) / variance).toBeCloseTo(1, 10);
  });

  test("samples have that mean and variance (4.5 standard errors) and shape (Kolmogorov-Smirnov, level 0.001)", () => {
    const samples = drawn(spec);
    const deviation = deviations(samples, mean, variance);
    expect(Math.abs(deviation.mean)).toBeLessThan(4.5);
    expect(Math.abs(deviation.variance)).toBeLessThan(4.5);
    expect(kolmogorovSmirnov(samples, cdf).pValue).toBeGreaterThan(0.001);
  });

  test("antithetic samples have the same shape", () => {
    expect(kolmogorovSmirnov(drawn(spec, { antithetic: true }), cdf).pValue).toBeGreaterThan(0.001);
  });
});

test("the Kolmogorov-Smirnov test does refuse a mean that is 2 % off", () => {
  const samples = drawn({ kind: "exponential", mean: 1 });
  expect(kolmogorovSmirnov(samples, (x) => 1 - Math.exp(-x / 1.02)).pValue).toBeLessThan(1e-6);
});

describe("discrete distributions", () => {
  test.each([
    { exponent: 1, n: 50 },
    { exponent: 0, n: 7 },
    { exponent: 0.8, n: 20 },
    { exponent: 2.5, n: 10 },
    { exponent: 1, n: 1 },
    { exponent: 1.2, n: 2 },
  ])("zipf %j has the probabilities k^-s / H (chi-square, level 0.001) and their moments", ({ exponent, n }) => {
    const spec: DistributionSpec = { kind: "zipf", exponent, n };
    const weights = Array.from({ length: n }, (_, i) => (i + 1) ** -exponent);
    const total = weights.reduce((sum, w) => sum + w, 0);
    const moment = (power: number) => weights.reduce((sum, w, i) => sum + (w / total) * (i + 1) ** power, 0);
    expect(meanOf(spec)).toBeCloseTo(moment(1), 9);
    expect(varianceOf(spec)).toBeCloseTo(moment(2) - moment(1) ** 2, 7);
    const counts = new Float64Array(n);
    for (const rank of drawn(spec)) counts[rank - 1]++;
    const chiSquare = counts.reduce(
      (sum, count, i) => sum + (count - (DRAWS * weights[i]) / total) ** 2 / ((DRAWS * weights[i]) / total),
      0,
    );
    const degrees = n - 1;
    expect(chiSquare).toBeLessThanOrEqual(degrees + 3.09 * Math.sqrt(2 * degrees) + (degrees > 0 ? 6 : 0));
  });

  test("the mean of a long zipf is the quotient of harmonic numbers", () => {
    // H(10^6) = 14.392726722865723631 (OEIS A016028 and the asymptotic series)
    expect(meanOf({ kind: "zipf", exponent: 1, n: 1_000_000 })).toBeCloseTo(1_000_000 / 14.392726722865724, 6);
    expect(meanOf({ kind: "zipf", exponent: 2, n: 5000 })).toBeCloseTo(
      Array.from({ length: 5000 }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b) /
        Array.from({ length: 5000 }, (_, i) => 1 / (i + 1) ** 2).reduce((a, b) => a + b),
      9,
    );
  });

  test("constant and trace give what was written, without random numbers", () => {
    const stream = createStream(1, "unused");
    const before = stream.save();
    const constant = sampler({ kind: "constant", value: 3 }, stream);
    const trace = sampler({ kind: "trace", values: [4, 1, 1] }, stream);
    expect([constant(), constant()]).toEqual([3, 3]);
    expect(Array.from({ length: 5 }, trace)).toEqual([4, 1, 1, 4, 1]);
    expect(stream.save()).toEqual(before);
    expect([meanOf({ kind: "trace", values: [4, 1, 1] }), varianceOf({ kind: "trace", values: [4, 1, 1] })]).toEqual([2, 2]);
    expect([meanOf({ kind: "constant", value: 3 }), varianceOf({ kind: "constant", value: 3 })]).toEqual([3, 0]);
  });

  test("empirical draws each value by its weight, whatever the order of the list", () => {
    const spec: DistributionSpec = { kind: "empirical", values: [9, 1, 5], weights: [1, 2, 5] };
    const samples = drawn(spec);
    for (const [value, share] of [
      [9, 1 / 8],
      [1, 2 / 8],
      [5, 5 / 8],
    ]) {
      const found = samples.filter((x) => x === value).length / DRAWS;
      expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / DRAWS));
    }
    expect(meanOf(spec)).toBeCloseTo(36 / 8, 12);
    expect(varianceOf(spec)).toBeCloseTo((81 + 2 + 125) / 8 - (36 / 8) ** 2, 12);
    const shuffled: DistributionSpec = { kind: "empirical", values: [1, 5, 9], weights: [2, 5, 1] };
    const [a, b] = [sampler(spec, createStream(1, "e")), sampler(shuffled, createStream(1, "e"))];
    expect(Array.from({ length: 50 }, a)).toEqual(Array.from({ length: 50 }, b));
  });

  test("a weight of 0 is never drawn", () => {
    const samples = drawn({ kind: "empirical", values: [1, 2, 3], weights: [0, 1, 0] });
    expect(new Set(samples)).toEqual(new Set([2]));
  });

  test("empirical without weights: all values equally likely", () => {
    const samples = drawn({ kind: "empirical", values: [3, 1, 2, 2] });
    expect(Math.abs(samples.filter((x) => x === 2).length / DRAWS - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / DRAWS));
  });
});

test("moments that do not exist are Infinity", () => {
  expect(meanOf({ kind: "pareto", shape: 1, minimum: 1 })).toBe(Infinity);
  expect(varianceOf({ kind: "pareto", shape: 1.5, minimum: 1 })).toBe(Infinity);
});

describe("impossible parameters: found, expected, fix", () => {
  const cases: [DistributionSpec, string][] = [
    [{ kind: "exponential", mean: 0 }, "exponential: mean: found 0, expected a finite number above 0"],
    [
      { kind: "uniform", low: 5, high: 5 },
      "uniform: low 5, high 5: expected low below high; swap them, or write kind constant if they are equal",
    ],
    [{ kind: "erlang", mean: 1, stages: 2.5 }, "erlang: stages: found 2.5, expected a whole number from 1 to 2^32"],
    [
      { kind: "hyperexponential", mean: 1, cv: 0.5 },
      "hyperexponential: cv: found 0.5, expected 1 or more; below 1 write kind gamma or erlang",
    ],
    [
      { kind: "lognormal", median: 1, percentile: 0.99, value: 3 },
      "lognormal: percentile: found 0.99, expected a number between 50 and 100, e.g. 99 with the 99th percentile as value",
    ],
    [
      { kind: "lognormal", median: 3, percentile: 99, value: 1 },
      "lognormal: value: found 1, expected a percentile above the median 3; are the two numbers exchanged?",
    ],
    [{ kind: "pareto", shape: NaN, minimum: 1 }, "pareto: shape: found NaN, expected a finite number above 0"],
    [{ kind: "zipf", exponent: -1, n: 3 }, "zipf: exponent: found -1, expected 0 or more (0: all ranks equally likely, 1: the classic)"],
    [{ kind: "trace", values: [] }, "trace: values: found none, expected at least one; for a single value write kind constant"],
    [{ kind: "empirical", values: [1, Infinity] }, "empirical: values[1]: found Infinity, expected a finite number"],
    [{ kind: "empirical", values: [1, 2], weights: [1] }, "empirical: weights: found 1 for 2 values, expected one weight a value"],
    [{ kind: "empirical", values: [1, 2], weights: [0, 0] }, "empirical: weights: found only zeros, expected at least one above 0"],
    [{ kind: "empirical", values: [1, 2], weights: [1, -1] }, "empirical: weights[1]: found -1, expected a number of at least 0"],
  ];
  test.each(cases)("%j", (spec, message) => {
    expect(distributionProblem(spec)).toBe(message);
    expect(() => sampler(spec, createStream(1, "x"))).toThrow(new RangeError(message));
    expect(() => meanOf(spec)).toThrow(new RangeError(message));
  });

  test("an unknown kind lists the known ones", () => {
    expect(distributionProblem({ kind: "exponental", mean: 1 } as unknown as DistributionSpec)).toMatch(
      /exponental: unknown kind.*exponential/,
    );
  });
});
