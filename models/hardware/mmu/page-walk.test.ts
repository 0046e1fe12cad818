import { describe, expect, test } from "vitest";
import { GiB, host, MiB } from "../../testing/specs.ts";
import type { MmuSpec } from "../spec.ts";
import { hugePageSize, nativeWalkCycles, nestedWalkCycles, nestedWalkReferences, walkReferences } from "./page-walk.ts";
import { UNIFORM } from "./popularity.ts";
import { NATIVE, translationCycles } from "./translation.ts";

const spec: MmuSpec = { ...host().mmu, nestedWalkRatio: undefined };
const mmu = spec;
const uniform = (size: number) => ({ size, popularity: UNIFORM });

/** Every reference costs one cycle, and no cache helps. */
const counting = (levels: number, stage2Levels: number): MmuSpec => ({
  ...mmu,
  levels,
  stage2Levels,
  pageWalkCache: 0,
  nestedTlb: 0,
  cachedEntry: 1,
  memoryEntry: 1,
});

test("a nested walk of four levels in four takes 24 references, five in five 35", () => {
  expect([walkReferences(4), walkReferences(5)]).toEqual([4, 5]);
  expect([nestedWalkReferences(4, 4), nestedWalkReferences(5, 5)]).toEqual([24, 35]);
});

describe("without caches the walk costs what the formula counts", () => {
  test.each([2, 3, 4, 5])("%i levels natively", (levels) => {
    expect(nativeWalkCycles(counting(levels, 4), uniform(GiB), false)).toBe(walkReferences(levels));
  });
  test.each([
    [4, 4],
    [5, 5],
    [5, 4],
    [3, 3],
    [2, 3],
  ])("%i guest levels in %i host levels", (guest, hostLevels) => {
    expect(nestedWalkCycles(counting(guest, hostLevels), uniform(GiB), false, false)).toBe(nestedWalkReferences(guest, hostLevels));
  });
  test("a huge page on either side saves that side's last level", () => {
    expect(nativeWalkCycles(counting(4, 4), uniform(GiB), true)).toBe(3);
    expect(nestedWalkCycles(counting(4, 4), uniform(GiB), false, true)).toBe(nestedWalkReferences(4, 3));
    expect(nestedWalkCycles(counting(4, 4), uniform(GiB), true, false)).toBe(nestedWalkReferences(3, 4));
    expect(nestedWalkCycles(counting(4, 4), uniform(GiB), true, true)).toBe(nestedWalkReferences(3, 3));
  });
});

test("a huge page is what one page table maps: 2 MiB, 32 MiB, 512 MiB for 4, 16 and 64 KiB", () => {
  expect([4096, 16_384, 65_536].map((size) => hugePageSize(size) / MiB)).toEqual([2, 32, 512]);
});

test("while the page-walk cache covers the working set and tables are cached, a native walk is one reference and a nested one two", () => {
  const mmu = { ...spec, tableCache: 1024 * MiB };
  const within = uniform(32 * MiB); // of 64 x 2 MiB
  expect(nativeWalkCycles(mmu, within, false)).toBe(mmu.cachedEntry);
  const nested = nestedWalkCycles({ ...mmu, nestedTlb: 0 }, within, false, false);
  expect(nested).toBe(2 * mmu.cachedEntry);
});

test("huge pages of the host behind a nested TLB that covers the working set: a nested walk costs what a native one does", () => {
  const mmu = { ...spec, tableCache: 1024 * MiB };
  expect(nestedWalkCycles(mmu, uniform(32 * MiB), false, true)).toBe(mmu.cachedEntry);
});

test("far beyond all caches the last table comes from memory", () => {
  const far = nativeWalkCycles(mmu, uniform(64 * GiB), false);
  expect(far).toBeGreaterThan(0.99 * mmu.memoryEntry);
  expect(far).toBeLessThan(mmu.memoryEntry + 2 * mmu.cachedEntry); // the level above it is small enough for the cache
});

test("cost grows with the working set, with levels in a nested walk, and shrinks with caches", () => {
  const ascending = (values: readonly number[]) => expect(values).toEqual([...values].sort((a, b) => a - b));
  const sizes = [4, 64, 1024, 16_384, 262_144].map((size) => uniform(size * MiB));
  ascending(sizes.map((set) => nativeWalkCycles(mmu, set, false)));
  ascending(sizes.map((set) => nestedWalkCycles(mmu, set, false, false)));
  const set = uniform(256 * GiB);
  ascending([3, 4, 5].map((levels) => nestedWalkCycles({ ...mmu, levels, stage2Levels: levels, pageWalkCache: 1 }, set, false, false)));
  ascending([512, 64, 16, 0].map((pageWalkCache) => nestedWalkCycles({ ...mmu, pageWalkCache }, set, false, false)));
  ascending([512, 64, 16, 0].map((nestedTlb) => nestedWalkCycles({ ...mmu, nestedTlb }, set, false, true)));
  ascending([64, 8, 1].map((size) => nestedWalkCycles({ ...mmu, tableCache: size * MiB }, set, false, false)));
});

/**
 * Random reads over more and more memory on a Cortex-A15 at 1.7 GHz, 4 KiB pages (7-cpu.com, Cortex-A15). Constants from its list: L2 TLB of 512
 * entries, miss 30 cycles; walk cache that covers 16 MiB; a walk to memory 100 ns more; L2 cache of 1 MiB. What is predicted is the curve.
 */
describe("measured: translation on a Cortex-A15", () => {
  const a15: MmuSpec = {
    ...mmu,
    levels: 2,
    tlb: { l1: 32, l1Huge: 0, l2: 512, l2Huge: 0 },
    pageWalkCache: 8, // of 2 MiB each here, of 1 MiB each in its short descriptors
    tableCache: 1 * MiB,
    l2TlbHit: 0,
    cachedEntry: 30,
    memoryEntry: 30 + 100e-9 * 1.7e9,
  };
  /** The source lists cycles and, in nanoseconds, what comes from memory, side by side. */
  const inCache: MmuSpec = { ...a15, memoryEntry: a15.cachedEntry };
  const cycles = (spec: MmuSpec, size: number) => translationCycles(spec, uniform(size * MiB), NATIVE);

  test.each([
    [4, 17],
    [8, 25],
    [16, 29],
    [32, 41],
    [64, 47],
    [128, 50],
  ])("%i MiB: %i cycles beyond the latency at 1 MiB, within 6", (size, measured) => {
    expect(Math.abs(cycles(inCache, size) - measured)).toBeLessThan(6);
  });

  test.each([
    [256, 30],
    [512, 50],
    [1024, 75],
    [2048, 100],
  ])("%i MiB: %i ns more for tables in memory, within 20 %%", (size, measured) => {
    const fromMemory = (cycles(a15, size) - cycles(inCache, size)) / 1.7;
    expect(Math.abs(fromMemory / measured - 1)).toBeLessThan(0.2);
  });
});
