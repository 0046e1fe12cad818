import { expect, test } from "vitest";
import { sampler, Simulation } from "../../../engine/index.ts";
import { lruHitRatio, type Popularity, UNIFORM } from "./popularity.ts";

const zipf = (exponent: number): Popularity => ({ kind: "zipf", exponent });

test("an empty cache never hits, one that holds everything always does", () => {
  for (const popularity of [UNIFORM, zipf(0.8), { kind: "scan" } as const]) {
    expect(lruHitRatio(popularity, 0, 100)).toBe(0);
    expect(lruHitRatio(popularity, 100, 100)).toBe(1);
    expect(lruHitRatio(popularity, 101, 100)).toBe(1);
  }
});

test("uniform references hit in proportion to what the cache holds; a scan of more than it holds never hits", () => {
  expect(lruHitRatio(UNIFORM, 25, 100)).toBe(0.25);
  expect(lruHitRatio({ kind: "scan" }, 99, 100)).toBe(0);
});

test("Zipf with exponent 0 hits as a random cache does that Che's approximation describes: C/n within a percentage point", () => {
  for (const share of [0.1, 0.5, 0.9]) expect(lruHitRatio(zipf(0), share * 10_000, 10_000)).toBeCloseTo(share, 2);
});

/** Hits of a true LRU list among references drawn from the engine's Zipf sampler. */
function simulatedLru(exponent: number, capacity: number, items: number, references: number): number {
  const draw = sampler({ kind: "zipf", exponent, n: items }, new Simulation({ seed: "lru" }).stream("pages"));
  const cache = new Set<number>(); // in the order of last use
  let hits = 0;
  for (let i = 0; i < 2 * references; i++) {
    const item = draw();
    const hit = cache.delete(item);
    if (hit && i >= references) hits++;
    cache.add(item);
    if (cache.size > capacity) cache.delete(cache.values().next().value as number);
  }
  return hits / references;
}

test.each([
  [0.6, 64, 1000],
  [0.8, 512, 5000],
  [1, 64, 5000],
  [1.2, 512, 20_000],
])("Zipf %f, %i entries, %i pages: within 1.5 percentage points of a simulated LRU list", (exponent, capacity, items) => {
  expect(Math.abs(lruHitRatio(zipf(exponent), capacity, items) - simulatedLru(exponent, capacity, items, 100_000))).toBeLessThan(0.015);
});

test("more entries, fewer pages and a larger exponent never hit less", () => {
  const ratios = [16, 32, 64, 128].map((capacity) => lruHitRatio(zipf(0.9), capacity, 4000));
  expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
  const sizes = [8000, 4000, 2000, 200].map((items) => lruHitRatio(zipf(0.9), 64, items));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  const exponents = [0.2, 0.6, 1, 1.4].map((exponent) => lruHitRatio(zipf(exponent), 64, 4000));
  expect(exponents).toEqual([...exponents].sort((a, b) => a - b));
});
