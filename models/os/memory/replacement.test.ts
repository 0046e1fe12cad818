/**
 * How near the clock (second chance) is to least recently used, for independent references of Zipf popularity. Four numbers for each case: the
 * simulated clock; the clock in closed form; LRU simulated exactly on a sequence of the same kind; LRU by Che's approximation.
 */
import { describe, expect, test } from "vitest";
import { referTo } from "../../testing/page-references.ts";
import { exactLruMissRatio, missRatio, residentByClock, residentByLru, zipfPopularity } from "../../testing/theory/replacement.ts";
import { memoryLaws } from "./audit.ts";

const PAGES = 8000;
const REFERENCES = 120_000;

/** Half-width of a 99.9 % interval of a share of independent events. */
const halfWidth = (share: number): number => 3.29 * Math.sqrt((share * (1 - share)) / (REFERENCES / 2));

describe.each([0.6, 0.8, 1, 1.2])("Zipf %f", (exponent) => {
  const probabilities = zipfPopularity(PAGES, exponent);

  test.each([800, 2400, 5600])("%i of 8000 pages fit", (frames) => {
    const run = referTo({ kind: "zipf", exponent }, PAGES, frames, REFERENCES);
    const capacity = Math.round(run.resident); // reclaim keeps a batch of frames free
    const exact = exactLruMissRatio(PAGES, exponent, capacity, REFERENCES);
    const che = missRatio(probabilities, capacity, residentByLru);
    // Che's approximation is that of LRU, the closed form that of the clock: half a percentage point beyond chance.
    expect(Math.abs(exact - che)).toBeLessThan(0.005 + halfWidth(che));
    expect(Math.abs(run.missRatio - missRatio(probabilities, capacity, residentByClock))).toBeLessThan(0.005 + halfWidth(che));
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
    expect(memory.statistics().pagesReadAhead).toBeLessThan(0.1 * memory.majorFaults);
  });
});
