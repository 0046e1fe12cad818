import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StartDurations } from "./start-durations.ts";

const sampleOf = (durations: readonly number[], mostKept?: number): StartDurations => {
  const sample = new StartDurations(mostKept);
  for (const duration of durations) sample.add(duration);
  return sample;
};

/** By nearest rank, from the definition: the smallest value that at least the share `hundredths` / 100 of all do not exceed. */
function rankedFrom(durations: readonly number[], hundredths: number): number {
  const ascending = durations.toSorted((a, b) => a - b);
  return ascending.find((_, index) => (index + 1) * 100 >= hundredths * durations.length) as number;
}

/** Whole nanoseconds up to an hour. */
const durations = fc.array(fc.integer({ min: 0, max: 3.6e12 }), { minLength: 1, maxLength: 300 });
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("as long as durations are kept", () => {
  test("quantiles are those of sorting, count, mean and longest exact", () => {
    fc.assert(
      fc.property(durations, (all) => {
        const sample = sampleOf(all);
        expect(sample.count).toBe(all.length);
        for (const hundredths of [1, 25, 50, 90, 99, 100])
          expect(sample.quantile(hundredths / 100)).toBe(rankedFrom(all, hundredths) / 1e9);
        expect(sample.max).toBe(Math.max(...all) / 1e9);
        expect(sample.mean).toBeCloseTo(sum(all) / all.length / 1e9, 9);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test("the mean does not depend on the order, to the last bit", () => {
    const all = Array.from({ length: 1000 }, (_, k) => (k * 7_919_999_983) % 1e10);
    expect(sampleOf(all.toReversed()).mean).toBe(sampleOf(all).mean);
  });

  test("they come out in the order in which they went in", () => {
    expect(sampleOf([3, 1, 2]).toData()).toEqual({ kind: "exact", durations: Float64Array.of(3, 1, 2) });
  });
});

describe("beyond the limit", () => {
  test("quantiles within 0.1 %, count, mean and longest exact", () => {
    fc.assert(
      fc.property(durations, (all) => {
        const sample = sampleOf(all, 0);
        expect(sample.toData().kind).toBe("histogram");
        expect(sample.count).toBe(all.length);
        for (const hundredths of [1, 25, 50, 90, 99]) {
          const expected = rankedFrom(all, hundredths) / 1e9;
          expect(Math.abs(sample.quantile(hundredths / 100) - expected)).toBeLessThanOrEqual(expected / 1000);
        }
        expect(sample.max).toBe(Math.max(...all) / 1e9);
        expect(sample.mean).toBe(sum(all) / 1e9 / all.length);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test("it is one more than may be kept that goes into buckets, with all before it", () => {
    expect(sampleOf([4, 5, 6], 3).toData().kind).toBe("exact");
    const beyond = sampleOf([4, 5, 6, 7], 3);
    expect(beyond.toData()).toMatchObject({ kind: "histogram", sum: 22, histogram: { min: 4, max: 7, counts: [1, 1, 1, 1] } });
  });

  test("a million starts are a few kilobytes", () => {
    const sample = new StartDurations();
    for (let k = 0; k < 1e6; k++) sample.add(1e9 + k);
    const data = sample.toData();
    expect(data.kind === "histogram" && data.histogram.buckets.length).toBeLessThanOrEqual(512);
    expect(sample.count).toBe(1e6);
  });
});

describe("merged", () => {
  test("parts that were kept are as if they had been one, also when they are more than one may keep", () => {
    fc.assert(
      fc.property(durations, durations, (some, others) => {
        const merged = new StartDurations(1);
        for (const part of [some, others]) merged.merge(sampleOf(part).toData());
        const together = sampleOf([...some, ...others]);
        expect(merged.toData()).toEqual(together.toData());
        expect([merged.mean, merged.quantile(0.5), merged.max]).toEqual([together.mean, together.quantile(0.5), together.max]);
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  test("one part in buckets puts all into buckets, whichever comes first", () => {
    const [kept, counted] = [sampleOf([1e9, 2e9]).toData(), sampleOf([3e9, 5e9], 1).toData()];
    for (const order of [
      [kept, counted],
      [counted, kept],
      [counted, counted],
    ]) {
      const merged = new StartDurations();
      for (const part of order) merged.merge(part);
      expect(merged.toData().kind).toBe("histogram");
      expect(merged.count).toBe(4);
      expect(merged.max).toBe(5);
      expect(merged.mean).toBe(order.includes(kept) ? 11 / 4 : 4);
    }
  });
});

test("without starts there is no mean, no quantile and no longest", () => {
  const empty = new StartDurations();
  expect([empty.count, empty.mean, empty.quantile(0.5), empty.max]).toEqual([0, NaN, NaN, NaN]);
});
