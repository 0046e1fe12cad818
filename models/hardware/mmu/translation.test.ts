import { describe, expect, test } from "vitest";
import { host, MiB } from "../../testing/specs.ts";
import type { MmuSpec } from "../spec.ts";
import { type Popularity, UNIFORM } from "./popularity.ts";
import { type Mapping, NATIVE, tlbMissRatios, tlbReach, translationSlowdown, walkCycles } from "./translation.ts";

const mmu: MmuSpec = host().mmu;
const uniform = (size: number) => ({ size, popularity: UNIFORM });
const nested = (application: Mapping["application"], stage2: Mapping["host"]): Mapping => ({ application, host: stage2 });
const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

test("reach is entries times page size", () => {
  expect(tlbReach(mmu)).toBe(4 * MiB);
});

test("natively with base pages the slowdown is 1: that is how demands are measured", () => {
  for (const size of [1, 4, 20, 5000]) expect(translationSlowdown(mmu, uniform(size * MiB), 0.3, NATIVE)).toBe(1);
});

test("nested paging costs nothing within the TLB's reach, and f m (k - 1) beyond it", () => {
  const reach = tlbReach(mmu);
  expect(translationSlowdown(mmu, uniform(reach), 0.3, nested("base", "base"))).toBe(1);
  expect(translationSlowdown(mmu, uniform(4 * reach), 0.3, nested("base", "base"))).toBeCloseTo(1 + 0.3 * 0.75 * (2 - 1), 12);
});

test("a measured ratio of the walks replaces the computed one, and scales that of other page sizes", () => {
  const set = uniform(2048 * MiB);
  const computed: MmuSpec = { ...mmu, nestedWalkRatio: undefined };
  const native = walkCycles(mmu, set, NATIVE);
  expect(walkCycles({ ...mmu, nestedWalkRatio: 3 }, set, nested("base", "base"))).toBeCloseTo(3 * native, 9);
  const both = [nested("base", "huge"), nested("base", "base")] as const;
  const shares = [computed, mmu].map((spec) => walkCycles(spec, set, both[0]) / walkCycles(spec, set, both[1]));
  expect(shares[1]).toBeCloseTo(shares[0], 12);
});

test("a translation is cached in the smaller of the two page sizes", () => {
  const set = uniform(20 * MiB);
  expect(tlbMissRatios(mmu, set, NATIVE).l2).toBeCloseTo(1 - 4 / 20, 12);
  for (const mapping of [nested("base", "base"), nested("base", "huge"), nested("huge", "base")])
    expect(tlbMissRatios(mmu, set, mapping)).toEqual(tlbMissRatios(mmu, set, NATIVE));
  expect(tlbMissRatios(mmu, set, nested("huge", "huge"))).toEqual({ l1: 0, l2: 0 });
});

test("a last level without huge entries leaves huge pages to the first", () => {
  const spec = { ...mmu, tlb: { l1: 64, l1Huge: 32, l2: 512, l2Huge: 0 } };
  expect(tlbMissRatios(spec, uniform(256 * MiB), { application: "huge", host: undefined })).toEqual({ l1: 0.75, l2: 0.75 });
});

describe("order of the page sizes", () => {
  const popularities: readonly Popularity[] = [UNIFORM, { kind: "zipf", exponent: 0.8 }, { kind: "scan" }];
  const computed: MmuSpec = { ...mmu, nestedWalkRatio: undefined };
  for (const popularity of popularities) {
    test.each([8, 64, 1024, 65_536])(`${popularity.kind}, %i MiB: 2M <= 2M+2M <= 4K+2M <= 4K+4K, and 2M <= 4K <= 4K+2M`, (size) => {
      const at = (mapping: Mapping) => translationSlowdown(computed, { size: size * MiB, popularity }, 0.3, mapping);
      const native = at({ application: "huge", host: undefined });
      const pairs = [native, at(nested("huge", "huge")), at(nested("base", "huge")), at(nested("base", "base"))];
      expect(pairs).toEqual(sorted(pairs));
      expect(native).toBeLessThanOrEqual(1);
      expect(at(nested("base", "huge"))).toBeGreaterThanOrEqual(1);
    });
  }
});

test("the slowdown grows with the working set and with the share of walks, and huge pages gain that share at most", () => {
  const bySize = [1, 8, 64].map((size) => translationSlowdown(mmu, uniform(size * MiB), 0.2, nested("base", "base")));
  expect(bySize).toEqual(sorted(bySize));
  const byShare = [0, 0.1, 0.3, 0.6].map((share) => translationSlowdown(mmu, uniform(64 * MiB), share, nested("base", "base")));
  expect(byShare).toEqual(sorted(byShare));
  for (const share of [0.1, 0.5, 0.9])
    expect(translationSlowdown(mmu, uniform(64 * MiB), share, { application: "huge", host: undefined })).toBeGreaterThanOrEqual(1 - share);
});

test("nothing is translated without an MMU", () => {
  expect(translationSlowdown({ ...mmu, kind: "none" }, uniform(64 * MiB), 0.5, nested("base", "base"))).toBe(1);
});
