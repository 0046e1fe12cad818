import fc from "fast-check";
import { build } from "hdr-histogram-js";
import { describe, expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { Histogram, type HistogramData, nearestRank } from "./histogram.ts";

const of = (values: Iterable<number>) => {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
};

const ERROR = 0.001; // the stated bound

/** Nearest rank by its definition: the smallest sample with at least q n samples at or below it. */
function exactQuantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.find((_, i) => (i + 1) / sorted.length >= q - 1e-12) as number;
}

const sample = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true }).map(Math.fround),
  fc.integer({ min: 0, max: 2000 }),
);
const samples = fc.array(sample, { minLength: 1, maxLength: 200 });
/** Down to 5e-324 and up to 1.8e308. */
const extremes = fc.array(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 });

describe("quantiles", () => {
  test("are within 0.1 % of the exact nearest-rank sample, for any samples", () => {
    fc.assert(
      fc.property(fc.oneof(samples, extremes), fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const exact = exactQuantile(values, q);
        // Below 2^-1022 doubles have fewer digits; there the bound is one bucket of 2^-1031.
        expect(Math.abs(of(values).quantile(q) - exact)).toBeLessThanOrEqual(exact * ERROR + 2 ** -1031);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test("the worst case of a bucket, its edges, is within 0.1 %", () => {
    let worst = 0;
    for (let exponent = -30; exponent <= 30; exponent++) {
      for (let k = 0; k < 512; k += 7) {
        const low = (1 + k / 512) * 2 ** exponent;
        const high = (1 + (k + 1) / 512) * 2 ** exponent * (1 - 2 ** -50);
        // Extremes are exact, so the sample looked at is the middle one of three.
        for (const x of [low, high]) worst = Math.max(worst, Math.abs(of([x / 2, x, x * 2]).quantile(0.5) / x - 1));
      }
    }
    expect(worst).toBeLessThanOrEqual(ERROR);
  });

  test("are the formula's for 10^6 exponential samples: p-quantile -ln(1 - p)", () => {
    const stream = createStream(1, "latency");
    const histogram = of(Float64Array.from({ length: 1_000_000 }, () => stream.exponential(1)));
    for (const p of [0.5, 0.9, 0.99, 0.999]) {
      const expected = -Math.log(1 - p);
      const standardError = Math.sqrt(p / (1 - p) / 1_000_000);
      expect(Math.abs(histogram.quantile(p) - expected)).toBeLessThan(4 * standardError + ERROR * expected);
    }
  });

  test("agree with hdr-histogram-js at three digits", () => {
    const stream = createStream(1, "hdr");
    const reference = build({ numberOfSignificantValueDigits: 3, highestTrackableValue: 1e9 });
    const histogram = new Histogram();
    for (let i = 0; i < 50_000; i++) {
      const microseconds = Math.ceil(stream.exponential(5000));
      histogram.add(microseconds);
      reference.recordValue(microseconds);
    }
    for (const percentile of [1, 50, 90, 95, 99, 99.9, 100]) {
      expect(Math.abs(histogram.quantile(percentile / 100) / reference.getValueAtPercentile(percentile) - 1)).toBeLessThan(0.002);
    }
  });

  test("nearest rank: 7 % of 100 is the 7th sample although 0.07 x 100 is more than 7 in doubles", () => {
    expect(nearestRank(0.07, 100)).toBe(7);
    expect(nearestRank(0.95, 20)).toBe(19);
    expect(nearestRank(0.951, 20)).toBe(20);
    expect([nearestRank(0, 10), nearestRank(1, 10)]).toEqual([1, 10]);
    for (let n = 1; n <= 400; n++) {
      for (let k = 1; k <= n; k++) if (nearestRank(k / n, n) !== k) throw new Error(`${k} of ${n}`);
    }
  });

  test("zeros count, and extremes are exact", () => {
    const histogram = of([0, 0, 0, 5.4321]);
    expect([histogram.quantile(0.75), histogram.quantile(0.76), histogram.min, histogram.max]).toEqual([0, 5.4321, 0, 5.4321]);
    expect(histogram.count).toBe(4);
  });

  test("without samples they are NaN", () => {
    const histogram = new Histogram();
    expect([histogram.quantile(0.5), histogram.min, histogram.max]).toEqual([NaN, NaN, NaN]);
  });

  test("a percentile in place of a quantile is refused", () => {
    expect(() => of([1]).quantile(99)).toThrow(/found 99, expected a number from 0 to 1; a percentile is divided by 100/);
  });
});

test.each([-1, NaN, Infinity, -Infinity])("the sample %d is refused and leaves the histogram as it was", (x) => {
  const histogram = of([1, 2]);
  const before = histogram.toJSON();
  expect(() => histogram.add(x)).toThrow(/found sample .*expected a finite number of at least 0/);
  expect(histogram.toJSON()).toEqual(before);
  expect(histogram.count).toBe(2);
});

describe("merging", () => {
  test("gives the same in any order and grouping, and the same as recording everything in one", () => {
    fc.assert(
      fc.property(samples, samples, samples, (a, b, c) => {
        const merged = (...parts: Histogram[]) => {
          const result = new Histogram();
          for (const part of parts) result.merge(part);
          return result;
        };
        const whole = of([...a, ...b, ...c]).toJSON();
        expect(merged(of(a), of(b), of(c)).toJSON()).toEqual(whole);
        expect(merged(of(c), merged(of(b), of(a))).toJSON()).toEqual(whole);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  test("keeps the other as it was", () => {
    const [a, b] = [of([1]), of([1000])];
    a.merge(b);
    a.add(7);
    expect(b.toJSON()).toEqual(of([1000]).toJSON());
  });
});

describe("plain data", () => {
  test("survives JSON and structured clone, sparse and in ascending order", () => {
    fc.assert(
      fc.property(samples, (values) => {
        const original = of(values);
        for (const data of [JSON.parse(JSON.stringify(original)) as HistogramData, structuredClone(original.toJSON())]) {
          const restored = Histogram.fromJSON(data);
          expect(restored.toJSON()).toEqual(original.toJSON());
          expect(restored.count).toBe(values.length);
          expect(restored.quantile(0.9)).toBe(original.quantile(0.9));
        }
        const { buckets, counts } = original.toJSON();
        expect(counts.every((count) => count > 0)).toBe(true);
        expect(buckets.every((bucket, i) => i === 0 || bucket > buckets[i - 1])).toBe(true);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test("of an empty histogram has no extremes", () => {
    const data = new Histogram().toJSON();
    expect([data.min, data.max]).toEqual([null, null]);
    expect(Histogram.fromJSON(data).quantile(0.5)).toBe(NaN);
  });

  test("of another bucket size is refused", () => {
    expect(() => Histogram.fromJSON({ ...new Histogram().toJSON(), mantissaBits: 7 })).toThrow(/found 7 mantissa bits, expected 9/);
  });
});

test("countAbove counts the samples beyond a bound, to the width of its bucket", () => {
  const histogram = of([0, 1, 2, 3, 4]);
  expect([-1, 0, 0.5, 1, 2.5, 4, 10].map((x) => histogram.countAbove(x))).toEqual([5, 4, 4, 3, 2, 0, 0]);
});

test("reset forgets the samples", () => {
  const histogram = of([1, 2, 3]);
  histogram.reset();
  expect(histogram.toJSON()).toEqual(new Histogram().toJSON());
});
