/**
 * How near the clock (second chance) is to least recently used, for independent references of Zipf popularity. Four numbers for each case: the
 * simulated clock; the clock in closed form; LRU simulated exactly on a sequence of the same kind; LRU by Che's approximation.
 */
import { describe, expect, test } from "vitest";
import { portable, sampler, Simulation } from "../../engine/index.ts";
import { referTo } from "../testing/page-references.ts";
import { memoryLaws } from "./memory-books.ts";

const PAGES = 8000;
const REFERENCES = 120_000;

const popularity = (exponent: number): Float64Array => {
  const weights = Float64Array.from({ length: PAGES }, (_, k) => portable.pow(k + 1, -exponent));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
};

/** Miss ratio of a cache of `capacity` in which an item of popularity p is with probability `resident(p T)`; T from the sum over all items. */
function missRatio(probabilities: Float64Array, capacity: number, resident: (x: number) => number): number {
  let low = 0;
  let high = 1e9;
  for (let step = 0; step < 100; step++) {
    const time = (low + high) / 2;
    if (probabilities.reduce((sum, p) => sum + resident(p * time), 0) < capacity) low = time;
    else high = time;
  }
  return probabilities.reduce((sum, p) => sum + p * (1 - resident(p * low)), 0);
}

/** Che, Tung, Wang, IEEE JSAC 20(7), 2002. */
const lru = (x: number): number => -portable.expm1(-x);

/**
 * The clock by the same argument: the hand comes every T. A page that was read in has its bit set and survives once for certain, then each round in
 * which it was referred to: it stays T (1 + e^x) on average and is away 1 / p, with x = p T.
 */
const clock = (x: number): number => {
  const stay = x * (1 + portable.exp(Math.min(x, 500)));
  return stay / (stay + 1);
};

/** LRU as it is: an insertion-ordered map has the least recently used first. */
function exactLru(exponent: number, capacity: number): number {
  const draw = sampler({ kind: "zipf", exponent, n: PAGES }, new Simulation({ seed: 2 }).stream("references"));
  const cache = new Map<number, true>();
  let misses = 0;
  for (let k = 0; k < REFERENCES; k++) {
    const page = draw();
    if (!cache.delete(page)) {
      if (k >= REFERENCES / 2) misses++;
      if (cache.size >= capacity) cache.delete(cache.keys().next().value as number);
    }
    cache.set(page, true);
  }
  return misses / (REFERENCES / 2);
}

/** Half-width of a 99.9 % interval of a share of independent events. */
const halfWidth = (share: number): number => 3.29 * Math.sqrt((share * (1 - share)) / (REFERENCES / 2));

describe.each([0.6, 0.8, 1, 1.2])("Zipf %f", (exponent) => {
  const probabilities = popularity(exponent);

  test.each([800, 2400, 5600])("%i of 8000 pages fit", (frames) => {
    const run = referTo({ kind: "zipf", exponent }, PAGES, frames, REFERENCES);
    const capacity = Math.round(run.resident); // reclaim keeps a batch of frames free
    const exact = exactLru(exponent, capacity);
    const che = missRatio(probabilities, capacity, lru);
    // Che's approximation is that of LRU, the closed form that of the clock: half a percentage point beyond chance.
    expect(Math.abs(exact - che)).toBeLessThan(0.005 + halfWidth(che));
    expect(Math.abs(run.missRatio - missRatio(probabilities, capacity, clock))).toBeLessThan(0.005 + halfWidth(che));
    // The clock is no more than 1.5 percentage points from LRU.
    expect(Math.abs(run.missRatio - exact)).toBeLessThan(0.015 + 2 * halfWidth(exact));
    for (const [law, found, expected] of memoryLaws(run.memory, "memory")) expect([law, found]).toEqual([law, expected]);
  });
});

describe("other patterns", () => {
  test("a scan over more than fits misses every page, as under LRU", () => {
    expect(referTo({ kind: "scan" }, 2000, 1500, 40_000).missRatio).toBe(1);
  });

  test("swap read-ahead turns all but one of eight faults of a scan into minor ones", () => {
    const { memory, missRatio: misses } = referTo({ kind: "scan" }, 2000, 1500, 40_000, { pageCluster: 3 });
    expect(misses).toBeGreaterThan(1 / 8 - 0.01);
    expect(misses).toBeLessThan(1.3 / 8);
    expect(memory.minorFaults).toBeGreaterThan(0.8 * 40_000 * (7 / 8));
  });

  test("random references are read alone: the window shrinks to one page", () => {
    const { memory } = referTo({ kind: "uniform" }, 2000, 1000, 40_000, { pageCluster: 3 });
    expect(memory.pagesReadAhead).toBeLessThan(0.1 * memory.majorFaults);
  });
});
